import Morphology
import TextCore

extension SentimentLexicon.Condition {
  /// How far a head may stand from the phrase, in morphemes.
  private static let reach = 12

  /// How near the condition's head stands to a phrase over `morphemes`, in morphemes; `nil` where the condition does
  /// not hold, and `reach` where it asks for no head.
  func distance(
    _ morphemes: Range<Int>, _ sentence: Range<Int>, _ table: borrowing MorphemeTable,
    _ records: borrowing SentimentLexemes, _ lexemes: borrowing LexemeTable
  ) -> Int? {
    if let wordClass, !wordClass.holds(lexemes.partsOfSpeech[Int(table.lexemes[morphemes.upperBound - 1])]) {
      return nil
    }
    if heads.isEmpty && excludedHeads.isEmpty { return Self.reach }
    let around =
      max(
        sentence.lowerBound, morphemes.lowerBound - Self.reach)..<min(
        sentence.upperBound, morphemes.upperBound + Self.reach)
    var nearest = heads.isEmpty ? Self.reach : Int.max
    for index in around where !morphemes.contains(index) {
      let head = records.readings[Int(table.lexemes[index])].head
      guard head != 0 else { continue }
      if excludedHeads.contains(head) { return nil }
      guard heads.contains(head) else { continue }
      nearest = min(
        nearest, index < morphemes.lowerBound ? morphemes.lowerBound - index : index - morphemes.upperBound + 1)
    }
    return nearest == .max ? nil : nearest
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
