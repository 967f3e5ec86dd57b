import Annotation
package import ArticleAnalysis
import ArticleSource
import TextCore

/// The report of an article that people read: title, figures, excerpt, terms, names, deals.
package struct ArticleReport {
  /// Columns that the report keeps within.
  static let columns = 80
  /// Terms that are shown.
  private static let termLimit = 12
  /// Columns of the longest bar.
  private static let barColumns = 20

  let style: StyleUse

  /// A report with or without colours.
  package init(style: StyleUse) { self.style = style }

  /// The report of `analysis`, with a line end after every line.
  package func text(_ analysis: ArticleAnalysis) -> String {
    var sections = [heading(analysis)]
    if let statistics = analysis.statistics { sections.append(figures(statistics, analysis.frontMatter)) }
    if let readability = analysis.readability { sections.append(readabilityLines(readability)) }
    if let summary = analysis.summary { sections.append(excerpt(summary)) }
    if !analysis.terms.isEmpty { sections.append(terms(analysis.terms)) }
    let names = nameLines(analysis.entities)
    if !names.isEmpty { sections.append(names) }
    if !analysis.relations.isEmpty { sections.append(relationLines(analysis.relations)) }
    if let sentiment = analysis.sentiment { sections.append(self.sentiment(sentiment)) }
    if !analysis.diagnostics.isEmpty { sections.append(diagnostics(analysis)) }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func heading(_ analysis: ArticleAnalysis) -> [String] {
    let title = analysis.title ?? analysis.source.path ?? "（無題）"
    var lines = DisplayWidth.wrap(PlainLine.of(title), to: Self.columns).map { style.apply(.bold, $0) }
    let date = analysis.frontMatter?.date.map { String($0.iso8601.prefix(10)) }
    let parts = [analysis.source.path, date, analysis.frontMatter?.author.map(PlainLine.of)].compactMap { $0 }
    if !parts.isEmpty { lines.append(style.apply(.dim, parts.joined(separator: " · "))) }
    return lines
  }

  private func figures(_ statistics: ArticleStatistics, _ frontMatter: FrontMatter?) -> [String] {
    var parts = [
      "\(Self.grouped(statistics.characters))字", "\(Self.grouped(statistics.sentences))文",
      "\(Self.grouped(statistics.paragraphs))段落",
    ]
    if statistics.codeCharacters > 0 { parts.append("コード\(Self.grouped(statistics.codeCharacters))字") }
    if statistics.images > 0 { parts.append("画像\(Self.grouped(statistics.images))点") }
    var time = "読了\(statistics.readingTime.minutes)分"
    if let stated = frontMatter?.readingTime, Int(stated.rounded(.up)) != statistics.readingTime.minutes {
      time += "（記載は\(Self.short(stated))分）"
    }
    parts.append(time)
    return [parts.joined(separator: " · ")]
  }

  private func excerpt(_ summary: ArticleSummary) -> [String] {
    [style.apply(.cyan, "抜粋")]
      + DisplayWidth.wrap(PlainLine.of(summary.excerpt), to: Self.columns - 2).map { "  " + $0 }
  }

  private func terms(_ terms: [Term]) -> [String] {
    let shown = terms.prefix(Self.termLimit)
    let width = min(36, shown.map { DisplayWidth.of(PlainLine.of($0.term)) }.max() ?? 0)
    let countWidth = shown.map { String($0.count).count }.max() ?? 1
    return [style.apply(.cyan, "主な語")]
      + shown.map { term in
        let name = DisplayWidth.pad(DisplayWidth.clip(PlainLine.of(term.term), to: width), to: width)
        let count = String(repeating: " ", count: countWidth - String(term.count).count) + String(term.count)
        return "  \(name)  \(style.apply(.green, Self.bar(term.score)))  \(count)回"
      }
  }

  private func sentiment(_ sentiment: ArticleSentiment) -> [String] {
    [style.apply(.cyan, "評価")] + SentimentReport.summary(sentiment, style).map { "  " + $0 }
  }

  private func diagnostics(_ analysis: ArticleAnalysis) -> [String] {
    [style.apply(.cyan, "気になる点")]
      + analysis.diagnostics.map { placed in
        let place = placed.position.map { "\($0.line):\($0.column) " } ?? ""
        let mark = style.apply(placed.diagnostic.severity == .error ? .red : .yellow, "!")
        return "  \(mark) \(place)\(PlainLine.of(placed.diagnostic.message)) [\(placed.diagnostic.code.name)]"
      }
  }

  /// A bar in eighths of a column, padded to its full width: the score 1 fills it.
  private static func bar(_ score: Double) -> String {
    let blocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let eighths = max(1, Int((min(max(score, 0), 1) * Double(barColumns * 8)).rounded()))
    let full = eighths / 8
    let rest = blocks[eighths % 8]
    return String(repeating: "█", count: full) + rest
      + String(repeating: " ", count: barColumns - full - (rest.isEmpty ? 0 : 1))
  }

  /// A whole number with commas: 12,345.
  static func grouped(_ value: Int) -> String {
    var digits = Array(String(value))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return String(digits)
  }

  private static func short(_ value: Double) -> String {
    value.rounded() == value && value.magnitude < 1e9 ? String(Int(value)) : String(value)
  }
}

/// Text from an article, safe on one line of a terminal.
enum PlainLine {
  /// `text` without line breaks and without control characters, which could steer a terminal.
  static func of(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || scalar.value >= 0x7F && scalar.value < 0xA0 || scalar.value == 0x2028
      line.unicodeScalars.append(isControl ? " " : scalar)
    }
    return line
  }
}
