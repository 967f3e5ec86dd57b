package import ArticleAnalysis

/// Suggested tags and categories as text and tables.
package enum TagReport {
  private static let columns = ["path", "rank", "tag", "score", "kind", "reason"]

  /// The head of a table in the format of that name; `nil` where it has none.
  package static func header(_ format: String) -> String? {
    switch format {
    case "csv": DelimitedText.csv([columns])
    case "tsv": DelimitedText.tsv([columns])
    default: nil
    }
  }

  /// The rows of one article for `csv` or `tsv`.
  package static func rows(_ analysis: ArticleAnalysis, _ format: String) -> String {
    let path = analysis.source.path ?? "-"
    let rows = numbered(analysis.tags).map { [path] + $0 }
    return format == "csv" ? DelimitedText.csv(rows) : DelimitedText.tsv(rows)
  }

  /// One article for a terminal: rank, tag, score, kind, reason; then the categories.
  package static func text(_ analysis: ArticleAnalysis, showsName: Bool) -> String {
    let rows = numbered(analysis.tags)
    let widths = (0..<4).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    var lines = showsName ? [analysis.source.path ?? "-"] : []
    for row in rows {
      let cells = zip(row.prefix(4), widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
      }
      lines.append((cells + [row[4]]).joined(separator: "  "))
    }
    if rows.isEmpty { lines.append("タグの候補が見つかりませんでした。") }
    if !analysis.categories.isEmpty {
      lines.append(
        "カテゴリー: " + analysis.categories.map { "\($0.category)（\(TermReport.score($0.score))）" }.joined(separator: "、"))
    }
    return lines.joined(separator: "\n") + (showsName ? "\n\n" : "\n")
  }

  /// One article as a Markdown table.
  package static func markdown(_ analysis: ArticleAnalysis, showsName: Bool) -> String {
    let head = showsName ? "## " + MarkdownText.escaped(analysis.source.path ?? "-") + "\n\n" : ""
    return head + MarkdownText.table([Array(columns.dropFirst())] + numbered(analysis.tags)) + (showsName ? "\n" : "")
  }

  private static func numbered(_ tags: [TagSuggestion]) -> [[String]] {
    tags.enumerated().map { order, tag in
      [String(order + 1), tag.tag, TermReport.score(tag.score), label(tag.kind), tag.reason]
    }
  }

  private static func label(_ kind: TagSuggestion.Kind) -> String { kind.rawValue }
}
