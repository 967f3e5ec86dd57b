package import TextCore

/// What was found out about the judgements of an article, by sentences.
package struct SentimentFindings: Sendable {
  /// A judgement.
  package struct Cue: Equatable, Sendable {
    /// Where it lies in the normalized text.
    package var range: ByteRange<NormalizedSpace>
    private let packedMorphemes: PackedRange
    private let thingMorpheme: Int32
    private let sentenceNumber: UInt32
    /// How it judges, -1 to 1.
    package var value: Float
    /// What its words say before the rules, -1 to 1; 0 where a rule makes the judgement.
    package var base: Float
    /// The rules that had a part in it.
    package var rules: CueRules
    /// The feelings that it speaks of.
    package var emotions: EmotionSet

    init(
      range: ByteRange<NormalizedSpace>, morphemes: Range<Int>, thing: Int?, sentence: Int, value: Float, base: Float,
      rules: CueRules, emotions: EmotionSet
    ) {
      self.range = range
      packedMorphemes = PackedRange(morphemes)
      thingMorpheme = thing.map { Int32(truncatingIfNeeded: $0) } ?? -1
      sentenceNumber = UInt32(truncatingIfNeeded: sentence)
      self.value = value
      self.base = base
      self.rules = rules
      self.emotions = emotions
    }

    /// The morphemes that it covers.
    @inline(__always)
    package var morphemes: Range<Int> { packedMorphemes.range }
    /// The morpheme of the thing whose growth it judges, where that stands apart; `nil` for none.
    @inline(__always)
    package var thing: Int? { thingMorpheme < 0 ? nil : Int(thingMorpheme) }
    /// The sentence that it stands in.
    @inline(__always)
    package var sentence: Int { Int(sentenceNumber) }
  }

  /// A sentence.
  package struct Sentence: Equatable, Sendable {
    /// How strongly: the probability of a positive judgement less that of a negative one, -1 to 1.
    package var score: Float
    /// How much it tells opinions rather than facts, 0 to 1.
    package var subjectivity: Float
    /// What the learned words add: for positive and negative.
    package var learned: SentimentModel.Weights
    /// How it judges.
    package var polarity: Polarity
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
