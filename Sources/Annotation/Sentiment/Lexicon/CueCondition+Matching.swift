import Morphology
import TextCore

extension SentimentLexicon.Condition {
  /// How far a head may stand from the phrase, in morphemes.
  private static let reach = 12

  /// How near the condition's head stands to a phrase over the words `phrase`, in morphemes; `nil` where the condition
  /// does not hold, and `reach` where it asks for no head.
  func distance(
    _ phrase: Range<Int>, in words: borrowing SentenceWords, _ ids: Span<UInt32>,
    _ readings: borrowing ScratchColumn<SentimentLexemes.Reading>, _ lexemes: borrowing LexemeTable
  ) -> Int? {
    if let wordClass, !wordClass.holds(lexemes.partsOfSpeech[Int(ids[phrase.upperBound - 1])]) { return nil }
    if heads.isEmpty && excludedHeads.isEmpty { return Self.reach }
    let around = max(0, phrase.lowerBound - Self.reach)..<min(words.count, phrase.upperBound + Self.reach)
    var nearest = heads.isEmpty ? Self.reach : Int.max
    for word in around where words.record(word).marks.contains(.isHead) && !phrase.contains(word) {
      let head = readings[Int(ids[word])].head
      if excludedHeads.contains(head) { return nil }
      guard heads.contains(head) else { continue }
      nearest = min(nearest, word < phrase.lowerBound ? phrase.lowerBound - word : word - phrase.upperBound + 1)
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
