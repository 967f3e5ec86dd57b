import TextCore

/// Reads the gazetteer's tables.
struct GazetteerBuilder {
  private(set) var entries: [Gazetteer.Entry] = []
  private(set) var slots: [(hash: UInt64, entry: Int32)]
  private(set) var lengths = NameLengths()
  private var lastKind: (word: UInt64, kind: NameClass)?

  private static let lineFeed = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
  private static let bar = UInt8(ascii: "|")

  /// Makes room for the names of `tables`: no more of them than twice the rows and once the signs between aliases, and
  /// half of the places stay free.
  init(tables: Span<UInt8>) {
    var (rows, bars) = (1, 0)
    tables.withUnsafeBufferPointer { tables in
      for byte in tables {
        rows &+= byte == Self.lineFeed ? 1 : 0
        bars &+= byte == Self.bar ? 1 : 0
      }
    }
    var capacity = 64
    while capacity < 2 * (2 * rows + bars) { capacity *= 2 }
    slots = [(hash: UInt64, entry: Int32)](repeating: (0, -1), count: capacity)
    entries.reserveCapacity(2 * rows + bars)
  }

  /// Adds the rows of the table that stands at `table` in `text`.
  mutating func add(_ table: Range<Int>, of text: Span<UInt8>, holdsWorks: Bool) {
    var place = table.lowerBound
    while place < table.upperBound {
      let end = text.firstIndex(of: Self.lineFeed, in: place..<table.upperBound)
      if end > place, text[place] != UInt8(ascii: "#") { addRow(place..<end, of: text, holdsWorks: holdsWorks) }
      place = end + 1
    }
  }

  /// Adds a row: its name and its aliases. A row without a known type is left out.
  private mutating func addRow(_ row: Range<Int>, of text: Span<UInt8>, holdsWorks: Bool) {
    let (name, afterName) = Self.field(row.lowerBound, row, text)
    let (type, afterType) = Self.field(afterName, row, text)
    let (aliases, _) = Self.field(afterType, row, text)
    guard !name.isEmpty, var kind = kind(text.extracting(type)) else { return }
    if holdsWorks && kind == .product { kind = .work }
    let canonical = name.lowerBound..<(Self.isMarked(name, text) ? name.upperBound - 1 : name.upperBound)
    addName(name, kind, canonical, text)
    var start = aliases.lowerBound
    while start < aliases.upperBound {
      let end = text.firstIndex(of: Self.bar, in: start..<aliases.upperBound)
      addName(start..<end, kind, canonical, text)
      start = end + 1
    }
  }

  /// The class that a word says; most rows say the same as the one before.
  private mutating func kind(_ word: Span<UInt8>) -> NameClass? {
    let number = FeatureHash.string(word)
    if let lastKind, lastKind.word == number { return lastKind.kind }
    guard let kind = NameClass(word: word.string(0..<word.count)) else { return nil }
    lastKind = (number, kind)
    return kind
  }

  /// The field that starts at `start`, and where the next one does.
  private static func field(_ start: Int, _ row: Range<Int>, _ text: Span<UInt8>) -> (field: Range<Int>, next: Int) {
    guard start < row.upperBound else { return (row.upperBound..<row.upperBound, row.upperBound) }
    let end = text.firstIndex(of: tab, in: start..<row.upperBound)
    return (start..<end, end + 1)
  }

  private static func isMarked(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
    name.count > 1 && text[name.upperBound - 1] == UInt8(ascii: "?")
  }

  private mutating func addName(
    _ field: Range<Int>, _ kind: NameClass, _ canonical: Range<Int>, _ text: Span<UInt8>
  ) {
    let isAmbiguous = Self.isMarked(field, text)
    let name = field.lowerBound..<(isAmbiguous ? field.upperBound - 1 : field.upperBound)
    // Single letters and kana stand in every text; single kanji are left to the tagger.
    guard name.count > 1, name.count <= 3 * 80, name.count != UTF8Scan.length(ofLead: text[name.lowerBound]) else {
      return
    }
    let hash = FeatureHash.string(text.extracting(name))
    guard hash != 0 else { return }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & mask }
    let older = slots[index].hash == 0 ? -1 : slots[index].entry
    if older >= 0, hasEntry(older, kind) { return }
    slots[index] = (hash, Int32(entries.count))
    entries.append(.init(name: kind, isAmbiguous: isAmbiguous, canonical: canonical, next: older))
    lengths.add(text.extracting(name))
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

extension Span<UInt8> {
  /// Where a byte first stands in a range; its end where it does not.
  fileprivate func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { bytes in
      var place = range.lowerBound
      while place < range.upperBound, bytes[place] != byte { place += 1 }
      return place
    }
  }
}
