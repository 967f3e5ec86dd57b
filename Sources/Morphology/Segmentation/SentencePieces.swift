internal import TextCore

/// Cuts a sentence into pieces that MeCab can take: no white space at either end, not empty, not too long.
///
/// A sentence that ends in white space makes MeCab search for a word of length 0, which it takes for "up to NUL": it
/// reads past the end. A morpheme's length is 16 bits wide, so no piece is longer than 65,535 bytes.
///
/// Where a run of characters of one class is too long for an unknown word, MeCab still looks at all of it from each of
/// its characters (`Tokenizer::lookup`), in quadratic time: 60,000 letters take 7 seconds. Such runs are cut as well.
struct SentencePieces {
  /// The longest piece, in bytes.
  static let limit = 65_535
  /// How far back from the limit a natural boundary is looked for, in bytes.
  private static let window = 4_096

  /// The longest run of characters that could be one unknown word, in bytes: 128 kana. Words end at 24 characters by
  /// MeCab's own setting (`max-grouping-size`), so a run of this length is no word.
  private static let longestRun = 384

  private let classes: CharacterClasses
  private var rest: Range<Int>

  /// Begins with the whole sentence.
  init(_ sentence: Range<Int>, classes: CharacterClasses) {
    rest = sentence
    self.classes = classes
  }

  /// The next piece of the sentence in `text`.
  mutating func next(in text: Span<UInt8>) -> Range<Int>? {
    while !rest.isEmpty {
      let fitting = rest.count <= Self.limit ? rest.upperBound : Self.cut(rest.lowerBound, in: text)
      let end = endOfLongRun(in: rest.lowerBound..<fitting, of: text) ?? fitting
      let piece = trimmed(rest.lowerBound..<end, in: text)
      rest = end..<rest.upperBound
      if !piece.isEmpty { return piece }
    }
    return nil
  }

  @inline(__always)
  private func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let scalar = UTF8Scan.scalar(at: start, in: text)
      guard classes.isSpace(scalar.value) else { break }
      start = min(start + scalar.length, end)
    }
    while start < end {
      // No scalar ends inside a piece's start: pieces start where scalars do.
      guard let scalar = UTF8Scan.scalar(before: end, in: text), classes.isSpace(scalar.value) else { break }
      end = max(end - scalar.length, start)
    }
    return start..<end
  }

  /// Where the first run of `range` that is too long reaches the longest length; `nil` where none does.
  ///
  /// Looks at every 384th byte, and backward from it, so that a text of short runs costs a few looks.
  private func endOfLongRun(in range: Range<Int>, of text: Span<UInt8>) -> Int? {
    var start = range.lowerBound
    while range.upperBound - start >= Self.longestRun {
      let end = UTF8Scan.boundary(atOrBefore: start + Self.longestRun - 1, in: text)
      var place = end
      var next = UTF8Scan.scalar(at: end, in: text).value
      while place > start, let scalar = UTF8Scan.scalar(before: place, in: text), classes.areGrouped(scalar.value, next)
      {
        place -= scalar.length
        next = scalar.value
      }
      if place <= start { return end }
      start = place
    }
    return nil
  }

  /// Where to cut what begins at `start`: behind the last line end, space or full stop of the window, else behind the
  /// last comma or other ideographic punctuation, else before the scalar that does not fit.
  private static func cut(_ start: Int, in text: Span<UInt8>) -> Int {
    let end = UTF8Scan.boundary(atOrBefore: start + limit, in: text)
    var best = end
    var bestRank = 0
    var place = end
    while place > end - window {
      guard let scalar = UTF8Scan.scalar(before: place, in: text) else { break }
      let rank = rank(of: scalar.value)
      if rank > bestRank { (best, bestRank) = (place, rank) }
      if rank == 2 { break }
      place -= scalar.length
    }
    return best
  }

  private static func rank(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x0A, 0x20, 0x3000, 0x3002, 0xFF01, 0xFF0E, 0xFF1F: 2
    case 0x2C, 0x3001, 0x300D, 0x300F, 0xFF09, 0xFF0C: 1
    default: 0
    }
  }
}
