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
      scanner.scan(
        morphemes, serial: table.sentenceSerials[index], of: table, lexemes: lexemes, text: text, into: &values)
      tagger.tag(
        morphemes, sentence: index, of: table, lexemes: lexemes, text: text, values: values[first...], into: &names)
    }
    if anchor == nil { values.removeAll(where: \.isDeictic) }
    for index in names.indices {
      names[index] = NameEdges.trimmed(names[index], table, lexemes, text, resources.gazetteer)
      // No organization that is not known is called styled-components.
      let surface = text.extracting(names[index].range.offsets)
      if names[index].name.type == .organization, OrdinaryText.isPackage(surface),
        resources.gazetteer.entry(ofHash: FeatureHash.string(surface)) < 0
      {
        names[index].name = .product
      }
    }
    tagger.update(lexemes)
    removeOrdinary(table, lexemes, text)
    if usesDocument {
      DoubtfulPersons.remove(from: &names, table, lexemes, text, resources.gazetteer)
      finder.complete(&names, table, lexemes, text, resources.gazetteer)
      // What was found again by its morphemes has the signs that they hold.
      for index in names.indices { names[index] = NameEdges.withoutLooseClosers(names[index], text) }
    }
    var resolver = EntityResolver(gazetteer: resources.gazetteer, bindsNames: usesDocument)
    return resolver.resolve(names, values, table, lexemes, text)
  }

  private mutating func removeOrdinary(
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) {
    var kept = 0
    for index in names.indices where !isOrdinary(names[index], table, lexemes, text) {
      if kept < index { names[kept] = names[index] }
      kept += 1
    }
    names.removeLast(names.count - kept)
  }

  /// Whether a mention is no name by its form or its words, and neither the dictionary knows it nor, for sure, the
  /// gazetteer: 笑 in brackets is none, 米 may be one; アフィリエイト + リンク, README.md, XAI are none.
  private func isOrdinary(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) -> Bool {
    let surface = text.extracting(name.range.offsets)
    let entry = resources.gazetteer.entry(ofHash: FeatureHash.string(surface))
    // A short form that is an ordinary word too is one.
    if resources.commonWords.contains(surface) { return !resources.gazetteer.knowsForSure(entry) }
    guard entry < 0 else { return false }
    if OrdinaryText.isSingleCharacter(surface) {
      return !lexemes.partsOfSpeech[Int(table.lexemes[name.morphemes.lowerBound])].isProperNoun
    }
    return tagger.isGeneric(name.morphemes, table)
      || OrdinaryText.isCode(surface) || OrdinaryText.isMember(surface) || OrdinaryText.isEnglish(surface)
      || OrdinaryText.isNumber(surface)
      || name.name != .person && OrdinaryText.isIdentifier(surface)
      || name.name.type == .organization && OrdinaryText.isSmallLatin(surface)
      || endsAsOrdinary(name, table, text)
  }

  /// Whether the first word of a name is, or ends with, 会社: 株式会社レイヤー is a company.
  private static func beginsWithCompany(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ text: Span<UInt8>
  ) -> Bool {
    let first = text.extracting(table.range(of: name.morphemes.lowerBound).offsets)
    return first.isEqual(to: "会社") || first.hasSuffix("会社")
  }

  /// Whether the last word of a longer name says that it is none: handleSubmit関数, エラーファーストコールバック; persons
  /// are not called by common nouns: レコメンデーションエンジン.
  private func endsAsOrdinary(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ text: Span<UInt8>
  ) -> Bool {
    guard name.morphemes.count >= 2, !Self.beginsWithCompany(name, table, text) else { return false }
    let last = name.morphemes.upperBound - 1
    return resources.commonWords.isHead(text.extracting(table.range(of: last).offsets))
      || name.name == .person && name.morphemes.count == 2 && tagger.isGeneric(last..<last + 1, table)
  }
}
