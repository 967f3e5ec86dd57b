import Annotation
import ArticleAnalysis

extension ArticleObject {
  /// Writes the key `sentiment`.
  func writeSentiment<Output: StructuredOutput>(to output: inout Output) {
    output.key(plain: "sentiment")
    guard let sentiment = analysis.sentiment else { return output.null() }
    output.beginObject()
    output.field("polarity", plain: sentiment.polarity.name)
    output.field("score", score: sentiment.score)
    output.key(plain: "shares")
    output.beginObject()
    for (polarity, share) in sentiment.shares.inOrder {
      output.key(plain: polarity.name)
      output.score(share)
    }
    output.endObject()
    output.field("subjectivity", score: sentiment.subjectivity)
    output.key(plain: "cues")
    output.beginArray()
    let cues = sentiment.cues.span
    for index in cues.indices { output.cue(cues[index]) }
    output.endArray()
    output.key(plain: "aspects")
    output.array(sentiment.aspects) { output, aspect in
      output.beginObject()
      output.field("entity", aspect.entity)
      output.field("polarity", plain: aspect.polarity.name)
      output.field("score", score: aspect.score)
      output.key(plain: "ranges")
      output.array(aspect.ranges) { $0.range($1) }
      output.endObject()
    }
    output.key(plain: "emotions")
    output.beginObject()
    for count in sentiment.emotions {
      output.key(count.emotion.rawValue)
      output.integer(count.count)
    }
    output.endObject()
    output.endObject()
  }
}

extension StructuredOutput {
  /// Writes words that judge.
  fileprivate mutating func cue(_ cue: borrowing SentimentCue) {
    beginObject()
    field("text", cue.text)
    field("range", cue.range)
    field("polarity", plain: cue.polarity.name)
    field("weight", score: cue.weight)
    field("negated", cue.isNegated)
    field("rules", plain: CueRules.plainNames, at: UInt64(cue.rules.rawValue))
    endObject()
  }
}

extension Polarity {
  /// The raw value.
  fileprivate var name: StaticString {
    switch self {
    case .positive: "positive"
    case .negative: "negative"
    case .neutral: "neutral"
    case .mixed: "mixed"
    }
  }
}

extension PolarityShares {
  /// The shares, in the order of `Polarity`.
  var inOrder: [(Polarity, Double)] {
    [(.positive, positive), (.negative, negative), (.neutral, neutral), (.mixed, mixed)]
  }
}
