import Annotation
package import ArticleAnalysis
import TextCore

/// Entities and relations as tables.
package enum EntityReport {
  /// The formats of the tables.
  package enum Format: Sendable {
    case text, csv, tsv, markdown
  }

  /// A table of the entities with a header; for people a second one of the relations follows, where there are any.
  package static func tables(_ analysis: ArticleAnalysis, _ format: Format) -> String {
    let entities = [["name", "type", "subtype", "count", "value", "line"]] + analysis.entities.map { row($0) }
    let relations = [["type", "from", "to", "amount", "certainty"]] + analysis.relations.map { row($0) }
    let tables = analysis.relations.isEmpty ? [entities] : [entities, relations]
    switch format {
    case .csv: return DelimitedText.csv(entities)
    case .tsv: return DelimitedText.tsv(entities)
    case .markdown: return tables.map { MarkdownText.table($0) }.joined(separator: "\n")
    case .text: return tables.map { AlignedText.table($0) }.joined(separator: "\n")
    }
  }

  private static func row(_ entity: AnalyzedEntity) -> [String] {
    [
      entity.name, entity.type.rawValue, entity.kind?.rawValue ?? "", String(entity.mentions.count),
      entity.value?.description ?? "", entity.mentions.first.map { String($0.position.line) } ?? "",
    ]
  }

  private static func row(_ relation: AnalyzedRelation) -> [String] {
    [
      relation.type.rawValue, relation.from, relation.to ?? "", relation.amount?.text ?? "",
      relation.certainty.rawValue,
    ]
  }
}

/// Rows with their columns below one another.
enum AlignedText {
  /// Columns of a terminal that a cell may take; longer ones are cut, so that one does not push all others away.
  private static let cellColumns = 40

  /// A table of rows that have equally many cells.
  static func table(_ rows: [[String]]) -> String {
    let cells = rows.map { row in row.map { DisplayWidth.clip(PlainLine.of($0), to: cellColumns) } }
    guard let header = cells.first else { return "" }
    let widths = header.indices.map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return cells.map { line(of: $0, widths) + "\n" }.joined()
  }

  /// One line; nothing is padded where nothing follows.
  private static func line(of cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { DisplayWidth.pad($0, to: $1) }
    return (padded.dropLast() + cells.suffix(1)).joined(separator: "  ")
  }
}
