/// Finds the best sequence of labels for a sentence (Viterbi 1967).
///
/// Labels behind which a name is done can be followed by any that begins or by none; an open name is followed by its
/// own inner and last label alone. Of the former, all are compared with the best one first, by a bound on what their
/// transitions can make up for; few get beyond that.
struct LabelPath: ~Copyable {
  /// Rows of `width` lanes: `transitions[a * width + b]`.
  private let transitions: ScratchColumn<Int32>
  /// The labels that close or leave out a name.
  private let closed: [Int]
  /// `slack[a * width + b]`: b is the better one to come from for some label only where it is ahead of a by more; never
  /// where b leaves a name open.
  private let slack: ScratchColumn<Int32>
  /// For each way to go on with a name the transitions of all classes, side by side.
  private let goingOn: (firstInner: Lanes, innerInner: Lanes, firstLast: Lanes, innerLast: Lanes)
  private var previous = ScratchColumn<Int32>(repeating: never, count: width)
  private var current = ScratchColumn<Int32>(repeating: never, count: width)
  /// The best of the closed labels at the last morpheme.
  private var best = NameLabel.outside
  /// Whether the last morpheme is outside for sure.
  private var isOutside = true
  /// For each morpheme and label, in rows of `width`, the label before.
  private var origins = ScratchColumn<UInt8>(repeating: 0, count: 0)
  private(set) var labels = ScratchColumn<UInt8>(repeating: 0, count: 0)

  private typealias Lanes = SIMD16<Int32>
  private static let never = Int32.min / 4
  private static let count = NameLabel.count
  /// The lanes of a row: those of `LabelScores`, of which the labels are the first.
  private static let width = TaggerModel.lanes

  init(model: TaggerModel) {
    let closed = (0..<Self.count).filter { !NameLabel.isOpen($0) }
    var transitions = ScratchColumn<Int32>(repeating: 0, count: Self.count * Self.width)
    for left in 0..<Self.count {
      for right in 0..<Self.count {
        transitions[left * Self.width + right] = Int32(model.transitions[left * Self.count + right])
      }
    }
    var slack = ScratchColumn<Int32>(repeating: .max, count: Self.count * Self.width)
    for left in closed {
      for right in closed {
        var least = Int32.max
        for label in 0..<NameLabel.starters {
          least = min(least, transitions[left * Self.width + label] - transitions[right * Self.width + label])
        }
        slack[left * Self.width + right] = least
      }
    }
    func ways(from left: Int, to right: Int) -> Lanes {
      var lanes = Lanes.zero
      for name in 0..<NameLabel.classes {
        lanes[name] = Int32(model.transitions[(left + name) * Self.count + right + name])
      }
      return lanes
    }
    goingOn = (
      ways(from: Self.first, to: Self.inner), ways(from: Self.inner, to: Self.inner),
      ways(from: Self.first, to: Self.last), ways(from: Self.inner, to: Self.last)
    )
    self.transitions = transitions
    self.closed = closed
    self.slack = slack
  }

  /// The first labels of the first, the inner and the last morphemes of names.
  private static let (first, inner, last) = (1, NameLabel.starters, NameLabel.starters + NameLabel.classes)

  /// Finds the best labels.
  ///
  /// A morpheme that is known to be outside parts what stands before it from what stands behind, so the morphemes
  /// between two such are a path of their own.
  /// - Parameters:
  ///   - scores: What speaks for each label of each morpheme; not read where a morpheme is outside for sure.
  ///   - isActive: Whether a morpheme may be part of a name.
  ///   - count: The number of morphemes.
  mutating func find(
    _ scores: borrowing ScratchColumn<LabelScores>, isActive: borrowing ScratchColumn<Bool>, _ count: Int
  ) {
    labels.extend(to: count, with: 0)
    labels.fill(UInt8(NameLabel.outside), in: 0..<count)
    origins.extend(to: count * Self.width, with: 0)
    var index = 0
    while index < count {
      guard isActive[index] else {
        index += 1
        continue
      }
      let start = index
      beOutside()
      while index < count, isActive[index] {
        advance(scores[index], index * Self.width, isFirst: index == 0)
        swap(&previous, &current)
        index += 1
      }
      trace(start..<index, from: index < count ? lastBeforeOutside() : best)
    }
  }

  /// Begins a path behind a morpheme outside, or with the sentence, which begins as if behind one.
  private mutating func beOutside() {
    previous.fill(Self.never)
    previous[NameLabel.outside] = 0
    best = NameLabel.outside
    isOutside = true
  }

  /// The best label for the last morpheme of a path behind which a morpheme is outside.
  private func lastBeforeOutside() -> Int {
    var label = NameLabel.outside
    var score = previous[label] + transitions[label * Self.width + NameLabel.outside]
    for other in closed {
      let otherScore = previous[other] + transitions[other * Self.width + NameLabel.outside]
      guard otherScore > score else { continue }
      score = otherScore
      label = other
    }
    return label
  }

  private mutating func advance(_ scores: LabelScores, _ row: Int, isFirst: Bool) {
    let base = best * Self.width
    let start = Lanes(repeating: previous[best])
    // Two times sixteen lanes hold the labels that a name begins with or that are outside; what is behind is set below.
    current.store(isFirst ? start : start &+ transitions.lanes(at: base), at: 0)
    current.store(isFirst ? start : start &+ transitions.lanes(at: base + 16), at: 16)
    origins.fill(UInt8(best), in: row..<row + NameLabel.starters)
    if !isOutside, isAhead(base, start) {
      for from in closed where from != best && previous[from] - previous[best] > slack[base + from] {
        join(from, row)
      }
    }
    goOn(row)
    finish(scores)
  }

  /// Whether any closed label may be the better one to come from.
  private func isAhead(_ base: Int, _ start: Lanes) -> Bool {
    var ahead = SIMD8<UInt64>.zero
    for lane in stride(from: 0, to: Self.width, by: 16) {
      ahead |= Self.bits((previous.lanes(at: lane) &- start) .> slack.lanes(at: base + lane))
    }
    return ahead != .zero
  }

  /// A mask by its words: to ask whether any lane is set, the standard library looks at one after the other.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<Lanes>) -> SIMD8<UInt64> { unsafeBitCast(mask, to: SIMD8<UInt64>.self) }

  /// Comes from a closed label wherever that is better.
  private mutating func join(_ from: Int, _ row: Int) {
    for label in 0..<NameLabel.starters {
      let score = previous[from] + transitions[from * Self.width + label]
      guard score > current[label] else { continue }
      current[label] = score
      origins[row + label] = UInt8(from)
    }
  }

  private static let numbers = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)

  /// Goes on with the names that are open.
  private mutating func goOn(_ row: Int) {
    let never = Lanes(repeating: Self.never)
    guard !isOutside else {
      current.store(never, at: Self.inner)
      current.store(never, at: Self.last)
      return
    }
    // Lanes behind those of the classes are other labels'; they are written over, or behind all labels.
    let first = previous.lanes(at: Self.first)
    let inner = previous.lanes(at: Self.inner)
    let isOpen = pointwiseMax(first, inner) .> Lanes(repeating: Self.never / 2)
    goOn(first &+ goingOn.firstInner, inner &+ goingOn.innerInner, isOpen, Self.inner, row)
    goOn(first &+ goingOn.firstLast, inner &+ goingOn.innerLast, isOpen, Self.last, row)
  }

  @inline(__always)
  private mutating func goOn(_ start: Lanes, _ middle: Lanes, _ isOpen: SIMDMask<Lanes>, _ label: Int, _ row: Int) {
    current.store(
      Lanes(repeating: Self.never).replacing(with: pointwiseMax(start, middle), where: isOpen), at: label)
    // Lanes behind those of the classes are the next labels', which are written after them, or behind all labels.
    let from = Lanes(repeating: Int32(Self.inner)).replacing(with: Int32(Self.first), where: start .>= middle)
    origins.write(SIMD16<UInt8>(truncatingIfNeeded: from &+ Self.numbers), at: row + label)
  }

  /// Adds what speaks for each label of the morpheme.
  private mutating func finish(_ scores: LabelScores) {
    finish(scores.first, 0)
    finish(scores.second, 16)
    finish(scores.third, 32)
    best = NameLabel.outside
    for label in closed where current[label] > current[best] { best = label }
    isOutside = false
  }

  @inline(__always)
  private mutating func finish(_ scores: SIMD16<Int16>, _ lane: Int) {
    let sums = current.lanes(at: lane)
    let isAlive = sums .> Lanes(repeating: Self.never / 2)
    current.store(sums.replacing(with: sums &+ Lanes(truncatingIfNeeded: scores), where: isAlive), at: lane)
  }

  private mutating func trace(_ path: Range<Int>, from last: Int) {
    var label = last
    for index in path.reversed() {
      labels[index] = UInt8(label)
      label = Int(origins[index * Self.width + label])
    }
  }
}
