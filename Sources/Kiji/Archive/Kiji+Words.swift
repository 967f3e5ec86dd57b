package import ArticleAnalysis
package import Morphology

extension Kiji {
  /// The words of a text as an index has them, each followed by a space.
  package func wordForms(of text: String) throws -> [UInt8] {
    try analyzers.withAnalyzer { try $0.wordForms(of: text) }
  }

  /// The morphemes of a text without markup.
  package func placedMorphemes(of prose: [UInt8]) throws -> [PlacedMorpheme] {
    try analyzers.withAnalyzer { try $0.placedMorphemes(of: prose) }
  }

  /// What the dictionary says of each word, `nil` for those that it does not know as one.
  package func dictionaryWords(_ words: [String]) throws -> [(part: PartOfSpeech, reading: String)?] {
    try analyzers.withAnalyzer { analyzer in
      var found: [(part: PartOfSpeech, reading: String)?] = []
      found.reserveCapacity(words.count)
      for word in words { found.append(try analyzer.word(word)) }
      return found
    }
  }
}
