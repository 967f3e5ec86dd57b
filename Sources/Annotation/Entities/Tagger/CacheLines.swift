/// Memory in lines of the processor's cache, for tables of which every look goes to another place.
///
/// What is asked together lies on one line, and no row begins on one and ends on the next: behind a table that is larger
/// than the fast memory, the lines that are waited for are the cost. One worker owns it.
struct CacheLines: ~Copyable {
  /// The bytes of a line.
  static let size = 64
  /// The words of 32 bits on a line.
  static let words = size / MemoryLayout<UInt32>.size

  private var base: UnsafeMutableRawPointer
  /// The number of lines.
  private(set) var count = 0
  private var capacity: Int

  /// Memory for some lines; a table that will grow large asks for room at once, which costs nothing before it is written.
  init(capacity: Int) {
    self.capacity = capacity
    base = Self.allocate(capacity)
  }

  deinit { base.deallocate() }

  private static func allocate(_ lines: Int) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer.allocate(byteCount: lines * size, alignment: size)
  }

  /// Where a line begins. It may be read and written up to the next call of `extend(to:)`.
  @inline(__always)
  subscript(line: Int) -> UnsafeMutableRawPointer {
    assert(line >= 0 && line < count)
    return base + line * Self.size
  }

  /// A word by its place in all lines.
  @inline(__always)
  subscript(word index: Int) -> UInt32 {
    get {
      assert(index >= 0 && index < count * Self.words)
      // SAFETY: callers keep to `count`, and all lines up to there are initialized.
      return base.load(fromByteOffset: index * MemoryLayout<UInt32>.size, as: UInt32.self)
    }
    set {
      assert(index >= 0 && index < count * Self.words)
      base.storeBytes(of: newValue, toByteOffset: index * MemoryLayout<UInt32>.size, as: UInt32.self)
    }
  }

  /// Makes it at least so many lines; new ones are 0.
  mutating func extend(to lines: Int) {
    guard lines > count else { return }
    if lines > capacity {
      capacity = max(lines, capacity * 2)
      let larger = Self.allocate(capacity)
      larger.copyMemory(from: base, byteCount: count * Self.size)
      base.deallocate()
      base = larger
    }
    (base + count * Self.size).initializeMemory(as: UInt8.self, repeating: 0, count: (lines - count) * Self.size)
    count = lines
  }

  /// Forgets all lines, and keeps the memory.
  mutating func removeAll() { count = 0 }
}

// The memory is owned by one value and never shared.
extension CacheLines: @unchecked Sendable {}
