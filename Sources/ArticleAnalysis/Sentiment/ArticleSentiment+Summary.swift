import Annotation

extension ArticleSentiment {
  /// The share of judging sentences from which an article judges at all.
  private static let judgingShare = 0.15
  /// How much more of the judging sentences have to be of one side for the article to be of it.
  private static let lead = 0.25
  /// What a sentence weighs that the next one is set against.
  private static let contrasted = 0.5

  /// Sums up the sentences of an article.
  ///
  /// An article of one sentence judges as the sentence does. Of a longer one, the share of judging sentences decides
  /// whether it judges, and their balance how, so that length alone moves nothing.
  init(_ findings: SentimentFindings, cues: [SentimentCue], aspects: [SentimentAspect]) {
    var (good, bad, neutral, mixed) = (0, 0, 0, 0)
    var (score, subjectivity) = (0.0, 0.0)
    var balance = 0.0
    for index in findings.sentences.indices {
      let sentence = findings.sentences[index]
      score += Double(sentence.score)
      subjectivity += Double(sentence.subjectivity)
      // 最初は不安だった。しかし今は満足だ。
      let isContrasted = index + 1 < findings.sentences.count && findings.sentences[index + 1].isContrast
      let weight = isContrasted ? Self.contrasted : 1
      switch sentence.polarity {
      case .positive: (good, balance) = (good + 1, balance + weight)
      case .negative: (bad, balance) = (bad + 1, balance - weight)
      case .neutral: neutral += 1
      case .mixed: mixed += 1
      }
    }
    let count = Double(max(findings.sentences.count, 1))
    shares = PolarityShares(
      positive: Double(good) / count, negative: Double(bad) / count, neutral: Double(neutral) / count,
      mixed: Double(mixed) / count)
    self.score = score / count
    self.subjectivity = subjectivity / count
    polarity = Self.polarity(shares, balance: balance / count)
    self.cues = cues
    self.aspects = aspects
    emotions = Self.emotions(cues)
  }

  /// How many words speak of each feeling and are not denied.
  private static func emotions(_ cues: [SentimentCue]) -> [EmotionCount] {
    var counts = [Int](repeating: 0, count: Emotion.allCases.count)
    cues.withUnsafeBufferPointer { cues in
      // Negation is asked of the rules, since to ask the cue copies it.
      for index in cues.indices where !cues[index].emotionSet.isEmpty && !cues[index].rules.isNegated {
        var rest = cues[index].emotionSet.rawValue
        while rest != 0 {
          counts[rest.trailingZeroBitCount] += 1
          rest &= rest - 1
        }
      }
    }
    return Emotion.allCases.indices.filter { counts[$0] > 0 }
      .map { EmotionCount(emotion: Emotion.allCases[$0], count: counts[$0]) }
  }

  private static func polarity(_ shares: PolarityShares, balance: Double) -> Polarity {
    let judging = shares.positive + shares.negative + shares.mixed
    guard judging >= judgingShare else { return .neutral }
    let lead = balance / judging
    return lead >= Self.lead ? .positive : lead <= -Self.lead ? .negative : .mixed
  }
}
