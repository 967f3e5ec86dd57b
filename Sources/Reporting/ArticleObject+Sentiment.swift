import Annotation
import ArticleAnalysis

extension ArticleObject {
  /// Writes the key `sentiment`.
  func writeSentiment<Output: StructuredOutput>(to output: inout Output) {
    output.key(plain: "sentiment")
    guard let sentiment = analysis.sentiment else { return output.null() }
    output.beginObject()
    output.key(plain: "polarity")
    output.string(plain: sentiment.polarity.name)
    output.key(plain: "score")
    output.score(sentiment.score)
    output.key(plain: "shares")
    output.beginObject()
    for (polarity, share) in sentiment.shares.inOrder {
      output.key(plain: polarity.name)
      output.score(share)
    }
    output.endObject()
    output.key(plain: "subjectivity")
    output.score(sentiment.subjectivity)
    output.key(plain: "cues")
    output.array(sentiment.cues) { $0.cue($1) }
    output.key(plain: "aspects")
    output.array(sentiment.aspects) { output, aspect in
      output.beginObject()
      output.key(plain: "entity")
      output.string(aspect.entity)
      output.key(plain: "polarity")
      output.string(plain: aspect.polarity.name)
      output.key(plain: "score")
      output.score(aspect.score)
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
  fileprivate mutating func cue(_ cue: SentimentCue) {
    beginObject()
    key(plain: "text")
    string(cue.text)
    key(plain: "range")
    range(cue.range)
    key(plain: "polarity")
    string(plain: cue.polarity.name)
    key(plain: "weight")
    score(cue.weight)
    key(plain: "negated")
    bool(cue.isNegated)
    key(plain: "rules")
    beginArray()
    var rest = cue.rules.rawValue
    while rest != 0 {
      string(CueRules.names[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    endArray()
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
