import TextCore

/// Writes YAML 1.2 in block style; strings are double-quoted, which every YAML reader takes as JSON does.
package struct YAMLOutput: StructuredOutput {
  /// What was written so far.
  package var bytes: [UInt8] = []

  private enum Level {
    case object, array
  }
  private var levels: [(kind: Level, isFilled: Bool)] = []
  /// Whether a value is expected on the line that was begun.
  private var isInline = false

  /// Creates an empty output.
  package init() {}

  package mutating func beginObject() { begin(.object) }
  package mutating func beginArray() { begin(.array) }
  package mutating func endObject() { end("{}") }
  package mutating func endArray() { end("[]") }

  package mutating func key(_ name: String) {
    beginItem()
    append(plainOrQuoted: name)
    bytes.append(UInt8(ascii: ":"))
    isInline = true
  }

  package mutating func string(_ value: String) {
    beginValue()
    append(quoted: value)
  }

  package mutating func integer(_ value: Int) {
    beginValue()
    NumberText.append(value, to: &bytes)
  }

  package mutating func score(_ value: Double) {
    beginValue()
    NumberText.append(score: value, to: &bytes)
  }

  package mutating func number(_ value: Double) {
    beginValue()
    bytes.append(contentsOf: NumberText.text(value).utf8)
  }

  package mutating func decimal(_ digits: String) {
    beginValue()
    bytes.append(contentsOf: digits.utf8)
  }

  package mutating func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func begin(_ kind: Level) {
    if levels.last?.kind == .array { beginItem() }
    levels.append((kind, false))
  }

  private mutating func end(_ empty: String) {
    guard let level = levels.popLast() else { return }
    if !level.isFilled {
      if isInline { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: empty.utf8)
    }
    isInline = false
  }

  /// Writes what stands before a value: a space after a key, a dash in an array.
  private mutating func beginValue() {
    if levels.last?.kind == .array { beginItem() }
    if isInline { bytes.append(UInt8(ascii: " ")) }
    isInline = false
  }

  /// Begins a key or an element on a line of its own; an object in an array begins behind the dash.
  private mutating func beginItem() {
    guard let level = levels.last else { return }
    let isBehindDash = isInline && levels.count > 1 && levels[levels.count - 2].kind == .array && !level.isFilled
    levels[levels.count - 1].isFilled = true
    if isBehindDash {
      bytes.append(UInt8(ascii: " "))
    } else {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      for _ in 1..<max(levels.count, 1) { bytes.append(contentsOf: [0x20, 0x20]) }
    }
    isInline = false
    if level.kind == .array {
      bytes.append(UInt8(ascii: "-"))
      isInline = true
    }
  }

  private mutating func append(quoted value: String) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(escaped: value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(plainOrQuoted name: String) {
    let isPlain =
      name.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n", ""].contains(name.lowercased())
    if isPlain { bytes.append(contentsOf: name.utf8) } else { append(quoted: name) }
  }
}
