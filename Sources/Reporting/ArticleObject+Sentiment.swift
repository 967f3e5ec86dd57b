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
    sentiment.cues.withUnsafeBufferPointer { cues in
      // Field by field, since a cue that is lent out of an array is copied whole.
      for index in cues.indices {
        output.object(
          CueFields(
            text: cues[index].text, range: cues[index].range, polarity: cues[index].polarity,
            weight: cues[index].weight, rules: cues[index].rules))
      }
    }
    output.endArray()
    output.key(plain: "aspects")
    output.array(sentiment.aspects) { $0.object($1) }
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

/// What is written of a cue.
private struct CueFields: FieldSource {
  let text: String
  let range: Range<Int>
  let polarity: Polarity
  let weight: Double
  let rules: CueRules

  @inline(__always)
  func write<Fields: FieldOutput>(to fields: inout Fields) {
    fields.field("text", text)
    fields.field("range", range)
    fields.field("polarity", plain: polarity.name)
    fields.field("weight", score: weight)
    fields.field("negated", rules.isNegated)
    fields.field("rules", plain: CueRules.plainNames, at: UInt64(rules.rawValue))
  }
}

extension SentimentAspect: FieldSource {
  @inline(__always)
  package func write<Fields: FieldOutput>(to fields: inout Fields) {
    fields.field("entity", entity)
    fields.field("polarity", plain: polarity.name)
    fields.field("score", score: score)
    fields.field("ranges", ranges)
  }
}

extension Polarity {
  /// The raw value.
  var name: StaticString {
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
