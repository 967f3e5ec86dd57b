/// The rows of a model's file, read from its bytes one by one.
struct SentimentModelRows {
  /// What a row weighs.
  enum Kind: UInt8 {
    case feature = 0x66
    case word = 0x77
    case pair = 0x70
  }

  /// One row: kind, name, weights for positive and negative in all texts and in reports, for words how much they speak
  /// for a report; parted by tabs.
  struct Row {
    var kind: Kind
    /// Where the name lies in the file.
    var name: Range<Int>
    var weights: SentimentModel.DomainWeights
    var reporting: Float = 0
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 0

  /// Reads a file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the head: name, version, number of rows. Returns the last.
  mutating func readHead() throws(SentimentModelError) -> Int {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\t")
    guard head.count == 3, head[0] == SentimentModel.name, let count = Int(head[2]) else { throw .notAModel }
    guard head[1] == "\(SentimentModel.version)" else { throw .otherVersion(String(head[1])) }
    place = end + 1
    line = 1
    return count
  }

  /// The next row.
  mutating func next() throws(SentimentModelError) -> Row? {
    guard place < bytes.count else { return nil }
    line += 1
    guard let kind = Kind(rawValue: bytes[place]), place + 2 < bytes.count, bytes[place + 1] == UInt8(ascii: "\t")
    else {
      throw .brokenRow(line)
    }
    place += 2
    let start = place
    while place < bytes.count, bytes[place] >= 0x20 { place += 1 }
    let name = start..<place
    guard !name.isEmpty, let general = weights(), let report = weights() else { throw .brokenRow(line) }
    var row = Row(kind: kind, name: name, weights: .init(general: general, report: report))
    if kind == .word {
      guard let reporting = number() else { throw .brokenRow(line) }
      row.reporting = reporting
    }
    guard place >= bytes.count || bytes[place] == UInt8(ascii: "\n") else { throw .brokenRow(line) }
    place += 1
    return row
  }

  private mutating func weights() -> SentimentModel.Weights? {
    guard let positive = number(), let negative = number() else { return nil }
    return SentimentModel.Weights(positive: positive, negative: negative)
  }

  /// A tab and a whole number of thousandths.
  private mutating func number() -> Float? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\t") else { return nil }
    place += 1
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var value = 0
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, place - start < 8 {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > start else { return nil }
    return Float(isNegative ? -value : value) / SentimentModel.scale
  }
}
