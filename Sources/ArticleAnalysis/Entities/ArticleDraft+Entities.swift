import Annotation
import ArticleSource
import Normalization
import TextCore

extension ArticleDraft {
  /// What was found, with the places in the file.
  func entities(_ findings: EntityFindings, _ strings: inout ShortStrings) -> [AnalyzedEntity] {
    // Columns are counted from mention to mention: a line may hold thousands.
    var columns = ColumnCounter(lines: lines, scalars: scalars)
    var track = Track()
    var counts = [Int](repeating: 0, count: findings.entities.count)
    for mention in findings.mentions { counts[mention.entity] += 1 }
    var mentions = counts.map { count in
      var list: [AnalyzedMention] = []
      list.reserveCapacity(count)
      return list
    }
    let bytes = prose.bytes.span
    for mention in findings.mentions {
      let inProse = proseRange(of: mention.range, &track)
      let inFile = fileRange(of: inProse, &track)
      mentions[mention.entity].append(
        AnalyzedMention(
          text: strings.string(inProse.offsets, in: bytes), range: units(of: inFile),
          position: columns.position(ofByte: inFile.lowerBound, in: source.bytes.span)))
    }
    return zip(findings.entities, mentions).compactMap { entity, mentions in
      guard !mentions.isEmpty else { return nil }
      return AnalyzedEntity(
        name: entity.name, type: entity.type, kind: entity.kind, value: entity.value, mentions: mentions)
    }
  }

  /// The deals that were found, with the places in the file.
  func relations(
    _ mentions: [RelationMention], _ findings: EntityFindings, _ sentences: [ByteRange<NormalizedSpace>]
  ) -> [AnalyzedRelation] {
    mentions.map { mention in
      AnalyzedRelation(
        type: mention.type, from: findings.entities[mention.from].name,
        to: mention.to.map { findings.entities[$0].name }, amount: mention.amount.map { amount($0, findings) },
        certainty: mention.certainty, range: range(of: sentences[mention.sentence]))
    }
  }

  private func amount(_ mention: Int, _ findings: EntityFindings) -> RelationAmount {
    let mention = findings.mentions[mention]
    let range = AmountBounds.widened(mention.range, in: normalized.bytes.span)
    return RelationAmount(
      text: prose.bytes.span.string(normalized.map.sourceRange(of: range).offsets),
      value: findings.entities[mention.entity].value)
  }

  /// The day that relative times are counted from: the front matter's date.
  static func anchor(of date: ArticleDate?) -> CalendarDay? {
    date.flatMap { CalendarDay(year: $0.year, month: $0.month, day: $0.day) }
  }
}
