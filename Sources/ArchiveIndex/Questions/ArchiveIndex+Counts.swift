package import Annotation
internal import ArchiveAnalysis
internal import GRDB

/// What is counted of an article.
package struct ArticleCounts: Sendable {
  /// Its number.
  package let id: Int
  /// Its path.
  package let path: String
  /// The day of its date.
  package let day: String?
  /// Its score, in ten-thousandths, so that sums are exact.
  package let score: Int
  /// Sentences that judge well, badly, not at all, both ways.
  package let sentences: (positive: Int, negative: Int, neutral: Int, mixed: Int)
}

extension ArchiveIndex {
  /// The articles in the order of their days, then paths; those without a date come first.
  package func articlesByDay() throws(ArchiveIndexError) -> [ArticleCounts] {
    try read { database in
      var articles: [ArticleCounts] = []
      let query = try RowQuery(
        """
        SELECT id, path, day, score, positive, negative, neutral, mixed FROM articles ORDER BY coalesce(day, ''), path
        """, on: database, path: path)
      try query.forEach { row in
        articles.append(
          ArticleCounts(
            id: row.integer(0), path: row.text(1), day: row.optionalText(2),
            score: Int((row.double(3) * 10_000).rounded()),
            sentences: (row.integer(4), row.integer(5), row.integer(6), row.integer(7))))
      }
      return articles
    }
  }

  /// Calls `body` with what each of some articles names, and how often.
  package func forEachNames(
    _ kind: NameKind, of articles: [Int], _ body: (_ place: Int, _ names: [(name: String, count: Int)]) throws -> Void
  ) throws(ArchiveIndexError) {
    try read { database in
      let query = try RowQuery(kind.sql, on: database, path: path)
      for (place, article) in articles.enumerated() {
        var names: [(name: String, count: Int)] = []
        try query.forEach(article) { row in
          if kind == .term {
            names = row.withBytes(0) { CountedNames.readTerms($0) }
              .filter { $0.kind != .verb && $0.kind != .adjective }.map { ($0.term, $0.count) }
          } else {
            names.append((row.text(0), row.integer(1)))
          }
        }
        try body(place, names)
      }
    }
  }

  /// Calls `body` with the terms of each of some articles.
  package func forEachTerms(
    of articles: [Int], _ body: (_ place: Int, _ terms: [CountedTerm]) throws -> Void
  ) throws(ArchiveIndexError) {
    try read { database in
      let query = try RowQuery("SELECT counts FROM article_terms WHERE article = ?", on: database, path: path)
      for (place, article) in articles.enumerated() {
        var terms: [CountedTerm] = []
        try query.forEach(article) { terms = $0.withBytes(0) { CountedNames.readTerms($0) } }
        try body(place, terms)
      }
    }
  }

  /// The numbers of the articles that have a tag or a category, whatever their spelling of it.
  package func articles(labelled label: String) throws(ArchiveIndexError) -> Set<Int> {
    let key = TermKey(label)
    return try read { database in
      var articles: Set<Int> = []
      try RowQuery("SELECT article, label FROM author_labels", on: database, path: path).forEach { row in
        if row.text(1) == label || TermKey(row.text(1)) == key { articles.insert(row.integer(0)) }
      }
      return articles
    }
  }

  /// For an article, the sentence numbers in which each of its names is mentioned; one for each mention.
  package func forEachMentions(
    _ body: (_ article: Int, _ mentions: [(name: String, sentence: Int)]) throws -> Void
  ) throws(ArchiveIndexError) {
    try read { database in
      let query = try RowQuery(
        """
        SELECT e.name, json_extract(m.value, '$[0]') FROM entities e, json_each(e.mentions) m WHERE e.article = ?
        """, on: database, path: path)
      try RowQuery("SELECT id FROM articles ORDER BY path", on: database, path: path).forEach { row in
        var mentions: [(name: String, sentence: Int)] = []
        try query.forEach(row.integer(0)) { mentions.append(($0.text(0), $0.integer(1))) }
        try body(row.integer(0), mentions)
      }
    }
  }
}

/// What is counted over the archive.
package enum NameKind: String, CaseIterable, Sendable {
  case term, entity, tag

  fileprivate var sql: String {
    switch self {
    case .term: "SELECT counts FROM article_terms WHERE article = ?"
    case .entity: "SELECT name, sum(count) FROM entities WHERE article = ? GROUP BY name ORDER BY min(number)"
    case .tag:
      "SELECT label, 1 FROM author_labels WHERE article = ? AND kind = 'tag' GROUP BY label ORDER BY min(rank)"
    }
  }
}
