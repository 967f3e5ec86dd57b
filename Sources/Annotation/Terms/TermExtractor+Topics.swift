import TextCore

extension TermExtractor {
  /// The most components of a part of a compound that counts as a topic of its own.
  private static let longestPart = 4

  /// The terms that `extract` found last, and the parts of its compounds, by their keys in ascending order.
  ///
  /// Spellings of one key are one topic. Verbs and adjectives are left out.
  /// - Parameter zones: For each sentence, where it stands.
  /// - Complexity: O(*t* log *t*) in terms and parts.
  package borrowing func topics(zones: [Topic.Zones]) -> [Topic] {
    let zonesOfTerms = zonesOfTerms(zones)
    let weights = counter.found.map { TermWeights.weight(of: $0, in: counter) }
    let heaviest = max(weights.max() ?? 0, .leastNormalMagnitude)
    var found: [Topic] = []
    found.reserveCapacity(counter.found.count * 2)
    for (order, id) in counter.found.enumerated() {
      let entry = counter.entries[Int(id)]
      guard entry.kind != .verb && entry.kind != .adjective else { continue }
      found.append(
        Topic(
          key: counter.key(of: id), term: counter.vocabulary.string(of: id), kind: entry.kind, count: Int(entry.count),
          ownCount: Int(entry.count), zones: zonesOfTerms[order],
          score: weights[order] / heaviest, rarity: Double(entry.inverseDocumentFrequency)))
      addParts(of: entry, zones: zonesOfTerms[order], to: &found)
    }
    return Self.merged(found)
  }

  /// Where each found term stands.
  private borrowing func zonesOfTerms(_ zones: [Topic.Zones]) -> [Topic.Zones] {
    var result = [Topic.Zones](repeating: [], count: counter.found.count)
    for occurrence in occurrences where Int(occurrence.sentence) < zones.count {
      result[Int(counter.entries[Int(occurrence.term)].order)].formUnion(zones[Int(occurrence.sentence)])
    }
    return result
  }

  private borrowing func addParts(of entry: TermCounter.Entry, zones: Topic.Zones, to found: inout [Topic]) {
    guard entry.partCount > 1 else { return }
    let parts = Int(entry.firstPart)..<Int(entry.firstPart + entry.partCount)
    for start in parts {
      for end in start + 1...min(parts.upperBound, start + Self.longestPart) where end - start < parts.count {
        let rarity =
          end - start > 1
          ? BackgroundTable.greatestRarity
          : Double(counter.entries[Int(counter.parts[start])].inverseDocumentFrequency)
        let (key, term, isTooShort) = counter.part(start..<end)
        if isTooShort { continue }
        found.append(
          Topic(
            key: key, term: term, kind: end - start > 1 ? .compound : .noun, count: Int(entry.count), ownCount: 0,
            zones: zones.union(.part), score: 0, rarity: rarity))
      }
    }
  }

  /// One topic for each key.
  private static func merged(_ topics: [Topic]) -> [Topic] {
    var order = Array(topics.indices)
    order.sort { left, right in
      if topics[left].key != topics[right].key { return topics[left].key < topics[right].key }
      if topics[left].ownCount != topics[right].ownCount { return topics[left].ownCount > topics[right].ownCount }
      return left < right
    }
    var result: [Topic] = []
    for index in order {
      let topic = topics[index]
      guard let last = result.last, last.key == topic.key else {
        result.append(topic)
        continue
      }
      let end = result.count - 1
      result[end].count += topic.count
      result[end].ownCount += topic.ownCount
      let isPart = last.zones.contains(.part) && topic.zones.contains(.part)
      result[end].zones = last.zones.union(topic.zones).subtracting(isPart ? [] : .part)
      result[end].score = max(last.score, topic.score)
    }
    return result
  }
}

extension TermCounter {
  /// The key of a string.
  func key(of id: UInt32) -> TermKey {
    var hash = TermKeyHash()
    hash.add(vocabulary.pool.span.extracting(vocabulary.range(of: id)))
    return hash.key
  }

  /// The key and the spelling of some components of a compound that follow one another, and whether they name nothing.
  func part(_ range: Range<Int>) -> (key: TermKey, term: String, isTooShort: Bool) {
    var hash = TermKeyHash()
    var bytes: [UInt8] = []
    for id in parts[range] {
      let text = vocabulary.pool[vocabulary.range(of: id)]
      // Latin words of a name are parted by a space, all else follows immediately.
      if let last = bytes.last, last < 0x80, let first = text.first, first < 0x80 { bytes.append(0x20) }
      bytes += text
    }
    hash.add(bytes.span)
    let isShort =
      range.count == 1 && (entries[Int(parts[range.lowerBound])].isStopWord || TermForm.isSingleCharacter(bytes.span))
    return (hash.key, String(decoding: bytes, as: UTF8.self), isShort)
  }
}

extension TermForm {
  /// Whether it is one character: as a part of a longer term even a kanji names nothing.
  static func isSingleCharacter(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty || UTF8Scan.scalar(at: 0, in: bytes).length == bytes.count
  }
}
