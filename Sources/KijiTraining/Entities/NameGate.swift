import Annotation
import Foundation

/// Learns which morphemes are worth a closer look: a logistic regression over the features of single words, that of the
/// first stage in a cascade (Viola and Jones 2001, "Rapid object detection using a boosted cascade of simple features").
///
/// The tagger sums those features per lexeme anyway, so the gate costs it nothing; its weights stand beside the labels'
/// in the same rows. Steps by AdaGrad, in the order of the examples, with features left out at random; where it opens is
/// set on texts that were held out. The same examples give the same weights.
struct NameGate {
  private static let step: Float = 0.1
  /// What a missed name weighs against a closer look for nothing.
  private static let positiveWeight: Float = 8
  /// Weights below are left out, so that the model stays small.
  private static let leastWeight: Float = 0.1
  /// The share of features that is left out at random in each step, in 256ths.
  private static let dropout: UInt64 = 128

  private var rows: [UInt32: Int32] = [:]
  private var counts: [Int32] = []
  private var features: [Int32] = []
  private var starts: [Int] = [0]
  private var isName: [Bool] = []
  private var isHeldOut: [Bool] = []
  private var weights: [Float] = []

  /// The number of morphemes to learn from.
  var count: Int { isName.count }

  /// Adds a morpheme: what single words around it say, and whether it belongs to a name.
  mutating func add(_ keys: ArraySlice<UInt32>, isName: Bool, isHeldOut: Bool) {
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
    self.isHeldOut.append(isHeldOut)
  }

  /// Goes through all morphemes so many times. Features that fewer than `fewest` have say nothing.
  mutating func train(rounds: Int, fewest: Int32) {
    weights = [Float](repeating: 0, count: counts.count)
    var squares = [Float](repeating: 1e-2, count: counts.count)
    var random: UInt64 = 88_172_645_463_325_252
    var kept: [Int] = []
    for _ in 0..<rounds {
      for index in isName.indices where !isHeldOut[index] {
        kept.removeAll(keepingCapacity: true)
        var score: Float = 0
        for row in features[starts[index]..<starts[index + 1]] where counts[Int(row)] >= fewest {
          // Xorshift (Marsaglia 2003).
          random ^= random << 13
          random ^= random >> 7
          random ^= random << 17
          guard random >> 32 & 255 >= Self.dropout else { continue }
          kept.append(Int(row))
          score += weights[Int(row)]
        }
        let target: Float = isName[index] ? 1 : 0
        let slope = (target - 1 / (1 + exp(-score))) * (isName[index] ? Self.positiveWeight : 1)
        guard abs(slope) > 1e-3 else { continue }
        for row in kept {
          squares[row] += slope * slope
          weights[row] += Self.step * slope / squares[row].squareRoot()
        }
      }
    }
    for row in weights.indices { weights[row] *= Float(256 - Self.dropout) / 256 }
  }

  /// The weights, moved so that the share `missed` of the names' morphemes that were held out lies below 0.
  /// - Returns: The weights by feature, and the share of all morphemes held out that lies at 0 or above.
  func calibrated(missed: Double) -> (weights: [UInt32: Float], open: Double) {
    let kept = weights.map { abs($0) < Self.leastWeight ? 0 : $0 }
    let heldOut = isName.indices.filter { isHeldOut[$0] }
    let scores = heldOut.map { index in
      features[starts[index]..<starts[index + 1]].reduce(into: Float(0)) { $0 += kept[Int($1)] }
    }
    let named = zip(scores, heldOut).filter { isName[$0.1] }.map(\.0).sorted()
    let threshold = named.isEmpty ? 0 : named[min(Int(Double(named.count) * missed), named.count - 1)]
    var result: [UInt32: Float] = [:]
    for (feature, row) in rows where kept[Int(row)] != 0 { result[feature] = kept[Int(row)] }
    result[TaggerModel.biasFeature, default: 0] -= threshold
    return (result, Double(scores.count { $0 >= threshold }) / Double(max(scores.count, 1)))
  }
}
