import Annotation
import ArticleSource
import Normalization
import TextCore

extension ArticleDraft {
  /// What was found, with the places in the file.
  func sentiment(
    _ findings: SentimentFindings, aspects: [AspectMention], entityNames: [String], _ strings: inout ShortStrings,
    _ names: inout Vocabulary
  ) -> ArticleSentiment {
    var track = Track()
    let bytes = prose.bytes.span
    var cues: [SentimentCue] = []
    cues.reserveCapacity(findings.cues.count)
    for cue in findings.cues {
      let inProse = proseRange(of: cue.range, &track)
      cues.append(
        SentimentCue(
          text: strings.string(inProse.offsets, in: bytes), range: units(of: fileRange(of: inProse, &track)),
          sentence: cue.sentence, polarity: cue.value > 0 ? .positive : cue.value < 0 ? .negative : .neutral,
          weight: Double(abs(cue.value)), wordWeight: Double(cue.base), rules: cue.rules, emotionSet: cue.emotions))
    }
    return ArticleSentiment(findings, cues: cues, aspects: judged(aspects, findings, entityNames, &strings, &names))
  }

  /// The mentions of each thing brought together, by first mention.
  /// - Parameter names: Scratch.
  private func judged(
    _ mentions: [AspectMention], _ findings: SentimentFindings, _ entityNames: [String],
    _ strings: inout ShortStrings, _ names: inout Vocabulary
  ) -> [SentimentAspect] {
    names.removeAll()
    var groups: [(name: String, good: Float, bad: Float, ranges: [Range<Int>])] = []
    let text = normalized.bytes.span
    // The group of each mention, and how many mentions each group has: room for their ranges is made once.
    var groupOf: [Int] = []
    var counts: [Int] = []
    // The first mention of each group.
    var firsts: [Int] = []
    groupOf.reserveCapacity(mentions.count)
    for (number, mention) in mentions.enumerated() {
      let isNamed = mention.entity >= 0 && mention.entity < entityNames.count
      let group = Int(
        isNamed ? names.intern(entityNames[mention.entity]) : names.intern(text.extracting(mention.range.offsets)))
      groupOf.append(group)
      if group == counts.count {
        counts.append(0)
        firsts.append(number)
      }
      counts[group] += 1
    }
    groups.reserveCapacity(counts.count)
    for (group, count) in counts.enumerated() {
      let first = mentions[firsts[group]]
      let isNamed = first.entity >= 0 && first.entity < entityNames.count
      let name = isNamed ? entityNames[first.entity] : strings.string(first.range.offsets, in: text)
      groups.append((name, 0, 0, []))
      groups[group].ranges.reserveCapacity(count)
    }
    var track = Track()
    for (number, mention) in mentions.enumerated() {
      let group = groupOf[number]
      let value = findings.cues[mention.cue].value
      if value > 0 { groups[group].good += value } else { groups[group].bad -= value }
      let place = units(of: fileRange(of: proseRange(of: mention.range, &track), &track))
      if groups[group].ranges.last != place { groups[group].ranges.append(place) }
    }
    return groups.map { group in
      let total = group.good + group.bad
      // Half a judgement is added, so that one faint word does not count as much as many clear ones.
      let score = (group.good - group.bad) / (total + 0.5)
      let isMixed = min(group.good, group.bad) > 0.4 * max(group.good, group.bad)
      return SentimentAspect(
        entity: group.name, polarity: isMixed ? .mixed : score > 0 ? .positive : .negative, score: Double(score),
        ranges: group.ranges)
    }
  }
}
