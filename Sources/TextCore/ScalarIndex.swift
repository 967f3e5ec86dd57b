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
    guard unit != .utf8, range.count <= Self.stride, range.upperBound <= text.count else {
      return lower..<offset(ofByte: range.upperBound, in: text)
    }
    return lower..<lower &+ Int(Self.count(text, range.lowerBound, range.upperBound, unit))
  }

  /// The units that begin in at most 32 bytes.
  @inline(__always)
  private static func count(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> UInt32 {
    guard start < end else { return 0 }
    // Most texts are longer than what is counted by words.
    guard end &+ 8 <= text.count else { return countSlowly(text, start, end, unit) }
    // A byte continues a scalar where its two high bits are 10.
    let continuing = count(text, start, end) { ($0 &>> 7) & ~($0 &>> 6) }
    let scalars = UInt32(truncatingIfNeeded: end &- start) &- continuing
    guard unit == .utf16 else { return scalars }
    // A scalar whose first byte has four high bits takes two units.
    return scalars &+ count(text, start, end) { ($0 &>> 7) & ($0 &>> 6) & ($0 &>> 5) & ($0 &>> 4) }
  }

  /// The bytes of at most 32 that `mark` moves a bit of into the lowest place, for eight bytes at a time; eight bytes more
  /// have to be there. 0 has no such bit.
  @inline(__always)
  private static func count(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ mark: (UInt64) -> UInt64) -> UInt32 {
    text.withUnsafeBytes { bytes in
      func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      }
      // For each place in a word the bytes there that are marked. No loop, of which the compiler made one for long texts.
      var marked: UInt64 = 0
      let words = (end &- start) &>> 3
      if words > 0 { marked = mark(word(start)) & ones }
      if words > 1 { marked &+= mark(word(start &+ 8)) & ones }
      if words > 2 { marked &+= mark(word(start &+ 16)) & ones }
      if words > 3 { marked &+= mark(word(start &+ 24)) & ones }
      // The bytes behind the end are made zeros.
      let rest = word(start &+ words &* 8) & (1 &<< UInt64(truncatingIfNeeded: 8 &* (end &- start)) &- 1)
      return sum(marked &+ (mark(rest) & ones))
    }
  }

  /// The same for the last bytes of a text, one by one.
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
