/// A compiled dictionary as the search for words reads it: its double array, its tokens and its features, where the file
/// is mapped.
///
/// A view, which `LatticeModel` keeps valid: it is copied without counting references. Nothing here trusts the file
/// further than its header: what points out of it is led back into it.
struct Lexicon: BitwiseCopyable {
  /// A unit of the double array. The child of state *s* by byte *c* is at `s + c + 1`, and belongs to it if its check
  /// says so; a word's value is at *s* itself, as its negative minus one (`darts.h`).
  struct Unit {
    var base: UInt32
    var check: UInt32
  }

  /// A token as the file has it, without what nothing here reads.
  struct Token {
    var leftID: UInt16
    var rightID: UInt16
    var posID: UInt16
    var cost: Int16
    var feature: UInt32
    var compound: UInt32
  }

  /// The tokens of one word, or of the unknown words of one class.
  struct TokenRange: BitwiseCopyable {
    var lowerBound = 0
    var upperBound = 0
  }

  /// What a word's first character leads to.
  struct Initial {
    /// The state behind it; 0 where no word begins so.
    var state: UInt32 = 0
    /// The value of the word that the character is, plus one; 0 where it is none.
    var value: UInt32 = 0
    /// What the dictionary says of the character itself.
    var characterClass = CharacterClass(bits: 0)
  }

  let units: UnsafePointer<Unit>
  let unitCount: UInt32
  let tokens: UnsafePointer<Token>
  let tokenCount: Int
  private let features: UnsafePointer<CChar>
  private let featureCount: Int
  /// For each scalar below U+FFFF, and in the last place for all others, what it leads to. Three of four steps of a
  /// search by bytes are spared by it, and its table is small enough to stay in the cache.
  let initials: UnsafeBufferPointer<Initial>

  /// Reads where the parts of `dictionary` lie, which has to be kept.
  /// - Parameters:
  ///   - classes: How characters are classed, where `initials` are asked for; whoever keeps the view deallocates them.
  ///   - pages: Where the double array and the tokens are copied to, where they are; to be kept as well.
  init(
    _ dictionary: CompiledDictionary, classes: CharacterClasses? = nil, in pages: LargePages? = nil
  ) throws(MorphologyError) {
    let parts = dictionary.withParts { array, tokens, features in (array, tokens, features) }
    guard parts.0.count >= 8, let units = pages?.copy(parts.0) ?? parts.0.baseAddress,
      let tokens = pages?.copy(parts.1) ?? parts.1.baseAddress, let features = parts.2.baseAddress,
      parts.2.last ?? 0 == 0
    else { throw .cannotOpen(path: dictionary.path, reason: "ファイルの大きさが辞書の見出しと合いません") }
    // SAFETY: `LatticeModel` keeps the mapping. Its header has 72 bytes and Darts' units 8, so that units and
    // tokens are aligned to 4 bytes, which is all that their fields need.
    self.units = units.assumingMemoryBound(to: Unit.self)
    unitCount = UInt32(parts.0.count / 8)
    self.tokens = tokens.assumingMemoryBound(to: Token.self)
    tokenCount = parts.1.count / CompiledDictionary.tokenSize
    self.features = features.assumingMemoryBound(to: CChar.self)
    featureCount = parts.2.count
    initials = Self.initials(classes, self.units, unitCount)
  }

  private static func initials(
    _ classes: CharacterClasses?, _ units: UnsafePointer<Unit>, _ count: UInt32
  ) -> UnsafeBufferPointer<Initial> {
    guard let classes else { return UnsafeBufferPointer(start: nil, count: 0) }
    let table = UnsafeMutableBufferPointer<Initial>.allocate(capacity: 0x1_0000)
    // Of 64 scalars in a row all bytes but the last are the same.
    for first in stride(from: UInt32(0), through: 0xFFFF, by: 64) {
      // Surrogates are no scalars, and no text has their bytes.
      let bytes = Unicode.Scalar(first).flatMap { UTF8.encode($0) }
      let prefix = bytes.flatMap { state(behind: $0.dropLast(), units, count) }
      for scalar in first..<first + 64 {
        var initial = Initial(characterClass: classes[scalar])
        let last = first < 0x80 ? scalar : scalar & 0x3F | 0x80
        if let prefix, scalar < 0xFFFF, let state = child(of: prefix, by: last, units, count) {
          initial.state = state
          initial.value = value(at: state, units, count).map { $0 + 1 } ?? 0
        }
        table.initializeElement(at: Int(scalar), to: initial)
      }
    }
    return UnsafeBufferPointer(table)
  }

  /// The tokens of the word `key`, if it is one.
  func tokens(of key: [UInt8]) -> TokenRange {
    state(behind: key).flatMap { value(at: $0) }.map { tokenRange($0) } ?? TokenRange()
  }

  /// The tokens that a word's value stands for.
  @inline(__always)
  func tokenRange(_ value: UInt32) -> TokenRange {
    let first = Int(value >> 8)
    return TokenRange(
      lowerBound: min(first, tokenCount), upperBound: min(first + Int(value & 0xFF), tokenCount))
  }

  /// Reads something of a word's first and last token, of those that lie in one or two lines of a cache.
  @inline(__always)
  func touch(_ value: UInt32) -> UInt16 {
    let range = tokenRange(value)
    guard range.lowerBound < range.upperBound else { return 0 }
    return tokens[range.lowerBound].leftID &+ tokens[range.upperBound - 1].leftID
  }

  /// Where the feature of the token at `index` lies: a C string.
  @inline(__always)
  func feature(ofToken index: Int) -> UnsafePointer<CChar> {
    // SAFETY: the last byte of the features is NUL.
    features + min(Int(tokens[index].feature), featureCount - 1)
  }

  /// The state behind `bytes`, from the beginning of a word; `nil` where no word begins so.
  func state(behind bytes: some Sequence<UInt8>) -> UInt32? { Self.state(behind: bytes, units, unitCount) }

  /// The value of the word that ends in `state`; `nil` where none does.
  @inline(__always)
  func value(at state: UInt32) -> UInt32? { Self.value(at: state, units, unitCount) }

  private static func state(
    behind bytes: some Sequence<UInt8>, _ units: UnsafePointer<Unit>, _ count: UInt32
  ) -> UInt32? {
    var state = unit(0, units, count).base
    for byte in bytes {
      guard let next = child(of: state, by: UInt32(byte), units, count) else { return nil }
      state = next
    }
    return state
  }

  /// The state that `byte` leads to; `nil` where it leads to none.
  @inline(__always)
  private static func child(
    of state: UInt32, by byte: UInt32, _ units: UnsafePointer<Unit>, _ count: UInt32
  ) -> UInt32? {
    let child = unit(state &+ byte &+ 1, units, count)
    return child.check == state ? child.base : nil
  }

  @inline(__always)
  private static func value(at state: UInt32, _ units: UnsafePointer<Unit>, _ count: UInt32) -> UInt32? {
    let unit = unit(state, units, count)
    return unit.check == state && Int32(bitPattern: unit.base) < 0 ? ~unit.base : nil
  }

  /// The unit at `index` of `count`; the root, which is no state's child, for what is not there.
  @inline(__always)
  static func unit(_ index: UInt32, _ units: UnsafePointer<Unit>, _ count: UInt32) -> Unit {
    // SAFETY: there are `count` units, one at least.
    units[index < count ? Int(index) : 0]
  }
}
