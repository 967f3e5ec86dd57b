import Annotation
import ArticleAnalysis

extension ArticleReport {
  /// Names that are shown.
  private static let nameLimit = 12
  /// Columns of a name, before it is cut.
  private static let nameColumns = 36

  /// The names most mentioned, those of a type beside one another; empty where there are none.
  func nameLines(_ entities: [AnalyzedEntity]) -> [String] {
    let shown = entities.mostMentionedNames(Self.nameLimit)
    let types = EntityType.names.filter { type in shown.contains { $0.type == type } }
    guard let width = types.map({ DisplayWidth.of($0.label) }).max() else { return [] }
    return [style.apply(.cyan, "固有表現")]
      + types.flatMap { type in nameLines(shown.filter { $0.type == type }, of: type, labelWidth: width) }
  }

  /// The names of one type, on as many lines as they take.
  private func nameLines(_ names: [AnalyzedEntity], of type: EntityType, labelWidth: Int) -> [String] {
    let margin = 2 + labelWidth
    var lines = ["  " + DisplayWidth.pad(type.label, to: labelWidth)]
    var width = margin
    for name in names {
      let text = DisplayWidth.clip(PlainLine.of(name.name), to: Self.nameColumns)
      let count = " \(name.mentions.count)回"
      let taken = 2 + DisplayWidth.of(text) + DisplayWidth.of(count)
      if width > margin, width + taken > Self.columns {
        lines.append(String(repeating: " ", count: margin))
        width = margin
      }
      lines[lines.count - 1] += "  " + style.apply(type.style, text) + count
      width += taken
    }
    return lines
  }
}

extension ArticleReport {
  /// Deals that are shown.
  private static let relationLimit = 12

  /// The first deals that the article tells of: `投資  NVIDIA → OpenAI  最大1000億ドル  （予定）`.
  func relationLines(_ relations: [AnalyzedRelation]) -> [String] {
    let shown = relations.prefix(Self.relationLimit)
    let width = shown.map { DisplayWidth.of($0.type.label) }.max() ?? 0
    return [style.apply(.cyan, "取引")]
      + shown.map { relation in
        let parts = [
          DisplayWidth.pad(relation.type.label, to: width), PlainLine.of(relation.parties),
          relation.amount.map { style.apply(.green, PlainLine.of($0.text)) },
          relation.certainty.label.map { style.apply(.dim, "（\($0)）") },
        ]
        return "  " + parts.compactMap { $0 }.joined(separator: "  ")
      }
  }
}
