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

  /// What was written, and room behind it: whole keys and values are put through a pointer, which takes a fifth of the
  /// time of an append for each part of them.
  private var buffer: [UInt8] = []
  /// The number of bytes that were written.
  private var count = 0
  private let layout: Layout
  /// For each open object or array, whether something stands in it.
  private var isFilled: [Bool] = []
  private var isAfterKey = false

  /// Creates an empty output.
  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// What was written so far.
  package var bytes: [UInt8] { Array(buffer[..<count]) }

  /// Makes room for so many bytes.
  package mutating func reserveCapacity(_ bytes: Int) { if bytes > buffer.count { grow(bytes - count) } }

  /// Ends a line of JSON Lines.
  package mutating func endLine() { put(UInt8(ascii: "\n")) }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  package mutating func key(_ name: String) {
    separate()
    put(quoted: name)
    put(layout == .indented ? ": " : ":")
    isAfterKey = true
  }

  package mutating func key(plain name: StaticString) {
    separate()
    let end = layout == .indented ? 4 : 3
    name.withUTF8Buffer { name in
      put(name.count + 4) { memory in
        memory[0] = UInt8(ascii: "\"")
        for index in name.indices { memory[index + 1] = name[index] }
        memory[name.count + 1] = UInt8(ascii: "\"")
        memory[name.count + 2] = UInt8(ascii: ":")
        memory[name.count + 3] = UInt8(ascii: " ")
        return name.count + end
      }
    }
    isAfterKey = true
  }

  package mutating func string(_ value: String) {
    separate()
    put(quoted: value)
  }

  package mutating func integer(_ value: Int) {
    separate()
    put(NumberText.longest) { NumberText.write(value, to: $0) }
  }

  package mutating func score(_ value: Double) {
    separate()
    put(NumberText.longest) { NumberText.write(score: value, to: $0) }
  }

  package mutating func number(_ value: Double) {
    separate()
    put(NumberText.text(value))
  }

  package mutating func decimal(_ digits: String) {
    separate()
    put(digits)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    put(value ? "true" : "false")
  }

  package mutating func null() {
    separate()
    put("null")
  }

  /// Writes a value that is JSON already, as it is.
  package mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    put(json.count) { memory in
      _ = memory.update(fromContentsOf: json)
      return json.count
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    put(bracket)
    isFilled.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    if isFilled.popLast() == true { breakLine() }
    put(bracket)
  }

  /// Writes what stands between the value before and the one that comes.
  @inline(__always)
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let last = isFilled.last else { return }
    if last { put(UInt8(ascii: ",")) } else { isFilled[isFilled.count - 1] = true }
    breakLine()
  }

  @inline(__always)
  private mutating func breakLine() {
    guard layout == .indented else { return }
    put(UInt8(ascii: "\n"))
    for _ in isFilled { put("  ") }
  }

  private mutating func put(quoted value: String) {
    var value = value
    value.withUTF8 { text in
      put(text.count * JSONText.mostEscaped + 2) { memory in
        memory[0] = UInt8(ascii: "\"")
        let end = 1 + JSONText.write(text, to: UnsafeMutableBufferPointer(rebasing: memory[1...]))
        memory[end] = UInt8(ascii: "\"")
        return end + 1
      }
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    if count == buffer.count { grow(1) }
    buffer[count] = byte
    count += 1
  }

  private mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { text in
      put(text.count) { memory in
        _ = memory.update(fromContentsOf: text)
        return text.count
      }
    }
  }

  /// Puts what `write` writes into room for `most` bytes; it returns how many it wrote.
  @inline(__always)
  private mutating func put(_ most: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if buffer.count - count < most { grow(most) }
    let start = count
    count += buffer.withUnsafeMutableBufferPointer { write(UnsafeMutableBufferPointer(rebasing: $0[start...])) }
  }

  private mutating func grow(_ most: Int) {
    let size = max(buffer.count * 2, count + most, 1 << 10)
    buffer.append(contentsOf: repeatElement(0, count: size - buffer.count))
  }
}

/// The inside of JSON strings.
enum JSONText {
  /// The most bytes that one byte is escaped by.
  static let mostEscaped = 6

  /// Appends `value` with what must be escaped escaped.
  static func append(escaped value: String, to bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * mostEscaped) { memory in
        memory.initialize(repeating: 0)
        let count = write(text, to: memory)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: memory[..<count]))
      }
    }
  }

  /// Writes `text` with what must be escaped escaped; returns the number of bytes. `memory` has room for `mostEscaped`
  /// bytes for each of the text.
  static func write(_ text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    let target = UnsafeMutableRawBufferPointer(memory)
    let source = UnsafeRawBufferPointer(text)
    while index < text.count {
      if index + 8 <= text.count, !mayEscape(text, index) {
        let eight = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        target.storeBytes(of: eight, toByteOffset: count, as: UInt64.self)
        index += 8
        count += 8
        continue
      }
      let length = escapedLength(text, index)
      if length > 0 {
        count += write(escape: text, index, length, to: UnsafeMutableBufferPointer(rebasing: memory[count...]))
        index += length
      } else {
        memory[count] = text[index]
        index += 1
        count += 1
      }
    }
    return count
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

  /// How many bytes at `index` must be escaped together; 0 for none.
  @inline(__always)
  private static func escapedLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return 1 }
    if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0x85 { return 2 }
    if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 { return 3 }
    return 0
  }

  /// Writes the escape of `length` bytes at `index`; returns the number of bytes.
  private static func write(
    escape text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, to memory: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    memory[0] = UInt8(ascii: "\\")
    switch (text[index], length) {
    case (UInt8(ascii: "\n"), _): return put("n", memory)
    case (UInt8(ascii: "\r"), _): return put("r", memory)
    case (UInt8(ascii: "\t"), _): return put("t", memory)
    case (UInt8(ascii: "\""), _): return put("\"", memory)
    case (UInt8(ascii: "\\"), _): return put("\\", memory)
    case (_, 2): return put("u0085", memory)
    case (_, 3): return put(text[index + 2] == 0xA8 ? "u2028" : "u2029", memory)
    default:
      let count = put("u00", memory)
      memory[count] = digit(text[index] >> 4)
      memory[count + 1] = digit(text[index] & 15)
      return count + 2
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// Puts what follows a backslash.
  private static func put(_ text: StaticString, _ memory: UnsafeMutableBufferPointer<UInt8>) -> Int {
    text.withUTF8Buffer { text in
      for index in text.indices { memory[index + 1] = text[index] }
      return text.count + 1
    }
  }
}
