import TextCore

/// What of a sentence goes into a summary: the whole of it, or what a cut leaves.
struct SentenceForm {
  /// The pieces of the prose, ascending, in bytes; none is empty.
  var pieces: [Range<Int>]
  /// Where the sentence begins once its connective is cut; the start of the first piece where it has none.
  var opening: Int
  /// What is put before the sentence's start in place of the bytes up to `opening`: a name for 同社.
  var antecedent = ""
  /// Whether the sentence needs a full stop of its own.
  var needsStop: Bool
  /// Whether a clause was cut.
  var isCut = false
  /// Whether code was left out of it, so that words are missing.
  var hasHole = false
  /// Whether it keeps the rules of every excerpt.
  var isSound = true
  /// Its grapheme clusters, with the connective.
  var length = 0
  /// Its grapheme clusters without the connective, as the first sentence of an excerpt.
  var openingLength = 0

  /// The text, on one line.
  /// - Parameter opensExcerpt: Whether the connective at the head is left out.
  func text(_ prose: Span<UInt8>, opensExcerpt: Bool) -> String {
    var text = opensExcerpt ? antecedent : ""
    for piece in pieces {
      let start = opensExcerpt ? max(piece.lowerBound, opening) : piece.lowerBound
      guard start < piece.upperBound else { continue }
      text += prose.string(start..<piece.upperBound)
    }
    text = ExcerptForm.line(text)
    if opensExcerpt, let first = text.first, first == " " || first == "\u{3000}" {
      text = String(text.drop { $0 == " " || $0 == "\u{3000}" })
    }
    while let last = text.last, last == " " || last == "\u{3000}" || (needsStop && (last == "、" || last == "，")) {
      text.removeLast()
    }
    return needsStop ? text + "。" : text
  }

  /// Counts the characters.
  mutating func measure(_ prose: Span<UInt8>) {
    length = count(prose, from: pieces[0].lowerBound)
    let isOpened = opening > pieces[0].lowerBound || !antecedent.isEmpty
    openingLength = isOpened ? count(prose, from: opening) + antecedent.count : length
  }

  /// The grapheme clusters of the pieces from `start` on; an upper bound where lines are joined.
  private func count(_ prose: Span<UInt8>, from start: Int) -> Int {
    var count = needsStop ? 1 : 0
    for piece in pieces where piece.upperBound > start {
      count += GraphemeCount.count(prose.extracting(max(piece.lowerBound, start)..<piece.upperBound))
    }
    return count
  }

  /// Calls `body` with the bytes of the text, but for the joining of lines.
  func withBytes<Result>(_ prose: Span<UInt8>, _ body: (Span<UInt8>) -> Result) -> Result {
    if pieces.count == 1, antecedent.isEmpty, !needsStop {
      return body(prose.extracting(min(opening, pieces[0].upperBound)..<pieces[0].upperBound))
    }
    let bytes = Array(text(prose, opensExcerpt: true).utf8)
    return body(bytes.span)
  }
}
