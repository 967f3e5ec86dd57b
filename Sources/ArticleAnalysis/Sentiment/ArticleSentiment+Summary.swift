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
    var counts: [Polarity: Int] = [:]
    var (score, subjectivity) = (0.0, 0.0)
    var balance = 0.0
    for (index, sentence) in findings.sentences.enumerated() {
      counts[sentence.polarity, default: 0] += 1
      score += Double(sentence.score)
      subjectivity += Double(sentence.subjectivity)
      // 最初は不安だった。しかし今は満足だ。
      let isContrasted = index + 1 < findings.sentences.count && findings.sentences[index + 1].isContrast
      let weight = isContrasted ? Self.contrasted : 1
      balance += sentence.polarity == .positive ? weight : sentence.polarity == .negative ? -weight : 0
    }
    let count = Double(max(findings.sentences.count, 1))
    func share(_ polarity: Polarity) -> Double { Double(counts[polarity] ?? 0) / count }
    shares = PolarityShares(
      positive: share(.positive), negative: share(.negative), neutral: share(.neutral), mixed: share(.mixed))
    self.score = score / count
    self.subjectivity = subjectivity / count
    polarity = Self.polarity(shares, balance: balance / count)
    self.cues = cues
    self.aspects = aspects
    emotions = Emotion.allCases.compactMap { emotion in
      let words = cues.count { $0.emotions.contains(emotion) && !$0.isNegated }
      return words > 0 ? EmotionCount(emotion: emotion, count: words) : nil
    }
  }

  private static func polarity(_ shares: PolarityShares, balance: Double) -> Polarity {
    let judging = shares.positive + shares.negative + shares.mixed
    guard judging >= judgingShare else { return .neutral }
    let lead = balance / judging
    return lead >= Self.lead ? .positive : lead <= -Self.lead ? .negative : .mixed
  }
}
