/// A range of words or morphemes in eight bytes: what is kept of many sentences is kept small.
package struct PackedRange: BitwiseCopyable, Hashable, Sendable {
  private let start: UInt32
  private let end: UInt32

  /// Packs a range, whose bounds have to be below 2^32.
  @inline(__always)
  package init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// The range.
  @inline(__always)
  package var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
}
