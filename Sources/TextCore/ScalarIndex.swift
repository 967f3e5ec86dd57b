/// The unit in which results count offsets.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode scalars, as Python counts a `str`.
  case scalar
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 code units, as JavaScript counts a `String`.
  case utf16
}

/// Answers how many units precede a byte of a UTF-8 text.
///
/// Keeps one count for every `stride` bytes, so a text costs an eighth of its size.
public struct ScalarIndex: Sendable {
  /// Bytes between two stored counts: a few words to count per question.
  private static let stride = 32

  /// The unit that is counted.
  public let unit: OffsetUnit
  private let counts: [UInt32]

  /// Counts the units of `text`.
  /// - Complexity: O(*n*) in bytes.
  public init(_ text: Span<UInt8>, unit: OffsetUnit = .scalar) {
    self.unit = unit
    guard unit != .utf8 else {
      counts = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(text.count / Self.stride + 1)
    var total: UInt32 = 0
    var start = 0
    while start < text.count {
      counts.append(total)
      let end = min(start + Self.stride, text.count)
      total += Self.count(text, start, end, unit)
      start = end
    }
    counts.append(total)
    self.counts = counts
  }

  /// The units of `text` before the byte at `offset`.
  ///
  /// - Parameter text: The text the index was made of.
  @inline(__always)
  public func offset(ofByte offset: Int, in text: Span<UInt8>) -> Int {
    guard unit != .utf8 else { return offset }
    let block = Int(bitPattern: UInt(bitPattern: offset) / UInt(Self.stride))
    guard block < counts.count else { return Int(counts.last ?? 0) }
    return Int(counts[block] + Self.count(text, block * Self.stride, min(offset, text.count), unit))
  }

  /// The units of `text` before the two ends of a range of bytes.
  ///
  /// - Parameter text: The text the index was made of.
  public func offsets(of range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    let lower = offset(ofByte: range.lowerBound, in: text)
    guard unit != .utf8, range.count <= 2 * Self.stride, range.upperBound <= text.count else {
      return lower..<offset(ofByte: range.upperBound, in: text)
    }
    return lower..<lower + Int(Self.count(text, range.lowerBound, range.upperBound, unit))
  }

  /// The units that begin in at most 64 bytes.
  @inline(__always)
  private static func count(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> UInt32 {
    guard start < end else { return 0 }
    // Most texts are longer than what is counted by a word.
    guard unit == .scalar, end &+ 8 <= text.count else { return countSlowly(text, start, end, unit) }
    return text.withUnsafeBytes { bytes in
      // For each place in a word the bytes there that continue a scalar.
      var continuing: UInt64 = 0
      var index = start
      while index &+ 8 <= end {
        let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        continuing &+= (eight &>> 7) & ~(eight &>> 6) & ones
        index &+= 8
      }
      // The bytes behind the end are made zeros, which continue none.
      let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let inside = eight & (1 &<< UInt64(truncatingIfNeeded: 8 &* (end &- index)) &- 1)
      // A byte continues a scalar where its two high bits are 10.
      continuing &+= (inside &>> 7) & ~(inside &>> 6) & ones
      return UInt32(truncatingIfNeeded: end &- start) &- sum(continuing)
    }
  }

  /// The same for any unit, byte by byte.
  @inline(never)
  private static func countSlowly(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> UInt32 {
    var count: UInt32 = 0
    for index in start..<end {
      count &+= text[index] & 0xC0 != 0x80 ? 1 : 0
      if unit == .utf16 { count &+= text[index] >= 0xF0 ? 1 : 0 }
    }
    return count
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The sum of eight bytes, which is below 256.
  @inline(__always)
  private static func sum(_ bytes: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) >> 56)
  }
}
