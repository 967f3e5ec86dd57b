import Morphology
import TextCore

extension CueCondition {
  /// How far a head may stand from the phrase, in morphemes.
  private static let reach = 12

  /// Whether the condition holds for a phrase over `morphemes`.
  func holds(
    _ morphemes: Range<Int>, _ sentence: Range<Int>, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Bool {
    if let wordClass, !wordClass.holds(lexemes.partsOfSpeech[Int(table.lexemes[morphemes.upperBound - 1])]) {
      return false
    }
    if heads.isEmpty && excludedHeads.isEmpty { return true }
    let around =
      max(sentence.lowerBound, morphemes.lowerBound - Self.reach)..<min(
        sentence.upperBound, morphemes.upperBound + Self.reach)
    var hasHead = heads.isEmpty
    for index in around where !morphemes.contains(index) {
      let lexeme = Int(table.lexemes[index])
      let surface = lexemes.vocabulary.range(of: lexemes.surfaces[lexeme])
      let base = lexemes.vocabulary.range(of: lexemes.baseForms[lexeme])
      let pool = lexemes.vocabulary.pool
      if excludedHeads.contains(where: { pool[surface].elementsEqual($0) || pool[base].elementsEqual($0) }) {
        return false
      }
      hasHead = hasHead || heads.contains { pool[surface].elementsEqual($0) || pool[base].elementsEqual($0) }
    }
    return hasHead
  }
}

extension CueCondition.WordClass {
  /// Whether a part of speech is of the class.
  func holds(_ part: PartOfSpeech) -> Bool {
    switch self {
    case .noun: part.isContentNoun || part == .nounSuffix || part == .dependentNoun
    case .verb: part == .verb || part == .dependentVerb || part == .verbalNoun
    case .adjective: part == .adjective || part == .adjectivalNoun || part == .dependentAdjective
    case .adverb: part == .adverb || part == .adverbialNoun
    }
  }
}
