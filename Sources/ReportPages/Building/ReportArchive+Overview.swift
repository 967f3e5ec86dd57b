internal import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex

extension ReportArchive {
  /// Names whose ranks are followed; more than are shown, since they change.
  private static let rankedNames = 60
  private static let networkNodes = 60
  private static let edgesOfNode = 4
  private static let fewestTogether = 3
  private static let duplicateThreshold = 0.6
  private static let rowLimit = 12
  private static let listedLimit = 40

  /// The first page.
  /// - Complexity: That of all questions to an archive together.
  package func overview() throws -> OverviewPage {
    let all = Array(articles.indices)
    let pairs = try duplicates()
    return OverviewPage(
      articles: articles.count, characters: articles.reduce(0) { $0 + $1.characters },
      medianSeconds: Int(Histogram(articles.map { Double($0.readingSeconds) }, width: 60, bins: 1).median),
      names: names.count, terms: terms.names.count, firstDay: articles.lazy.compactMap(\.day).first,
      lastDay: articles.last?.day, score: archiveScore, axis: axis, months: months,
      articlesByPeriod: articlesByPeriod(all),
      bursts: [(.term, termBursts), (.entity, bursts(.entity)), (.tag, bursts(.tag))],
      nameCourses: names.prefix(Self.rankedNames).map { ($0.name, articlesByPeriod($0.articles.map(\.place))) },
      sentiment: sentiment(all),
      network: try network(nodes: Self.networkNodes, edgesOfNode: Self.edgesOfNode, fewest: Self.fewestTogether),
      tagWeights: tagWeights, tagSpellings: tagSpellings,
      categories: categories.map { CountedName($0.name, articles: $0.articles.count) },
      readingMinutes: Histogram(articles.map { Double($0.readingSeconds) / 60 }, width: readingWidth, bins: 20),
      sentenceLengths: Histogram(
        articles.filter { $0.sentences > 0 }.map { Double($0.characters) / Double($0.sentences) }, width: 5, bins: 20),
      hanShares: Histogram(
        articles.filter { $0.characters > 0 }.map { Double($0.han) / Double($0.characters) * 100 }, width: 2, bins: 25),
      findings: findings.frontMatter, variants: findings.variants.map { Array($0.prefix(Self.listedLimit)) },
      duplicates: pairs, passages: try passages(), deals: mostToldDeals(),
      heaviestTerms: terms.ranked.prefix(Self.listedLimit).map {
        CountedName(terms.names[$0], articles: terms.holding[$0], count: terms.counts[$0])
      },
      heaviestNames: names.prefix(Self.listedLimit).map {
        CountedName($0.name, articles: $0.articles.count, count: $0.count, type: $0.type)
      })
  }

  /// Minutes of a bin of reading times: so many that about twenty bins hold all.
  private var readingWidth: Double {
    let longest = Double(articles.map(\.readingSeconds).max() ?? 0) / 60
    return [1.0, 2, 5, 10, 20, 30].first { longest / $0 <= 20 } ?? 60
  }

  private func duplicates() throws -> [OverviewPage.Duplicate] {
    var duplicates = NearDuplicates()
    var order: [Int] = []
    try index.forEachArticleWords { article, words in
      order.append(article)
      duplicates.add(Shingles.of(words))
    }
    return duplicates.pairs(atLeast: Self.duplicateThreshold).prefix(Self.listedLimit).compactMap { pair in
      guard let first = places[order[pair.first]], let second = places[order[pair.second]] else { return nil }
      return OverviewPage.Duplicate(first: entry(first), second: entry(second), similarity: pair.similarity)
    }
  }

  private func passages() throws -> [OverviewPage.Passage] {
    var sentences = RepeatedPassages(minimumLength: 20)
    try index.forEachArticleSentences { article, own in
      for sentence in own where sentence.blockKind != "heading" && sentence.blockKind != "tableCell" {
        sentences.add(sentence.text, article: article, line: sentence.line)
      }
    }
    return sentences.passages(inAtLeast: 3).prefix(Self.rowLimit).compactMap { passage in
      guard let first = passage.places.first.flatMap({ places[$0.article] }) else { return nil }
      return OverviewPage.Passage(
        text: passage.text, count: passage.count, articles: passage.places.count, first: entry(first))
    }
  }

  /// The deals that most articles tell of, each with the amount that is written most often.
  private func mostToldDeals() -> [OverviewPage.Deal] {
    var groups: [(deal: IndexedDeal, places: Set<Int>, amounts: [String: Int])] = []
    var numbers: [String: Int] = [:]
    for deal in deals where deal.certainty != .denied {
      guard let place = places[deal.article] else { continue }
      // No name holds a line end.
      let key = [deal.type.rawValue, deal.from, deal.to ?? ""].joined(separator: "\n")
      let number = numbers[key] ?? groups.count
      if number == groups.count {
        numbers[key] = number
        groups.append((deal, [], [:]))
      }
      groups[number].places.insert(place)
      if let amount = deal.amount { groups[number].amounts[amount, default: 0] += 1 }
    }
    let ordered = groups.sorted { left, right in
      if left.places.count != right.places.count { return left.places.count > right.places.count }
      let newest = (left.places.max() ?? 0, right.places.max() ?? 0)
      return newest.0 != newest.1 ? newest.0 > newest.1 : left.deal.from < right.deal.from
    }
    return ordered.prefix(Self.rowLimit).compactMap { group in
      guard let newest = group.places.max() else { return nil }
      let amount = group.amounts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.first?.key
      return OverviewPage.Deal(
        type: group.deal.type, from: group.deal.from, to: group.deal.to, amount: amount,
        articles: group.places.count, newest: entry(newest))
    }
  }

  /// The list of all articles, the newest first.
  package func articleList() -> ArticleListPage { ArticleListPage(articles: entries(Array(articles.indices))) }

  /// The list of tags and categories, or of names that have a page.
  package func topicList(_ kind: TopicKind) -> TopicListPage {
    let listed =
      kind == .entity
      ? names.prefix(Self.mostNames).filter { $0.articles.count >= Self.fewestArticles } : topics(kind)
    return TopicListPage(
      kind: kind,
      topics: listed.map {
        CountedName($0.name, articles: $0.articles.count, count: kind == .entity ? $0.count : nil, type: $0.type)
      },
      categories: kind == .tag ? categories.map { CountedName($0.name, articles: $0.articles.count) } : [],
      weights: kind == .tag ? tagWeights : [], archiveArticles: articles.count)
  }
}
