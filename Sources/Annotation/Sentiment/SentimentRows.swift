import TextCore

/// One row of a table of the sentiment lexicon.
package struct SentimentRow: Equatable, Sendable {
  /// Where the phrase lies in the table: base forms or surfaces, written together.
  package var phrase: Range<Int>
  /// What it does.
  package var kind: CueKind
  /// How strongly, 0.1 to 1.
  package var strength: Float
  /// Under which condition.
  package var condition: CueCondition?
  /// The feelings that it speaks of.
  package var emotions: EmotionSet
}

/// The rows of a table of the sentiment lexicon, read from its bytes one by one.
package struct SentimentRows {
  /// What is wrong with a row.
  package struct Fault: Equatable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// The row.
    package let text: String

    /// Creates a fault.
    package init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }

  /// The table.
  package let bytes: [UInt8]
  private var place = 0
  private var line = 0
  private let names: [(kind: CueKind, bytes: [UInt8])]
  /// The kind of the row before: tables have many rows of one kind together.
  private var lastName = 0
  /// Rows that were passed over.
  package private(set) var faults: [Fault] = []

  /// The strength of a row that gives none.
  private static let usualStrength: Float = 0.5
  private static let tab = UInt8(ascii: "\t")

  /// Reads a table.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    names = CueKind.allCases.map { ($0, Array($0.rawValue.utf8)) }
  }

  /// The next row that is well formed; comments and empty lines are passed over, and so are rows of another form.
  package mutating func next() -> SentimentRow? {
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      let end = place
      place += 1
      line += 1
      guard start < end, bytes[start] != UInt8(ascii: "#") else { continue }
      if let row = row(start, end) { return row }
      faults.append(Fault(line: line, text: String(decoding: bytes[start..<end], as: UTF8.self)))
    }
    return nil
  }

  private mutating func row(_ start: Int, _ end: Int) -> SentimentRow? {
    var field = start
    let phrase = next(&field, end)
    guard let phrase, !phrase.isEmpty, let name = next(&field, end), let kind = kind(name) else { return nil }
    var row = SentimentRow(
      phrase: phrase, kind: kind, strength: Self.usualStrength, condition: nil, emotions: [])
    if let range = next(&field, end), !range.isEmpty {
      guard let strength = strength(range) else { return nil }
      row.strength = strength
    }
    if let range = next(&field, end), !range.isEmpty {
      guard let condition = CueCondition(String(decoding: bytes[range], as: UTF8.self)) else { return nil }
      row.condition = condition
    }
    if let range = next(&field, end), !range.isEmpty {
      guard let emotions = emotions(range) else { return nil }
      row.emotions = emotions
    }
    return field > end ? row : nil
  }

  /// The field that starts at `place`, which goes to the start of the next one; beyond `end` there is none.
  private func next(_ place: inout Int, _ end: Int) -> Range<Int>? {
    guard place <= end else { return nil }
    let start = place
    while place < end, bytes[place] != Self.tab { place += 1 }
    defer { place += 1 }
    return start..<place
  }

  private mutating func kind(_ name: Range<Int>) -> CueKind? {
    if matches(name, names[lastName].bytes) { return names[lastName].kind }
    guard let index = names.firstIndex(where: { matches(name, $0.bytes) }) else { return nil }
    lastName = index
    return names[index].kind
  }

  private func matches(_ range: Range<Int>, _ name: [UInt8]) -> Bool {
    guard range.count == name.count else { return false }
    for index in name.indices where bytes[range.lowerBound + index] != name[index] { return false }
    return true
  }

  /// A decimal of one tenth to one: `0.6`, `0.35`, `1`, `1.0`.
  private func strength(_ range: Range<Int>) -> Float? {
    var (hundredths, digits, isBehindPoint) = (0, 0, false)
    for index in range {
      if bytes[index] == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else {
        guard bytes[index] >= 0x30, bytes[index] <= 0x39, digits < 2 else { return nil }
        hundredths = hundredths * 10 + Int(bytes[index] - 0x30)
        digits += isBehindPoint ? 1 : 0
      }
    }
    for _ in digits..<2 { hundredths *= 10 }
    return hundredths >= 10 && hundredths <= 100 ? Float(hundredths) / 100 : nil
  }

  private func emotions(_ range: Range<Int>) -> EmotionSet? {
    var set: EmotionSet = []
    for name in bytes[range].split(separator: UInt8(ascii: "|")) {
      guard let emotion = Emotion.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else { return nil }
      set.insert(EmotionSet(emotion))
    }
    return set
  }
}

extension CueCondition {
  /// Reads `head=アプリ|動作`, `not-head=…`, `domain=finance`, `pos=verb`; several are parted by semicolons.
  package init?(_ text: String) {
    for part in text.utf8.split(separator: UInt8(ascii: ";")) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard pair.count == 2 else { return nil }
      let words = pair[1].split(separator: UInt8(ascii: "|")).map { Array($0) }
      switch String(Substring(pair[0])) {
      case "head": heads += words
      case "not-head": excludedHeads += words
      case "domain":
        guard let domain = Domain(rawValue: String(Substring(pair[1]))) else { return nil }
        self.domain = domain
      case "pos":
        guard let wordClass = WordClass(rawValue: String(Substring(pair[1]))) else { return nil }
        self.wordClass = wordClass
      default: return nil
      }
    }
  }
}
