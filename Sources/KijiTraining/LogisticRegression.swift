import Foundation

/// Multinomial logistic regression of three classes, of which the third has weights 0, with squared penalties.
///
/// Solved by L-BFGS (Liu and Nocedal 1989, "On the limited memory BFGS method for large scale optimization") with a
/// backtracking line search, on one thread: the same examples in the same order give the same weights.
struct LogisticRegression {
  /// What concerns the two classes with weights.
  struct Pair: Equatable {
    var positive: Double
    var negative: Double
  }

  private struct Example {
    let dense: [Double]
    let sparse: [(index: Int, value: Double)]
    let target: Pair
    let weight: Double
  }

  /// The pairs of vectors that the inverse of the curvature is made of.
  private static let memory = 10
  private static let mostSteps = 300
  /// The relative gain of a step below which the search ends.
  private static let tolerance = 1e-8

  private let penalties: [Double]
  private var examples: [Example] = []

  /// Creates a problem with one penalty for each weight.
  init(penalties: [Double]) { self.penalties = penalties }

  /// Adds an example: the values of its first features, and further features by number and value.
  mutating func add(dense: [Double], sparse: [(index: Int, value: Double)], target: Pair, weight: Double) {
    examples.append(Example(dense: dense, sparse: sparse, target: target, weight: weight))
  }

  /// The weights that make the examples likeliest.
  func solve() -> [Pair] {
    let count = penalties.count
    var point = [Double](repeating: 0, count: 2 * count)
    var (loss, gradient) = evaluate(point)
    var history: [(step: [Double], change: [Double])] = []
    for _ in 0..<Self.mostSteps {
      let direction = Self.direction(gradient, history)
      let slope = Self.dot(gradient, direction)
      var length = history.isEmpty ? 1 / max(1, Self.dot(gradient, gradient).squareRoot()) : 1
      var next = point
      var (nextLoss, nextGradient) = (loss, gradient)
      repeat {
        for index in next.indices { next[index] = point[index] + length * direction[index] }
        (nextLoss, nextGradient) = evaluate(next)
        length /= 2
      } while nextLoss > loss + 1e-4 * 2 * length * slope && length > 1e-12
      let step = zip(next, point).map { $0 - $1 }
      let change = zip(nextGradient, gradient).map { $0 - $1 }
      if Self.dot(step, change) > 1e-12 {
        history.append((step, change))
        if history.count > Self.memory { history.removeFirst() }
      }
      let gain = loss - nextLoss
      (point, loss, gradient) = (next, nextLoss, nextGradient)
      if gain < Self.tolerance * abs(loss) { break }
    }
    return (0..<count).map { Pair(positive: point[2 * $0], negative: point[2 * $0 + 1]) }
  }

  /// The penalized negative logarithm of the likelihood, and its gradient.
  private func evaluate(_ point: [Double]) -> (Double, [Double]) {
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: point.count)
    for index in penalties.indices {
      for place in [2 * index, 2 * index + 1] {
        loss += 0.5 * penalties[index] * point[place] * point[place]
        gradient[place] = penalties[index] * point[place]
      }
    }
    for example in examples {
      var (positive, negative) = (0.0, 0.0)
      for (index, value) in example.dense.enumerated() where value != 0 {
        positive += value * point[2 * index]
        negative += value * point[2 * index + 1]
      }
      for (index, value) in example.sparse {
        positive += value * point[2 * index]
        negative += value * point[2 * index + 1]
      }
      let highest = max(positive, negative, 0)
      let total = exp(positive - highest) + exp(negative - highest) + exp(-highest)
      let logarithm = highest + log(total)
      loss += example.weight * (logarithm - example.target.positive * positive - example.target.negative * negative)
      let error = Pair(
        positive: example.weight * (exp(positive - logarithm) - example.target.positive),
        negative: example.weight * (exp(negative - logarithm) - example.target.negative))
      for (index, value) in example.dense.enumerated() where value != 0 {
        gradient[2 * index] += value * error.positive
        gradient[2 * index + 1] += value * error.negative
      }
      for (index, value) in example.sparse {
        gradient[2 * index] += value * error.positive
        gradient[2 * index + 1] += value * error.negative
      }
    }
    return (loss, gradient)
  }

  /// The direction of descent, by the two-loop recursion.
  private static func direction(
    _ gradient: [Double], _ history: [(step: [Double], change: [Double])]
  ) -> [Double] {
    var direction = gradient.map { -$0 }
    var factors: [Double] = []
    for (step, change) in history.reversed() {
      let factor = dot(step, direction) / dot(change, step)
      factors.append(factor)
      for index in direction.indices { direction[index] -= factor * change[index] }
    }
    if let last = history.last {
      let scale = dot(last.step, last.change) / dot(last.change, last.change)
      for index in direction.indices { direction[index] *= scale }
    }
    for ((step, change), factor) in zip(history, factors.reversed()) {
      let correction = factor - dot(change, direction) / dot(change, step)
      for index in direction.indices { direction[index] += correction * step[index] }
    }
    return direction
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}
