internal import Annotation
internal import ArchiveAnalysis
internal import GRDB

/// Reads articles for a search.
final class SearchReader {
  /// An article with its score.
  typealias Scored = (id: Int, score: Double)

  private let database: Database
  private let path: String
  /// Above the highest number of an article.
  private let limit: Int
  private let frequent: FrequentWords?
  /// What was read of phrases.
  private var known: [WordPhrase: [Scored]] = [:]

  /// - Parameter usesLists: Whether the lists of frequent words are up to date.
  init(_ database: Database, _ path: String, usesLists: Bool) throws {
    self.database = database
    self.path = path
    limit = (try Int.fetchOne(database, sql: "SELECT max(id) FROM articles") ?? 0) + 1
    frequent = usesLists ? try FrequentWords(database, path) : nil
  }

  /// The articles that a search finds, with their scores.
  func found(_ plan: SearchPlan) throws -> [Scored] {
    guard let condition = plan.condition else { return [] }
    if let match = plan.fullMatch, try !plan.wanted.contains(where: isFrequent) {
      return try matching(match, plan.filters)
    }
    let allowed = try articles(condition)
    guard !allowed.isEmpty else { return [] }
    var scores = [Double](repeating: 0, count: limit)
    for phrase in plan.wanted {
      for (id, score) in try scored(phrase) where allowed.contains(id) { scores[id] += score }
    }
    var found: [Scored] = []
    allowed.forEach { found.append(($0, scores[$0])) }
    return found
  }

  /// The articles that match and meet all filters.
  private func matching(_ match: String, _ filters: [SearchCondition]) throws -> [Scored] {
    var allowed: ArticleSet?
    for filter in filters {
      let own = try articles(filter)
      if allowed?.formIntersection(own) == nil { allowed = own }
    }
    if allowed?.isEmpty == true { return [] }
    return try ranked(match).filter { allowed?.contains($0.id) ?? true }
  }

  /// The articles that meet a condition.
  private func articles(_ condition: SearchCondition) throws -> ArticleSet {
    var found = ArticleSet(limit: limit)
    switch condition {
    case .phrase(let phrase): for (id, _) in try scored(phrase) { found.insert(id) }
    case .field(.date, let value):
      guard let period = DatePeriod(value) else { return found }
      try query("SELECT id, day FROM articles WHERE day >= ?").bind(period.first).forEach { row in
        if period.contains(row.text(1)) { found.insert(row.integer(0)) }
      }
    case .field(.entity, let value):
      try insert(
        value, names: "SELECT DISTINCT name FROM entities",
        articles: "SELECT DISTINCT article FROM entities WHERE name = ?", into: &found)
    case .field(let field, let value):
      try insert(
        value, names: "SELECT DISTINCT label FROM author_labels WHERE kind = '\(field.rawValue)'",
        articles: "SELECT DISTINCT article FROM author_labels WHERE kind = '\(field.rawValue)' AND label = ?",
        into: &found)
    case .all(let parts):
      for (place, part) in parts.enumerated() {
        if place == 0 { found = try articles(part) } else { found.formIntersection(try articles(part)) }
      }
    case .any(let parts): for part in parts { found.formUnion(try articles(part)) }
    case .none(let part):
      // The index by days is the smallest that holds all numbers.
      try query("SELECT id FROM articles INDEXED BY articles_by_day").forEach { found.insert($0.integer(0)) }
      found.subtract(try articles(part))
    }
    return found
  }

  /// Inserts the articles that have a name; where none has exactly this, those of names that differ in spelling only.
  private func insert(_ name: String, names: String, articles: String, into found: inout ArticleSet) throws {
    let exact = try query(articles)
    try exact.bind(name).forEach { found.insert($0.integer(0)) }
    guard found.isEmpty else { return }
    let key = TermKey(name)
    var alike: [String] = []
    try query(names).forEach { row in if TermKey(row.text(0)) == key { alike.append(row.text(0)) } }
    for name in alike { try exact.bind(name).forEach { found.insert($0.integer(0)) } }
  }

  /// The articles that hold a phrase, with their scores.
  private func scored(_ phrase: WordPhrase) throws -> [Scored] {
    if let found = known[phrase] { return found }
    var found = try isFrequent(phrase) ? frequent?.articles(with: phrase.words[0]) : nil
    if found == nil { found = try ranked(phrase.match) }
    known[phrase] = found
    return found ?? []
  }

  private func isFrequent(_ phrase: WordPhrase) throws -> Bool {
    try phrase.words.count == 1 && frequent?.contains(phrase.words[0]) == true
  }

  /// The articles that match, with their scores.
  private func ranked(_ match: String) throws -> [Scored] {
    var found: [Scored] = []
    try query(
      "SELECT rowid, bm25(article_words, \(FrequentWords.titleWeight), 1.0) FROM article_words WHERE article_words MATCH ?"
    ).bind(match).forEach { found.append(($0.integer(0), -$0.double(1))) }
    return found
  }

  private func query(_ sql: String) throws -> RowQuery { try RowQuery(sql, on: database, path: path) }
}
