import TextCore

/// Reads the gazetteer's tables.
struct GazetteerBuilder {
  private(set) var text: [UInt8] = []
  private(set) var entries: [Gazetteer.Entry] = []
  private(set) var slots: [(hash: UInt64, entry: Int32)]
  private(set) var lengths = NameLengths()

  /// The least bytes that a row takes for each of its names, so that the table of names never fills up.
  private static let leastBytesOfName = 4

  init(byteCount: Int) {
    text.reserveCapacity(byteCount)
    var capacity = 64
    while capacity < byteCount / Self.leastBytesOfName { capacity *= 2 }
    slots = [(hash: UInt64, entry: Int32)](repeating: (0, -1), count: capacity)
  }

  /// Adds the rows of a table.
  mutating func add(_ table: [UInt8], holdsWorks: Bool) {
    let start = text.count
    text += table
    var place = start
    while place < text.count {
      var end = place
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      if text[place..<end].first != UInt8(ascii: "#") { addRow(place..<end, holdsWorks: holdsWorks) }
      place = end + 1
    }
  }

  /// Adds a row: its name and its aliases. A row without a known type is left out.
  private mutating func addRow(_ row: Range<Int>, holdsWorks: Bool) {
    let (name, afterName) = field(row.lowerBound, row)
    let (type, afterType) = field(afterName, row)
    let (aliases, _) = field(afterType, row)
    guard !name.isEmpty, var kind = NameClass(word: String(decoding: text[type], as: UTF8.self)) else { return }
    if holdsWorks && kind == .product { kind = .work }
    let canonical = name.lowerBound..<(isMarked(name) ? name.upperBound - 1 : name.upperBound)
    addName(name, kind, canonical)
    var start = aliases.lowerBound
    while start < aliases.upperBound {
      var end = start
      while end < aliases.upperBound, text[end] != UInt8(ascii: "|") { end += 1 }
      addName(start..<end, kind, canonical)
      start = end + 1
    }
  }

  /// The field that starts at `start`, and where the next one does.
  private func field(_ start: Int, _ row: Range<Int>) -> (field: Range<Int>, next: Int) {
    guard start < row.upperBound else { return (row.upperBound..<row.upperBound, row.upperBound) }
    var end = start
    while end < row.upperBound, text[end] != UInt8(ascii: "\t") { end += 1 }
    return (start..<end, end + 1)
  }

  private func isMarked(_ name: Range<Int>) -> Bool { name.count > 1 && text[name.upperBound - 1] == UInt8(ascii: "?") }

  private mutating func addName(_ field: Range<Int>, _ kind: NameClass, _ canonical: Range<Int>) {
    let isAmbiguous = isMarked(field)
    let name = field.lowerBound..<(isAmbiguous ? field.upperBound - 1 : field.upperBound)
    // Single letters and kana stand in every text; single kanji are left to the tagger.
    guard name.count > 1, name.count <= 3 * 80, !isSingleCharacter(name) else { return }
    var hash = ByteHash()
    for place in name { hash.add(text[place]) }
    guard hash.value != 0 else { return }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash.value) & mask
    while slots[index].hash != 0, slots[index].hash != hash.value { index = (index + 1) & mask }
    let older = slots[index].hash == 0 ? -1 : slots[index].entry
    if older >= 0, hasEntry(older, kind) { return }
    slots[index] = (hash.value, Int32(entries.count))
    entries.append(.init(name: kind, isAmbiguous: isAmbiguous, canonical: canonical, next: older))
    lengths.add(Array(text[name]).span)
  }

  private func isSingleCharacter(_ name: Range<Int>) -> Bool {
    name.count == UTF8Scan.length(ofLead: text[name.lowerBound])
  }

  private func hasEntry(_ first: Int32, _ kind: NameClass) -> Bool {
    var entry = first
    while entry >= 0 {
      if entries[Int(entry)].name == kind { return true }
      entry = entries[Int(entry)].next
    }
    return false
  }
}
