/// One row of a table of the sentiment lexicon.
package struct SentimentRow: Equatable, Sendable {
  /// The phrase: base forms or surfaces, written together.
  package var phrase: [UInt8]
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
package struct SentimentRows: Sequence, IteratorProtocol {
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

  private let bytes: [UInt8]
  private var place = 0
  private var line = 0
  private let kinds: [[UInt8]: CueKind]
  private var strengths: [[UInt8]: Float] = [:]
  /// Rows that were passed over.
  package private(set) var faults: [Fault] = []

  /// The strength of a row that gives none.
  static let usualStrength: Float = 0.5

  /// Reads a table.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    kinds = Dictionary(uniqueKeysWithValues: CueKind.allCases.map { (Array($0.rawValue.utf8), $0) })
  }

  /// The next row that is well formed; comments and empty lines are passed over, and so are rows of another form.
  package mutating func next() -> SentimentRow? {
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      let range = start..<place
      place += 1
      line += 1
      guard !range.isEmpty, bytes[start] != UInt8(ascii: "#") else { continue }
      if let row = row(range) { return row }
      faults.append(Fault(line: line, text: String(decoding: bytes[range], as: UTF8.self)))
    }
    return nil
  }

  private mutating func row(_ range: Range<Int>) -> SentimentRow? {
    let fields = bytes[range].split(separator: 0x09, maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count >= 2, fields.count <= 5, !fields[0].isEmpty, let kind = kinds[Array(fields[1])] else {
      return nil
    }
    var row = SentimentRow(
      phrase: Array(fields[0]), kind: kind, strength: Self.usualStrength, condition: nil, emotions: [])
    if fields.count > 2, !fields[2].isEmpty {
      guard let strength = strength(fields[2]) else { return nil }
      row.strength = strength
    }
    if fields.count > 3, !fields[3].isEmpty {
      guard let condition = CueCondition(String(decoding: fields[3], as: UTF8.self)) else { return nil }
      row.condition = condition
    }
    if fields.count > 4, !fields[4].isEmpty {
      for name in String(decoding: fields[4], as: UTF8.self).split(separator: "|") {
        guard let emotion = Emotion(rawValue: String(name)) else { return nil }
        row.emotions.insert(EmotionSet(emotion))
      }
    }
    return row
  }

  /// A decimal of one tenth to one; tables know few different ones, so each is read once.
  private mutating func strength(_ field: ArraySlice<UInt8>) -> Float? {
    let key = Array(field)
    if let known = strengths[key] { return known }
    guard let value = Float(String(decoding: field, as: UTF8.self)), value >= 0.1, value <= 1 else { return nil }
    strengths[key] = value
    return value
  }
}

extension CueCondition {
  /// Reads `head=アプリ|動作`, `not-head=…`, `domain=finance`, `pos=verb`; several are parted by semicolons.
  package init?(_ text: String) {
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      let words = pair[1].split(separator: "|").map { Array($0.utf8) }
      switch pair[0] {
      case "head": heads += words
      case "not-head": excludedHeads += words
      case "domain":
        guard let domain = Domain(rawValue: String(pair[1])) else { return nil }
        self.domain = domain
      case "pos":
        guard let wordClass = WordClass(rawValue: String(pair[1])) else { return nil }
        self.wordClass = wordClass
      default: return nil
      }
    }
  }
}
