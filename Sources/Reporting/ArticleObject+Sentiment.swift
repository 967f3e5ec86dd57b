import Annotation
package import ArticleAnalysis
import TextCore

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
    for index in cues.indices { output.object(cues[index]) }
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

extension SentimentCue: FieldSource {
  package var mostBytes: Int {
    JSONText.mostEscaped * text.utf8.count + rules.rawValue.nonzeroBitCount * Self.longestRule + Self.mostOther
  }

  /// The most bytes of a rule's name with its signs.
  private static let longestRule = 24
  /// The most bytes of all but text and rules.
  private static let mostOther = 256

  package func write<Fields: FieldOutput>(to fields: inout Fields) {
    fields.field("text", text)
    fields.field("range", range)
    fields.field("polarity", plain: polarity.name)
    fields.field("weight", score: weight)
    // Asked of the rules, since to ask the cue copies it.
    fields.field("negated", rules.isNegated)
    fields.field("rules", plain: CueRules.plainNames, at: UInt64(rules.rawValue))
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
