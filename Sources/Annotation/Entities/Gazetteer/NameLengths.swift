/// How long the names of a gazetteer are, by their first bytes.
///
/// Most places of a text begin no name; two or three looks here tell.
struct NameLengths: Sendable {
  /// Lengths in units of four bytes, by a hash of the first six bytes (two kanji or kana), for names of six and more:
  /// some ten times as many places as there are such beginnings, so that few share one.
  private var bySix = [UInt8](repeating: 0, count: 1 << 18)
  /// The same by the first three bytes, for names of three to five.
  private var byThree = [UInt8](repeating: 0, count: 1 << 16)
  /// The same by the first two, for names of two: EU, LG.
  private var byTwo = [UInt8](repeating: 0, count: 1 << 16)
  /// Whether a name of six and more begins with these three bytes, by their hash: for words shorter than six.
  private var beginsLong = [Bool](repeating: false, count: 1 << 16)

  /// Notes a name.
  mutating func add(_ name: Span<UInt8>) {
    let units = UInt8(min((name.count + 3) / 4, 255))
    switch name.count {
    case 0..<2: break
    case 2:
      let key = Self.key(0, 2, in: name)
      byTwo[key] = units
    case 3..<6:
      let key = Self.key(0, 3, in: name)
      byThree[key] = max(byThree[key], units)
    default:
      let key = Self.longKey(0, in: name)
      bySix[key] = max(bySix[key], units)
      beginsLong[Self.key(0, 3, in: name)] = true
    }
  }

  /// Whether a name may begin with a word; where not, none does.
  func mayBegin(with word: Span<UInt8>) -> Bool {
    switch word.count {
    case 0: false
    case 1, 2: true
    case 3..<6: longest(at: 0, in: word) > 0 || beginsLong[Self.key(0, 3, in: word)]
    default: longest(at: 0, in: word) > 0
    }
  }

  /// The most bytes of a name that begins as the text at `start` does; 0 where none does.
  @inline(__always)
  func longest(at start: Int, in text: Span<UInt8>) -> Int {
    let left = text.count - start
    var units: UInt8 = 0
    if left >= 2 { units = byTwo[Self.key(start, 2, in: text)] }
    if left >= 3 { units = max(units, byThree[Self.key(start, 3, in: text)]) }
    if left >= 6 { units = max(units, bySix[Self.longKey(start, in: text)]) }
    return Int(units) * 4
  }

  @inline(__always)
  private static func key(_ start: Int, _ count: Int, in text: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: hash(start, count, in: text) >> 48)
  }

  @inline(__always)
  private static func longKey(_ start: Int, in text: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: hash(start, 6, in: text) >> 46)
  }

  @inline(__always)
  private static func hash(_ start: Int, _ count: Int, in text: Span<UInt8>) -> UInt64 {
    var bytes: UInt64 = 0
    for place in start..<start + count { bytes = bytes << 8 | UInt64(text[place]) }
    return bytes &* 0x9e37_79b9_7f4a_7c15
  }
}
