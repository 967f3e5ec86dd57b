import Annotation

/// The places of keys in a list.
///
/// Keys are hashes themselves: open addressing, linear probing by their bits; at most half full.
struct KeyTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt32 = 0
    /// One more than the place; 0 where the slot is free.
    var next: UInt32 = 0
  }

  private var slots: [Slot]

  /// Takes in keys, no key twice.
  init(_ keys: [TermKey]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    for (place, key) in keys.enumerated() { slots[slot(of: key.value)] = Slot(key: key.value, next: UInt32(place + 1)) }
  }

  /// The place of a key; `nil` where the list lacks it.
  @inline(__always)
  subscript(key: TermKey) -> Int? {
    let slot = slots[slot(of: key.value)]
    return slot.next > 0 ? Int(slot.next) - 1 : nil
  }

  /// The slot of a key, or the free one where it would go.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(key &* 0x9e37_79b1) & mask
    while slots[slot].next > 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
