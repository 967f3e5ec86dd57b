package import Annotation
internal import GRDB

/// The figures of an article, as a report shows them.
package struct ArticleFacts: Equatable, Sendable {
  /// Its number in the index.
  package let id: Int
  /// Its path.
  package let path: String
  /// Its title; the path where it has none.
  package let title: String
  /// The day of its date, `2025-11-02`.
  package let day: String?
  /// Its author.
  package let author: String?
  /// Its excerpt, as kiji writes it.
  package let excerpt: String?
  /// Its score, in ten-thousandths, so that sums are exact.
  package let score: Int
  /// How it judges as a whole.
  package let polarity: Polarity
  /// How long a reader needs, in seconds.
  package let readingSeconds: Int
  /// Characters of the prose, and how many of them are kanji.
  package let characters, han: Int
  /// Sentences of the prose.
  package let sentences: Int
  /// Sentences that judge how, in the order of `Polarity`.
  package let polarities: [Int]
}

/// A name in an article.
package struct NameInArticle: Equatable, Sendable {
  /// The number of the article.
  package let article: Int
  package let name: String
  package let type: EntityType
  package let kind: OrganizationKind?
  /// How often it is mentioned.
  package let count: Int
}

/// A tag or category that an author gave.
package struct AuthorLabel: Equatable, Sendable {
  /// The number of the article.
  package let article: Int
  package let label: String
  /// Whether it is a category.
  package let isCategory: Bool
}

/// What an article says of something it names.
package struct JudgedName: Equatable, Sendable {
  /// The number of the article.
  package let article: Int
  package let name: String
  package let polarity: Polarity
  /// -1 to 1.
  package let score: Double
  /// In how many places.
  package let count: Int
}

/// A deal that an article tells of.
package struct IndexedDeal: Equatable, Sendable {
  /// The number of the article.
  package let article: Int
  package let type: RelationType
  package let from: String
  package let to: String?
  /// The amount as it is written.
  package let amount: String?
  /// What it stands for, in units of the currency.
  package let value: Double?
  package let currency: String?
  package let certainty: Certainty
}

extension ArchiveIndex {
  /// The figures of all articles, by day, then path; those without a date come first.
  package func articleFacts() throws(ArchiveIndexError) -> [ArticleFacts] {
    try rows(
      """
      SELECT id, path, title, day, author, excerpt, score, polarity, reading_seconds, characters, han, sentences,
        positive, negative, neutral, mixed FROM articles ORDER BY coalesce(day, ''), path
      """
    ) { row in
      ArticleFacts(
        id: row.integer(0), path: row.text(1), title: row.optionalText(2) ?? row.text(1), day: row.optionalText(3),
        author: row.optionalText(4), excerpt: row.optionalText(5), score: Int((row.double(6) * 10_000).rounded()),
        polarity: Polarity(rawValue: row.text(7)) ?? .neutral, readingSeconds: row.integer(8),
        characters: row.integer(9), han: row.integer(10), sentences: row.integer(11),
        polarities: (12..<16).map { row.integer($0) })
    }
  }

  /// The names of all articles, by article, then by first mention.
  package func namesInArticles() throws(ArchiveIndexError) -> [NameInArticle] {
    try rows("SELECT article, name, type, subtype, count FROM entities ORDER BY article, number") { row in
      guard let type = EntityType(rawValue: row.text(2)) else { return nil }
      return NameInArticle(
        article: row.integer(0), name: row.text(1), type: type,
        kind: row.optionalText(3).flatMap { OrganizationKind(rawValue: $0) }, count: row.integer(4))
    }
  }

  /// The tags and categories that authors gave, by article, in their order.
  package func authorLabels() throws(ArchiveIndexError) -> [AuthorLabel] {
    try rows("SELECT article, label, kind FROM author_labels ORDER BY article, kind, rank") { row in
      AuthorLabel(article: row.integer(0), label: row.text(1), isCategory: row.text(2) == "category")
    }
  }

  /// How the articles judge what they name.
  package func judgedNames() throws(ArchiveIndexError) -> [JudgedName] {
    try rows("SELECT article, entity, polarity, score, count FROM aspects ORDER BY article, number") { row in
      JudgedName(
        article: row.integer(0), name: row.text(1), polarity: Polarity(rawValue: row.text(2)) ?? .neutral,
        score: row.double(3), count: row.integer(4))
    }
  }

  /// The deals of all articles, by article, in the order of the text.
  package func deals() throws(ArchiveIndexError) -> [IndexedDeal] {
    try rows(
      """
      SELECT article, type, actor, target, amount, coalesce(upper, value), currency, certainty, value IS NULL
      FROM relations ORDER BY article, number
      """
    ) { row in
      guard let type = RelationType(rawValue: row.text(1)) else { return nil }
      return IndexedDeal(
        article: row.integer(0), type: type, from: row.text(2), to: row.optionalText(3), amount: row.optionalText(4),
        value: row.integer(8) == 1 ? nil : row.double(5), currency: row.optionalText(6),
        certainty: Certainty(rawValue: row.text(7)) ?? .stated)
    }
  }

  /// Reads the rows of a query; those for which `make` gives `nil` are left out.
  func rows<Value>(_ sql: String, _ make: (RowQuery) -> Value?) throws(ArchiveIndexError) -> [Value] {
    try read { database in
      var values: [Value] = []
      try RowQuery(sql, on: database, path: path).forEach { row in
        if let value = make(row) { values.append(value) }
      }
      return values
    }
  }
}
