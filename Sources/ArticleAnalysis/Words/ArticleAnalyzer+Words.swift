package import Annotation
package import Morphology
import Normalization

extension ArticleAnalyzer {
  /// All terms of the article that was analyzed last, in the order of their first occurrence; none where no part of the
  /// analysis needs terms.
  package var countedTerms: [CountedTerm] { options.parts.contains(where: \.needsTerms) ? extractor.countedTerms : [] }

  /// The words of the article that was analyzed last, and of its title.
  ///
  /// Call it once, after an analysis of all parts: the title's morphemes take the place of the text's.
  /// - Complexity: O(*n*) in morphemes.
  package mutating func words(title: String?) throws(MorphologyError) -> ArticleWords {
    var words = ArticleWords()
    words.terms = extractor.countedTermList
    wordForms.update(segmenter.lexemes)
    words.text.reserveCapacity(table.count * 6)
    words.sentenceStarts.reserveCapacity(table.sentenceCount)
    for sentence in 0..<table.sentenceCount {
      words.sentenceStarts.append(words.count)
      words.count += wordForms.append(table.lexemes[table.morphemes(ofSentence: sentence)], to: &words.text)
    }
    words.title = try wordForms(of: title ?? "")
    return words
  }

  /// The words of a text that is no article, such as what is searched for; each followed by a space.
  package mutating func wordForms(of text: String) throws(MorphologyError) -> [UInt8] {
    var forms: [UInt8] = []
    guard !text.isEmpty else { return forms }
    try segment(normalizer.normalize(Array(text.utf8).span))
    wordForms.update(segmenter.lexemes)
    _ = wordForms.append(table.lexemes[...], to: &forms)
    return forms
  }
}
