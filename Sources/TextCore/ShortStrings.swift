/// Makes strings of short pieces of a text, and gives the one made before for the same bytes.
///
/// A string of more than 15 bytes takes memory of its own, and words come again. A newer string takes the place of an
/// older one, so that memory is bounded. Shorter ones are made anew: that is done sooner than one is looked for.
public struct ShortStrings {
  private struct Entry {
    var words = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var text = ""
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << bits)
  private static let bits = 10
  /// The most bytes of a string that takes no memory of its own.
  private static let shortest = 15
  /// The most bytes of a piece that is kept.
  private static let longest = 32

  /// Begins without any.
  public init() {}

  /// The bytes of `range` as a `String`.
  public mutating func string(_ range: Range<Int>, in text: Span<UInt8>) -> String {
    guard range.count > Self.shortest, range.count <= Self.longest, range.lowerBound &+ Self.longest <= text.count
    else { return text.string(range) }
    let words = Self.words(range.lowerBound, range.count, text)
    let slot = Self.slot(words)
    let known = entries[slot].words
    if known.0 == words.0, known.1 == words.1, known.2 == words.2, known.3 == words.3,
      entries[slot].text.utf8.count == range.count
    {
      return entries[slot].text
    }
    let made = text.string(range)
    entries[slot] = Entry(words: words, text: made)
    return made
  }

  /// The `count` bytes from `start` on, and zeros behind them.
  @inline(__always)
  private static func words(_ start: Int, _ count: Int, _ text: Span<UInt8>) -> (UInt64, UInt64, UInt64, UInt64) {
    text.withUnsafeBytes { bytes in
      func word(_ number: Int) -> UInt64 {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ 8 &* number, as: UInt64.self))
        let rest = count &- 8 &* number
        return rest >= 8 ? word : word & (1 &<< UInt64(truncatingIfNeeded: 8 &* rest) &- 1)
      }
      return (word(0), word(1), count > 16 ? word(2) : 0, count > 24 ? word(3) : 0)
    }
  }

  @inline(__always)
  private static func slot(_ words: (UInt64, UInt64, UInt64, UInt64)) -> Int {
    // Fibonacci hashing (Knuth, vol. 3, 6.4), by other numbers for the words behind the first.
    let rest = words.1 &* 0xbf58_476d_1ce4_e5b9 ^ words.2 &* 0x94d0_49bb_1331_11eb ^ words.3 &* 0xd6e8_feb8_6659_fd93
    let mixed = (words.0 ^ rest) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - bits))
  }
}
