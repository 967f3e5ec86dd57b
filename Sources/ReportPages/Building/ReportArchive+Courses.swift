internal import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex

extension ReportArchive {
  /// The courses of what has bursts, those with the heaviest first.
  /// - Parameter fewest: The articles that must speak of it.
  func courses(_ kind: TopicKind, fewest: Int, limit: Int) -> [NamedCourse] {
    var counter = MonthCounter()
    for (place, names) in namesByArticle(kind).enumerated() {
      guard let day = articles[place].day else { continue }
      counter.add(path: articles[place].path, day: day, names: names)
    }
    return counter.series(minimum: fewest).filter { !$0.bursts.isEmpty && (kind != .term || !$0.isFormula) }
      .prefix(limit).map { course($0, kind, counter) }
  }

  /// The course of one topic.
  func course(_ kind: TopicKind, _ name: String, _ places: [(place: Int, count: Int)]) -> NamedCourse? {
    var counter = MonthCounter()
    var next = 0
    for (place, article) in articles.enumerated() {
      while next < places.count, places[next].place < place { next += 1 }
      guard let day = article.day else { continue }
      let isOwn = next < places.count && places[next].place == place
      counter.add(path: article.path, day: day, names: isOwn ? [(name, places[next].count)] : [])
    }
    return counter.series(minimum: 1).first.map { course($0, kind, counter) }
  }

  /// The articles of each period that speak of something.
  func articlesByPeriod(_ places: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: axis.starts.count)
    for place in places { if let period = axis.place(of: articles[place].day) { counts[period] += 1 } }
    return counts
  }

  /// How the articles of each period judge.
  func sentiment(_ places: [Int]) -> [PeriodSentiment] {
    var sums = [(articles: Int, score: Int, sentences: [Int])](repeating: (0, 0, [0, 0, 0, 0]), count: axis.starts.count)
    for place in places {
      guard let period = axis.place(of: articles[place].day) else { continue }
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

  private func namesByArticle(_ kind: TopicKind) -> [[(name: String, count: Int)]] {
    if kind == .term {
      return terms.articles.map { $0.map { (terms.names[Int($0.term)], Int($0.count)) } }
    }
    var all = [[(name: String, count: Int)]](repeating: [], count: articles.count)
    for topic in topics(kind) {
      for article in topic.articles { all[article.place].append((topic.name, article.count)) }
    }
    return all
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

  private func course(_ series: MonthSeries, _ kind: TopicKind, _ counter: MonthCounter) -> NamedCourse {
    var periods = [Int](repeating: 0, count: axis.starts.count)
    for (month, count) in zip(counter.months, series.articles) {
      if let period = axis.place(of: month + "-01") { periods[period] += count }
    }
    let bursts = series.bursts.map { burst in
      NamedCourse.Burst(
        months: burst.batches, first: counter.months[burst.batches.lowerBound],
        last: counter.months[burst.batches.upperBound], articles: series.articles[burst.batches].reduce(0, +),
        weight: burst.weight)
    }
    return NamedCourse(
      name: series.name, kind: kind, articles: periods, months: series.articles, bursts: bursts,
      firstDay: series.firstDay)
  }
}
