import Annotation
import TextCore

/// Chooses tags from an article alone: what its title, headings, terms and names have in common.
struct KeyphraseSelector {
  /// The most tags of an article without an archive; an editor gives three to six.
  private static let most = 6
  /// Tags that are given whatever their scores.
  private static let least = 3
  /// The score below which a tag is given only where there are few.
  private static let floor = 0.3

  /// The tags of an article, by score, descending.
  /// - Complexity: O(*t* log *t*) in topics and names.
  func tags(
    of topics: ArticleTopics, entities: EntityFindings, text: Span<UInt8>, limit: Int
  ) -> [TagSuggestion] {
    var candidates = candidates(topics, NamesByKey(entities, text: text))
    candidates.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    var chosen: [KeyphraseCandidate] = []
    for candidate in candidates {
      guard chosen.count < min(limit, Self.most) else { break }
      let score = Self.score(candidate.weight)
      guard score >= Self.floor || chosen.count < Self.least else { break }
      let special = Self.moreSpecial(than: candidate, among: candidates) ?? candidate
      guard !chosen.contains(where: { Self.isSame($0, special) }) else { continue }
      chosen.append(special)
    }
    return chosen.map {
      TagSuggestion(tag: $0.term, score: Self.score($0.weight), kind: .new, reason: Self.reason($0))
    }.sorted { $0.score > $1.score }
  }

  private func candidates(_ topics: ArticleTopics, _ names: NamesByKey) -> [KeyphraseCandidate] {
    let titleStart = topics.title.map { Array($0.utf8) } ?? []
    return topics.topics.compactMap { topic in
      guard topic.zones.isDisjoint(with: .trace), topic.ownCount > 0 || topic.zones.contains(.title) else { return nil }
      var candidate = KeyphraseCandidate(term: topic.term, topic: topic, mentions: topic.ownCount)
      if let name = names[topic.key] {
        candidate.entity = name.order
        candidate.type = name.type
        candidate.mentions = max(topic.ownCount, name.mentions)
      } else if topic.zones.contains(.title) {
        candidate.mentions += topics.headCount(of: topic) / 2
      }
      guard candidate.isPossible else { return nil }
      candidate.rate(isTitleStart: titleStart.starts(with: candidate.term.utf8))
      return candidate
    }
  }

  /// The longer phrase that is meant by `candidate`: one that holds it, and that stands in the title or at least half
  /// as often.
  private static func moreSpecial(
    than candidate: KeyphraseCandidate, among candidates: [KeyphraseCandidate]
  ) -> KeyphraseCandidate? {
    candidates.first { other in
      // Phrases are compared last: that takes the longest.
      other.term.utf8.count > candidate.term.utf8.count && score(other.weight) >= floor
        && (other.topic.zones.contains(.title) || other.mentions * 2 >= candidate.mentions)
        && overlap(other.term, candidate.term)
    }
  }

  /// Whether one phrase holds the other.
  private static func overlap(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
    let shorter = min(left.count, right.count)
    return shorter > 0 && commonLength(left, right) == shorter
  }

  /// Whether two candidates stand for much the same: one name in two spellings, or phrases that resemble each other.
  private static func isSame(_ left: KeyphraseCandidate, _ right: KeyphraseCandidate) -> Bool {
    if let entity = left.entity, entity == right.entity { return true }
    return resemble(left.term, right.term)
  }

  /// Whether two phrases have half of the shorter one in common: TPU v7 and Cloud TPU.
  private static func resemble(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
    return commonLength(left, right) * 2 >= min(left.count, right.count)
  }

  /// The length of the longest piece that two phrases share.
  /// - Complexity: O(*n* · *m*) in characters, of which a phrase has few.
  private static func commonLength(_ left: [Character], _ right: [Character]) -> Int {
    var longest = 0
    var row = [Int](repeating: 0, count: right.count + 1)
    for first in left {
      var diagonal = 0
      for (place, second) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = first == second ? diagonal + 1 : 0
        diagonal = above
        longest = max(longest, row[place + 1])
      }
    }
    return longest
  }

  /// A weight as a share, 0 to 1.
  private static func score(_ weight: Double) -> Double { LogisticScale.probability(weight) }

  private static func reason(_ candidate: KeyphraseCandidate) -> String {
    TagReason.text(TagReason.placed(in: candidate.topic.zones, mentions: candidate.mentions))
  }
}

/// The logistic function.
package enum LogisticScale {
  /// The probability of log odds, with four decimals.
  ///
  /// Rounded, so that a last bit that differs between mathematical libraries does not show.
  package static func probability(_ logOdds: Double) -> Double {
    let limited = min(max(logOdds, -20), 20)
    return (1 / (1 + exponential(-limited)) * 10_000).rounded() / 10_000
  }

  /// e to the power of `value`, by its series after halving the argument.
  private static func exponential(_ value: Double) -> Double {
    let steps = 10
    let small = value / Double(1 << steps)
    var sum = 1 + small * (1 + small / 2 * (1 + small / 3))
    for _ in 0..<steps { sum *= sum }
    return sum
  }
}
