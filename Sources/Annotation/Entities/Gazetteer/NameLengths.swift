/// How long the names of a gazetteer are, by their first bytes.
///
/// Most places of a text begin no name; two or three looks here tell, and how far to look at the others.
struct NameLengths: Sendable {
  /// Lengths of names of six to eleven bytes, by a hash of the first six (two kanji or kana), and whether longer ones
  /// begin so (`goesOn`): some ten times as many places as there are such beginnings, so that few share one.
  private var bySix = [UInt8](repeating: 0, count: 1 << 18)
  /// Lengths of names of twelve and more, in units of four bytes, by the first twelve.
  private var byTwelve = [UInt8](repeating: 0, count: 1 << 18)
  /// Lengths of names of three to five bytes by the first three.
  private var byThree = [UInt8](repeating: 0, count: 1 << 16)
  /// The same by the first two, for names of two: EU, LG.
  private var byTwo = [UInt8](repeating: 0, count: 1 << 16)
  /// Whether a name of six and more begins with these three bytes, by their hash: for words shorter than six.
  private var beginsLong = [Bool](repeating: false, count: 1 << 16)

  /// A bit for each place of `bySix` and of `byTwelve` that is not 0: what most looks find there, in an eighth of the
  /// memory.
  private var sixes = [UInt64](repeating: 0, count: 1 << 12)
  private var twelves = [UInt64](repeating: 0, count: 1 << 12)

  /// In `bySix`: names of twelve bytes and more begin so.
  private static let goesOn: UInt8 = 0x80
  private static let unit = 4

  /// Notes a name.
  mutating func add(_ name: Span<UInt8>) {
    switch name.count {
    case 0..<2: break
    case 2: byTwo[Self.key(0, 2, in: name)] = 2
    case 3..<6:
      let key = Self.key(0, 3, in: name)
      byThree[key] = max(byThree[key], UInt8(name.count))
    default:
      let key = Self.longKey(0, in: name)
      beginsLong[Self.key(0, 3, in: name)] = true
      sixes[key >> 6] |= 1 << UInt64(key & 63)
      guard name.count >= 12 else {
        bySix[key] = max(bySix[key] & ~Self.goesOn, UInt8(name.count)) | bySix[key] & Self.goesOn
        return
      }
      bySix[key] |= Self.goesOn
      let longer = Self.longerKey(0, in: name)
      twelves[longer >> 6] |= 1 << UInt64(longer & 63)
      byTwelve[longer] = max(byTwelve[longer], UInt8(min((name.count + Self.unit - 1) / Self.unit, 255)))
    }
  }

  /// Whether a name may begin with a word; where not, none does.
  func mayBegin(with word: Span<UInt8>) -> Bool {
    switch word.count {
    case 0: false
    case 1, 2: true
    case 3..<6: longest(at: 0, in: word) > 0 || beginsLong[Self.key(0, 3, in: word)]
    case 6..<12: longest(at: 0, in: word) > 0 || bySix[Self.longKey(0, in: word)] > 0
    default: longest(at: 0, in: word) > 0
    }
  }

  /// The most bytes of a name that begins with a word and any text behind it; `nil` where that depends on the text.
  func longest(beginningWith word: Span<UInt8>) -> Int? {
    let isKnown =
      switch word.count {
      case 0..<3: false
      // A name of six bytes and more would have noted the first three.
      case 3..<6: !beginsLong[Self.key(0, 3, in: word)]
      case 6..<12: bySix[Self.longKey(0, in: word)] & Self.goesOn == 0
      default: true
      }
    return isKnown ? longest(at: 0, in: word) : nil
  }

  /// The most bytes of a name that begins as the text at `start` does; 0 where none does.
  @inline(__always)
  func longest(at start: Int, in text: Span<UInt8>) -> Int {
    let left = text.count - start
    var longest = 0
    if left >= 2 { longest = Int(byTwo[Self.key(start, 2, in: text)]) }
    if left >= 3 { longest = max(longest, Int(byThree[Self.key(start, 3, in: text)])) }
    guard left >= 6 else { return longest }
    let key = Self.longKey(start, in: text)
    guard sixes[key >> 6] >> UInt64(key & 63) & 1 == 1 else { return longest }
    let six = bySix[key]
    longest = max(longest, Int(six & ~Self.goesOn))
    guard six & Self.goesOn != 0, left >= 12 else { return longest }
    let longer = Self.longerKey(start, in: text)
    guard twelves[longer >> 6] >> UInt64(longer & 63) & 1 == 1 else { return longest }
    return max(longest, Int(byTwelve[longer]) * Self.unit)
  }

  @inline(__always)
  private static func key(_ start: Int, _ count: Int, in text: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: mixed(bytes(start, count, in: text)) >> 48)
  }

  @inline(__always)
  private static func longKey(_ start: Int, in text: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: mixed(bytes(start, 6, in: text)) >> 46)
  }

  @inline(__always)
  private static func longerKey(_ start: Int, in text: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: mixed(mixed(bytes(start, 6, in: text)) ^ bytes(start + 6, 6, in: text)) >> 46)
  }

  @inline(__always)
  private static func bytes(_ start: Int, _ count: Int, in text: Span<UInt8>) -> UInt64 {
    var bytes: UInt64 = 0
    for place in start..<start + count { bytes = bytes << 8 | UInt64(text[place]) }
    return bytes
  }

  /// Fibonacci hashing (Knuth 1973, "Sorting and searching", 6.4).
  @inline(__always)
  private static func mixed(_ bytes: UInt64) -> UInt64 { bytes &* 0x9e37_79b9_7f4a_7c15 }
}
