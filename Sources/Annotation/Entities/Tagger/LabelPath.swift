/// Finds the best sequence of labels for a sentence (Viterbi 1967).
///
/// Labels behind which a name is done can be followed by any that begins or by none; an open name is followed by its
/// own inner and last label alone. Of the former, all are compared with the best one first, by a bound on what their
/// transitions can make up for; few get beyond that.
struct LabelPath {
  private let transitions: [Int32]
  /// The labels that close or leave out a name.
  private let closed: [Int]
  /// `slack[a * count + b]`: b is the better one to come from for some label only where it is ahead of a by more.
  private let slack: [Int32]
  private var previous = [Int32](repeating: never, count: NameLabel.count)
  private var current = [Int32](repeating: never, count: NameLabel.count)
  /// The best of the closed labels at the last morpheme.
  private var best = NameLabel.outside
  /// Whether the last morpheme is outside for sure.
  private var isOutside = true
  private var origins: [UInt8] = []
  private(set) var labels: [UInt8] = []

  private static let never = Int32.min / 4
  private static let count = NameLabel.count

  init(model: TaggerModel) {
    let transitions = model.transitions.map(Int32.init)
    let closed = (0..<Self.count).filter { !NameLabel.isOpen($0) }
    var slack = [Int32](repeating: 0, count: Self.count * Self.count)
    for left in closed {
      for right in closed {
        slack[left * Self.count + right] = (0..<NameLabel.starters).reduce(.max) { least, label in
          min(least, transitions[left * Self.count + label] - transitions[right * Self.count + label])
        }
      }
    }
    self.transitions = transitions
    self.closed = closed
    self.slack = slack
  }

  /// Finds the best labels.
  ///
  /// A morpheme that is known to be outside parts what stands before it from what stands behind, so the morphemes
  /// between two such are a path of their own.
  /// - Parameters:
  ///   - scores: What speaks for each label of each morpheme; not read where a morpheme is outside for sure.
  ///   - isActive: Whether a morpheme may be part of a name.
  mutating func find(_ scores: [LabelScores], isActive: [Bool]) {
    let count = isActive.count
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(UInt8(NameLabel.outside), count: count))
    if origins.count < count * Self.count { origins = [UInt8](repeating: 0, count: 2 * count * Self.count) }
    scores.withUnsafeBytes { scores in
      var index = 0
      while index < count {
        guard isActive[index] else {
          index += 1
          continue
        }
        let start = index
        beOutside()
        while index < count, isActive[index] {
          advance(scores, index, isFirst: index == 0)
          swap(&previous, &current)
          index += 1
        }
        trace(start..<index, from: index < count ? lastBeforeOutside() : best)
      }
    }
  }

  /// Begins a path behind a morpheme outside, or with the sentence, which begins as if behind one.
  private mutating func beOutside() {
    for label in 0..<Self.count { previous[label] = Self.never }
    previous[NameLabel.outside] = 0
    best = NameLabel.outside
    isOutside = true
  }

  /// The best label for the last morpheme of a path behind which a morpheme is outside.
  private func lastBeforeOutside() -> Int {
    var label = NameLabel.outside
    var score = previous[label] + transitions[label * Self.count + NameLabel.outside]
    for other in closed {
      let otherScore = previous[other] + transitions[other * Self.count + NameLabel.outside]
      guard otherScore > score else { continue }
      score = otherScore
      label = other
    }
    return label
  }

  private mutating func advance(_ scores: UnsafeRawBufferPointer, _ index: Int, isFirst: Bool) {
    let row = index * Self.count
    let base = best * Self.count
    for label in 0..<NameLabel.starters {
      current[label] = previous[best] + (isFirst ? 0 : transitions[base + label])
      origins[row + label] = UInt8(best)
    }
    if !isOutside {
      for from in closed where from != best && previous[from] - previous[best] > slack[base + from] {
        join(from, row)
      }
    }
    goOn(row)
    finish(scores, index)
  }

  /// Comes from a closed label wherever that is better.
  private mutating func join(_ from: Int, _ row: Int) {
    for label in 0..<NameLabel.starters {
      let score = previous[from] + transitions[from * Self.count + label]
      guard score > current[label] else { continue }
      current[label] = score
      origins[row + label] = UInt8(from)
    }
  }

  /// Goes on with the names that are open.
  private mutating func goOn(_ row: Int) {
    for name in 0..<NameLabel.classes {
      let first = 1 + name
      let inner = NameLabel.starters + name
      let last = inner + NameLabel.classes
      let isOpen = !isOutside && max(previous[first], previous[inner]) > Self.never / 2
      for label in [inner, last] {
        guard isOpen else {
          current[label] = Self.never
          continue
        }
        let start = previous[first] + transitions[first * Self.count + label]
        let middle = previous[inner] + transitions[inner * Self.count + label]
        current[label] = max(start, middle)
        origins[row + label] = UInt8(start >= middle ? first : inner)
      }
    }
  }

  /// Adds what speaks for each label of the morpheme.
  private mutating func finish(_ scores: UnsafeRawBufferPointer, _ index: Int) {
    let start = index * MemoryLayout<LabelScores>.stride
    for label in 0..<Self.count where current[label] > Self.never / 2 {
      current[label] += Int32(scores.loadUnaligned(fromByteOffset: start + 2 * label, as: Int16.self))
    }
    best = NameLabel.outside
    for label in closed where current[label] > current[best] { best = label }
    isOutside = false
  }

  private mutating func trace(_ path: Range<Int>, from last: Int) {
    var label = last
    for index in path.reversed() {
      labels[index] = UInt8(label)
      label = Int(origins[index * Self.count + label])
    }
  }
}
