internal import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex

extension ReportArchive {
  /// Courses that are shown of each kind.
  private static let burstLimit = 10
  /// Articles that must speak of something for its course to mean anything.
  private static let fewestForBurst = 5

  /// The courses of tags or names that have bursts, those with the heaviest first.
  func bursts(_ kind: TopicKind) -> [NamedCourse] {
    let all = topics(kind).prefix { $0.articles.count >= Self.fewestForBurst }
      .compactMap { course(kind, $0.name, $0.articles.map(\.place)) }
    return Self.heaviest(all)
  }

  /// The courses of terms that have bursts; standing phrases are left out.
  static func termBursts(_ articles: [ArticleFacts], _ terms: TermTable, _ axis: PeriodAxis) -> [NamedCourse] {
    var counter = MonthCounter()
    for (place, own) in terms.articles.enumerated() {
      guard let day = articles[place].day else { continue }
      let names = own.filter { terms.holding[Int($0.term)] >= fewestForBurst }
        .map { (name: terms.names[Int($0.term)], count: Int($0.count)) }
      counter.add(path: articles[place].path, day: day, names: names)
    }
    let series = counter.series(minimum: fewestForBurst).filter { !$0.bursts.isEmpty && !$0.isFormula }
    return series.prefix(burstLimit).map { course($0, counter, axis) }
  }

  private static func heaviest(_ courses: [NamedCourse]) -> [NamedCourse] {
    func weight(_ course: NamedCourse) -> Double { course.bursts.map(\.weight).max() ?? 0 }
    let found = courses.filter { !$0.bursts.isEmpty }.sorted { left, right in
      let weights = (weight(left), weight(right))
      if weights.0 != weights.1 { return weights.0 > weights.1 }
      return left.total != right.total ? left.total > right.total : left.name < right.name
    }
    return Array(found.prefix(burstLimit))
  }

  /// The course of one topic; `nil` where none of its articles has a date.
  func course(_ kind: TopicKind, _ name: String, _ places: [Int]) -> NamedCourse? {
    var hits = [Int](repeating: 0, count: months.count)
    for place in places { if let month = monthOfArticle[place] { hits[month] += 1 } }
    guard let first = places.lazy.compactMap({ self.articles[$0].day }).first else { return nil }
    return NamedCourse(
      name: name, kind: kind, articles: articlesByPeriod(places), months: hits,
      bursts: Self.bursts(BurstDetector.bursts(hits: hits, totals: articlesOfMonths), hits, months: months),
      firstDay: first)
  }

  /// The articles of each period that speak of something.
  func articlesByPeriod(_ places: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: axis.starts.count)
    for place in places { if let period = periodOfArticle[place] { counts[period] += 1 } }
    return counts
  }

  /// How the articles of each period judge.
  func sentiment(_ places: [Int]) -> [PeriodSentiment] {
    var sums = [(articles: Int, score: Int, sentences: [Int])](
      repeating: (0, 0, [0, 0, 0, 0]), count: axis.starts.count)
    for place in places {
      guard let period = periodOfArticle[place] else { continue }
      sums[period].articles += 1
      sums[period].score += articles[place].score
      for (index, count) in articles[place].polarities.enumerated() { sums[period].sentences[index] += count }
    }
    return sums.map { sum in
      PeriodSentiment(
        articles: sum.articles,
        score: sum.articles == 0 ? nil : Double(sum.score) / Double(sum.articles) / 10_000, sentences: sum.sentences)
    }
  }

  /// The topics of a kind other than terms.
  func topics(_ kind: TopicKind) -> [Topic] {
    switch kind {
    case .tag: tags
    case .category: categories
    case .entity: names
    case .term: []
    }
  }

  private static func course(_ series: MonthSeries, _ counter: MonthCounter, _ axis: PeriodAxis) -> NamedCourse {
    var periods = [Int](repeating: 0, count: axis.starts.count)
    for (month, count) in zip(counter.months, series.articles) {
      if let period = axis.place(of: month + "-01") { periods[period] += count }
    }
    return NamedCourse(
      name: series.name, kind: .term, articles: periods, months: series.articles,
      bursts: bursts(series.bursts, series.articles, months: counter.months), firstDay: series.firstDay)
  }

  /// Bursts with the names of their months.
  private static func bursts(
    _ bursts: [BurstDetector.Burst], _ hits: [Int], months: [String]
  ) -> [NamedCourse.Burst] {
    bursts.map { burst in
      NamedCourse.Burst(
        months: burst.batches, first: months[burst.batches.lowerBound], last: months[burst.batches.upperBound],
        articles: hits[burst.batches].reduce(0, +), weight: burst.weight)
    }
  }
}
