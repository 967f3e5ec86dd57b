internal import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex

extension ReportArchive {
  /// The most of each list on the page of a topic.
  private static let listLimit = 24
  private static let sentenceLimit = 8

  /// The articles that have a topic, with how often.
  func holders(_ kind: TopicKind, _ name: String) -> Topic? {
    guard kind == .term else { return numbers[kind]?[name].map { topics(kind)[$0] } }
    guard let number = terms.numbers[name] else { return nil }
    var topic = Topic(name: name)
    for (place, own) in terms.articles.enumerated() {
      if let term = own.first(where: { $0.term == Int32(number) }) { topic.articles.append((place, Int(term.count))) }
    }
    return topic
  }

  /// The page of a topic; `nil` where no article has it.
  package func topic(_ kind: TopicKind, _ name: String) throws -> TopicPage? {
    guard let topic = holders(kind, name) else { return nil }
    let own = topic.articles.map(\.place)
    let sentences = kind == .entity ? try index.sentences(naming: name, limit: Self.sentenceLimit) : []
    let judgments = kind == .entity ? judged[name] ?? [] : []
    return TopicPage(
      kind: kind, name: name, type: topic.type, count: kind == .tag || kind == .category ? nil : topic.count,
      archiveArticles: articles.count, axis: axis, articlesByPeriod: articlesByPeriod(Array(articles.indices)),
      course: course(kind, name, own), months: months,
      sentiment: sentiment(own),
      typical: terms.typical(of: own, limit: Self.listLimit).filter { $0.term != name },
      companions: companions(of: own, except: kind == .entity ? name : nil),
      judgments: PeriodPolarities(judgments),
      deals: kind == .entity ? dealRows(deals.filter { $0.from == name || $0.to == name }) : [],
      sentences: sentences.compactMap { sentence in
        places[sentence.article].map {
          TopicPage.Quotation(
            article: entry($0), line: sentence.line, text: sentence.text, words: sentence.words)
        }
      },
      weight: kind == .tag ? tagWeights.first { $0.tag == name } : nil,
      spellings: kind == .tag
        ? tagSpellings.first { $0.tags.contains(name) }?.tags.filter { $0 != name } ?? [] : [],
      articles: entries(own))
  }

  /// The page of a month; `nil` where it has no article.
  package func month(_ month: String) -> MonthPage? {
    guard let place = months.firstIndex(of: month) else { return nil }
    let own = articles.indices.filter { articles[$0].day?.hasPrefix(month) ?? false }
    return MonthPage(
      month: month, previous: place > 0 ? months[place - 1] : nil,
      next: place + 1 < months.count ? months[place + 1] : nil,
      characters: own.reduce(0) { $0 + articles[$1].characters },
      readingSeconds: own.reduce(0) { $0 + articles[$1].readingSeconds },
      score: own.isEmpty ? 0 : Double(own.reduce(0) { $0 + articles[$1].score }) / Double(own.count) / 10_000,
      archiveScore: archiveScore,
      sentences: (0..<4).map { index in own.reduce(0) { $0 + articles[$1].polarities[index] } },
      typical: terms.typical(of: own, limit: Self.listLimit), companions: companions(of: own, except: nil),
      tags: labelCounts(tags, own),
      deals: dealRows(deals.filter { deal in places[deal.article].map(own.contains) ?? false }),
      articles: entries(own))
  }

  /// The mean score of all articles.
  var archiveScore: Double {
    articles.isEmpty ? 0 : Double(articles.reduce(0) { $0 + $1.score }) / Double(articles.count) / 10_000
  }

  /// How many of some articles have each tag, those with most first.
  private func labelCounts(_ topics: [Topic], _ own: [Int]) -> [CountedName] {
    let wanted = Set(own)
    return topics.map { topic in CountedName(topic.name, articles: topic.articles.count { wanted.contains($0.place) }) }
      .filter { $0.articles > 0 }
      .sorted { $0.articles != $1.articles ? $0.articles > $1.articles : $0.name < $1.name }
      .prefix(Self.listLimit).map { $0 }
  }

  /// Names that stand in some articles more often than in the rest.
  private func companions(of own: [Int], except name: String?) -> [Companion] {
    var isWanted = [Bool](repeating: false, count: articles.count)
    for place in own { isWanted[place] = true }
    var found: [Companion] = []
    for other in names where other.name != name {
      // Names are ordered by their articles: the rest has too few.
      guard other.articles.count >= min(2, own.count) else { break }
      let both = other.articles.count { isWanted[$0.place] }
      guard both >= min(2, own.count),
        Association.normalizedInformation(both, own.count, other.articles.count, articles.count) > 0
      else { continue }
      found.append(
        Companion(
          name: other.name, type: other.type ?? .organization, articles: both,
          logLikelihood: Association.logLikelihood(both, own.count, other.articles.count, articles.count)))
    }
    found.sort { left, right in
      left.logLikelihood != right.logLikelihood ? left.logLikelihood > right.logLikelihood : left.name < right.name
    }
    return Array(found.prefix(Self.listLimit))
  }

  /// Deals as a page shows them, the newest first.
  func dealRows(_ deals: [IndexedDeal]) -> [DealRow] {
    deals.compactMap { deal in places[deal.article].map { (place: $0, deal: deal) } }
      .enumerated().sorted { left, right in
        left.element.place != right.element.place
          ? left.element.place > right.element.place : left.offset < right.offset
      }.map { row in
        DealRow(
          type: row.element.deal.type, from: row.element.deal.from, to: row.element.deal.to,
          amount: row.element.deal.amount, certainty: row.element.deal.certainty, article: entry(row.element.place))
      }
  }
}

/// How often something is judged well, badly or both ways, by articles.
package struct PeriodPolarities: Equatable, Sendable {
  /// The articles, in the order of `Polarity`.
  package let articles: [Int]
  /// The mean score; `nil` where nothing is judged.
  package let score: Double?

  init(_ judgments: [JudgedName]) {
    articles = Polarity.allCases.map { polarity in judgments.count { $0.polarity == polarity } }
    // In ten-thousandths, so that the sum is exact.
    let sum = judgments.reduce(0) { $0 + Int(($1.score * 10_000).rounded()) }
    score = judgments.isEmpty ? nil : Double(sum) / Double(judgments.count) / 10_000
  }
}
