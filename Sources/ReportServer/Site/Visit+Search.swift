import ArchiveAnalysis
import ArchiveIndex
import Kiji
import ReportPages

extension Visit {
  /// The most hits of a page or an answer.
  static let hitLimit = 200
  private static let usualHits = 20
  /// Places that are shown of each article.
  private static let placesOfArticle = 2
  private static let contextWidth = 30

  /// The page of a search, or its results alone.
  func search(isWhole: Bool) async throws -> Reply {
    let text = Self.oneLine(fields.text("q") ?? "")
    let limit = try fields.integer("limit", in: 1...Self.hitLimit, or: Self.usualHits)
    let bytes = try await kept("search \(isWhole) \(limit) \(text)") {
      let page = SearchPage(query: text, outcome: try outcome(of: text, limit: limit), topics: edition.topics)
      return isWhole ? page.render(context) : page.renderResults(context)
    }
    return .html(bytes)
  }

  private func outcome(of text: String, limit: Int) throws -> SearchPage.Outcome {
    guard text.contains(where: { !$0.isWhitespace }) else { return .nothingAsked }
    do {
      let query = try ArchiveSearch.query(text)
      return try site.readers.withReader { index in
        let answer = try ArchiveSearch(kiji: site.kiji, index: index).answer(to: query, limit: limit)
        let lines = ContextLines(kiji: site.kiji, index: index, width: Self.contextWidth)
        let hits = try answer.hits.map { hit in
          SearchPage.Hit(
            entry: ArticleEntry(
              path: hit.card.path, title: hit.card.title, day: hit.card.day, excerpt: hit.card.excerpt),
            lines: answer.phrases.isEmpty
              ? [] : try lines.lines(of: hit.card, answer.phrases, limit: Self.placesOfArticle))
        }
        return .found(hits: hits, total: answer.total, limit: limit)
      }
    } catch let failure as SearchFailure {
      return .failed(failure.phrase)
    }
  }

  /// What was asked for, without signs that no one types.
  static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
