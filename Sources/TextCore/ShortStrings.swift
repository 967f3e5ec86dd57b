/// Makes strings of short pieces of a text, and gives the one made before for the same bytes.
///
/// A string's bytes are checked when it is made, which takes longer than all else that is done with a word; and words come
/// again. A newer string takes the place of an older one, so that memory is bounded.
public struct ShortStrings {
  private struct Entry {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var text = ""
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << bits)
  private static let bits = 11
  /// The most bytes of a piece that is kept.
  private static let longest = 16

  /// Begins without any.
  public init() {}

  /// The bytes of `range` as a `String`.
  public mutating func string(_ range: Range<Int>, in text: Span<UInt8>) -> String {
    guard range.count <= Self.longest, range.lowerBound + Self.longest <= text.count else { return text.string(range) }
    let words = text.withUnsafeBytes { bytes in
      (
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: range.lowerBound + 8, as: UInt64.self))
      )
    }
    // What stands behind the piece is made zeros.
    let first = range.count >= 8 ? words.0 : words.0 & (1 &<< UInt64(8 * range.count) &- 1)
    let second =
      range.count >= 16 ? words.1 : range.count <= 8 ? 0 : words.1 & (1 &<< UInt64(8 * range.count - 64) &- 1)
    // Fibonacci hashing (Knuth, vol. 3, 6.4).
    let mixed = (first ^ second &* 0xbf58_476d_1ce4_e5b9) &* 0x9e37_79b9_7f4a_7c15
    let slot = Int(truncatingIfNeeded: mixed &>> UInt64(64 - Self.bits))
    if entries[slot].first == first, entries[slot].second == second, entries[slot].text.utf8.count == range.count {
      return entries[slot].text
    }
    let made = text.string(range)
    entries[slot] = Entry(first: first, second: second, text: made)
    return made
  }
}
