internal import CProcessor

/// A column of plain values that one worker owns and fills anew again and again.
///
/// Made for loops over morphemes: it is written without a check whether it is shared, which an array makes at each
/// write, and read without a check of bounds, except in debug builds. It stands in the module that uses it: from another
/// one it would not be compiled for its elements, and cost a call for each. No element may be of a private type: the
/// compiler (6.3.1) breaks debug builds off there.
struct ScratchColumn<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  /// The number of values.
  private(set) var count: Int
  private var capacity: Int

  /// A column of `count` values, with room for `capacity`: memory that is never written is never taken.
  init(repeating value: Element, count: Int, capacity: Int = 1) {
    self.capacity = max(count, capacity)
    base = Self.allocate(self.capacity)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// On a line of the processor's cache, so that values of 16, 32 or 64 bytes lie on one each.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
      .bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// The value at `index`, which has to be below `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      // SAFETY: callers keep to `count`, and all of it is initialized.
      return base[index]
    }
    set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// Several values from `index` on, read as one vector; all of it has to be below `count`.
  @inline(__always)
  func read<Vector: BitwiseCopyable>(at index: Int) -> Vector where Element: BitwiseCopyable {
    assert(
      index >= 0
        && index * MemoryLayout<Element>.stride + MemoryLayout<Vector>.size <= count * MemoryLayout<Element>.stride)
    // SAFETY: as for one value.
    return UnsafeRawPointer(base + index).loadUnaligned(as: Vector.self)
  }

  /// Writes a vector over several values.
  @inline(__always)
  mutating func write<Vector: BitwiseCopyable>(_ vector: Vector, at index: Int) where Element: BitwiseCopyable {
    assert(
      index >= 0
        && index * MemoryLayout<Element>.stride + MemoryLayout<Vector>.size <= count * MemoryLayout<Element>.stride)
    UnsafeMutableRawPointer(base + index).storeBytes(of: vector, as: Vector.self)
  }

  /// Has the value at `index` brought near before it is asked for, so that waits for memory overlap.
  @inline(__always)
  func prefetch(_ index: Int) { kiji_prefetch(base + index) }

  /// Adds a value.
  mutating func append(_ value: Element) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: value)
    count += 1
  }

  /// Makes the column at least so long; what is new is `value`.
  mutating func extend(to length: Int, with value: Element) {
    guard length > count else { return }
    if length > capacity { grow(to: max(length, capacity * 2)) }
    (base + count).initialize(repeating: value, count: length - count)
    count = length
  }

  /// Takes other values in place of all.
  mutating func replaceAll(with values: Span<Element>) where Element: BitwiseCopyable {
    if values.count > capacity { grow(to: max(values.count, capacity * 2)) }
    count = values.count
    let target = UnsafeMutableRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride)
    values.withUnsafeBytes { target.copyMemory(from: $0) }
  }

  /// The values, side by side.
  @inline(__always)
  func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: base, count: count))
  }

  /// Sets all values.
  mutating func fill(_ value: Element) { base.update(repeating: value, count: count) }

  /// Sets the values of a range.
  @inline(__always)
  mutating func fill(_ value: Element, in range: Range<Int>) {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    (base + range.lowerBound).update(repeating: value, count: range.count)
  }

  /// Forgets the last values.
  mutating func shorten(to length: Int) {
    guard length < count else { return }
    (base + length).deinitialize(count: count - length)
    count = length
  }

  /// Forgets the values, and keeps the memory.
  mutating func removeAll() {
    base.deinitialize(count: count)
    count = 0
  }

  private mutating func grow(to size: Int) {
    let larger = Self.allocate(size)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = size
  }
}

// A column is owned by one value and never shared.
extension ScratchColumn: @unchecked Sendable where Element: Sendable {}

extension ScratchColumn<Int32> {
  /// Sixteen values from `index` on, of which all have to be below `count`.
  @inline(__always)
  func lanes(at index: Int) -> SIMD16<Int32> { read(at: index) }

  /// Writes sixteen values.
  @inline(__always)
  mutating func store(_ lanes: SIMD16<Int32>, at index: Int) { write(lanes, at: index) }
}
