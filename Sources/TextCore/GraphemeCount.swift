/// Counts what readers see as characters (Unicode Standard Annex #29, extended grapheme clusters).
///
/// In most Japanese prose each scalar is a cluster of its own; only text with marks, joiners or emoji is given to the
/// standard library, which is twenty times slower.
public enum GraphemeCount {
  /// The number of grapheme clusters of `text`, valid UTF-8.
  /// - Complexity: O(*n*) in bytes.
  public static func count(_ text: Span<UInt8>) -> Int {
    var count = 0
    var place = 0
    while place < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      guard standsAlone(scalar) else { return text.string(0..<text.count).count }
      count += 1
      place += length
    }
    return count
  }

  /// Whether a scalar is never joined with a neighbour that this function holds for as well.
  @inline(__always)
  private static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E, 0x0A, 0x3041...0x3096, 0x30A1...0x30FF, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3000...0x3020,
      0xFF01...0xFF9D, 0xA1...0xA8, 0xB0...0x2FF, 0x2010...0x2027, 0x2030...0x203B, 0x2160...0x218B, 0x2190...0x2193,
      0x2460...0x24FF, 0x2500...0x25A9:
      return true
    default: return false
    }
  }
}
