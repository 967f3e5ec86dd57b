/// Scores of labels, each kept once and known by a reference.
///
/// A row has a byte for most labels and lies on one line of the processor's cache; what a byte does not hold goes into
/// rows behind it, which are added to it. One in twenty has such.
struct DistinctScores: ~Copyable {
  /// The rows; the first one is empty, and reference 0.
  private var lines = CacheLines(capacity: 1 << 16)
  /// Open addressing, linear probing; 0 is free, else the hash, and below it the reference. The count is a power of two,
  /// at most half full.
  private var slots = ScratchColumn<UInt64>(repeating: 0, count: 1 << 14)
  private var count = 0

  /// The lower bits of a reference: the number of rows that are added to the first one, whose number stands above.
  /// Enough for all features of a lexeme (`TaggerFeatures.lexeme`), each of the greatest weight.
  private static let moreBits: UInt32 = 7

  init() { removeAll() }

  /// Adds scores by their reference.
  @inline(__always)
  func add(_ reference: UInt32, to scores: inout LabelScores) {
    var line = Int(reference >> Self.moreBits)
    let last = line + Int(reference & (1 << Self.moreBits - 1))
    // SAFETY: a reference names rows that were stored.
    scores.add(lines[line])
    while line < last {
      line += 1
      scores.add(lines[line])
    }
  }

  /// The reference of these scores, a new one where they are met for the first time.
  mutating func reference(of scores: LabelScores) -> UInt32 {
    let scores = scores.labels
    let hash = Self.hash(scores)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let reference = UInt32(truncatingIfNeeded: slots[slot])
      if slots[slot] >> 32 == hash, isSame(reference, scores) { return reference }
      slot = (slot + 1) & mask
    }
    let reference = store(scores)
    slots[slot] = UInt64(hash) << 32 | UInt64(reference)
    count += 1
    if count * 2 > slots.count { grow() }
    return reference
  }

  private func isSame(_ reference: UInt32, _ scores: LabelScores) -> Bool {
    var known = LabelScores.zero
    add(reference, to: &known)
    return known == scores
  }

  /// Writes rows that add up to the scores.
  private mutating func store(_ scores: LabelScores) -> UInt32 {
    let first = lines.count
    var left = scores
    repeat {
      lines.extend(to: lines.count + 1)
      left.move(to: lines[lines.count - 1])
    } while left != .zero
    return UInt32(first) << Self.moreBits | UInt32(lines.count - 1 - first)
  }

  /// Forgets all, and keeps the memory.
  mutating func removeAll() {
    lines.removeAll()
    lines.extend(to: 1)
    slots.fill(0)
    count = 0
  }

  private mutating func grow() {
    var larger = ScratchColumn<UInt64>(repeating: 0, count: slots.count * 4)
    let mask = larger.count - 1
    for old in 0..<slots.count where slots[old] != 0 {
      var slot = Int(slots[old] >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = slots[old]
    }
    slots = larger
  }

  /// Fixed, so that nothing depends on a process's hash seed.
  private static func hash(_ scores: LabelScores) -> UInt32 {
    let second = unsafeBitCast(scores.second, to: SIMD4<UInt64>.self) &* 0x9e37_79b9_7f4a_7c15
    let third = unsafeBitCast(scores.third, to: SIMD4<UInt64>.self) &* 0xbf58_476d_1ce4_e5b9
    let words = unsafeBitCast(scores.first, to: SIMD4<UInt64>.self) &+ (second ^ third)
    var hash: UInt64 = 0
    for index in 0..<4 { hash = FeatureHash.mix(hash, words[index]) }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
