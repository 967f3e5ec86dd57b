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
  private let names = SentimentRowNames()
  /// The kind and the feelings of the row before: tables have many rows of one kind together.
  private var last: (kind: CueKind, name: Range<Int>, emotions: EmotionSet, emotionNames: Range<Int>)?
  /// Rows that were passed over.
  package private(set) var faults: [Fault] = []

  /// The strength of a row that gives none.
  private static let usualStrength: Float = 0.5
  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")

  /// Reads a table.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next row that is well formed; comments and empty lines are passed over, and so are rows of another form.
  package mutating func next() -> SentimentRow? {
    let copy = bytes
    let table = copy.span
    while place < table.count {
      let start = place
      line += 1
      var fields = Fields()
      fields.read(table, &place)
      guard start + 1 < place, table[start] != UInt8(ascii: "#") else { continue }
      if let row = row(table, fields) { return row }
      let end = place > start && table[place - 1] == Self.newline ? place - 1 : place
      faults.append(Fault(line: line, text: table.string(start..<end)))
    }
    return nil
  }

  /// The fields of a row; those that are left out are empty.
  private struct Fields {
    var phrase = 0..<0
    var kind = 0..<0
    var strength = 0..<0
    var condition = 0..<0
    var emotions = 0..<0
    /// The number of fields.
    var count = 0

    /// Reads the line that starts at `place`, and goes behind it.
    mutating func read(_ table: Span<UInt8>, _ place: inout Int) {
      var start = place
      while true {
        // Only control characters can end a field.
        while place < table.count, table[place] >= 0x20 { place += 1 }
        let isEnd = place >= table.count || table[place] == SentimentRows.newline
        if isEnd || table[place] == SentimentRows.tab {
          add(start..<place)
          start = place + 1
        }
        place += 1
        if isEnd { return }
      }
    }

    private mutating func add(_ field: Range<Int>) {
      switch count {
      case 0: phrase = field
      case 1: kind = field
      case 2: strength = field
      case 3: condition = field
      case 4: emotions = field
      default: break
      }
      count += 1
    }
  }

  private mutating func row(_ table: Span<UInt8>, _ fields: Fields) -> SentimentRow? {
    guard !fields.phrase.isEmpty, fields.count <= 5, let kind = kind(table, fields.kind),
      let emotions = emotions(table, fields.emotions)
    else { return nil }
    last = (kind, fields.kind, emotions, fields.emotions)
    var row = SentimentRow(
      phrase: fields.phrase, kind: kind, strength: Self.usualStrength, condition: nil, emotions: emotions)
    if !fields.strength.isEmpty {
      guard let strength = Self.strength(table, fields.strength) else { return nil }
      row.strength = strength
    }
    if !fields.condition.isEmpty {
      guard let condition = CueCondition(table.extracting(fields.condition)) else { return nil }
      row.condition = condition
    }
    return row
  }

  private func kind(_ table: Span<UInt8>, _ name: Range<Int>) -> CueKind? {
    if let last, Self.areEqual(table, last.name, name) { return last.kind }
    return names.kind(table.extracting(name))
  }

  private func emotions(_ table: Span<UInt8>, _ field: Range<Int>) -> EmotionSet? {
    guard !field.isEmpty else { return [] }
    if let last, Self.areEqual(table, last.emotionNames, field) { return last.emotions }
    return names.emotions(table.extracting(field))
  }

  private static func areEqual(_ table: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where table[left.lowerBound + index] != table[right.lowerBound + index] {
      return false
    }
    return true
  }

  /// A decimal of one tenth to one: `0.6`, `0.35`, `1`, `1.0`.
  private static func strength(_ table: Span<UInt8>, _ range: Range<Int>) -> Float? {
    var (hundredths, digits, isBehindPoint) = (0, 0, false)
    for index in range {
      let byte = table[index]
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else {
        guard byte >= 0x30, byte <= 0x39, digits < 2, hundredths <= 100 else { return nil }
        hundredths = hundredths * 10 + Int(byte - 0x30)
        digits += isBehindPoint ? 1 : 0
      }
    }
    for _ in digits..<2 { hundredths *= 10 }
    return hundredths >= 10 && hundredths <= 100 ? Float(hundredths) / 100 : nil
  }
}

/// The names of kinds and feelings, by their bytes.
private struct SentimentRowNames {
  private var kinds = Vocabulary()
  private var feelings = Vocabulary()

  init() {
    for kind in CueKind.allCases { _ = kinds.intern(kind.rawValue) }
    for emotion in Emotion.allCases { _ = feelings.intern(emotion.rawValue) }
  }

  func kind(_ name: Span<UInt8>) -> CueKind? { kinds.id(of: name).map { CueKind.allCases[Int($0)] } }

  /// Feelings that are parted by bars.
  func emotions(_ field: Span<UInt8>) -> EmotionSet? {
    var set: EmotionSet = []
    var start = 0
    for end in 0...field.count where end == field.count || field[end] == UInt8(ascii: "|") {
      guard let emotion = feelings.id(of: field.extracting(start..<end)) else { return nil }
      set.insert(EmotionSet(rawValue: 1 << UInt16(emotion)))
      start = end + 1
    }
    return set
  }
}

extension CueCondition {
  /// Reads `head=アプリ|動作`, `not-head=…`, `domain=finance`, `pos=verb`; several are parted by semicolons.
  fileprivate init?(_ text: Span<UInt8>) {
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: ";") {
      guard read(text.extracting(start..<end)) else { return nil }
      start = end + 1
    }
  }

  private mutating func read(_ part: Span<UInt8>) -> Bool {
    guard let sign = (0..<part.count).first(where: { part[$0] == UInt8(ascii: "=") }) else { return false }
    let value = part.extracting(sign + 1..<part.count)
    switch part.string(0..<sign) {
    case "head": heads += Self.words(value)
    case "not-head": excludedHeads += Self.words(value)
    case "domain":
      domain = Domain(rawValue: value.string(0..<value.count))
      return domain != nil
    case "pos":
      wordClass = WordClass(rawValue: value.string(0..<value.count))
      return wordClass != nil
    default: return false
    }
    return true
  }

  /// The words that are parted by bars.
  private static func words(_ list: Span<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var start = 0
    for end in 0...list.count where end == list.count || list[end] == UInt8(ascii: "|") {
      if start < end { words.append(list.extracting(start..<end).withUnsafeBufferPointer { Array($0) }) }
      start = end + 1
    }
    return words
  }
}
