import Annotation
import ArticleSource
import Normalization
import TextCore

extension ArticleDraft {
  /// The sentences as the excerpt sees them.
  func excerptCandidates(
    _ sentences: [ByteRange<NormalizedSpace>], _ terms: TermOccurrences
  ) -> [ExcerptCandidate] {
    let titleWeights = titleWeights(sentences.count, terms)
    var candidates: [ExcerptCandidate] = []
    candidates.reserveCapacity(sentences.count)
    var block = 0
    for (order, sentence) in sentences.enumerated() {
      let range = normalized.map.sourceRange(of: sentence)
      while block + 1 < prose.blocks.count, prose.blocks[block].range.upperBound <= range.lowerBound { block += 1 }
      guard block < prose.blocks.count else { break }
      candidates.append(
        ExcerptCandidate(
          prose: range, normalized: sentence, block: prose.blocks[block].kind, order: order,
          weight: order < terms.sentenceWeights.count ? terms.sentenceWeights[order] : 0,
          titleWeight: titleWeights[order]))
    }
    return candidates
  }

  /// Whether `term` stands in the title, byte for byte.
  private static func contains(_ title: [UInt8], _ term: String) -> Bool {
    var term = term
    return term.withUTF8 { term in
      guard let first = term.first, term.count <= title.count else { return false }
      return title.withUnsafeBufferPointer { title in
        (0...title.count - term.count).contains { start in
          title[start] == first && title[start..<start + term.count].elementsEqual(term)
        }
      }
    }
  }

  /// For each sentence, the summed score of its terms that stand in the title.
  private func titleWeights(_ count: Int, _ terms: TermOccurrences) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    guard let title else { return weights }
    let bytes = Array(title.utf8)
    let isInTitle = terms.terms.map { Self.contains(bytes, $0.term) }
    for place in terms.places where isInTitle[place.term] && place.sentence < count {
      weights[place.sentence] += terms.terms[place.term].score
    }
    return weights
  }
}
