package import TextCore

/// White space around sentences.
package enum SentenceTrimming {
  /// `range` without the line end that a sentence of the splitter may close with.
  package static func withoutLineEnd<Space: TextSpace>(
    _ range: ByteRange<Space>, in text: Span<UInt8>
  ) -> ByteRange<Space> {
    var upper = range.upperBound
    while upper > range.lowerBound, let (scalar, length) = UTF8Scan.scalar(before: upper, in: text),
      SentenceMarkScanner.isLineEnd(scalar)
    {
      upper -= length
    }
    return ByteRange(range.lowerBound, max(range.lowerBound, upper))
  }

  /// `range` without white space at either end; empty where it holds nothing else.
  package static func trim<Space: TextSpace>(_ range: ByteRange<Space>, in text: Span<UInt8>) -> ByteRange<Space> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let (scalar, length) = UTF8Scan.scalar(at: lower, in: text)
      guard Script(scalar) == .space else { break }
      lower += length
    }
    while upper > lower, let (scalar, length) = UTF8Scan.scalar(before: upper, in: text), Script(scalar) == .space {
      upper -= length
    }
    return ByteRange(lower, max(lower, upper))
  }

  /// Trims white space off each of `ranges`, and drops those that hold nothing else.
  package static func trim<Space: TextSpace>(_ ranges: inout [ByteRange<Space>], in text: Span<UInt8>) {
    var kept = 0
    for range in ranges {
      let trimmed = trim(range, in: text)
      guard !trimmed.isEmpty else { continue }
      ranges[kept] = trimmed
      kept += 1
    }
    ranges.removeLast(ranges.count - kept)
  }
}
