/// Numbers that pairs of numbers stand for.
///
/// Open addressing, linear probing; the count of slots is a power of two, at most half of them taken.
struct IDPairs {
  private struct Slot {
    /// 0 where the slot is free.
    var pair: UInt64 = 0
    var id: UInt32 = 0
  }

  private static let fewest = 1 << 10
  private var slots = [Slot](repeating: Slot(), count: Self.fewest)
  private var count = 0

  /// The pair of two numbers, as it is looked up by; never 0.
  static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { (UInt64(first) << 32 | UInt64(second)) &+ 1 }

  /// The number of a pair; `nil` where it has none.
  subscript(pair: UInt64) -> UInt32? {
    let slot = slots[place(of: pair)]
    return slot.pair == 0 ? nil : slot.id
  }

  /// Gives a pair that has none its number.
  mutating func insert(_ id: UInt32, for pair: UInt64) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      for slot in old where slot.pair != 0 { slots[place(of: slot.pair)] = slot }
    }
    slots[place(of: pair)] = Slot(pair: pair, id: id)
  }

  /// Forgets all pairs.
  mutating func removeAll() {
    slots = [Slot](repeating: Slot(), count: Self.fewest)
    count = 0
  }

  /// The slot of a pair, or the free one where it would go.
  @inline(__always)
  private func place(of pair: UInt64) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing (Knuth, vol. 3, 6.4).
    var place = Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while slots[place].pair != 0 && slots[place].pair != pair { place = (place + 1) & mask }
    return place
  }
}
