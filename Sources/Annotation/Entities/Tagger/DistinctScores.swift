/// Scores of labels, each kept once and known by its number.
struct DistinctScores {
  private var scores: [LabelScores] = []
  /// Open addressing, linear probing; 0 is free, else the number + 1. The count is a power of two, at most half full.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  @inline(__always)
  subscript(number: UInt32) -> LabelScores {
    _read { yield scores[Int(number)] }
  }

  /// The number of these scores, a new one where they are met for the first time.
  mutating func number(of new: LabelScores) -> UInt32 {
    let mask = slots.count - 1
    var slot = Self.hash(new) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if scores[Int(number)] == new { return number }
      slot = (slot + 1) & mask
    }
    scores.append(new)
    slots[slot] = UInt32(scores.count)
    if scores.count * 2 > slots.count { grow() }
    return UInt32(scores.count - 1)
  }

  /// Forgets all, and keeps the memory.
  mutating func removeAll() {
    scores.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, score) in scores.enumerated() {
      var slot = Self.hash(score) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Fixed, so that nothing depends on a process's hash seed.
  private static func hash(_ scores: LabelScores) -> Int {
    let second = unsafeBitCast(scores.second, to: SIMD4<UInt64>.self) &* 0x9e37_79b9_7f4a_7c15
    let third = unsafeBitCast(scores.third, to: SIMD4<UInt64>.self) &* 0xbf58_476d_1ce4_e5b9
    let words = unsafeBitCast(scores.first, to: SIMD4<UInt64>.self) &+ (second ^ third)
    var hash: UInt64 = 0
    for index in 0..<4 { hash = FeatureHash.mix(hash, words[index]) }
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
