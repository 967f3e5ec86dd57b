internal import Annotation
package import ArchiveAnalysis
internal import GRDB

/// An article that a search found.
package struct SearchHit: Equatable, Sendable {
  /// The article.
  package let card: ArticleCard
  /// Okapi BM25, 0 or more; 0 where no words were asked for.
  package let score: Double
}

/// Words that stand one behind the other, in the form in which the index has them.
package struct WordPhrase: Hashable, Sendable {
  /// The words.
  package let words: [String]

  /// Reads words that spaces part, as `ArticleAnalyzer.wordForms(of:)` gives them.
  package init(forms: [UInt8]) {
    words = String(decoding: forms, as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// The phrase in FTS5's syntax; a word holds no quotation mark.
  var match: String { "\"\(words.joined(separator: " "))\"" }
}

extension ArchiveIndex {
  /// What a word of the title weighs against one of the text.
  private static let titleWeight = 5.0

  /// Finds articles.
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - limit: The most hits.
  ///   - phrase: Gives the words of a text of the query; a text without words is left out.
  /// - Returns: The best hits, by BM25, then day (the newest first), then path; and how many articles match in all.
  package func search(
    _ query: SearchQuery, limit: Int, phrase: (String) throws -> WordPhrase
  ) throws -> (hits: [SearchHit], total: Int) {
    let plan = try SearchPlan(query, phrase)
    return try read { database in
      let reader = SearchReader(database, path)
      var scored: [(id: Int, score: Double)] = []
      if let match = plan.fullMatch {
        let allowed = try plan.filters.reduce(nil as Set<Int>?) { kept, filter in
          let set = try reader.articles(filter)
          return kept.map { $0.intersection(set) } ?? set
        }
        scored = try reader.ranked(match, weight: Self.titleWeight, among: allowed)
      } else {
        let allowed = try plan.condition.map { try reader.articles($0) } ?? []
        scored = try reader.ranked(plan.wantedMatch, weight: Self.titleWeight, among: allowed)
        let ranked = Set(scored.map(\.id))
        scored += allowed.subtracting(ranked).sorted().map { ($0, 0) }
      }
      let hits = try reader.best(scored, limit)
      return (hits, scored.count)
    }
  }
}

/// A condition with the phrases of its texts.
private indirect enum SearchCondition {
  case phrase(WordPhrase)
  case field(SearchField, String)
  case all([SearchCondition])
  case any([SearchCondition])
  case none(SearchCondition)
}

/// How a search is made: by FTS5 alone with filters where possible, else by sets of articles.
private struct SearchPlan {
  /// All of the query; `nil` where no word is left.
  let condition: SearchCondition?
  /// The match that is all of the query but for the filters.
  var fullMatch: String?
  /// Conditions that are no match, all of which must hold.
  var filters: [SearchCondition] = []
  /// A match for any of the phrases wanted, to rank by.
  let wantedMatch: String

  /// The most phrases to rank by.
  private static let phraseLimit = 64

  init(_ query: SearchQuery, _ phrase: (String) throws -> WordPhrase) throws {
    condition = try Self.condition(query, phrase)
    var phrases: [WordPhrase] = []
    for text in query.wantedTexts {
      let own = try phrase(text)
      if !own.words.isEmpty, !phrases.contains(own) { phrases.append(own) }
    }
    wantedMatch = phrases.prefix(Self.phraseLimit).map(\.match).joined(separator: " OR ")
    guard let condition else { return }
    let parts: [SearchCondition]
    if case .all(let all) = condition { parts = all } else { parts = [condition] }
    let matches = parts.map(Self.match)
    guard matches.contains(where: { $0 != nil }) else { return }
    fullMatch = matches.compactMap { $0 }.joined(separator: " AND ")
    filters = zip(parts, matches).filter { $0.1 == nil }.map(\.0)
  }

  /// The condition; `nil` where no word of it is left.
  private static func condition(
    _ query: SearchQuery, _ phrase: (String) throws -> WordPhrase
  ) throws -> SearchCondition? {
    switch query {
    case .text(let text):
      let own = try phrase(text)
      return own.words.isEmpty ? nil : .phrase(own)
    case .field(let field, let value): return .field(field, value)
    case .none(let part): return try condition(part, phrase).map { .none($0) }
    case .all(let parts):
      let own = try parts.compactMap { try condition($0, phrase) }
      return own.count > 1 ? .all(own) : own.first
    case .any(let parts):
      let own = try parts.compactMap { try condition($0, phrase) }
      return own.count > 1 ? .any(own) : own.first
    }
  }

  /// The condition in FTS5's syntax; `nil` where FTS5 cannot say it.
  private static func match(_ condition: SearchCondition) -> String? {
    switch condition {
    case .phrase(let phrase): return phrase.match
    case .field, .none: return nil
    case .all(let parts), .any(let parts):
      let own = parts.compactMap(match)
      guard own.count == parts.count else { return nil }
      if case .all = condition { return "(" + own.joined(separator: " AND ") + ")" }
      return "(" + own.joined(separator: " OR ") + ")"
    }
  }
}

/// Reads articles for a search.
private struct SearchReader {
  private let database: Database
  private let path: String

  init(_ database: Database, _ path: String) {
    self.database = database
    self.path = path
  }

  /// The articles that meet a condition.
  func articles(_ condition: SearchCondition) throws -> Set<Int> {
    switch condition {
    case .phrase(let phrase): return try matching(phrase.match)
    case .field(.date, let value):
      guard let period = DatePeriod(value) else { return [] }
      var found: Set<Int> = []
      try query("SELECT id, day FROM articles WHERE day >= ?").bind(period.first).forEach { row in
        if period.contains(row.text(1)) { found.insert(row.integer(0)) }
      }
      return found
    case .field(.entity, let value):
      return try named(
        value, names: "SELECT DISTINCT name FROM entities",
        articles: "SELECT DISTINCT article FROM entities WHERE name = ?")
    case .field(let field, let value):
      return try named(
        value, names: "SELECT DISTINCT label FROM author_labels WHERE kind = '\(field.rawValue)'",
        articles: "SELECT DISTINCT article FROM author_labels WHERE kind = '\(field.rawValue)' AND label = ?")
    case .all(let parts):
      var kept: Set<Int>?
      for part in parts {
        let own = try articles(part)
        kept = kept.map { $0.intersection(own) } ?? own
      }
      return kept ?? []
    case .any(let parts): return try parts.reduce(into: []) { $0.formUnion(try articles($1)) }
    case .none(let part):
      var all: Set<Int> = []
      try query("SELECT id FROM articles").forEach { all.insert($0.integer(0)) }
      return all.subtracting(try articles(part))
    }
  }

  /// The articles that have a name; where none has exactly this, those of names that differ in spelling only.
  private func named(_ name: String, names: String, articles: String) throws -> Set<Int> {
    var found: Set<Int> = []
    let exact = try query(articles)
    try exact.bind(name).forEach { found.insert($0.integer(0)) }
    guard found.isEmpty else { return found }
    let key = TermKey(name)
    var alike: [String] = []
    try query(names).forEach { row in if TermKey(row.text(0)) == key { alike.append(row.text(0)) } }
    for name in alike { try exact.bind(name).forEach { found.insert($0.integer(0)) } }
    return found
  }

  private func matching(_ match: String) throws -> Set<Int> {
    var found: Set<Int> = []
    try query("SELECT rowid FROM article_words WHERE article_words MATCH ?").bind(match).forEach {
      found.insert($0.integer(0))
    }
    return found
  }

  /// The articles that match, with their scores.
  func ranked(_ match: String, weight: Double, among allowed: Set<Int>?) throws -> [(id: Int, score: Double)] {
    guard !match.isEmpty, allowed?.isEmpty != true else { return [] }
    var found: [(id: Int, score: Double)] = []
    try query(
      "SELECT rowid, bm25(article_words, \(weight), 1.0) FROM article_words WHERE article_words MATCH ?"
    ).bind(match).forEach { row in
      let id = row.integer(0)
      if allowed?.contains(id) ?? true { found.append((id, -row.double(1))) }
    }
    return found
  }

  /// The cards of the best.
  func best(_ scored: [(id: Int, score: Double)], _ limit: Int) throws -> [SearchHit] {
    // As many as share the last score stay, since those are ordered by day and path.
    var kept = scored.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    if kept.count > limit, limit > 0 {
      let last = kept[limit - 1].score
      kept = Array(kept.prefix { $0.score >= last })
    }
    if kept.count > max(limit, Self.manyTies) { kept = try newest(kept, limit) }
    let cards = try query("SELECT path, title, day, excerpt FROM articles WHERE id = ?")
    var hits: [SearchHit] = []
    for (id, score) in kept {
      try cards.forEach(id) { row in
        hits.append(
          SearchHit(
            card: ArticleCard(
              id: id, path: row.text(0), title: row.optionalText(1) ?? row.text(0), day: row.optionalText(2),
              excerpt: row.optionalText(3)), score: score))
      }
    }
    hits.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      let days = (left.card.day ?? "", right.card.day ?? "")
      return days.0 != days.1 ? days.0 > days.1 : left.card.path < right.card.path
    }
    return Array(hits.prefix(limit))
  }

  /// More hits of one score than this are ordered by their days before their cards are read.
  private static let manyTies = 100

  /// The best by score and day, with all that share the last place.
  private func newest(_ kept: [(id: Int, score: Double)], _ limit: Int) throws -> [(id: Int, score: Double)] {
    var days: [Int: String] = [:]
    try query("SELECT id, day FROM articles").forEach { days[$0.integer(0)] = $0.text(1) }
    let ordered = kept.map { (id: $0.id, score: $0.score, day: days[$0.id] ?? "") }.sorted { left, right in
      left.score != right.score ? left.score > right.score : left.day > right.day
    }
    let last = ordered[limit - 1]
    return ordered.prefix { $0.score > last.score || $0.day >= last.day }.map { ($0.id, $0.score) }
  }

  private func query(_ sql: String) throws -> RowQuery { try RowQuery(sql, on: database, path: path) }
}
