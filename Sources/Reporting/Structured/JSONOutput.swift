/// Writes JSON (RFC 8259) into bytes.
///
/// Line and paragraph separators (U+0085, U+2028, U+2029) are escaped, so that every reader takes a line for a line.
package struct JSONOutput: StructuredOutput {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// On one line, as JSON Lines needs it.
    case compact
    /// One value a line, indented by two spaces.
    case indented
  }

  /// What was written so far.
  package var bytes: [UInt8] = []
  private let layout: Layout
  /// For each open object or array, whether something stands in it.
  private var isFilled: [Bool] = []
  private var isAfterKey = false

  /// Creates an empty output.
  package init(_ layout: Layout = .compact) { self.layout = layout }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  package mutating func key(_ name: String) {
    separate()
    append(quoted: name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func key(plain name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func string(_ value: String) {
    separate()
    append(quoted: value)
  }

  package mutating func integer(_ value: Int) {
    separate()
    NumberText.append(value, to: &bytes)
  }

  package mutating func score(_ value: Double) {
    separate()
    NumberText.append(score: value, to: &bytes)
  }

  package mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: NumberText.text(value).utf8)
  }

  package mutating func decimal(_ digits: String) {
    separate()
    bytes.append(contentsOf: digits.utf8)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value that is JSON already, as it is.
  package mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    isFilled.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    if isFilled.popLast() == true { breakLine() }
    bytes.append(bracket)
  }

  /// Writes what stands between the value before and the one that comes.
  @inline(__always)
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let last = isFilled.last else { return }
    if last { bytes.append(UInt8(ascii: ",")) } else { isFilled[isFilled.count - 1] = true }
    breakLine()
  }

  @inline(__always)
  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in isFilled { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  private mutating func append(quoted value: String) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(escaped: value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The inside of JSON strings.
enum JSONText {
  /// Appends `value` with what must be escaped escaped; runs that need nothing are copied whole.
  static func append(escaped value: String, to bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { text in
      var start = 0
      var index = 0
      if text.count < 8 {
        while index < text.count, !isSuspect(text[index]) { index += 1 }
      }
      while index < text.count {
        if index + 8 <= text.count, !mayEscape(text, index) {
          index += 8
          continue
        }
        let length = escapedLength(text, index)
        guard length > 0 else {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        append(escape: text, index, length, to: &bytes)
        index += length
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// Whether one of eight bytes is such that something may have to be escaped: a control character, a quotation mark, a
  /// backslash, or the first byte of a separator.
  @inline(__always)
  private static func mayEscape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    /// Nonzero where one of the bytes is `byte` (Mycroft's test; a byte above a hit may show too).
    func holds(_ byte: UInt8) -> UInt64 {
      let rest = bytes ^ (ones &* UInt64(byte))
      return (rest &- ones) & ~rest & high
    }
    let controls = (bytes &- ones &* 0x20) & ~bytes & high
    return controls | holds(0x22) | holds(0x5C) | holds(0xC2) | holds(0xE2) != 0
  }

  /// The same of one byte.
  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xC2 || byte == 0xE2
  }

  /// How many bytes at `index` must be escaped together; 0 for none.
  @inline(__always)
  private static func escapedLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return 1 }
    if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0x85 { return 2 }
    if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 { return 3 }
    return 0
  }

  private static func append(
    escape text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "\\"))
    switch (text[index], length) {
    case (UInt8(ascii: "\n"), _): bytes.append(UInt8(ascii: "n"))
    case (UInt8(ascii: "\r"), _): bytes.append(UInt8(ascii: "r"))
    case (UInt8(ascii: "\t"), _): bytes.append(UInt8(ascii: "t"))
    case (UInt8(ascii: "\""), _), (UInt8(ascii: "\\"), _): bytes.append(text[index])
    case (_, 2): bytes.append(contentsOf: "u0085".utf8)
    case (_, 3): bytes.append(contentsOf: (text[index + 2] == 0xA8 ? "u2028" : "u2029").utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(text[index] >> 4)])
      bytes.append(digits[Int(text[index] & 15)])
    }
  }
}
