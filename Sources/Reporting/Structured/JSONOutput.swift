import TextCore

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
