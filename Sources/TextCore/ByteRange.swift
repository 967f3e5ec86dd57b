/// A half-open range of UTF-8 byte offsets in the text that `Space` names.
///
/// Offsets are stored in 32 bits: texts are limited to 4 GiB.
public struct ByteRange<Space: TextSpace>: Hashable, Sendable {
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  /// Creates the range `lowerBound..<upperBound`.
  ///
  /// - Precondition: `0 <= lowerBound <= upperBound < 2^32`.
  @inlinable
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a byte range ends before it starts")
    start = UInt32(lowerBound)
    end = UInt32(upperBound)
  }

  /// Creates a range from a range of offsets.
  @inlinable
  public init(_ offsets: Range<Int>) { self.init(offsets.lowerBound, offsets.upperBound) }

  /// The first byte's offset.
  @inlinable public var lowerBound: Int { Int(start) }

  /// The offset after the last byte.
  @inlinable public var upperBound: Int { Int(end) }

  /// The number of bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }

  /// The plain offsets, to index the bytes of the text.
  @inlinable public var offsets: Range<Int> { Int(start)..<Int(end) }

  /// Whether `other` lies wholly inside this range.
  @inlinable public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two ranges share a byte.
  @inlinable public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
}

extension ByteRange: Comparable {
  /// Orders by lower bound, then by upper bound.
  @inlinable
  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension ByteRange: CustomStringConvertible {
  /// The range as `[lower, upper)`.
  public var description: String { "[\(start), \(end))" }
}
