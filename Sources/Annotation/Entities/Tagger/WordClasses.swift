import LexicalResources
import TextCore

/// Semantic classes of common words, which tell what stands near them: titles of persons, endings of companies' names,
/// verbs of companies and so on.
///
/// Written by hand (`dictionaries/entities/classes.tsv`). It does for the tagger what word clusters learned from text
/// would do; those, learned from 30 MB of articles, bought nothing beside it (decision 0013).
package final class WordClasses: Sendable {
  /// For the number of a word, one bit for each of its classes.
  private let masks: [UInt64: UInt64]
  /// The number of each class's name, by bit.
  let names: [UInt64]
  /// The classes of words that names begin or end with.
  let naming: UInt64
  /// The classes of common nouns in katakana and in Latin letters.
  let generic: UInt64

  private static let genericClasses: Set<UInt64> = [
    FeatureHash.string("generic-katakana"), FeatureHash.string("generic-latin"),
  ]
  private static let namingClasses: Set<UInt64> = [
    FeatureHash.string("company-suffix"), FeatureHash.string("government-suffix"),
    FeatureHash.string("organization-suffix"), FeatureHash.string("location-suffix"),
    FeatureHash.string("facility-suffix"), FeatureHash.string("product-suffix"),
    FeatureHash.string("work-suffix"), FeatureHash.string("event-suffix"), FeatureHash.string("law-suffix"),
    FeatureHash.string("given-name"), FeatureHash.string("family-name"),
    FeatureHash.string("foreign-given-name"), FeatureHash.string("foreign-family-name"),
    FeatureHash.string("chinese-korean-family-name"), FeatureHash.string("person-title"),
    FeatureHash.string("nationality"),
  ]

  /// Reads the table that the package carries, or an empty one.
  package convenience init(isEmpty: Bool = false) {
    self.init(rows: isEmpty ? [] : LexicalResource.entityClasses.bytes)
  }

  /// Reads a table: lines of word, tab, class; `#` begins a comment. Classes after the 64th are left out.
  package init(rows: [UInt8]) {
    var masks: [UInt64: UInt64] = [:]
    var names: [UInt64] = []
    masks.reserveCapacity(rows.count / 24)
    var place = 0
    while place < rows.count {
      var word = ByteHash()
      let isComment = rows[place] == UInt8(ascii: "#")
      while place < rows.count, rows[place] != UInt8(ascii: "\t"), rows[place] != UInt8(ascii: "\n") {
        word.add(rows[place])
        place += 1
      }
      guard place < rows.count, rows[place] == UInt8(ascii: "\t") else {
        place += 1
        continue
      }
      var name = ByteHash()
      place += 1
      while place < rows.count, rows[place] != UInt8(ascii: "\n") {
        name.add(rows[place])
        place += 1
      }
      place += 1
      guard !isComment else { continue }
      let bit = names.firstIndex(of: name.value) ?? names.count
      if bit == names.count { names.append(name.value) }
      if bit < 64 { masks[word.value, default: 0] |= 1 << UInt64(bit) }
    }
    self.masks = masks
    self.names = names
    naming = Self.mask(of: Self.namingClasses, in: names)
    generic = Self.mask(of: Self.genericClasses, in: names)
  }

  private static func mask(of classes: Set<UInt64>, in names: [UInt64]) -> UInt64 {
    names.prefix(64).enumerated().reduce(0) { mask, name in
      classes.contains(name.element) ? mask | 1 << UInt64(name.offset) : mask
    }
  }

  /// The classes of a word, one bit each; 0 for a word without.
  func mask(ofWord word: UInt64) -> UInt64 { masks[word] ?? 0 }
}
