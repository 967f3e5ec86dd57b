import Annotation
package import ArticleAnalysis
import ArticleSource
import TextCore

/// Analyses in formats that spreadsheets and documents take.
package enum ArticleTables {
  /// The columns of `row(_:)`.
  package static let header = [
    "path", "title", "date", "characters", "sentences", "paragraphs", "morphemes", "codeCharacters", "images",
    "readingMinutes", "polarity", "score", "excerpt", "terms", "entities", "diagnostics",
  ]

  /// One row for one article; its ten heaviest terms, its ten most mentioned names and its diagnostic codes are joined
  /// by semicolons.
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
      analysis.entities.mostMentionedNames(10).map(\.name).joined(separator: ";"),
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
    parts += entityTables(analysis)
    if !analysis.diagnostics.isEmpty {
      parts.append(
        analysis.diagnostics.map { placed in
          let place = placed.position.map { "\($0.line):\($0.column) " } ?? ""
          return "- \(place)\(MarkdownText.escaped(placed.diagnostic.message))（`\(placed.diagnostic.code.name)`）"
        }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The names most mentioned and the deals, each as a table where there are any.
  private static func entityTables(_ analysis: ArticleAnalysis) -> [String] {
    let names = analysis.entities.mostMentionedNames(12).map { [$0.name, $0.type.label, String($0.mentions.count)] }
    let deals = analysis.relations.map {
      [$0.type.label, $0.parties, $0.amount?.text ?? "", $0.certainty.label ?? ""]
    }
    var tables: [String] = []
    if !names.isEmpty { tables.append(MarkdownText.table([["固有表現", "種類", "回数"]] + names).dropLastLineEnd()) }
    if !deals.isEmpty {
      tables.append(MarkdownText.table([["取引", "当事者", "金額", "確かさ"]] + deals).dropLastLineEnd())
    }
    return tables
  }
}

extension String {
  fileprivate func dropLastLineEnd() -> String { hasSuffix("\n") ? String(dropLast()) : self }
}
