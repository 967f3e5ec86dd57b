import Annotation
import Foundation

/// Learns which morphemes are worth a closer look: a logistic regression over the features of single words, that of the
/// first stage in a cascade (Viola and Jones 2001, "Rapid object detection using a boosted cascade of simple features").
///
/// The tagger sums those features per lexeme anyway, so the gate costs it nothing; its weights stand beside the labels'
/// in the same rows. Steps by AdaGrad, in the order of the examples: the same examples give the same weights.
struct NameGate {
  private static let step: Float = 0.1
  /// What a missed name weighs against a closer look for nothing.
  private static let positiveWeight: Float = 8
  /// Weights below are left out, so that the model stays small.
  private static let leastWeight: Float = 0.06

  private var rows: [UInt32: Int32] = [:]
  private var counts: [Int32] = []
  private var features: [Int32] = []
  private var starts: [Int] = [0]
  private var isName: [Bool] = []
  private var weights: [Float] = []

  /// The number of morphemes to learn from.
  var count: Int { isName.count }

  /// Adds a morpheme: what single words around it say, and whether it belongs to a name.
  mutating func add(_ keys: ArraySlice<UInt32>, isName: Bool) {
    for key in keys {
      let row = rows[key] ?? Int32(counts.count)
      if Int(row) == counts.count {
        rows[key] = row
        counts.append(0)
      }
      counts[Int(row)] += 1
      features.append(row)
    }
    starts.append(features.count)
    self.isName.append(isName)
  }

  /// Goes through all morphemes so many times. Features that fewer than `fewest` have say nothing.
  mutating func train(rounds: Int, fewest: Int32) {
    weights = [Float](repeating: 0, count: counts.count)
    var squares = [Float](repeating: 1e-2, count: counts.count)
    for _ in 0..<rounds {
      for index in isName.indices {
        let range = starts[index]..<starts[index + 1]
        var score: Float = 0
        for row in features[range] { score += weights[Int(row)] }
        let target: Float = isName[index] ? 1 : 0
        let slope = (target - 1 / (1 + exp(-score))) * (isName[index] ? Self.positiveWeight : 1)
        guard abs(slope) > 1e-3 else { continue }
        for row in features[range] where counts[Int(row)] >= fewest {
          squares[Int(row)] += slope * slope
          weights[Int(row)] += Self.step * slope / squares[Int(row)].squareRoot()
        }
      }
    }
  }

  /// The weights, moved so that the share `missed` of the names' morphemes lies below 0.
  /// - Returns: The weights by feature, and the share of all morphemes that lies at 0 or above.
  func calibrated(missed: Double) -> (weights: [UInt32: Float], open: Double) {
    let kept = weights.map { abs($0) < Self.leastWeight ? 0 : $0 }
    let scores = isName.indices.map { index in
      features[starts[index]..<starts[index + 1]].reduce(into: Float(0)) { $0 += kept[Int($1)] }
    }
    let named = zip(scores, isName).filter(\.1).map(\.0).sorted()
    let threshold = named.isEmpty ? 0 : named[min(Int(Double(named.count) * missed), named.count - 1)]
    var result: [UInt32: Float] = [:]
    for (feature, row) in rows where kept[Int(row)] != 0 { result[feature] = kept[Int(row)] }
    result[TaggerModel.biasFeature, default: 0] -= threshold
    return (result, Double(scores.count { $0 >= threshold }) / Double(max(scores.count, 1)))
  }
}
