import Annotation
import ArticleAnalysis

/// A tag on its way to a suggestion.
struct Ranked {
  let tag: String
  let logOdds: Double
  /// What speaks for a tag that the archive has.
  var evidence: LabelEvidence?
  /// The topic behind a tag that it does not have.
  var candidate: ArticleFeatures.Candidate?

  /// The fewest similar articles that are worth telling of.
  private static let tellingCount = 2

  /// The first tags without those that are a part of one before them, or that a new one before them is a part of.
  static func distinct(_ ranked: [Ranked], limit: Int) -> [Ranked] {
    var chosen: [(ranked: Ranked, text: [UInt8])] = []
    for one in ranked {
      guard chosen.count < limit else { break }
      let text = Array(TitleText.compared(one.tag).utf8)
      // Two spellings of one tag: the likelier one stands for both.
      if chosen.contains(where: { $0.text == text }) { continue }
      if one.candidate != nil {
        let isRepetition = chosen.contains { other in
          ByteSearch.contains(other.text, text)
            || other.ranked.candidate != nil && ByteSearch.contains(text, other.text)
        }
        if isRepetition { continue }
      }
      chosen.append((one, text))
    }
    return chosen.map(\.ranked)
  }

  /// The suggestion.
  var suggestion: TagSuggestion {
    TagSuggestion(
      tag: tag, score: LogisticScale.probability(logOdds), kind: candidate == nil ? .known : .new, reason: reason)
  }

  private var reason: String {
    var reasons: [TagReason] = []
    if let evidence {
      switch evidence.level.plain {
      case 4, 5: reasons.append(.inTitle)
      case 3: reasons.append(.inHeading)
      default: break
      }
      if evidence.mentions > 0 {
        reasons.append(.mentioned(evidence.mentions))
      } else if evidence.level.isInCode {
        reasons.append(.inCode)
      }
      if evidence.similarCount >= Self.tellingCount { reasons.append(.similar(evidence.similarCount, tag: tag)) }
      if reasons.isEmpty { reasons.append(evidence.recent > 0 ? .recent : .usual) }
    } else if let candidate {
      reasons = TagReason.placed(in: candidate.zones, mentions: Int(candidate.count))
    }
    return TagReason.text(reasons)
  }
}

/// Searching bytes in bytes.
enum ByteSearch {
  /// Whether `text` holds `part`, which is not empty.
  /// - Complexity: O(*n* · *m*), and nearly O(*n*) in texts.
  static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        var start = 0
        while start + part.count <= text.count {
          if text[start] == first {
            var length = 1
            while length < part.count && text[start + length] == part[length] { length += 1 }
            if length == part.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }
}
