import TextCore

extension TermExtractor {
  /// The most components of a part of a compound that counts as a topic of its own.
  private static let longestPart = 4

  /// A topic by the id of its spelling.
  private struct Draft {
    let id: UInt32
    let kind: Term.Kind
    var count: UInt32
    var ownCount: UInt32
    var zones: Topic.Zones
    var weight: Double
    let rarity: Double
  }

  /// The terms that `extract` found last, and the parts of its compounds, by their keys in ascending order.
  ///
  /// Spellings of one key are one topic. Verbs and adjectives are left out.
  /// - Parameters:
  ///   - zones: For each sentence, where it stands.
  ///   - spelling: Which topics are spelled; the others have an empty term.
  /// - Complexity: O(*t* log *t*) in terms and parts.
  package mutating func topics(zones: [Topic.Zones], spelling: TopicSpelling = .all) -> [Topic] {
    let zonesOfTerms = zonesOfTerms(zones)
    var heaviest = Double.leastNormalMagnitude
    var drafts: [Draft] = []
    drafts.reserveCapacity(counter.found.count * 2)
    for order in counter.found.indices {
      let id = counter.found[order]
      let weight = TermWeights.weight(of: id, in: counter)
      heaviest = max(heaviest, weight)
      let entry = counter.entries[Int(id)]
      guard entry.kind != .verb && entry.kind != .adjective else { continue }
      drafts.append(
        Draft(
          id: id, kind: entry.kind, count: entry.count, ownCount: entry.count, zones: zonesOfTerms[order],
          weight: weight, rarity: Double(entry.inverseDocumentFrequency)))
      addParts(of: entry, zones: zonesOfTerms[order].union(.part), to: &drafts)
    }
    return topics(drafts, heaviest: heaviest, spelling)
  }

  /// Where each found term stands.
  private borrowing func zonesOfTerms(_ zones: [Topic.Zones]) -> [Topic.Zones] {
    var result = [Topic.Zones](repeating: Topic.Zones.nowhere, count: counter.found.count)
    for occurrence in occurrences where Int(occurrence.sentence) < zones.count {
      result[Int(counter.entries[Int(occurrence.term)].order)].formUnion(zones[Int(occurrence.sentence)])
    }
    return result
  }

  private mutating func addParts(of entry: TermCounter.Entry, zones: Topic.Zones, to drafts: inout [Draft]) {
    guard entry.partCount > 1 else { return }
    let parts = Int(entry.firstPart)..<Int(entry.firstPart + entry.partCount)
    for start in parts {
      var id = counter.parts[start]
      if !counter.isTooShortAsPart(id) {
        let rarity = Double(counter.entries[Int(id)].inverseDocumentFrequency)
        drafts.append(
          Draft(id: id, kind: .noun, count: entry.count, ownCount: 0, zones: zones, weight: 0, rarity: rarity))
      }
      let longest = min(Self.longestPart, start == parts.lowerBound ? parts.count - 1 : parts.count)
      var end = start + 1
      while end < min(parts.upperBound, start + longest) {
        id = counter.joinParts(id, counter.parts[end])
        drafts.append(
          Draft(
            id: id, kind: .compound, count: entry.count, ownCount: 0, zones: zones, weight: 0,
            rarity: BackgroundTable.greatestRarity))
        end += 1
      }
    }
  }

  /// One topic for each key.
  private mutating func topics(_ drafts: [Draft], heaviest: Double, _ spelling: TopicSpelling) -> [Topic] {
    var spelling = spelling
    // Keys above, places below: sorted by key, and drafts of one key stay in order.
    var order: [UInt64] = []
    order.reserveCapacity(drafts.count)
    for index in drafts.indices {
      order.append(UInt64(counter.key(of: drafts[index].id).value) << 32 | UInt64(index))
    }
    keyOrder.sort(&order)
    var result: [Topic] = []
    result.reserveCapacity(order.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end] >> 32 == order[start] >> 32 { end += 1 }
      let draft = Self.merged(drafts, order.span.extracting(start..<end))
      let key = TermKey(value: UInt32(order[start] >> 32))
      let isSpelled = spelling.spells(key, count: Int(draft.count))
      result.append(
        Topic(
          key: key, term: isSpelled ? counter.vocabulary.string(of: draft.id) : "",
          kind: draft.kind, count: Int(draft.count), ownCount: Int(draft.ownCount), zones: draft.zones,
          score: draft.weight / heaviest, rarity: draft.rarity))
      start = end
    }
    return result
  }

  /// The drafts of one key as one: the spelling that is met most stands for all; of equals, the first.
  /// - Parameter places: Where they stand in `drafts`, in the lower halves.
  private static func merged(_ drafts: [Draft], _ places: Span<UInt64>) -> Draft {
    var all = drafts[Int(places[0] & 0xFFFF_FFFF)]
    var mostOwn = all.ownCount
    for place in 1..<max(places.count, 1) {
      let other = drafts[Int(places[place] & 0xFFFF_FFFF)]
      let isPart = all.zones.contains(.part) && other.zones.contains(.part)
      var sum = other.ownCount > mostOwn ? other : all
      mostOwn = max(mostOwn, other.ownCount)
      sum.count = all.count + other.count
      sum.ownCount = all.ownCount + other.ownCount
      sum.zones = all.zones.union(other.zones)
      if !isPart { sum.zones.remove(.part) }
      sum.weight = max(all.weight, other.weight)
      all = sum
    }
    return all
  }
}

extension TermCounter {
  /// Whether a component of a compound names nothing by itself.
  func isTooShortAsPart(_ id: UInt32) -> Bool {
    entries[Int(id)].isStopWord
      || TermForm.isSingleCharacter(vocabulary.pool.span.extracting(vocabulary.range(of: id)))
  }

  /// The id of two components of a compound that follow one another.
  mutating func joinParts(_ left: UInt32, _ right: UInt32) -> UInt32 {
    let (first, second) = (vocabulary.range(of: left), vocabulary.range(of: right))
    // Latin words of a name are parted by a space, all else follows immediately.
    let hasGap =
      !first.isEmpty && !second.isEmpty && vocabulary.pool[first.upperBound - 1] < 0x80
      && vocabulary.pool[second.lowerBound] < 0x80
    if let id = joined(left, right, hasGap: hasGap) { return id }
    let bytes = Array(vocabulary.pool[first]) + (hasGap ? [0x20] : []) + vocabulary.pool[second]
    return join(left, right, hasGap: hasGap, bytes.span)
  }
}

extension TermForm {
  /// Whether it is one character: as a part of a longer term even a kanji names nothing.
  static func isSingleCharacter(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty || UTF8Scan.scalar(at: 0, in: bytes).length == bytes.count
  }
}
