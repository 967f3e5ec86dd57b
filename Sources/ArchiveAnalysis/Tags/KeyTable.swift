import Annotation

/// The places of keys in a list.
///
/// Keys are hashes themselves: open addressing by their upper bits, linear probing; at most half full. So keys that are
/// asked for in ascending order are looked for in ascending places of the memory.
struct KeyTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt32 = 0
    /// One more than the place; 0 where the slot is free.
    var next: UInt32 = 0
  }

  private var slots: [Slot]
  /// How many of a key's lower bits do not tell its slot.
  private let shift: UInt32

  /// Takes in keys, no key twice.
  init(_ keys: [TermKey]) {
    var bits = 4
    while 1 << bits < keys.count * 2 { bits += 1 }
    shift = UInt32(32 - min(bits, 32))
    let size = 1 << bits
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
    var slot = Int(key >> shift)
    while slots[slot].next > 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
