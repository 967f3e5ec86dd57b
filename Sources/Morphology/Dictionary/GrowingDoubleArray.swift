/// A double array that takes in further words, in the layout of `DoubleArray`.
///
/// A child's check is the base of its parent, so children move to another base without their own children being
/// touched. New nodes go behind the array's old end, where there is room.
/// After Aoe (1989), "An efficient digital search algorithm by using a double-array structure".
struct GrowingDoubleArray {
  /// Bases and checks, in turns.
  private(set) var units: [UInt32]
  /// Which bases are taken.
  private var used: [Bool]
  /// Where the search for free units begins: everything before is taken as full.
  private var cursor: Int

  /// The codes that a child can have: the end of a word, and every byte plus one.
  private static let codes = 257

  /// The bases that a search may pass before the units behind the cursor count as crowded.
  private static let longSearch = 64

  /// Takes over the units of a compiled dictionary.
  init(units: [UInt32]) {
    self.units = units
    let count = units.count / 2
    used = [Bool](repeating: false, count: count)
    for index in 0..<count {
      let check = Int(units[2 * index + 1])
      if check < count { used[check] = true }
    }
    var last = count
    while last > 1, units[2 * last - 1] == 0 { last -= 1 }
    cursor = last
  }

  /// The value of `key`, or `nil` where it is not in the array.
  func value(of key: Span<UInt8>) -> UInt32? {
    var state = Int(units[0])
    for index in 0..<key.count {
      let child = state + Int(key[index]) + 1
      guard isChild(child, of: state) else { return nil }
      state = Int(units[2 * child])
    }
    guard isChild(state, of: state) else { return nil }
    return ~units[2 * state]
  }

  /// Gives `key` a value, a new one where it has one.
  /// - Complexity: O(length), amortized.
  mutating func set(_ key: Span<UInt8>, to value: UInt32) {
    var parent = 0
    for index in 0..<key.count {
      parent = child(of: parent, code: Int(key[index]) + 1)
    }
    let end = child(of: parent, code: 0)
    units[2 * end] = ~value
  }

  /// The units with the room behind them that a search may look into.
  mutating func finish() -> [UInt32] {
    var last = units.count / 2
    while last > 1, units[2 * last - 1] == 0, units[2 * last - 2] == 0 { last -= 1 }
    resize(last + Self.codes)
    units.removeLast(units.count - 2 * (last + Self.codes))
    return units
  }

  /// The unit of the child of the unit `parent` by `code`, made where there is none.
  private mutating func child(of parent: Int, code: Int) -> Int {
    var state = Int(units[2 * parent])
    // A unit that was just made has no base yet.
    if state == 0 {
      state = freeBase(for: [code])
      units[2 * parent] = UInt32(state)
      used[state] = true
    }
    resize(state + Self.codes)
    if isChild(state + code, of: state) { return state + code }
    if units[2 * (state + code) + 1] != 0 || state + code == 0 { state = move(parent, from: state, adding: code) }
    units[2 * (state + code) + 1] = UInt32(state)
    units[2 * (state + code)] = 0
    return state + code
  }

  /// Moves the children of `parent` to a base where `code` has room as well; returns the base.
  private mutating func move(_ parent: Int, from state: Int, adding code: Int) -> Int {
    let codes = (0..<Self.codes).filter { isChild(state + $0, of: state) }
    let base = freeBase(for: codes + [code])
    used[base] = true
    for code in codes {
      units[2 * (base + code)] = units[2 * (state + code)]
      units[2 * (base + code) + 1] = UInt32(base)
      units[2 * (state + code)] = 0
      units[2 * (state + code) + 1] = 0
    }
    units[2 * parent] = UInt32(base)
    return base
  }

  /// A base that no node has, with free units for all `codes`.
  private mutating func freeBase(for codes: [Int]) -> Int {
    while cursor * 2 + 1 < units.count, units[2 * cursor + 1] != 0 { cursor += 1 }
    let start = max(1, cursor - (codes.min() ?? 0))
    var base = start
    while true {
      resize(base + Self.codes)
      if !used[base], codes.allSatisfy({ units[2 * (base + $0) + 1] == 0 }) { break }
      base += 1
    }
    // Where a search had to go far, the next ones need not look at the same crowded units again.
    if base - start > Self.longSearch { cursor += (base - start) / 2 }
    return base
  }

  private func isChild(_ unit: Int, of state: Int) -> Bool {
    2 * unit + 1 < units.count && units[2 * unit + 1] == UInt32(truncatingIfNeeded: state) && state != 0
  }

  private mutating func resize(_ count: Int) {
    guard count > units.count / 2 else { return }
    units.append(contentsOf: repeatElement(0, count: count * 2 - units.count))
    used.append(contentsOf: repeatElement(false, count: count - used.count))
  }
}
