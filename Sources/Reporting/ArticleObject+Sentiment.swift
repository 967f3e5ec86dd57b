import Annotation
import ArticleAnalysis

extension ArticleObject {
  /// Writes the key `sentiment`.
  func writeSentiment<Output: StructuredOutput>(to output: inout Output) {
    output.key("sentiment")
    guard let sentiment = analysis.sentiment else { return output.null() }
    output.beginObject()
    output.key("polarity")
    output.string(sentiment.polarity.rawValue)
    output.key("score")
    output.score(sentiment.score)
    output.key("shares")
    output.beginObject()
    for (polarity, share) in sentiment.shares.inOrder {
      output.key(polarity.rawValue)
      output.score(share)
    }
    output.endObject()
    output.key("subjectivity")
    output.score(sentiment.subjectivity)
    output.key("cues")
    output.array(sentiment.cues) { $0.cue($1) }
    output.key("aspects")
    output.array(sentiment.aspects) { output, aspect in
      output.beginObject()
      output.key(plain: "entity")
      output.string(aspect.entity)
      output.key(plain: "polarity")
      output.string(aspect.polarity.rawValue)
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
    string(cue.polarity.rawValue)
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

extension PolarityShares {
  /// The shares, in the order of `Polarity`.
  var inOrder: [(Polarity, Double)] {
    [(.positive, positive), (.negative, negative), (.neutral, neutral), (.mixed, mixed)]
  }
}
