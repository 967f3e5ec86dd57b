internal import Foundation
import TextCore

/// Weighs the terms of an article.
///
/// The weight of a noun or compound is Nakagawa and Mori's FLR (2003, "Automatic term recognition based on statistics
/// of compound nouns and their components"): `FLR = f · (∏ (FL(Nᵢ)+1)(FR(Nᵢ)+1))^(1/2L)`, where *f* counts where the
/// compound stands on its own, *L* is its number of components, and FL and FR count how often a component stands with
/// another noun to its left and right in this article. It is multiplied by the inverse document frequency of the term
/// among blog posts at large (``BackgroundTable``). Scores are shares of the heaviest term's weight.
package enum TermWeights {
  /// The weight of verbs and adjectives against nouns: they rarely name what an article is about.
  package static let predicateWeight = 0.25

  /// The terms by weight, and what each sentence holds of them.
  static func weigh(
    _ counter: borrowing TermCounter, _ occurrences: [(term: UInt32, sentence: UInt32)], sentenceCount: Int, limit: Int
  ) -> TermOccurrences {
    let weights = counter.found.map { weight(of: $0, in: counter) }
    let heaviest = max(weights.max() ?? 0, .leastNormalMagnitude)
    var ranked = weights.indices.filter { weights[$0] > 0 }
    ranked.sort { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    if limit > 0 && ranked.count > limit { ranked.removeLast(ranked.count - limit) }
    var result = TermOccurrences()
    var places = [Int](repeating: -1, count: weights.count)
    for order in ranked {
      places[order] = result.terms.count
      let id = counter.found[order]
      let entry = counter.entries[Int(id)]
      result.terms.append(
        Term(
          term: counter.vocabulary.string(of: id), kind: entry.kind, count: Int(entry.count),
          score: weights[order] / heaviest))
    }
    result.sentenceWeights = [Double](repeating: 0, count: sentenceCount)
    var lastSentence = [UInt32](repeating: .max, count: weights.count)
    for occurrence in occurrences {
      let order = Int(counter.entries[Int(occurrence.term)].order)
      if lastSentence[order] != occurrence.sentence {
        lastSentence[order] = occurrence.sentence
        result.sentenceWeights[Int(occurrence.sentence)] += weights[order] / heaviest
      }
      if places[order] >= 0 {
        result.places.append(.init(term: places[order], sentence: Int(occurrence.sentence)))
      }
    }
    return result
  }

  static func weight(of id: UInt32, in counter: borrowing TermCounter) -> Double {
    let entry = counter.entries[Int(id)]
    let specificity = Double(entry.inverseDocumentFrequency)
    switch entry.kind {
    case .verb, .adjective: return Double(entry.count) * specificity * predicateWeight
    case .compound, .noun, .properNoun:
      var connections = 0.0
      for index in Int(entry.firstPart)..<Int(entry.firstPart + entry.partCount) {
        let part = counter.entries[Int(counter.parts[index])]
        connections += log(Double(part.left + 1)) + log(Double(part.right + 1))
      }
      let mean = exp(connections / Double(2 * max(entry.partCount, 1)))
      return Double(entry.count) * mean * specificity
    }
  }
}
