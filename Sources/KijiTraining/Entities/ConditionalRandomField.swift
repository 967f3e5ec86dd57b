import Annotation
import Foundation

/// A linear-chain conditional random field in training.
///
/// After Lafferty, McCallum and Pereira (2001). A sentence's labels may be known in part: what is learned is that the
/// allowed sequences together are likely (Tsuboi et al. 2008, "Training conditional random fields using incomplete
/// annotations"). Steps by AdaGrad (Duchi, Hazan and Singer 2011), sentence by sentence; features are left out at
/// random (Wager, Wang and Liang 2013, "Dropout training as adaptive regularization"), and the weights after each of
/// the later rounds are averaged. Deterministic: one thread, its own random numbers.
final class ConditionalRandomField {
  private static let labels = NameLabel.count
  /// The labels of a row of weights, padded so that rows are added 16 lanes at a time.
  private static let width = 48
  private static let step: Float = 0.06
  private static let firstSquares: Float = 1e-3

  /// For each feature the row of its weights.
  let rows: [UInt32: Int32]
  private var weights: UnsafeMutablePointer<Float>
  private var squares: UnsafeMutablePointer<Float>
  private var sums: UnsafeMutablePointer<Float>
  private var transitions = [Float](repeating: 0, count: labels * labels)
  private var transitionSquares = [Float](repeating: firstSquares, count: labels * labels)
  private var transitionSums = [Float](repeating: 0, count: labels * labels)
  private var averaged = 0
  private let examples: [TaggerExample]
  private let dropout: Float
  private var random: UInt64 = 88_172_645_463_325_252
  private var chain: LabelChain

  /// Prepares training: features that stand in fewer than `fewest` sentences, or are none of `chosen`, are left out.
  init(_ examples: [TaggerExample], fewest: Int, dropout: Float, chosen: Set<UInt32>? = nil) {
    var counts: [UInt32: Int32] = [:]
    for example in examples {
      for feature in Set(example.features) where chosen?.contains(feature) ?? true { counts[feature, default: 0] += 1 }
    }
    var rows: [UInt32: Int32] = [:]
    self.examples = examples.map { example in
      var kept = TaggerExample()
      kept.allowed = example.allowed
      for index in 0..<example.count {
        for feature in example.features[example.starts[index]..<example.starts[index + 1]] {
          guard counts[feature, default: 0] >= fewest else { continue }
          let row = rows[feature] ?? Int32(rows.count)
          rows[feature] = row
          kept.features.append(UInt32(bitPattern: row))
        }
        kept.starts.append(kept.features.count)
      }
      return kept
    }
    self.rows = rows
    self.dropout = dropout
    let size = rows.count * Self.width
    weights = .allocate(capacity: size)
    squares = .allocate(capacity: size)
    sums = .allocate(capacity: size)
    weights.initialize(repeating: 0, count: size)
    squares.initialize(repeating: Self.firstSquares, count: size)
    sums.initialize(repeating: 0, count: size)
    chain = LabelChain(capacity: examples.map(\.count).max() ?? 0, width: Self.width)
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
    sums.deallocate()
  }

  /// Goes through all examples so many times, from the start, and adds to the averages; `report` is told of each round
  /// and its mean loss.
  ///
  /// Called again it trains anew with other random numbers: the average of several trainings is steadier than each.
  func train(rounds: Int, report: (Int, Double) -> Void) {
    weights.update(repeating: 0, count: rows.count * Self.width)
    squares.update(repeating: Self.firstSquares, count: rows.count * Self.width)
    transitions = [Float](repeating: 0, count: transitions.count)
    transitionSquares = [Float](repeating: Self.firstSquares, count: transitions.count)
    var order = Array(examples.indices)
    for round in 1...rounds {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(index, Int(next() % UInt64(index + 1)))
      }
      var loss = 0.0
      for index in order { loss += Double(learn(examples[index])) }
      report(round, loss / Double(examples.count))
      guard round > rounds / 2 else { continue }
      averaged += 1
      for place in 0..<rows.count * Self.width { sums[place] += weights[place] }
      for place in transitions.indices { transitionSums[place] += transitions[place] }
    }
  }

  /// The features with the largest weights, at most so many. A model of these alone, trained anew, is as good as the
  /// whole, and quick to look into.
  func largest(_ count: Int) -> Set<UInt32> {
    let sizes = rows.map { (feature: $0.key, size: averageWeights(ofRow: $0.value).map(abs).max() ?? 0) }
    let sorted = sizes.sorted { ($1.size, $0.feature) < ($0.size, $1.feature) }
    return Set(sorted.prefix(count).map(\.feature))
  }

  /// The averaged weights of a feature's row.
  func averageWeights(ofRow row: Int32) -> [Float] {
    (0..<Self.labels).map { sums[Int(row) * Self.width + $0] / Float(averaged) }
  }

  /// The averaged weights of the transitions.
  var averageTransitions: [Float] { transitionSums.map { $0 / Float(averaged) } }

  /// Xorshift (Marsaglia 2003).
  private func next() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random
  }

  /// Takes a step for one sentence; returns its loss.
  private func learn(_ example: TaggerExample) -> Float {
    var features: [UInt32] = []
    var starts = [0]
    features.reserveCapacity(example.features.count)
    for index in 0..<example.count {
      for feature in example.features[example.starts[index]..<example.starts[index + 1]]
      where Float(next() & 0xffff) / 65_536 >= dropout { features.append(feature) }
      starts.append(features.count)
    }
    let scale = 1 / (1 - dropout)
    for index in 0..<example.count {
      let scores = chain.scores(at: index)
      for lane in 0..<Self.width { scores[lane] = 0 }
      for feature in features[starts[index]..<starts[index + 1]] {
        let row = weights + Int(feature) * Self.width
        for lane in 0..<Self.width { scores[lane] += row[lane] }
      }
      for lane in 0..<Self.width { scores[lane] *= scale }
    }
    guard let loss = chain.differentiate(example.allowed, transitions) else { return 0 }
    for index in 0..<example.count {
      update(features[starts[index]..<starts[index + 1]], chain.gradient(at: index))
    }
    for place in transitions.indices where chain.transitionGradient[place] != 0 {
      let gradient = chain.transitionGradient[place]
      transitionSquares[place] += gradient * gradient
      transitions[place] += 0.5 * Self.step * gradient / transitionSquares[place].squareRoot()
    }
    return loss
  }

  private func update(_ features: ArraySlice<UInt32>, _ gradient: UnsafeMutablePointer<Float>) {
    var largest: Float = 0
    for lane in 0..<Self.labels { largest = max(largest, abs(gradient[lane])) }
    // What is known already is not worth a walk over some hundred rows.
    guard largest >= 1e-3 else { return }
    for feature in features {
      let row = weights + Int(feature) * Self.width
      let square = squares + Int(feature) * Self.width
      for lane in 0..<Self.width {
        let slope = gradient[lane]
        square[lane] += slope * slope
        row[lane] += Self.step * slope / square[lane].squareRoot()
      }
    }
  }
}
