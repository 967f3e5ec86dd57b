package import ArticleAnalysis
import Morphology
import TextCore

extension ArticleObject {
  /// Writes the key `readability`.
  func writeReadability<Output: StructuredOutput>(to output: inout Output) {
    output.key(plain: "readability")
    guard let readability = analysis.readability else { return output.null() }
    Self.write(readability, to: &output)
  }

  /// Writes the figures of readability as the value of that key.
  package static func write<Output: StructuredOutput>(_ readability: ArticleReadability, to output: inout Output) {
    output.beginObject()
    output.field("sentences", readability.sentences)
    output.key(plain: "sentenceLength")
    output.length(readability.length)
    output.key(plain: "longestSentences")
    output.array(readability.longest) { output, sentence in
      output.beginObject()
      output.field("characters", sentence.characters)
      output.place(sentence.place)
      output.endObject()
    }
    output.field("kanjiShare", score: readability.kanjiShare)
    output.key(plain: "wordOrigins")
    output.origins(readability.origins)
    output.key(plain: "style")
    output.style(readability.style)
    output.key(plain: "repeatedParticles")
    output.array(readability.repeatedParticles) { output, repeated in
      output.beginObject()
      output.field("particle", repeated.particle)
      output.field("count", repeated.count)
      output.place(repeated.place)
      output.endObject()
    }
    output.endObject()
  }
}

extension StructuredOutput {
  fileprivate mutating func length(_ length: SentenceLength?) {
    guard let length else { return null() }
    beginObject()
    field("mean", score: length.mean)
    field("median", score: length.median)
    field("longest", length.longest)
    endObject()
  }

  fileprivate mutating func origins(_ origins: WordOrigins?) {
    guard let origins else { return null() }
    beginObject()
    field("words", origins.words)
    for origin in WordOrigin.allCases {
      key("\(origin)")
      score(origins.share(of: origin))
    }
    endObject()
  }

  fileprivate mutating func style(_ style: SentenceStyle) {
    beginObject()
    key(plain: "body")
    string(orNull: style.body?.rawValue)
    for (name, count) in [("polite", style.polite), ("plain", style.plain), ("nominal", style.nominal)] {
      key(name)
      integer(count)
    }
    key(plain: "exceptions")
    array(style.exceptions) { output, place in
      output.beginObject()
      output.place(place)
      output.endObject()
    }
    endObject()
  }

  /// Writes words and place as keys of the open object.
  fileprivate mutating func place(_ place: ReadabilityPlace) {
    field("text", place.text)
    field("range", place.range)
    field("line", place.position.line)
    field("column", place.position.column)
  }
}
