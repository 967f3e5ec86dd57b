package import ArchiveAnalysis
package import ArchiveIndex

/// An article that is like another.
package struct RelatedArticle: Sendable {
  package let article: ArticleEntry
  /// 0 to 1.
  package let score: Double
  /// What both name.
  package let shared: SharedNames.Shared
}

/// What a live page asks for beside the pages of the report.
extension ReportArchive {
  /// All articles, the newest first.
  package var articleEntries: [ArticleEntry] { entries(Array(articles.indices)) }

  /// The entry of an article; `nil` where the archive has none of this path.
  package func articleEntry(path: String) -> ArticleEntry? { placesOfPaths[path].map(entry) }

  /// The topics that have a page with how many articles have each: by kind, those in most articles first; terms by
  /// their weight in the archive.
  package var topicsWithPages: [(kind: TopicKind, name: String, articles: Int)] {
    pages.compactMap { target in
      guard case .topic(let kind, let name) = target else { return nil }
      let articles =
        kind == .term
        ? terms.numbers[name].map { terms.holding[$0] } : numbers[kind]?[name].map { topics(kind)[$0].articles.count }
      return (kind, name, articles ?? 0)
    }
  }

  /// The article object without tags and categories, and the suggested ones, of an article; `nil` where the
  /// archive has none of this path.
  package func record(path: String) throws -> ArticleRecord? {
    try placesOfPaths[path].flatMap { try index.record(of: articles[$0].id) }
  }

  /// The articles that are most like one of the archive, which are those of its page; `nil` where the archive has none
  /// of this path.
  package func relatedArticles(to path: String, limit: Int) throws -> [RelatedArticle]? {
    guard let place = placesOfPaths[path] else { return nil }
    let id = articles[place].id
    return try relatedArticles(
      to: index.features(of: id), naming: namesOfArticles[place], excluding: id, limit: limit)
  }

  /// The articles that are most like one with these features and names.
  /// - Parameter excluded: The number of the article itself, where the archive has it.
  package func relatedArticles(
    to features: ArticleFeatures, naming names: ArticleNames, excluding excluded: Int? = nil, limit: Int
  ) throws -> [RelatedArticle] {
    let matches = try similarity.matches(for: features, excluding: excluded, limit: limit)
    let reasons = SharedNames(names)
    return matches.compactMap { match in
      guard let other = places[match.article] else { return nil }
      return RelatedArticle(
        article: entry(other), score: match.score, shared: reasons.shared(match.shared, with: namesOfArticles[other]))
    }
  }
}
