package import Morphology
internal import Normalization
package import TextCore

/// A morpheme with its place in a text as the author wrote it.
package struct PlacedMorpheme: Equatable, Sendable {
  /// The form in which it is searched for; empty for particles, signs and the like.
  package let form: String
  /// Its class.
  package let part: PartOfSpeech
  /// The reading that the dictionary gives; the surface where it gives none.
  package let reading: String
  /// Where it stands.
  package let range: ByteRange<ProseSpace>
}

extension ArticleAnalyzer {
  /// The morphemes of a text without markup, in its order.
  /// - Complexity: O(*n*).
  package mutating func placedMorphemes(of prose: [UInt8]) throws(MorphologyError) -> [PlacedMorpheme] {
    let normalized = normalizer.normalize(prose.span)
    try segment(normalized)
    wordForms.update(segmenter.lexemes)
    var morphemes: [PlacedMorpheme] = []
    morphemes.reserveCapacity(table.count)
    var form: [UInt8] = []
    for index in 0..<table.count {
      let lexeme = table.lexemes[index]
      form.removeAll(keepingCapacity: true)
      if wordForms.append(table.lexemes[index...index], to: &form) > 0 { form.removeLast() }
      morphemes.append(
        PlacedMorpheme(
          form: String(decoding: form, as: UTF8.self), part: segmenter.lexemes.partsOfSpeech[Int(lexeme)],
          reading: segmenter.lexemes.reading(of: lexeme),
          range: normalized.map.sourceRange(of: table.range(of: index))))
    }
    return morphemes
  }

  /// What the dictionary says of a word; `nil` where MeCab does not take all of it for one known word.
  package mutating func word(_ text: String) throws(MorphologyError) -> (part: PartOfSpeech, reading: String)? {
    try segment(normalizer.normalize(Array(text.utf8).span))
    guard table.count == 1, !segmenter.lexemes.isUnknown[Int(table.lexemes[0])] else { return nil }
    let lexeme = table.lexemes[0]
    return (segmenter.lexemes.partsOfSpeech[Int(lexeme)], segmenter.lexemes.reading(of: lexeme))
  }
}
