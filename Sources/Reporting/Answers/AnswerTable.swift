/// The answer to a question to an archive: a table, in whatever format is asked for.
package struct AnswerTable: Sendable {
  /// The formats of an answer.
  package enum Format: String, CaseIterable, Sendable {
    case text, json, jsonl, csv, tsv, markdown
  }

  /// A column.
  package struct Column: Sendable {
    /// Its key in JSON, CSV and TSV.
    package let key: String
    /// Its heading on a terminal and in Markdown; `nil` for what stands in the other formats only.
    package let heading: String?

    package init(_ key: String, _ heading: String?) {
      self.key = key
      self.heading = heading
    }
  }

  /// The name of the form, such as `kiji.search/1`.
  package let schema: String
  /// What JSON tells beside the rows.
  package var facts: [AnswerValue.Entry] = []
  /// The key of the rows in JSON.
  package let rowsKey: String
  package let columns: [Column]
  package var rows: [[AnswerValue]] = []
  /// What a terminal shows in place of a table without rows.
  package let nothing: String

  /// Begins a table.
  package init(schema: String, rowsKey: String, columns: [Column], nothing: String) {
    self.schema = schema
    self.rowsKey = rowsKey
    self.columns = columns
    self.nothing = nothing
  }

  /// The table in a format.
  package func render(_ format: Format) -> [UInt8] {
    switch format {
    case .json:
      var output = JSONOutput(.indented)
      writeObject(to: &output)
      return output.bytes + [0x0A]
    case .jsonl: return rows.flatMap(line)
    case .csv: return Array(DelimitedText.csv([columns.map(\.key)] + rows.map(texts)).utf8)
    case .tsv: return Array(DelimitedText.tsv([columns.map(\.key)] + rows.map(texts)).utf8)
    case .markdown:
      return Array(MarkdownText.table([columns.compactMap(\.heading)] + rows.map(shown)).utf8)
    case .text: return Array(text.utf8)
    }
  }

  /// Writes the table as an object.
  package func writeObject(to output: inout JSONOutput) {
    output.beginObject()
    output.key("schema")
    output.string(schema)
    for fact in facts {
      output.key(fact.key)
      fact.value.write(to: &output)
    }
    output.key(rowsKey)
    output.array(rows) { output, row in write(row, to: &output) }
    output.endObject()
  }

  private func write(_ row: [AnswerValue], to output: inout JSONOutput) {
    output.beginObject()
    for (column, value) in zip(columns, row) {
      output.key(column.key)
      value.write(to: &output)
    }
    output.endObject()
  }

  private func line(_ row: [AnswerValue]) -> [UInt8] {
    var output = JSONOutput()
    write(row, to: &output)
    return output.bytes + [0x0A]
  }

  private func texts(_ row: [AnswerValue]) -> [String] { row.map(\.text) }

  private func shown(_ row: [AnswerValue]) -> [String] {
    zip(columns, row).filter { $0.0.heading != nil }.map(\.1.text)
  }

  /// Columns side by side, numbers to the right; the last column is as long as it is.
  private var text: String {
    guard !rows.isEmpty else { return nothing + "\n" }
    let headings = columns.compactMap(\.heading)
    let isNumber = columns.indices.filter { columns[$0].heading != nil }.map { column in
      rows.allSatisfy { $0[column].isNumber }
    }
    // What stands last is a path in most answers, to be copied whole.
    let lines =
      [headings]
      + rows.map { row in
        let cells = shown(row).map(oneLine)
        return cells.dropLast().map { DisplayWidth.clip($0, to: Self.widest) } + cells.suffix(1)
      }
    let widths = headings.indices.map { column in lines.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return lines.map { line in
      var cells: [String] = []
      for (column, cell) in line.enumerated() {
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        let isLast = column == line.count - 1
        cells.append(isNumber[column] ? space + cell : isLast ? cell : cell + space)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// The most columns of a terminal that one value takes.
  private static let widest = 72
}
