internal import GRDB

/// Puts what a search found in order: by score, then day (the newest first), then path.
struct SearchRanking {
  private let database: Database
  private let path: String

  init(_ database: Database, _ path: String) {
    self.database = database
    self.path = path
  }

  /// More hits of one score than this are ordered by their days before their cards are read.
  private static let manyTies = 100

  /// The cards of the best.
  func best(_ found: [SearchReader.Scored], _ limit: Int) throws -> [SearchHit] {
    guard limit > 0, !found.isEmpty else { return [] }
    // As many as share the last score stay, since those are ordered by day and path.
    let least = Self.least(ofBest: limit, found)
    var kept = found.filter { $0.score >= least }
    if kept.count > max(limit, Self.manyTies) { kept = try newest(kept, limit, least) }
    let cards = try RowQuery(
      "SELECT path, title, day, excerpt FROM articles WHERE id = ?", on: database, path: path)
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

  /// The score of the last of the best.
  private static func least(ofBest limit: Int, _ found: [SearchReader.Scored]) -> Double {
    guard found.count > limit else { return -.infinity }
    // A heap would gain nothing for the few rows that are asked for, and all rows are sorted once.
    guard limit <= 1000 else { return found.map(\.score).sorted(by: >)[limit - 1] }
    var best: [Double] = []
    best.reserveCapacity(limit + 1)
    for (_, score) in found {
      if best.count == limit, score <= best[limit - 1] { continue }
      var (low, high) = (0, best.count)
      while low < high {
        let middle = (low + high) / 2
        if best[middle] < score { high = middle } else { low = middle + 1 }
      }
      best.insert(score, at: low)
      if best.count > limit { best.removeLast() }
    }
    return best[limit - 1]
  }

  /// Those with a better score than `least`, and of those that have it the newest, with all of the last one's day.
  private func newest(
    _ kept: [SearchReader.Scored], _ limit: Int, _ least: Double
  ) throws -> [SearchReader.Scored] {
    var chosen = kept.filter { $0.score > least }
    var tied = ArticleSet(limit: (kept.map(\.id).max() ?? 0) + 1)
    for (id, score) in kept where score == least { tied.insert(id) }
    var last: String?
    // The index by days is walked from its end, no further than needed; articles without a day come last.
    let days = try RowQuery("SELECT id, day FROM articles ORDER BY day DESC", on: database, path: path)
    try days.visit(while: { row in
      guard tied.contains(row.integer(0)) else { return true }
      let day = row.text(1)
      if chosen.count >= limit, day != last { return false }
      chosen.append((row.integer(0), least))
      last = day
      return true
    })
    return chosen
  }
}
