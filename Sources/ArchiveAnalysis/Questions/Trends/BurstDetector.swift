internal import Foundation

/// Finds the times in which something is spoken of more than usual.
///
/// The two-state automaton over batches of Kleinberg, "Bursty and Hierarchical Structure in Streams", KDD 2002,
/// section 4: in month *t*, `hits[t]` of `totals[t]` articles speak of it; the state without a burst expects the mean
/// share of all months, the state of a burst twice that share; to enter a burst costs γ ln *n*. The cheapest course of
/// states is found as by Viterbi.
package enum BurstDetector {
  /// How many times the usual share a burst expects; Kleinberg's *s*.
  package static let scale = 2.0
  /// What it costs to enter a burst; Kleinberg's γ.
  package static let gamma = 1.0
  /// The largest share that a burst may expect, so that its logarithm exists.
  private static let largestShare = 0.9999

  /// A burst.
  package struct Burst: Equatable, Sendable {
    /// The batches that it lasts.
    package let batches: ClosedRange<Int>
    /// How much better the burst explains them than its absence, in nats.
    package let weight: Double
  }

  /// The bursts in the order of time.
  /// - Parameters:
  ///   - hits: How many articles of each month count.
  ///   - totals: How many articles each month has; at least `hits`.
  /// - Complexity: O(*n*).
  package static func bursts(hits: [Int], totals: [Int]) -> [Burst] {
    let count = min(hits.count, totals.count)
    let (sum, all) = (hits.reduce(0, +), totals.reduce(0, +))
    guard count > 1, sum > 0, all > sum else { return [] }
    let usual = Double(sum) / Double(all)
    let raised = min(usual * scale, largestShare)
    guard raised > usual else { return [] }
    // The binomial coefficient is the same in both states, and cancels out.
    func gain(_ batch: Int) -> Double {
      let (hit, miss) = (Double(hits[batch]), Double(totals[batch] - hits[batch]))
      return hit * log(raised / usual) + miss * log((1 - raised) / (1 - usual))
    }
    let entry = gamma * log(Double(count))
    // Costs relative to staying without a burst in all batches.
    var calm = 0.0
    var burst = entry
    var cameFromBurst: [(calm: Bool, burst: Bool)] = []
    for batch in 0..<count {
      let stays = burst < calm
      let goesOn = batch > 0 && burst < calm + entry
      let nextCalm = min(calm, batch > 0 ? burst : .infinity)
      let nextBurst = (goesOn ? burst : calm + entry) - gain(batch)
      cameFromBurst.append((calm: batch > 0 && stays, burst: goesOn))
      (calm, burst) = (nextCalm, nextBurst)
    }
    var isBurst = burst < calm
    var states = [Bool](repeating: false, count: count)
    for batch in stride(from: count - 1, through: 0, by: -1) {
      states[batch] = isBurst
      isBurst = isBurst ? cameFromBurst[batch].burst : cameFromBurst[batch].calm
    }
    var found: [Burst] = []
    var batch = 0
    while batch < count {
      guard states[batch] else {
        batch += 1
        continue
      }
      let start = batch
      var weight = 0.0
      while batch < count, states[batch] {
        weight += gain(batch)
        batch += 1
      }
      found.append(Burst(batches: start...batch - 1, weight: weight))
    }
    return found
  }
}
