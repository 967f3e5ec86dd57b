import Annotation
import ArticleSource
import Normalization
import TextCore

extension ArticleDraft {
  /// What was found, with the places in the file.
  func entities(_ findings: EntityFindings) -> [AnalyzedEntity] {
    var mentions = [[AnalyzedMention]](repeating: [], count: findings.entities.count)
    for mention in findings.mentions {
      let inProse = normalized.map.sourceRange(of: mention.range)
      let inFile = prose.map.sourceRange(of: inProse)
      mentions[mention.entity].append(
        AnalyzedMention(
          text: prose.bytes.span.string(inProse.offsets), range: range(of: mention.range),
          position: lines.position(ofByte: inFile.lowerBound, in: source.bytes.span)))
    }
    return zip(findings.entities, mentions).compactMap { entity, mentions in
      guard !mentions.isEmpty else { return nil }
      return AnalyzedEntity(
        name: entity.name, type: entity.type, kind: entity.kind, value: entity.value, mentions: mentions)
    }
  }

  /// The day that relative times are counted from: the front matter's date.
  static func anchor(of date: ArticleDate?) -> CalendarDay? {
    date.flatMap { CalendarDay(year: $0.year, month: $0.month, day: $0.day) }
  }
}
