/// How many articles of each month speak of something.
package struct MonthSeries: Sendable {
  /// What it is about.
  package let name: String
  /// Articles for each month of the archive.
  package let articles: [Int]
  /// Mentions in all.
  package let count: Int
  /// The path of the first article that speaks of it.
  package let first: String
  /// Its day.
  package let firstDay: String
  /// The bursts in the order of time.
  package let bursts: [BurstDetector.Burst]

  /// The articles in all.
  package var total: Int { articles.reduce(0, +) }
  /// Whether it stands in many articles, and once in nearly each: a heading or a standing phrase, no subject.
  package var isFormula: Bool { total >= Self.formulaArticles && count * 100 < total * Self.formulaShare }
  private static let formulaArticles = 20
  /// Mentions for a hundred articles below which it is taken for a formula.
  private static let formulaShare = 115
  /// The heaviest burst.
  package var heaviest: BurstDetector.Burst? {
    bursts.max { $0.weight != $1.weight ? $0.weight < $1.weight : $0.batches.lowerBound > $1.batches.lowerBound }
  }
}

/// Collects series over the articles of an archive, which come in the order of their days, then paths.
package struct MonthCounter {
  private struct Entry {
    var name: String
    var articles: [Int]
    var count: Int
    var first: String
    var firstDay: String
  }

  /// The months that have articles, ascending, in the form `2025-11`.
  package private(set) var months: [String] = []
  /// The articles of each month.
  package private(set) var totals: [Int] = []
  private var entries: [Entry] = []
  private var numbers: [String: Int] = [:]

  /// No articles.
  package init() {}

  /// Adds an article with what it speaks of, each name once.
  package mutating func add(path: String, day: String, names: [(name: String, count: Int)]) {
    let month = String(day.prefix(7))
    if months.last != month {
      months.append(month)
      totals.append(0)
    }
    totals[months.count - 1] += 1
    for (name, count) in names {
      let number: Int
      if let known = numbers[name] {
        number = known
      } else {
        number = entries.count
        numbers[name] = number
        entries.append(Entry(name: name, articles: [], count: 0, first: path, firstDay: day))
      }
      while entries[number].articles.count < months.count { entries[number].articles.append(0) }
      entries[number].articles[months.count - 1] += 1
      entries[number].count += count
    }
  }

  /// The series of names that at least `minimum` articles speak of: those with the heaviest bursts first, then by
  /// articles and name.
  package func series(minimum: Int) -> [MonthSeries] {
    var series: [MonthSeries] = []
    for entry in entries where entry.articles.reduce(0, +) >= minimum {
      let articles = entry.articles + Array(repeating: 0, count: months.count - entry.articles.count)
      series.append(
        MonthSeries(
          name: entry.name, articles: articles, count: entry.count, first: entry.first, firstDay: entry.firstDay,
          bursts: BurstDetector.bursts(hits: articles, totals: totals)))
    }
    return series.sorted { left, right in
      let weights = (left.heaviest?.weight ?? 0, right.heaviest?.weight ?? 0)
      if weights.0 != weights.1 { return weights.0 > weights.1 }
      return left.total != right.total ? left.total > right.total : left.name < right.name
    }
  }
}
