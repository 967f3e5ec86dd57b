internal import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex
internal import TextCore

extension ReportArchive {
  /// Articles that are shown beside one.
  private static let relatedLimit = 6

  /// The page of an article; `nil` where the archive has none of this path.
  /// - Throws: `ArchiveIndexError`, or `DecodingError` where the index is damaged.
  package func article(path: String) throws -> ArticlePage? {
    guard let place = placesOfPaths[path], let record = try index.record(of: articles[place].id) else { return nil }
    let facts = articles[place]
    var page = try ArticlePage(
      entry: entry(place), author: facts.author, record: record,
      isBetterThan: articles.isEmpty ? 0 : Double(articles.count { $0.score < facts.score }) / Double(articles.count))
    page.readability = try index.readability(of: facts.id).map { try ReadabilityFigures(json: $0) }
    page.related = try related(to: facts.id, place)
    page.findings = findings.byArticle[path] ?? []
    page.previous = place > 0 ? entry(place - 1) : nil
    page.next = place + 1 < articles.count ? entry(place + 1) : nil
    return page
  }

  private func related(to id: Int, _ place: Int) throws -> [ArticlePage.Related] {
    try relatedArticles(
      to: index.features(of: id), naming: namesOfArticles[place], excluding: id, limit: Self.relatedLimit
    ).map { ArticlePage.Related($0) }
  }
}
