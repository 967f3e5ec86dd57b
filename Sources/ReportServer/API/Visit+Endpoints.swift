import ArchiveIndex
import ArticleAnalysis
import Foundation
import Kiji
import ReportPages
import Reporting
import TextCore

/// The interface for programs, by the contract of the command line.
extension Visit {
  /// The most characters of a query or a path.
  private static let textLimit = 2_000
  private static let widths = 1...200
  private static let usualWidth = 24
  private static let pageOfArticles = 100

  func answer(_ endpoint: Endpoint) async throws -> Reply {
    switch endpoint {
    case .search: try await found()
    case .kwic: try await places()
    case .suggestions: try suggestions()
    case .articles: try await articles()
    case .article: try await article()
    case .related: try await related()
    case .analyze: try await analyzed()
    case .tags: try await tagged()
    }
  }

  // MARK: Questions to the archive

  private func found() async throws -> Reply {
    let text = Self.oneLine(try fields.needed("q", limit: Self.textLimit))
    let limit = try fields.integer("limit", in: 1...Self.hitLimit, or: 20)
    return .json(
      try await kept("api search \(limit) \(text)") {
        try withAnswer(to: text, limit: limit) { _, answer in .search(answer.hits, total: answer.total) }
      })
  }

  private func places() async throws -> Reply {
    let text = Self.oneLine(try fields.needed("q", limit: Self.textLimit))
    let limit = try fields.integer("limit", in: 1...Self.hitLimit, or: 20)
    let width = try fields.integer("width", in: Self.widths, or: Self.usualWidth)
    return .json(
      try await kept("api kwic \(limit) \(width) \(text)") {
        try withAnswer(to: text, limit: limit) { index, answer in
          let lines = ContextLines(kiji: site.kiji, index: index, width: width)
          return .context(try answer.hits.flatMap { try lines.lines(of: $0.card, answer.phrases) }, width: width)
        }
      })
  }

  private func withAnswer(
    to text: String, limit: Int, _ table: (ArchiveIndex, ArchiveSearch.Answer) throws -> AnswerTable
  ) throws -> [UInt8] {
    do {
      let query = try ArchiveSearch.query(text)
      return try site.readers.withReader { index in
        try table(index, ArchiveSearch(kiji: site.kiji, index: index).answer(to: query, limit: limit)).render(.json)
      }
    } catch let failure as SearchFailure {
      throw Problem(400, failure.code, failure.phrase)
    }
  }

  private func suggestions() throws -> Reply {
    let text = Self.oneLine(try fields.needed("q", limit: Self.textLimit))
    let limit = try fields.integer("limit", in: 1...50, or: 8)
    var table = AnswerTable(
      schema: "kiji.suggestions/1", rowsKey: "suggestions",
      columns: [.init("name", nil), .init("kind", nil), .init("query", nil), .init("articles", nil)], nothing: "")
    table.rows = edition.topics.completing(text, limit: limit).map {
      [.text($0.name), .text($0.kind.rawValue), .text($0.query), .integer($0.articles)]
    }
    return .json(table.render(.json))
  }

  private func articles() async throws -> Reply {
    let offset = try fields.integer("offset", in: 0...10_000_000, or: 0)
    let limit = try fields.integer("limit", in: 1...1_000, or: Self.pageOfArticles)
    return .json(
      try await kept("api articles \(offset) \(limit)") {
        let all = edition.report.articleEntries
        var table = AnswerTable(
          schema: "kiji.articles/1", rowsKey: "articles",
          columns: [
            .init("date", nil), .init("title", nil), .init("path", nil), .init("excerpt", nil), .init("page", nil),
          ], nothing: "")
        table.facts = [.init("total", .integer(all.count))]
        table.rows = all.dropFirst(offset).prefix(limit).map { entry in
          [
            AnswerValue(entry.day), .text(entry.title), .text(entry.path), AnswerValue(entry.excerpt),
            .text("/" + PageAddress.path(of: .article(entry.path))),
          ]
        }
        return table.render(.json)
      })
  }

  private func article() async throws -> Reply {
    let path = try fields.needed("path", limit: Self.textLimit)
    return .json(
      try await kept("api article \(path)") {
        guard let record = try edition.report.record(path: path) else { throw Problem.notFound }
        var output = JSONOutput()
        output.beginObject()
        ArticleObject.writeTags(record.tags, to: &output)
        ArticleObject.writeCategories(record.categories, to: &output)
        // Between other keys: without the brace, with a comma before the first.
        return record.object[..<record.labelsPlace] + [UInt8(ascii: ",")] + output.bytes.dropFirst()
          + record.object[record.labelsPlace...]
      })
  }

  private func related() async throws -> Reply {
    let path = try fields.needed("path", limit: Self.textLimit)
    let limit = try fields.integer("limit", in: 1...100, or: 5)
    return .json(
      try await kept("api related \(limit) \(path)") {
        guard let found = try edition.report.relatedArticles(to: path, limit: limit) else { throw Problem.notFound }
        return AnswerTable.related(
          found.map { ($0.score, $0.article.day, $0.article.title, $0.article.path, $0.shared) }
        ).render(.json)
      })
  }

  // MARK: Texts that are sent

  private func analyzed() async throws -> Reply {
    let sent = try await sentDraft()
    return .json(
      try await site.analyzing.run {
        Self.object(try analysis(of: sent.draft), parts: sent.only.map(Set.init) ?? AnalysisPart.standard)
      }, keeping: .never)
  }

  private func tagged() async throws -> Reply {
    let sent = try await sentDraft()
    return .json(
      try await site.analyzing.run {
        var analysis = try analysis(of: sent.draft)
        if let limit = sent.limit { analysis.tags = Array(analysis.tags.prefix(limit)) }
        return Self.object(analysis, parts: [.source, .tags, .categories])
      }, keeping: .never)
  }

  private static func object(_ analysis: ArticleAnalysis, parts: Set<AnalysisPart>) -> [UInt8] {
    var output = JSONOutput()
    ArticleObject(analysis, parts: parts).write(to: &output)
    output.endLine()
    return output.bytes
  }

  private func sentDraft() async throws -> SentDraft {
    guard request.mediaType == "application/json" else { throw Problem.unknownMediaType }
    let bytes = try await body()
    do {
      return try JSONDecoder().decode(SentDraft.self, from: Data(bytes))
    } catch {
      throw Problem.body
    }
  }
}
