internal import CDictionaries

/// A table of the folder `dictionaries/` as it was when the package was built.
///
/// The tables are embedded in the binary, so reading one needs no file and cannot fail.
public enum LexicalResource: String, CaseIterable, Sendable {
  /// Words that a dictionary of 2007 lacks: surface, type, reading.
  case words
  /// Words that say nothing about what an article is about.
  case stopwords
  /// How common terms are in blog posts at large.
  case background
  /// Phrases that speak for or against a sentence as an excerpt.
  case excerptCues
  /// What stands behind a number and makes it an amount.
  case units
  /// Words for times: relative ones, names of years, days of the week.
  case timeWords
  /// Companies of Japan: name, type, aliases, facts.
  case companiesJapan
  /// Companies of the world: name, type, aliases, facts.
  case companiesWorld
  /// Events and laws: name, type, aliases, facts.
  case eventsLaws
  /// Organs of states and of states together, and parties: name, type, aliases, facts.
  case government
  /// Universities, associations, teams and other bodies: name, type, aliases, facts.
  case organizations
  /// Persons and characters: name, type, aliases, facts.
  case people
  /// Countries, cities, mountains; stations, museums and other facilities: name, type, aliases, facts.
  case places
  /// Products, services, models and technologies: name, type, aliases, facts.
  case products
  /// Books, films, games, newspapers and other works: name, type, aliases, facts.
  case works
  /// Semantic classes of common words: word, class.
  case entityClasses
  /// Words that look like names and are none, one a line.
  case commonWords
  /// The weights of the name tagger, as `kiji-train entities` writes them: not text.
  case entityModel

  /// The tables of names.
  package static let gazetteers: [LexicalResource] = [
    .companiesJapan, .companiesWorld, .eventsLaws, .government, .organizations, .people, .places, .products, .works,
  ]
  /// Words that name deals, and what stands around them: use, words, pattern of arguments.
  case relations
  /// Words that judge, words that change what others judge, and what was learned about judging sentences; the tables of
  /// `sentiment/` as `kiji-train sentiment-tables` compiles them: not text.
  case sentimentTables

  /// Lends the table's bytes, UTF-8; they live as long as the process.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let table =
      switch self {
      case .words: kiji_table_words()
      case .stopwords: kiji_table_stopwords()
      case .background: kiji_table_background()
      case .excerptCues: kiji_table_excerpt_cues()
      case .units: kiji_table_units()
      case .timeWords: kiji_table_time_words()
      case .companiesJapan: kiji_table_companies_japan()
      case .companiesWorld: kiji_table_companies_world()
      case .eventsLaws: kiji_table_events_laws()
      case .government: kiji_table_government()
      case .organizations: kiji_table_organizations()
      case .people: kiji_table_people()
      case .places: kiji_table_places()
      case .products: kiji_table_products()
      case .works: kiji_table_works()
      case .entityClasses: kiji_table_entity_classes()
      case .commonWords: kiji_table_common_words()
      case .entityModel: kiji_table_entity_model()
      case .relations: kiji_table_relations()
      case .sentimentTables: kiji_table_sentiment_tables()
      }
    // SAFETY: the C side returns static constant storage with its size.
    return try body(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }

  /// A copy of the table's bytes.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// The same rows as ``rows``, as bytes: where most are only looked at, making strings of them takes longest.
  package var byteRows: [[ArraySlice<UInt8>]] {
    bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { $0.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) }
  }

  /// The table's rows without comments and empty lines, each split at tabs.
  package var rows: [[Substring]] {
    withBytes { String(decoding: $0, as: UTF8.self) }.utf8
      .split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { $0.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Substring.init) }
  }
}
