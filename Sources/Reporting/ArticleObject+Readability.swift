package import ArticleAnalysis
import Morphology
import TextCore

extension ArticleObject {
  /// Writes the key `readability`.
  func writeReadability<Output: StructuredOutput>(to output: inout Output) {
    output.key("readability")
    guard let readability = analysis.readability else { return output.null() }
    Self.write(readability, to: &output)
  }

  /// Writes the figures of readability as the value of that key.
  package static func write<Output: StructuredOutput>(_ readability: ArticleReadability, to output: inout Output) {
    output.beginObject()
    output.key("sentences")
    output.integer(readability.sentences)
    output.key("sentenceLength")
    output.length(readability.length)
    output.key("longestSentences")
    output.array(readability.longest) { output, sentence in
      output.beginObject()
      output.key("characters")
      output.integer(sentence.characters)
      output.place(sentence.place)
      output.endObject()
    }
    output.key("kanjiShare")
    output.score(readability.kanjiShare)
    output.key("wordOrigins")
    output.origins(readability.origins)
    output.key("style")
    output.style(readability.style)
    output.key("repeatedParticles")
    output.array(readability.repeatedParticles) { output, repeated in
      output.beginObject()
      output.key("particle")
      output.string(repeated.particle)
      output.key("count")
      output.integer(repeated.count)
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
    key("mean")
    score(length.mean)
    key("median")
    score(length.median)
    key("longest")
    integer(length.longest)
    endObject()
  }

  fileprivate mutating func origins(_ origins: WordOrigins?) {
    guard let origins else { return null() }
    beginObject()
    key("words")
    integer(origins.words)
    for origin in WordOrigin.allCases {
      key("\(origin)")
      score(origins.share(of: origin))
    }
    endObject()
  }

  fileprivate mutating func style(_ style: SentenceStyle) {
    beginObject()
    key("body")
    string(orNull: style.body?.rawValue)
    for (name, count) in [("polite", style.polite), ("plain", style.plain), ("nominal", style.nominal)] {
      key(name)
      integer(count)
    }
    key("exceptions")
    array(style.exceptions) { output, place in
      output.beginObject()
      output.place(place)
      output.endObject()
    }
    endObject()
  }

  /// Writes words and place as keys of the open object.
  fileprivate mutating func place(_ place: ReadabilityPlace) {
    key("text")
    string(place.text)
    key("range")
    range(place.range)
    key("line")
    integer(place.position.line)
    key("column")
    integer(place.position.column)
  }
}
