internal import Foundation

/// How two things go together, from how often each and both are met.
package enum Association {
  /// Dunning's log-likelihood ratio of a table of two by two: G² = 2 Σ O ln(O / E).
  ///
  /// Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993.
  /// - Returns: 0 or more; 3.84 is the limit for p < 0.05, 10.83 for p < 0.001 (one degree of freedom).
  package static func logLikelihood(_ both: Int, _ first: Int, _ second: Int, _ all: Int) -> Double {
    let table = [
      (both, first, second), (first - both, first, all - second), (second - both, all - first, second),
      (all - first - second + both, all - first, all - second),
    ]
    var sum = 0.0
    for (observed, row, column) in table where observed > 0 && row > 0 && column > 0 {
      sum += Double(observed) * log(Double(observed) * Double(all) / (Double(row) * Double(column)))
    }
    return max(0, 2 * sum)
  }

  /// Normalized pointwise mutual information: ln(p(x,y) / p(x)p(y)) / -ln p(x,y), from -1 (never together) over 0
  /// (by chance) to 1 (never apart).
  ///
  /// Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL 2009.
  package static func normalizedInformation(_ both: Int, _ first: Int, _ second: Int, _ all: Int) -> Double {
    guard both > 0 else { return -1 }
    guard both < all else { return 1 }
    let share = Double(both) / Double(all)
    return log(Double(both) * Double(all) / (Double(first) * Double(second))) / -log(share)
  }
}

/// How typical a term is of one part of an archive, against the rest of it.
package struct Keyness: Equatable, Sendable {
  /// The log-likelihood of the difference in frequency.
  ///
  /// Rayson and Garside, "Comparing Corpora using Frequency Profiling", 2000: over the two observed counts only.
  /// Negative here where the term is rarer in the part than in the rest.
  package let logLikelihood: Double
  /// The binary logarithm of the ratio of the relative frequencies, half a count added to none (Hardie 2014).
  package let logRatio: Double

  /// Compares two frequencies.
  /// - Parameters:
  ///   - count: How often the term stands in the part.
  ///   - size: How many terms the part has.
  ///   - otherCount: How often the term stands in the rest.
  ///   - otherSize: How many terms the rest has.
  package init(_ count: Int, of size: Int, _ otherCount: Int, of otherSize: Int) {
    guard size > 0, otherSize > 0, count + otherCount > 0 else {
      (logLikelihood, logRatio) = (0, 0)
      return
    }
    let share = Double(count + otherCount) / Double(size + otherSize)
    var sum = 0.0
    for (observed, size) in [(count, size), (otherCount, otherSize)] where observed > 0 {
      sum += Double(observed) * log(Double(observed) / (Double(size) * share))
    }
    let ratio =
      (count == 0 ? 0.5 : Double(count)) / Double(size)
      / ((otherCount == 0 ? 0.5 : Double(otherCount)) / Double(otherSize))
    logRatio = log2(ratio)
    logLikelihood = ratio >= 1 ? max(0, 2 * sum) : min(0, -2 * sum)
  }
}
