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

  /// The terms by weight, and where they stand.
  static func weigh(
    _ counter: borrowing TermCounter, _ occurrences: [(term: UInt32, sentence: UInt32)], limit: Int
  ) -> TermOccurrences {
    let weights = counter.found.map { weight(of: $0, in: counter) }
    let heaviest = max(weights.max() ?? 0, .leastNormalMagnitude)
    var result = TermOccurrences()
    var places = [Int32](repeating: -1, count: weights.count)
    for order in heaviestFirst(weights, limit: limit) {
      places[order] = Int32(result.terms.count)
      let id = counter.found[order]
      let entry = counter.entries[Int(id)]
      result.terms.append(
        Term(
          term: counter.vocabulary.string(of: id), kind: entry.kind, count: Int(entry.count),
          score: weights[order] / heaviest))
    }
    for occurrence in occurrences {
      let place = places[Int(counter.entries[Int(occurrence.term)].order)]
      if place >= 0 { result.places.append(.init(term: Int(place), sentence: Int(occurrence.sentence))) }
    }
    return result
  }

  /// The places of weights above 0, the heaviest first; of equals, the first.
  /// - Parameter limit: The most; 0 for all.
  /// - Complexity: O(*n*) where most are lighter than the `limit` heaviest before them.
  private static func heaviestFirst(_ weights: [Double], limit: Int) -> [Int] {
    guard limit > 0 && limit <= mostInserted else {
      let ranked = weights.indices.filter { weights[$0] > 0 }
        .sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
      return limit > 0 ? Array(ranked.prefix(limit)) : ranked
    }
    var ranked: [Int] = []
    ranked.reserveCapacity(limit + 1)
    for (order, weight) in weights.enumerated() where weight > 0 {
      if ranked.count == limit, weight <= weights[ranked[limit - 1]] { continue }
      var place = ranked.count
      while place > 0, weights[ranked[place - 1]] < weight { place -= 1 }
      ranked.insert(order, at: place)
      if ranked.count > limit { ranked.removeLast() }
    }
    return ranked
  }

  /// The most terms that are ranked by insertion.
  private static let mostInserted = 64

  static func weight(of id: UInt32, in counter: borrowing TermCounter) -> Double {
    let entry = counter.entries[Int(id)]
    let specificity = Double(entry.inverseDocumentFrequency)
    switch entry.kind {
    case .verb, .adjective: return Double(entry.count) * specificity * predicateWeight
    case .compound, .noun, .properNoun:
      var connections = 0.0
      for index in Int(entry.firstPart)..<Int(entry.firstPart + entry.partCount) {
        let part = counter.entries[Int(counter.parts[index])]
        // Added in pairs: sums of one order are equal to the last bit, and so ties stay ties.
        connections += logarithm(part.left) + logarithm(part.right)
      }
      let mean = connections > 0 ? exp(connections / Double(2 * max(entry.partCount, 1))) : 1
      return Double(entry.count) * mean * specificity
    }
  }

  /// The logarithm of a count and one; most counts are 0.
  @inline(__always)
  private static func logarithm(_ count: UInt32) -> Double { count == 0 ? 0 : log(Double(count + 1)) }
}
