/// A term or a part of one, with what tells how central it is to an article.
package struct Topic: Equatable, Sendable {
  /// Where a topic stands.
  package struct Zones: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Nowhere that tells anything.
    package static let nowhere: Zones = []
    /// In the title.
    package static let title = Zones(rawValue: 1)
    /// In a heading.
    package static let heading = Zones(rawValue: 2)
    /// In the first sentences of the text.
    package static let lead = Zones(rawValue: 4)
    /// Nowhere but as a part of longer terms.
    package static let part = Zones(rawValue: 8)
    /// As the language of a code block, or as a package or repository that code or links name.
    package static let code = Zones(rawValue: 16)
    /// No topic but a trace that code or links leave, such as a site linked to.
    package static let trace = Zones(rawValue: 32)
  }

  /// What its spellings have in common.
  package let key: TermKey
  /// The spelling that is met most; of equals, the first.
  package var term: String
  /// What kind of word it is.
  package var kind: Term.Kind
  /// How often it stands in the text, parts of longer terms included; 0 where the title alone has it.
  package var count: Int
  /// How often it stands in the text by itself.
  package var ownCount: Int
  /// Where it stands.
  package var zones: Zones
  /// Its weight as a term, 0 to 1; 0 for a mere part.
  package var score: Double
  /// How rare it is in blog posts at large: its inverse document frequency, 0 to 7.6.
  package var rarity: Double

  /// Creates a topic.
  package init(
    key: TermKey, term: String, kind: Term.Kind, count: Int, ownCount: Int, zones: Zones, score: Double,
    rarity: Double = BackgroundTable.greatestRarity
  ) {
    self.key = key
    self.term = term
    self.kind = kind
    self.count = count
    self.ownCount = ownCount
    self.zones = zones
    self.score = score
    self.rarity = rarity
  }
}
