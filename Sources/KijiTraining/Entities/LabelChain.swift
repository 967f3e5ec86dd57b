import Annotation
import Foundation

/// The sums over all sequences of labels that training needs: forward and backward (Rabiner 1989), in probabilities
/// that are brought back to 1 at each morpheme.
struct LabelChain {
  private static let labels = NameLabel.count
  private let width: Int
  private let unary: UnsafeMutablePointer<Float>
  private let exponentials: UnsafeMutablePointer<Float>
  private let forward: UnsafeMutablePointer<Float>
  private let backward: UnsafeMutablePointer<Float>
  private let gradients: UnsafeMutablePointer<Float>
  private var factors = [Float](repeating: 0, count: labels * labels)
  private var scratch = [Float](repeating: 0, count: labels)
  private(set) var transitionGradient = [Float](repeating: 0, count: labels * labels)
  private let before: [[Int]]
  private let after: [[Int]]

  /// Makes room for sentences of so many morphemes. The memory lives as long as the process, which is the training's.
  init(capacity: Int, width: Int) {
    self.width = width
    func room() -> UnsafeMutablePointer<Float> {
      let room = UnsafeMutablePointer<Float>.allocate(capacity: max(capacity, 1) * width)
      room.initialize(repeating: 0, count: max(capacity, 1) * width)
      return room
    }
    unary = room()
    exponentials = room()
    forward = room()
    backward = room()
    gradients = room()
    before = (0..<Self.labels).map { label in (0..<Self.labels).filter { NameLabel.canFollow($0, label) } }
    after = (0..<Self.labels).map { label in (0..<Self.labels).filter { NameLabel.canFollow(label, $0) } }
  }

  /// The scores of a morpheme's labels, to be filled before `differentiate`.
  func scores(at index: Int) -> UnsafeMutablePointer<Float> { unary + index * width }

  /// What raises the likelihood, by label of a morpheme.
  func gradient(at index: Int) -> UnsafeMutablePointer<Float> { gradients + index * width }

  /// Computes the gradients of the likelihood of the allowed labels; returns the loss, `nil` where none is possible.
  mutating func differentiate(_ allowed: [UInt64], _ transitions: [Float]) -> Float? {
    for from in 0..<Self.labels {
      for to in after[from] { factors[from * Self.labels + to] = exp(transitions[from * Self.labels + to]) }
    }
    for index in 0..<allowed.count {
      let scores = unary + index * width
      var most = -Float.infinity
      for label in 0..<Self.labels { most = max(most, scores[label]) }
      for label in 0..<Self.labels { exponentials[index * width + label] = exp(scores[label] - most) }
      for lane in 0..<width { gradients[index * width + lane] = 0 }
    }
    for place in transitionGradient.indices { transitionGradient[place] = 0 }
    guard let told = pass(allowed, count: allowed.count, sign: 1),
      let all = pass(nil, count: allowed.count, sign: -1)
    else { return nil }
    return all - told
  }

  /// Sums over the sequences within `allowed` (all where `nil`), adds their expectations to the gradients, and returns
  /// the logarithm of the sum.
  private mutating func pass(_ allowed: [UInt64]?, count: Int, sign: Float) -> Float? {
    var logarithm: Float = 0
    for index in 0..<count {
      guard let sum = goForward(index, allowed?[index] ?? ~0, isLast: index == count - 1) else { return nil }
      logarithm += log(sum)
    }
    for index in (0..<count).reversed() {
      goBackward(index, count, allowed)
      collect(index, count, allowed, sign)
    }
    return logarithm
  }

  private func goForward(_ index: Int, _ mask: UInt64, isLast: Bool) -> Float? {
    let row = forward + index * width
    let weight = exponentials + index * width
    var sum: Float = 0
    for label in 0..<Self.labels {
      row[label] = 0
      guard mask >> UInt64(label) & 1 == 1, !(isLast && NameLabel.isOpen(label)) else { continue }
      if index == 0 {
        if !NameLabel.isContinuing(label) { row[label] = weight[label] }
      } else {
        let previous = row - width
        var total: Float = 0
        for from in before[label] { total += previous[from] * factors[from * Self.labels + label] }
        row[label] = total * weight[label]
      }
      sum += row[label]
    }
    guard sum > 0 else { return nil }
    for label in 0..<Self.labels { row[label] /= sum }
    return sum
  }

  private mutating func goBackward(_ index: Int, _ count: Int, _ allowed: [UInt64]?) {
    let row = backward + index * width
    guard index + 1 < count else {
      for label in 0..<Self.labels { row[label] = NameLabel.isOpen(label) ? 0 : 1 }
      return
    }
    prepareNext(index + 1, allowed?[index + 1] ?? ~0)
    var sum: Float = 0
    for label in 0..<Self.labels {
      var total: Float = 0
      for to in after[label] { total += scratch[to] * factors[label * Self.labels + to] }
      row[label] = total
      sum += total
    }
    if sum > 0 { for label in 0..<Self.labels { row[label] /= sum } }
  }

  /// What the labels of a morpheme weigh together with all that follows.
  private mutating func prepareNext(_ index: Int, _ mask: UInt64) {
    for label in 0..<Self.labels {
      let isAllowed = mask >> UInt64(label) & 1 == 1
      scratch[label] = isAllowed ? backward[index * width + label] * exponentials[index * width + label] : 0
    }
  }

  private mutating func collect(_ index: Int, _ count: Int, _ allowed: [UInt64]?, _ sign: Float) {
    let ahead = forward + index * width
    let behind = backward + index * width
    var total: Float = 0
    for label in 0..<Self.labels { total += ahead[label] * behind[label] }
    if total > 0 {
      for label in 0..<Self.labels { gradients[index * width + label] += sign * ahead[label] * behind[label] / total }
    }
    guard index + 1 < count else { return }
    prepareNext(index + 1, allowed?[index + 1] ?? ~0)
    total = 0
    for to in 0..<Self.labels where scratch[to] != 0 {
      for from in before[to] { total += ahead[from] * factors[from * Self.labels + to] * scratch[to] }
    }
    guard total > 0 else { return }
    for to in 0..<Self.labels where scratch[to] != 0 {
      for from in before[to] {
        transitionGradient[from * Self.labels + to] +=
          sign * ahead[from] * factors[from * Self.labels + to] * scratch[to] / total
      }
    }
  }
}
