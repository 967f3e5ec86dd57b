import Morphology
import TextCore

extension SentimentLexicon.Condition {
  /// How far a head may stand from the phrase, in morphemes.
  private static let reach = 12

  /// The words near a phrase that may be heads of conditions.
  struct Heads {
    /// The first word that is near enough.
    var start: Int
    /// A bit for each word from there on that is a head.
    var bits: UInt64 = 0
  }

  /// The heads near the words `phrase`, to be asked by each condition of it.
  static func heads(around phrase: Range<Int>, in words: borrowing SentenceWords) -> Heads {
    var heads = Heads(start: max(0, phrase.lowerBound - reach))
    for word in heads.start..<min(words.count, phrase.upperBound + reach)
    where words.record(word).marks.contains(.isHead) && !phrase.contains(word) {
      heads.bits |= 1 &<< UInt64(truncatingIfNeeded: word &- heads.start)
    }
    return heads
  }

  /// How near the condition's head stands to a phrase over the words `phrase`, in morphemes; `nil` where the condition
  /// does not hold, and `reach` where it asks for no head.
  func distance(
    _ phrase: Range<Int>, _ near: Heads, _ ids: Span<UInt32>,
    _ numbers: borrowing ScratchColumn<UInt16>, _ lexemes: borrowing LexemeTable
  ) -> Int? {
    if let wordClass, !wordClass.holds(lexemes.partsOfSpeech[Int(ids[phrase.upperBound - 1])]) { return nil }
    if heads.isEmpty && excludedHeads.isEmpty { return Self.reach }
    var nearest = heads.isEmpty ? Self.reach : Int.max
    var rest = near.bits
    while rest != 0 {
      let word = near.start + rest.trailingZeroBitCount
      rest &= rest &- 1
      let head = numbers[Int(ids[word])]
      guard mayHold(head) else { continue }
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
