public import Annotation

/// How an article judges, and by which words.
public struct ArticleSentiment: Equatable, Sendable {
  /// How it judges on the whole.
  public let polarity: Polarity
  /// The mean of its sentences' scores, -1 to 1.
  public let score: Double
  /// How many of its sentences judge how.
  public let shares: PolarityShares
  /// The mean of its sentences' subjectivity: 0 for facts only, towards 1 for opinions only.
  public let subjectivity: Double
  /// The words that judge, in the order of the text.
  public let cues: [SentimentCue]
  /// What is judged, in the order of the text.
  public let aspects: [SentimentAspect]
  /// The feelings that its words speak of, with how many words do; in the order of `Emotion`, without zeros.
  public let emotions: [EmotionCount]
}

/// Shares of sentences, each 0 to 1; 0 each where there is no sentence.
public struct PolarityShares: Equatable, Sendable {
  /// Sentences that judge something good.
  public let positive: Double
  /// Sentences that judge something bad.
  public let negative: Double
  /// Sentences that judge nothing.
  public let neutral: Double
  /// Sentences that judge both ways.
  public let mixed: Double
}

/// Words that judge.
public struct SentimentCue: Equatable, Sendable {
  /// The words as the author wrote them, without markup.
  public let text: String
  /// The half-open range in the decoded source, in the analysis's offset unit.
  public let range: Range<Int>
  /// The sentence that they stand in, an index of the article's sentences.
  public let sentence: Int
  /// Whether they say that something is good or that it is bad.
  public let polarity: Polarity
  /// How strongly, 0 to 1.
  public let weight: Double
  /// What the words alone say, -1 to 1; 0 where a rule makes the judgement.
  public let wordWeight: Double
  /// The rules that had a part in it.
  public let rules: CueRules
  /// The feelings that they speak of, as a set.
  package let emotionSet: EmotionSet

  /// The feelings that they speak of, in the order of `Emotion`.
  public var emotions: [Emotion] { emotionSet.emotions }

  /// Whether the words say the contrary of what they say alone.
  public var isNegated: Bool { rules.isNegated }
}

/// Something that is judged.
public struct SentimentAspect: Equatable, Sendable {
  /// Its name.
  public let entity: String
  /// How it is judged.
  public let polarity: Polarity
  /// How strongly, -1 to 1.
  public let score: Double
  /// Where it is named with a judgement.
  public let ranges: [Range<Int>]
}

/// How many words speak of a feeling.
public struct EmotionCount: Equatable, Sendable {
  /// The feeling.
  public let emotion: Emotion
  /// The number of words that speak of it and are not denied.
  public let count: Int
}
