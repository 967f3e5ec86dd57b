import Annotation
package import ArticleAnalysis
import ArticleSource
import TextCore

/// Analyses in formats that spreadsheets and documents take.
package enum ArticleTables {
  /// The columns of `row(_:)`.
  package static let header = [
    "path", "title", "date", "characters", "sentences", "paragraphs", "morphemes", "codeCharacters", "images",
    "readingMinutes", "polarity", "score", "excerpt", "terms", "diagnostics",
  ]

  /// One row for one article; its ten heaviest terms and its diagnostic codes are joined by semicolons.
  package static func row(_ analysis: ArticleAnalysis) -> [String] {
    let statistics = analysis.statistics
    func figure(_ value: Int?) -> String { value.map(String.init) ?? "" }
    return [
      analysis.source.path ?? "", analysis.title ?? "", analysis.frontMatter?.date?.iso8601 ?? "",
      figure(statistics?.characters), figure(statistics?.sentences), figure(statistics?.paragraphs),
      figure(statistics?.morphemes), figure(statistics?.codeCharacters), figure(statistics?.images),
      figure(statistics?.readingTime.minutes), analysis.sentiment?.polarity.rawValue ?? "",
      analysis.sentiment.map { TermReport.score($0.score) } ?? "", analysis.summary?.excerpt ?? "",
      analysis.terms.prefix(10).map(\.term).joined(separator: ";"),
      analysis.diagnostics.map(\.diagnostic.code.name).joined(separator: ";"),
    ]
  }

  /// One article as a Markdown section.
  package static func markdown(_ analysis: ArticleAnalysis) -> String {
    var parts = ["## " + MarkdownText.escaped(analysis.title ?? analysis.source.path ?? "（無題）")]
    if let statistics = analysis.statistics {
      parts.append(
        "\(ArticleReport.grouped(statistics.characters))字・\(ArticleReport.grouped(statistics.sentences))文・読了\(statistics.readingTime.minutes)分"
      )
    }
    if let summary = analysis.summary { parts.append("> " + MarkdownText.escaped(summary.excerpt)) }
    if let sentiment = analysis.sentiment {
      parts.append(
        "評価: \(SentimentReport.summary(sentiment, .plain).map(MarkdownText.escaped).joined(separator: "<br>"))")
    }
    if !analysis.terms.isEmpty {
      parts.append(
        MarkdownText.table([["語", "回数"]] + analysis.terms.prefix(12).map { [$0.term, String($0.count)] })
          .dropLastLineEnd())
    }
    if !analysis.diagnostics.isEmpty {
      parts.append(
        analysis.diagnostics.map { placed in
          let place = placed.position.map { "\($0.line):\($0.column) " } ?? ""
          return "- \(place)\(MarkdownText.escaped(placed.diagnostic.message))（`\(placed.diagnostic.code.name)`）"
        }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension String {
  fileprivate func dropLastLineEnd() -> String { hasSuffix("\n") ? String(dropLast()) : self }
}
