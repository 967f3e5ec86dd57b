/// Room for plain values that one worker fills anew for each sentence.
///
/// Nothing is checked in release builds, where loops over all nodes of a lattice are what takes a segmenter's time; who
/// writes makes room first.
struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// The first value. Changes where room is made.
  private(set) var base: UnsafeMutablePointer<Element>
  /// How many values there is room for.
  private(set) var capacity: Int
  private let initial: Int

  /// Makes room for that many values, each `value` at first.
  init(_ value: Element, capacity: Int) {
    self.capacity = max(capacity, 1)
    initial = self.capacity
    base = .allocate(capacity: self.capacity)
    base.initialize(repeating: value, count: self.capacity)
  }

  /// Holds a copy of `values`.
  init(_ values: [Element]) {
    capacity = values.count
    initial = capacity
    base = .allocate(capacity: max(capacity, 1))
    base.initialize(from: values, count: capacity)
  }

  deinit { base.deallocate() }

  /// The value at `index`, which has to lie in the room that was made.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < capacity)
      // SAFETY: callers make room first.
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < capacity)
      base[index] = newValue
    }
  }

  /// Makes room for at least `count` values, and keeps those that are there; what is new is `value`.
  @inline(__always)
  mutating func reserve(_ count: Int, _ value: Element) {
    if count > capacity { resize(to: max(count, capacity * 2), value) }
  }

  /// Gives back what a rare long sentence made necessary.
  mutating func shrink(over limit: Int, _ value: Element) {
    if capacity > max(limit, initial) { resize(to: initial, value) }
  }

  private mutating func resize(to count: Int, _ value: Element) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: count)
    let kept = min(count, capacity)
    room.initialize(from: base, count: kept)
    (room + kept).initialize(repeating: value, count: count - kept)
    base.deallocate()
    base = room
    capacity = count
  }
}
