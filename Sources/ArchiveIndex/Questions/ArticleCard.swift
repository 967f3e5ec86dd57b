internal import GRDB

/// What a list of articles shows of one.
package struct ArticleCard: Equatable, Sendable {
  /// Its number in the index.
  package let id: Int
  /// Its path.
  package let path: String
  /// Its title; the path where it has none.
  package let title: String
  /// The day of its date, `2025-11-02`.
  package let day: String?
  /// Its excerpt.
  package let excerpt: String?
}

extension ArchiveIndex {
  /// The cards of all articles, by number.
  package func cards() throws(ArchiveIndexError) -> [Int: ArticleCard] {
    try read { database in
      var cards: [Int: ArticleCard] = [:]
      let query = try RowQuery("SELECT id, path, title, day FROM articles", on: database, path: path)
      try query.forEach { row in
        cards[row.integer(0)] = ArticleCard(
          id: row.integer(0), path: row.text(1), title: row.optionalText(2) ?? row.text(1),
          day: row.optionalText(3), excerpt: nil)
      }
      return cards
    }
  }

  /// The card of an article; `nil` where there is none of this number.
  package func card(_ id: Int) throws(ArchiveIndexError) -> ArticleCard? {
    try read { database in
      var card: ArticleCard?
      let query = try RowQuery(
        "SELECT id, path, title, day, excerpt FROM articles WHERE id = ?", on: database, path: path)
      try query.forEach(id) { row in
        card = ArticleCard(
          id: row.integer(0), path: row.text(1), title: row.optionalText(2) ?? row.text(1),
          day: row.optionalText(3), excerpt: row.optionalText(4))
      }
      return card
    }
  }

  /// The number of the article with a path; or of the only one whose path ends in it.
  package func article(named name: String) throws(ArchiveIndexError) -> Int? {
    try read { database in
      var found: [Int] = []
      let exact = try RowQuery("SELECT id FROM articles WHERE path = ?", on: database, path: path)
      try exact.bind(name).forEach { found.append($0.integer(0)) }
      if let id = found.first { return id }
      let ending = try RowQuery(
        "SELECT id FROM articles WHERE substr(path, -length(?1)) = ?1 LIMIT 2", on: database, path: path)
      try ending.bind("/" + name).forEach { found.append($0.integer(0)) }
      return found.count == 1 ? found[0] : nil
    }
  }
}
