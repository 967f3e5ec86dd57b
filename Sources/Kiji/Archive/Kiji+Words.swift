package import Annotation
package import ArticleAnalysis
package import ArticleSource
package import Morphology

extension Kiji {
  /// Analyzes an article, and counts all of its terms, however light.
  /// - Parameter counts: Becomes the terms, in the order of their first occurrence; none where no part needs terms.
  package func analyze(
    bytes: [UInt8], format: InputFormat?, title: String?, counting counts: inout [CountedTerm]
  ) throws -> ArticleAnalysis {
    let (analysis, terms) = try analyzers.withAnalyzer { analyzer in
      let analysis = try analyzer.analyze(bytes, format: format, title: title)
      return (analysis, analyzer.countedTerms)
    }
    counts = terms
    return suggesting(analysis)
  }

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
