import Annotation

/// How central each sentence is: a random walk between sentences and the terms in them.
///
/// This is LexRank (Erkan and Radev 2004, "LexRank: graph-based lexical centrality as salience in text
/// summarization") biased to a topic (Otterbacher, Erkan and Radev 2005), with one change: sentences are joined not by
/// pairwise similarities but through the terms they share, as in mutual reinforcement (Zha 2002). A step goes from a
/// sentence to one of its terms, by weight, and from there to one of the sentences that hold the term. The edges are
/// the places of terms, so the cost is linear in the length of the article.
enum SentenceCentrality {
  /// The share of the walk that starts anew in every step.
  private static let restart = 0.5
  /// The steps; what a further step adds falls by half each time.
  private static let steps = 8

  /// The centrality of sentences, 0 to 1, the most central one has 1.
  /// - Parameters:
  ///   - terms: The terms and the sentences that hold them.
  ///   - bias: For each sentence the weight with which a walk starts there; 0 leaves a sentence out of the walk.
  /// - Complexity: O(*n*) in places of terms.
  static func centralities(_ terms: TermOccurrences, bias: [Double]) -> [Double] {
    let count = bias.count
    let total = bias.reduce(0, +)
    guard total > 0 else { return bias }
    let start = bias.map { $0 / total }
    let weights = terms.terms.map { $0.score.squareRoot() }
    // A term counts once in a sentence: places of one sentence are neighbours.
    var places: [(term: Int, sentence: Int)] = []
    places.reserveCapacity(terms.places.count)
    var lastSentence = [Int](repeating: -1, count: weights.count)
    var ofSentence = [Double](repeating: 0, count: count)
    var ofTerm = [Double](repeating: 0, count: weights.count)
    for place in terms.places where place.sentence < count && bias[place.sentence] > 0 {
      guard lastSentence[place.term] != place.sentence else { continue }
      lastSentence[place.term] = place.sentence
      places.append((place.term, place.sentence))
      ofSentence[place.sentence] += weights[place.term]
      ofTerm[place.term] += weights[place.term]
    }
    var walk = start
    var atTerms = [Double](repeating: 0, count: weights.count)
    for _ in 0..<steps {
      for term in atTerms.indices { atTerms[term] = 0 }
      for place in places {
        atTerms[place.term] += walk[place.sentence] / ofSentence[place.sentence] * weights[place.term]
      }
      for sentence in walk.indices { walk[sentence] = restart * start[sentence] }
      for place in places {
        walk[place.sentence] += (1 - restart) * atTerms[place.term] / ofTerm[place.term] * weights[place.term]
      }
    }
    let greatest = walk.max() ?? 0
    return greatest > 0 ? walk.map { $0 / greatest } : walk
  }
}
