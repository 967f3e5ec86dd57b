package import Annotation

/// Terms as tables.
package enum TermReport {
  /// The formats of a table of terms.
  package enum Format: Sendable {
    case csv, tsv, markdown
  }

  /// A table of terms with a header.
  package static func table(_ terms: [Term], _ format: Format) -> String {
    let header = ["term", "kind", "count", "score"]
    let rows = terms.map { [$0.term, $0.kind.rawValue, String($0.count), score($0.score)] }
    switch format {
    case .csv: return DelimitedText.csv([header] + rows)
    case .tsv: return DelimitedText.tsv([header] + rows)
    case .markdown: return MarkdownText.table([header] + rows)
    }
  }

  static func score(_ score: Double) -> String {
    var bytes: [UInt8] = []
    NumberText.append(score: score, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Rows as delimited text.
package enum DelimitedText {
  /// Comma-separated values (RFC 4180), with line feeds as line ends.
  package static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// Tab-separated values; tabs and line ends inside a value become spaces.
  package static func tsv(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t") + "\n"
    }.joined()
  }

  private static func quoted(_ value: String) -> String {
    guard value.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}

/// Text as Markdown.
package enum MarkdownText {
  /// A table; the first row is its header.
  package static func table(_ rows: [[String]]) -> String {
    guard let header = rows.first else { return "" }
    let rule = "|" + String(repeating: " --- |", count: header.count)
    return ([line(header), rule] + rows.dropFirst().map(line)).joined(separator: "\n") + "\n"
  }

  /// `text` on one line, with the signs escaped that Markdown would take for markup.
  package static func escaped(_ text: String) -> String {
    PlainLine.of(text).reduce(into: "") { result, character in
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }
}
