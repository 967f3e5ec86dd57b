internal import Annotation
package import ArchiveAnalysis
package import ArchiveIndex

/// An archive as its report shows it: read from its index once, then asked for pages.
///
/// Nothing but the index is read. It is shared and does not change: several threads can ask for pages at once.
package final class ReportArchive: Sendable {
  /// What is read from elsewhere than the index, where it is known.
  package struct Findings: Sendable {
    /// Words that the archive writes in several ways; `nil` where that was not looked at.
    package var variants: [VariantGroup]?
    /// What a review of the front matters found; `nil` where there was none.
    package var frontMatter: FindingSummary?
    /// The findings of each article, by path.
    package var byArticle: [String: [ArticleFinding]] = [:]

    /// Nothing known.
    package init() {}
  }

  /// A name with the articles that mention it.
  struct Topic: Sendable {
    let name: String
    var type: EntityType?
    /// The places of the articles in ``articles``, ascending, and how often each mentions it.
    var articles: [(place: Int, count: Int)] = []
    var count: Int { articles.reduce(0) { $0 + $1.count } }
  }

  let index: ArchiveIndex
  package let name: String
  let findings: Findings
  /// The articles by day, then path; those without a date come first.
  let articles: [ArticleFacts]
  /// The places of articles by number and by path.
  let places: [Int: Int]
  let placesOfPaths: [String: Int]
  let axis: PeriodAxis
  /// The months that have articles, ascending.
  let months: [String]
  /// The articles of each of them.
  let articlesOfMonths: [Int]
  /// The month, and the period of the axis, of each article; `nil` for those without a date.
  let monthOfArticle, periodOfArticle: [Int?]
  /// What came in bursts; the terms of these have pages.
  let termBursts: [NamedCourse]
  /// Tags, categories and names: those in most articles first, then by name.
  let tags, categories, names: [Topic]
  /// The places of topics in those lists, by name.
  let numbers: [TopicKind: [String: Int]]
  let terms: TermTable
  let judged: [String: [JudgedName]]
  let deals: [IndexedDeal]
  let tagWeights: [TagWeight]
  let tagSpellings: [TagFindings.Spellings]
  let similarity: ArchiveSimilarity
  /// The names of each article, for what it has in common with others.
  let namesOfArticles: [ArticleNames]
  /// All pages that a report has.
  package let pages: [PageTarget]
  private let targets: [String: PageTarget]

  /// Articles that must mention a name for it to have a page.
  static let fewestArticles = 3
  /// The most names, and the most terms, that have a page.
  static let mostNames = 500
  static let mostTerms = 200
  /// Articles that must have a tag for the archive to tell what it says.
  private static let fewestTagged = 3

  /// Reads an archive.
  /// - Parameters:
  ///   - name: What it is called at the top of each page.
  ///   - findings: What is known from elsewhere.
  /// - Complexity: O(*n*) in articles and what they name, for tags the square of the articles.
  package init(index: ArchiveIndex, name: String, findings: Findings = Findings()) throws {
    self.index = index
    self.name = name
    self.findings = findings
    let articles = try index.articleFacts()
    self.articles = articles
    let places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.id, $0) })
    self.places = places
    placesOfPaths = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.path, $0) })
    let axis = PeriodAxis(first: articles.lazy.compactMap(\.day).first, last: articles.last?.day)
    self.axis = axis
    let monthNames = articles.map { $0.day.map { String($0.prefix(7)) } }
    let months = Set(monthNames.compactMap { $0 }).sorted()
    self.months = months
    let monthNumbers = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1, $0) })
    let monthOfArticle = monthNames.map { $0.flatMap { monthNumbers[$0] } }
    self.monthOfArticle = monthOfArticle
    articlesOfMonths = months.indices.map { month in monthOfArticle.count { $0 == month } }
    periodOfArticle = articles.map { axis.place(of: $0.day) }
    let labels = try index.authorLabels()
    let found = try index.namesInArticles()
    tags = Self.topics(labels.filter { !$0.isCategory }.map { ($0.article, $0.label, 1, nil) }, places)
    categories = Self.topics(labels.filter(\.isCategory).map { ($0.article, $0.label, 1, nil) }, places)
    names = Self.topics(found.map { ($0.article, $0.name, $0.count, $0.type) }, places)
    let table = try TermTable(index, articles: articles.map(\.id))
    terms = table
    numbers = [.tag: Self.numbers(tags), .category: Self.numbers(categories), .entity: Self.numbers(names)]
    judged = Dictionary(grouping: try index.judgedNames(), by: \.name)
    deals = try index.deals()
    let model = try index.tagModel()
    tagWeights = model?.tagWeights(fewest: Self.fewestTagged) ?? []
    tagSpellings = model?.findings.spellings ?? []
    similarity = try index.similarityIndex(isForMany: true)
    namesOfArticles = Self.articleNames(table, names, tags, count: articles.count)
    termBursts = Self.termBursts(articles, table, axis)
    pages = Self.pages(articles, months, tags, categories, names, table, termBursts.map(\.name))
    targets = Dictionary(pages.map { (PageAddress.path(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The site that the pages belong to.
  package func site(
    extra: [PageSite.NavigationItem] = [], styles: [String] = [], scripts: [String] = []
  ) -> PageSite {
    PageSite(name: name, pages: Set(pages), extra: extra, styles: styles, scripts: scripts)
  }

  /// The page at an address, as ``PageAddress/path(of:)`` gives it.
  package func target(at address: String) -> PageTarget? { targets[address] }

  /// The page of a target; `nil` where the archive has nothing for it.
  package func page(of target: PageTarget) throws -> (any ReportPage)? {
    switch target {
    case .overview: try overview()
    case .articles: articleList()
    case .tags: topicList(.tag)
    case .entities: topicList(.entity)
    case .article(let path): try article(path: path)
    case .topic(let kind, let name): try topic(kind, name)
    case .month(let month): self.month(month)
    case .own: nil
    }
  }

  // MARK: Reading

  private static func topics(
    _ rows: [(article: Int, name: String, count: Int, type: EntityType?)], _ places: [Int: Int]
  ) -> [Topic] {
    var topics: [Topic] = []
    var numbers: [String: Int] = [:]
    var types: [[EntityType: Int]] = []
    for row in rows {
      guard let place = places[row.article] else { continue }
      let number = numbers[row.name] ?? topics.count
      if number == topics.count {
        numbers[row.name] = number
        topics.append(Topic(name: row.name))
        types.append([:])
      }
      if let type = row.type { types[number][type, default: 0] += row.count }
      if topics[number].articles.last?.place == place {
        topics[number].articles[topics[number].articles.count - 1].count += row.count
      } else {
        topics[number].articles.append((place, row.count))
      }
    }
    for number in topics.indices {
      topics[number].type = EntityType.allCases.max { types[number][$0, default: 0] < types[number][$1, default: 0] }
      if types[number].isEmpty { topics[number].type = nil }
      topics[number].articles.sort { $0.place < $1.place }
    }
    return topics.sorted { left, right in
      left.articles.count != right.articles.count
        ? left.articles.count > right.articles.count : left.name < right.name
    }
  }

  private static func numbers(_ topics: [Topic]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1.name, $0) })
  }

  private static func articleNames(
    _ terms: TermTable, _ names: [Topic], _ tags: [Topic], count: Int
  ) -> [ArticleNames] {
    var all = (0..<count).map { place in
      ArticleNames(terms: terms.articles[place].map { terms.names[Int($0.term)] })
    }
    for name in names { for article in name.articles { all[article.place].entities.append(name.name) } }
    for tag in tags { for article in tag.articles { all[article.place].tags.append(tag.name) } }
    return all
  }

  private static func pages(
    _ articles: [ArticleFacts], _ months: [String], _ tags: [Topic], _ categories: [Topic], _ names: [Topic],
    _ terms: TermTable, _ burstTerms: [String]
  ) -> [PageTarget] {
    var pages: [PageTarget] = [.overview, .articles, .tags, .entities]
    pages += articles.map { .article($0.path) }
    pages += tags.map { .topic(.tag, $0.name) } + categories.map { .topic(.category, $0.name) }
    pages += names.prefix(mostNames).filter { $0.articles.count >= fewestArticles }.map { .topic(.entity, $0.name) }
    let ranked = terms.ranked.prefix(mostTerms).map { terms.names[$0] }
    pages += (ranked + burstTerms.filter { !ranked.contains($0) }).map { .topic(.term, $0) }
    return pages + months.map { .month($0) }
  }
}

extension ReportArchive {
  /// An article in a list.
  func entry(_ place: Int) -> ArticleEntry {
    let facts = articles[place]
    return ArticleEntry(
      path: facts.path, title: facts.title, day: facts.day, excerpt: facts.excerpt,
      readingSeconds: facts.readingSeconds, polarity: facts.polarity, score: Double(facts.score) / 10_000)
  }

  /// Articles in a list, the newest first.
  func entries(_ places: [Int]) -> [ArticleEntry] { places.sorted(by: >).map(entry) }
}
