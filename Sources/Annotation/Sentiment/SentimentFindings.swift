package import TextCore

/// What was found out about the judgements of an article, by sentences.
package struct SentimentFindings: Sendable {
  /// A judgement.
  package struct Cue: Equatable, Sendable {
    /// Where it lies in the normalized text.
    package var range: ByteRange<NormalizedSpace>
    /// The morphemes that it covers.
    package var morphemes: Range<Int>
    /// The morpheme of the thing whose growth it judges, where that stands apart; `nil` for none.
    package var thing: Int?
    /// The sentence that it stands in.
    package var sentence: Int
    /// How it judges, -1 to 1.
    package var value: Float
    /// What its words say before the rules, -1 to 1; 0 where a rule makes the judgement.
    package var base: Float
    /// The rules that had a part in it.
    package var rules: CueRules
    /// The feelings that it speaks of.
    package var emotions: EmotionSet
  }

  /// A sentence.
  package struct Sentence: Equatable, Sendable {
    /// How it judges.
    package var polarity: Polarity
    /// How strongly: the probability of a positive judgement less that of a negative one, -1 to 1.
    package var score: Float
    /// How much it tells opinions rather than facts, 0 to 1.
    package var subjectivity: Float
    /// What the learned words add: for positive and negative.
    package var learned: SentimentModel.Weights
    /// Whether it begins with a word that sets it against the sentence before.
    package var isContrast: Bool
  }

  /// The judgements, in the order of the text.
  package var cues: [Cue] = []
  /// The sentences, in the order of the text.
  package var sentences: [Sentence] = []
  /// The features of each sentence, where they were asked for.
  package var features: [SentenceFeatures] = []

  /// Nothing found.
  package init() {}
}
