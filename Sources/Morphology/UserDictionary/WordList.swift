public import TextCore

/// A plain word list: one word a line, `surface`, tab, `kind`, tab, `reading`; kind and reading may be left out.
///
/// Lines that start with `#` are comments. LF, CR LF and CR end lines; a byte order mark is passed over.
public struct WordList: Sendable {
  /// One row.
  public struct Entry: Equatable, Sendable {
    /// The word as the list writes it.
    public var surface: String
    /// What it is.
    public var kind: WordKind
    /// Its reading in katakana, where the list gives one.
    public var reading: String?
    /// Where the row lies in the list.
    public var range: ByteRange<FileSpace>

    /// Creates a row.
    public init(
      surface: String, kind: WordKind = .noun, reading: String? = nil, range: ByteRange<FileSpace> = ByteRange(0, 0)
    ) {
      self.surface = surface
      self.kind = kind
      self.reading = reading
      self.range = range
    }
  }

  /// The rows that could be read, in their order.
  public var entries: [Entry]
  /// What is wrong with rows; ranges lie in the bytes of the list.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes a list of rows.
  public init(entries: [Entry]) { self.entries = entries }

  /// Reads a list.
  /// - Parameter bytes: The list in UTF-8. Rows that are not valid get a diagnostic and are left out.
  /// - Complexity: O(*n*) in bytes.
  public init(_ bytes: [UInt8]) {
    entries = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      if start < end && bytes[start] != UInt8(ascii: "#") { readRow(bytes, start..<end) }
      start = end + 1
    }
  }

  private mutating func readRow(_ bytes: [UInt8], _ row: Range<Int>) {
    var fields: [Range<Int>] = []
    var start = row.lowerBound
    while fields.count <= 3 {
      let end = bytes[start..<row.upperBound].firstIndex(of: 0x09) ?? row.upperBound
      fields.append(Self.trimmed(start..<end, bytes))
      guard end < row.upperBound else { break }
      start = end + 1
    }
    if fields.allSatisfy(\.isEmpty) { return }
    guard fields.count <= 3 else {
      return report(DiagnosticCode("dictionary.bad-row"), .error, "列が多すぎます。「表記、種類、読み」の 3 列までです。", fields[3])
    }
    guard !fields[0].isEmpty else {
      return report(DiagnosticCode("dictionary.bad-row"), .error, "表記（1 列目）がありません。", row)
    }
    guard let surface = String(validating: bytes[fields[0]], as: UTF8.self), Self.isPlain(surface) else {
      return report(DiagnosticCode("dictionary.bad-row"), .error, "表記に UTF-8 でないバイトか制御文字があります。", fields[0])
    }
    guard let kind = readKind(bytes, fields.count > 1 ? fields[1] : 0..<0) else { return }
    let reading = readReading(bytes, fields.count > 2 ? fields[2] : 0..<0)
    entries.append(Entry(surface: surface, kind: kind, reading: reading, range: ByteRange(row)))
  }

  private mutating func readKind(_ bytes: [UInt8], _ field: Range<Int>) -> WordKind? {
    let name = String(decoding: bytes[field], as: UTF8.self)
    if name.isEmpty { return .noun }
    if let kind = WordKind(rawValue: name) { return kind }
    let kinds = WordKind.allCases.map(\.rawValue).joined(separator: ", ")
    report(DiagnosticCode("dictionary.unknown-kind"), .error, "種類「\(name)」はありません。\(kinds) のいずれかを書いてください。", field)
    return nil
  }

  private mutating func readReading(_ bytes: [UInt8], _ field: Range<Int>) -> String? {
    if field.isEmpty { return nil }
    guard let reading = Kana.katakana(String(decoding: bytes[field], as: UTF8.self)) else {
      report(DiagnosticCode("dictionary.bad-reading"), .warning, "読みは仮名で書いてください。この読みは使いません。", field)
      return nil
    }
    return reading
  }

  private mutating func report(
    _ code: DiagnosticCode, _ severity: Diagnostic.Severity, _ message: String, _ range: Range<Int>
  ) {
    diagnostics.append(Diagnostic(code, severity, message, at: ByteRange(range)))
  }

  /// Whether a text holds no control character.
  static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  private static func trimmed(_ field: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let start = bytes[field].firstIndex { $0 != 0x20 } ?? field.upperBound
    let end = bytes[start..<field.upperBound].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
    return start..<end
  }
}
