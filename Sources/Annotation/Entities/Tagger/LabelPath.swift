/// Finds the best sequence of labels for a sentence (Viterbi 1967).
///
/// Labels behind which a name is done can be followed by any that begins or by none; an open name is followed by its
/// own inner and last label alone. So a morpheme costs 21 × 21 + 40 steps, and next to nothing where it is known to be
/// outside and the one before it too.
struct LabelPath {
  private let transitions: [Int32]
  /// The labels that close or leave out a name.
  private let closed: [Int]
  private var previous = [Int32](repeating: 0, count: NameLabel.count)
  private var current = [Int32](repeating: 0, count: NameLabel.count)
  private var origins: [UInt8] = []
  private(set) var labels: [UInt8] = []

  private static let never = Int32.min / 4

  init(model: TaggerModel) {
    transitions = model.transitions.map(Int32.init)
    closed = (0..<NameLabel.count).filter { !NameLabel.isOpen($0) }
  }

  /// Finds the best labels.
  /// - Parameters:
  ///   - scores: What speaks for each label of each morpheme; not read where a morpheme is outside for sure.
  ///   - isActive: Whether a morpheme may be part of a name.
  mutating func find(_ scores: [LabelScores], isActive: [Bool]) {
    let count = isActive.count
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: count))
    origins.removeAll(keepingCapacity: true)
    origins.append(contentsOf: repeatElement(0, count: count * NameLabel.count))
    for label in 0..<NameLabel.count { previous[label] = label == NameLabel.outside ? 0 : Self.never }
    // The sentence begins as if behind a morpheme outside, without a transition.
    for index in 0..<count {
      let row = index * NameLabel.count
      if isActive[index] { advance(scores[index], row, isFirst: index == 0) } else { stayOutside(row, index == 0) }
      swap(&previous, &current)
    }
    trace(count)
  }

  /// The morpheme is outside: only that label goes on.
  private mutating func stayOutside(_ row: Int, _ isFirst: Bool) {
    var best = Self.never
    var origin = 0
    for label in closed {
      let score = previous[label] + (isFirst ? 0 : transitions[label * NameLabel.count])
      if score > best {
        best = score
        origin = label
      }
    }
    for label in 0..<NameLabel.count { current[label] = Self.never }
    current[NameLabel.outside] = best
    origins[row] = UInt8(origin)
  }

  private mutating func advance(_ scores: LabelScores, _ row: Int, isFirst: Bool) {
    for label in 0..<NameLabel.count { current[label] = Self.never }
    for from in closed where previous[from] > Self.never / 2 {
      let base = from * NameLabel.count
      for label in 0..<NameLabel.starters {
        let score = previous[from] + (isFirst ? 0 : transitions[base + label])
        if score > current[label] {
          current[label] = score
          origins[row + label] = UInt8(from)
        }
      }
    }
    for name in NameClass.allCases {
      for label in [NameLabel.inner(name), NameLabel.last(name)] {
        for from in [NameLabel.first(name), NameLabel.inner(name)] {
          let score = previous[from] + transitions[from * NameLabel.count + label]
          if score > current[label] {
            current[label] = score
            origins[row + label] = UInt8(from)
          }
        }
      }
    }
    for label in 0..<NameLabel.count where current[label] > Self.never / 2 { current[label] += Int32(scores[label]) }
  }

  private mutating func trace(_ count: Int) {
    guard count > 0 else { return }
    var best = NameLabel.outside
    for label in closed where previous[label] > previous[best] { best = label }
    for index in (0..<count).reversed() {
      labels[index] = UInt8(best)
      best = Int(origins[index * NameLabel.count + best])
    }
  }
}
