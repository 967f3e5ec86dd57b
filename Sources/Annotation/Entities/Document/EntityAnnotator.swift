package import Morphology
import TextCore

/// Finds the entities of articles: values by rules, names by the tagger, both brought together over the article.
///
/// Holds scratch: give each worker its own, and to that always the same `LexemeTable`.
package struct EntityAnnotator: ~Copyable {
  private let resources: EntityResources
  private var scanner: ValueScanner
  private var tagger: NameTagger
  private var finder = NameFinder()
  private var names: [NameMention] = []
  private var values: [ValueMention] = []

  /// Whether names are decided over the whole article; without, each sentence stands alone (to measure what it buys).
  private let usesDocument: Bool

  /// Creates an annotator over what is shared.
  package init(resources: EntityResources, usesDocument: Bool = true) {
    self.resources = resources
    self.usesDocument = usesDocument
    scanner = ValueScanner(lexicon: resources.values)
    tagger = NameTagger(model: resources.model, gazetteer: resources.gazetteer, classes: resources.classes)
  }

  /// Finds the entities of an article.
  /// - Parameter anchor: The article's date, which relative times are counted from. Without one, words that only point
  ///   to a time (昨年, 来週) tell nothing and are left out.
  /// - Complexity: O(*n*) in bytes, and O(*m* log *m*) in mentions.
  package mutating func annotate(
    _ table: borrowing MorphemeTable, lexemes: borrowing LexemeTable, text: Span<UInt8>, anchor: CalendarDay?
  ) -> EntityFindings {
    names.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    scanner.beginArticle(anchor: anchor)
    for index in 0..<table.sentenceCount {
      let morphemes = table.morphemes(ofSentence: index)
      let first = values.count
      scanner.scan(morphemes, of: table, lexemes: lexemes, text: text, into: &values)
      tagger.tag(
        morphemes, sentence: index, of: table, lexemes: lexemes, text: text, values: values[first...], into: &names)
    }
    if anchor == nil { values.removeAll(where: \.isDeictic) }
    for index in names.indices {
      names[index] = NameEdges.trimmed(names[index], table, lexemes, text, resources.gazetteer)
    }
    tagger.update(lexemes)
    removeOrdinary(table, lexemes, text)
    if usesDocument { finder.complete(&names, table, lexemes, text, resources.gazetteer) }
    var resolver = EntityResolver(gazetteer: resources.gazetteer, bindsNames: usesDocument)
    return resolver.resolve(names, values, table, lexemes, text)
  }

  private mutating func removeOrdinary(
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) {
    var kept = 0
    for name in names where !isOrdinary(name, table, lexemes, text) {
      names[kept] = name
      kept += 1
    }
    names.removeLast(names.count - kept)
  }

  /// Whether a mention is no name by its form or its words, and neither the dictionary nor the gazetteer knows it: 笑
  /// in brackets is none, 米 may be one; アフィリエイト + リンク, README.md, XAI are none.
  private func isOrdinary(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) -> Bool {
    let surface = text.extracting(name.range.offsets)
    let isPlain: Bool
    if OrdinaryText.isSingleCharacter(surface) {
      isPlain = !lexemes.partsOfSpeech[Int(table.lexemes[name.morphemes.lowerBound])].isProperNoun
    } else {
      isPlain =
        resources.commonWords.contains(surface) || tagger.isGeneric(name.morphemes, table)
        || OrdinaryText.isCode(surface) || OrdinaryText.isEnglish(surface) || OrdinaryText.isNumber(surface)
        || name.name != .person && OrdinaryText.isIdentifier(surface)
    }
    return isPlain && resources.gazetteer.entry(ofHash: FeatureHash.string(surface)) < 0
  }
}
