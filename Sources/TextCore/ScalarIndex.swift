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
/// Keeps one count for every `stride` bytes, so a text costs a sixty-fourth of its size.
public struct ScalarIndex: Sendable {
  /// Bytes between two stored counts: one cache line's worth of counting per question.
  private static let stride = 256

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
    let block = offset / Self.stride
    guard block < counts.count else { return Int(counts.last ?? 0) }
    return Int(counts[block] + Self.count(text, block * Self.stride, min(offset, text.count), unit))
  }

  @inline(__always)
  private static func count(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> UInt32 {
    var count: UInt32 = 0
    guard start < end else { return 0 }
    text.extracting(start..<end).withUnsafeBufferPointer { bytes in
      for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      if unit == .utf16 {
        for byte in bytes { count &+= byte >= 0xF0 ? 1 : 0 }
      }
    }
    return count
  }
}
