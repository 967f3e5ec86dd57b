import Morphology
import TextCore

extension SentenceWeigher {
  /// Whether a word such as この or そうした stands before the first clause has ended, so that nothing in the sentence is
  /// there for it to point at: 各社はこの基盤を使う.
  ///
  /// Behind a noun other than 今, その and このよう are left alone: 県はその理由を説明した.
  /// - Complexity: O(*n*) in morphemes up to the first clause's end.
  func pointsBackInside(
    _ order: Int, _ normalized: Span<UInt8>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Bool {
    guard order < table.sentenceCount else { return false }
    let morphemes = table.morphemes(ofSentence: order)
    var hasNoun = false
    for index in morphemes {
      let lexeme = Int(table.lexemes[index])
      let part = lexemes.partsOfSpeech[lexeme]
      switch part {
      case .adnominal where index > morphemes.lowerBound:
        let start = Int(table.starts[index])
        let isBound = hasNoun && SentenceShape.isBoundInside(normalized, at: start)
        if !isBound, !namesItself(index + 1, table, lexemes), cues.pointsBack(at: start, in: normalized) { return true }
      case .conjunctiveParticle: return false
      case .comma where index > 0 && lexemes.forms[Int(table.lexemes[index - 1])] == .continuative: return false
      default: if part.isContentNoun && part != .adverbialNoun || part == .pronoun { hasNoun = true }
      }
    }
    return false
  }

  /// Whether the morpheme at `index` is a name or opens a quotation: この「青葉」 needs nothing to point at.
  private func namesItself(_ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable) -> Bool {
    guard index < table.count else { return false }
    let lexeme = Int(table.lexemes[index])
    let part = lexemes.partsOfSpeech[lexeme]
    return part.isProperNoun || part == .openBracket || lexemes.isUnknown[lexeme]
  }
}
