package import ArticleAnalysis

/// A summary with the reasons for it, as people read it.
package struct SummaryReport {
  private let style: StyleUse

  /// A report with or without colours.
  package init(style: StyleUse) { self.style = style }

  /// The report of `analysis`, with a line end after every line.
  package func text(_ analysis: ArticleAnalysis) -> String {
    guard let summary = analysis.summary else { return "抜粋にできる文がありません。\n" }
    var lines = section("抜粋（\(summary.excerpt.count)字）", [summary.excerpt])
    lines += ["", style.apply(.cyan, "選んだ文")]
    for (sentence, merits) in zip(summary.sentences, summary.reasons) {
      lines += wrapped(sentence)
      lines.append("  " + style.apply(.dim, Self.reason(merits)))
    }
    lines.append("")
    lines += section("説明文（\(summary.description.count)字）", [summary.description])
    if !summary.points.isEmpty {
      lines.append("")
      lines += section("要点", summary.points.map { "・" + $0 })
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ texts: [String]) -> [String] {
    [style.apply(.cyan, title)] + texts.flatMap(wrapped)
  }

  private func wrapped(_ text: String) -> [String] {
    DisplayWidth.wrap(PlainLine.of(text), to: ArticleReport.columns - 2).map { "  " + $0 }
  }

  /// The merits of a sentence: 位置 +7.0・中心性 +1.2・内容 +2.3・言い回し -1.0（計 9.5）
  private static func reason(_ merits: SentenceMerits) -> String {
    let parts = [
      ("位置", merits.position), ("中心性", merits.centrality), ("内容", merits.substance), ("言い回し", merits.wording),
    ]
    let shown = parts.filter { $0.1.magnitude >= 0.05 }.map { "\($0.0) \(signed($0.1))" }
    return shown.joined(separator: "・") + "（計 \(signed(merits.total))）"
  }

  /// A number with its sign and one decimal.
  private static func signed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "+")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
