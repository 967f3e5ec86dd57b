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
    output.key(plain: "sentences")
    output.integer(readability.sentences)
    output.key(plain: "sentenceLength")
    output.length(readability.length)
    output.key(plain: "longestSentences")
    output.array(readability.longest) { output, sentence in
      output.beginObject()
      output.key(plain: "characters")
      output.integer(sentence.characters)
      output.place(sentence.place)
      output.endObject()
    }
    output.key(plain: "kanjiShare")
    output.score(readability.kanjiShare)
    output.key(plain: "wordOrigins")
    output.origins(readability.origins)
    output.key(plain: "style")
    output.style(readability.style)
    output.key(plain: "repeatedParticles")
    output.array(readability.repeatedParticles) { output, repeated in
      output.beginObject()
      output.key(plain: "particle")
      output.string(repeated.particle)
      output.key(plain: "count")
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
    key(plain: "mean")
    score(length.mean)
    key(plain: "median")
    score(length.median)
    key(plain: "longest")
    integer(length.longest)
    endObject()
  }

  fileprivate mutating func origins(_ origins: WordOrigins?) {
    guard let origins else { return null() }
    beginObject()
    key(plain: "words")
    integer(origins.words)
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
    key(plain: "text")
    string(place.text)
    key(plain: "range")
    range(place.range)
    key(plain: "line")
    integer(place.position.line)
    key(plain: "column")
    integer(place.position.column)
  }
}
