/// Builds the double array in which MeCab looks words up: Darts' layout, unit by unit as Darts places them.
///
/// A unit is a base and a check; the child of state *s* by byte *c* is at `base[s] + c + 1`, and a word's value at
/// `base[s]`, as its negative minus one. After Taku Kudo's `darts.h` as MeCab 0.996 carries it, so that a file has
/// the bytes that `mecab-dict-index` writes. Words are handled on a stack of its own, however long they are.
struct DoubleArray {
  /// Bases and checks, in turns.
  private(set) var units: [UInt32] = []
  /// The number of units up to the last one that holds something; two where there is no key, for the root's children.
  private var size = 2
  private var used: [Bool] = []
  private var nextCheck = 0

  /// The children of a state: bytes plus one, or 0 for the end of a word, and the keys below each.
  private struct Siblings {
    var codes: [Int] = []
    var starts: [Int] = []
    var end = 0
    var depth = 0
    var begin = 0
    var next = 0

    /// The keys below the child at `index`.
    func keys(_ index: Int) -> Range<Int> { starts[index]..<(index + 1 < starts.count ? starts[index + 1] : end) }
  }

  /// Builds the array of `keys`, which are sorted by bytes, distinct and not empty, with their `values`.
  /// - Complexity: O(*n*) in the bytes of the keys, in practice.
  init(keys: [[UInt8]], values: [UInt32]) {
    resize(8192)
    units[0] = 1
    var stack: [Siblings] = []
    stack.append(children(of: 0..<keys.count, depth: 0, keys: keys))
    if !keys.isEmpty { place(&stack[0]) }
    while let top = stack.last {
      guard top.next < top.codes.count else {
        stack.removeLast()
        if let parent = stack.indices.last {
          units[2 * (stack[parent].begin + stack[parent].codes[stack[parent].next - 1])] = UInt32(top.begin)
        }
        continue
      }
      let index = top.next
      stack[stack.count - 1].next += 1
      if top.codes[index] == 0 {
        units[2 * top.begin] = ~values[top.starts[index]]
      } else {
        var below = children(of: top.keys(index), depth: top.depth + 1, keys: keys)
        place(&below)
        stack.append(below)
      }
    }
    // Darts leaves room for a search that leaves the array by one byte, sized by its `char`.
    size += (1 << 8) + 1
    resize(size)
    units.removeLast(units.count - size * 2)
  }

  /// Lends the length and the value of each key that `bytes` go on with at `start`, the shortest first.
  func forEachPrefix(of bytes: [UInt8], from start: Int, _ body: (_ length: Int, _ value: UInt32) -> Void) {
    var state = Int(units[0])
    var index = start
    while true {
      // The end of a key is a child by no byte, whose base is the value.
      if isTaken(state, by: state), Int32(bitPattern: units[2 * state]) < 0 { body(index - start, ~units[2 * state]) }
      guard index < bytes.count else { return }
      let child = state + Int(bytes[index]) + 1
      guard isTaken(child, by: state) else { return }
      state = Int(units[2 * child])
      index += 1
    }
  }

  private func isTaken(_ unit: Int, by state: Int) -> Bool {
    2 * unit + 1 < units.count && units[2 * unit + 1] == UInt32(state)
  }

  private func children(of range: Range<Int>, depth: Int, keys: [[UInt8]]) -> Siblings {
    var siblings = Siblings(end: range.upperBound, depth: depth)
    for index in range {
      let code = depth < keys[index].count ? Int(keys[index][depth]) + 1 : 0
      if siblings.codes.last != code {
        siblings.codes.append(code)
        siblings.starts.append(index)
      }
    }
    return siblings
  }

  /// Finds the first place where all children fit, and takes it.
  private mutating func place(_ siblings: inout Siblings) {
    let (first, last) = (siblings.codes[0], siblings.codes[siblings.codes.count - 1])
    var position = max(first + 1, nextCheck) - 1
    var taken = 0
    var isFirstFree = true
    var begin = 0
    while true {
      position += 1
      resize(position + 1)
      if units[2 * position + 1] != 0 {
        taken += 1
        continue
      }
      if isFirstFree {
        nextCheck = position
        isFirstFree = false
      }
      begin = position - first
      resize(begin + last + 1)
      if used[begin] { continue }
      if siblings.codes.dropFirst().allSatisfy({ units[2 * (begin + $0) + 1] == 0 }) { break }
    }
    // Darts' heuristic: where the array is nearly full, later searches start behind it.
    if Double(taken) / Double(position - nextCheck + 1) >= 0.95 { nextCheck = position }
    used[begin] = true
    size = max(size, begin + last + 1)
    for code in siblings.codes { units[2 * (begin + code) + 1] = UInt32(begin) }
    siblings.begin = begin
  }

  private mutating func resize(_ count: Int) {
    guard count > units.count / 2 else { return }
    units.append(contentsOf: repeatElement(0, count: count * 2 - units.count))
    used.append(contentsOf: repeatElement(false, count: count - used.count))
  }
}
