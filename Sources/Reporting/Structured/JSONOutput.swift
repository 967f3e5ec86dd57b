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

  /// What was written, and room behind it: whole keys and values are put through a pointer, which takes a fifth of the
  /// time of an append for each part of them.
  private var buffer: [UInt8] = []
  /// The number of bytes that were written.
  private var count = 0
  let layout: Layout
  /// For each open object or array, whether something stands in it: a bit, the innermost lowest.
  private var isFilled: UInt64 = 0
  /// Those of 64 objects and arrays around, the outermost first.
  private var outer: [UInt64] = []
  /// How many objects and arrays are open.
  private var depth = 0
  private var isAfterKey = false

  /// Creates an empty output.
  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// What was written so far.
  package var bytes: [UInt8] {
    get { Array(buffer[..<count]) }
    set { (buffer, count) = (newValue, newValue.count) }
  }

  /// Gives up what was written, and begins anew.
  package mutating func takeBytes() -> [UInt8] {
    buffer.removeLast(buffer.count - count)
    defer { self = JSONOutput(layout) }
    return buffer
  }

  /// A part of what was written so far.
  package func bytes(_ range: Range<Int>) -> [UInt8] { Array(buffer[range.clamped(to: 0..<count)]) }

  /// The number of bytes that were written so far.
  package var byteCount: Int { count }

  /// Makes room for so many bytes.
  package mutating func reserveCapacity(_ bytes: Int) { if bytes > buffer.count { grow(bytes - count) } }

  /// Ends a line of JSON Lines.
  package mutating func endLine() { put(UInt8(ascii: "\n")) }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  package mutating func key(_ name: String) {
    putValue(quoted: name)
    put(layout == .indented ? ": " : ":")
    isAfterKey = true
  }

  package mutating func key(plain name: StaticString) {
    putValue(quoted: name, before: layout == .indented ? ": " : ":")
    isAfterKey = true
  }

  package mutating func string(plain value: StaticString) { putValue(quoted: value, before: "") }

  package mutating func string(_ value: String) { putValue(quoted: value) }

  package mutating func integer(_ value: Int) {
    putValue(NumberText.longest) { NumberText.write(value, to: $0) }
  }

  package mutating func score(_ value: Double) {
    putValue(NumberText.longest) { NumberText.write(score: value, to: $0) }
  }

  package mutating func number(_ value: Double) { decimal(NumberText.text(value)) }

  package mutating func decimal(_ digits: String) {
    separate()
    put(digits)
  }

  package mutating func bool(_ value: Bool) { putValue(plain: value ? "true" : "false") }

  package mutating func null() { putValue(plain: "null") }

  package mutating func range(_ range: Range<Int>) {
    guard layout == .compact else { return array([range.lowerBound, range.upperBound]) { $0.integer($1) } }
    putValue(Self.longestRange) { Self.write(range, to: $0) }
  }

  static let longestRange = 2 * NumberText.longest + 3

  static func write(_ range: Range<Int>, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    memory[0] = UInt8(ascii: "[")
    var end = 1 + NumberText.write(range.lowerBound, to: memory + 1)
    memory[end] = UInt8(ascii: ",")
    end += 1
    end += NumberText.write(range.upperBound, to: memory + end)
    memory[end] = UInt8(ascii: "]")
    return end + 1
  }

  /// Writes a value that is JSON already, as it is.
  package mutating func raw(_ json: some Collection<UInt8>) {
    putValue(json.count) { memory in
      _ = UnsafeMutableBufferPointer(start: memory, count: json.count).update(fromContentsOf: json)
      return json.count
    }
  }

  private mutating func begin(_ bracket: UInt8) {
    putValue(1) { memory in
      memory[0] = bracket
      return 1
    }
    if depth > 0, depth % 64 == 0 { outer.append(isFilled) }
    isFilled <<= 1
    depth += 1
  }

  private mutating func end(_ bracket: UInt8) {
    guard depth > 0 else { return put(bracket) }
    let wasFilled = isFilled & 1 == 1
    isFilled >>= 1
    depth -= 1
    if depth > 0, depth % 64 == 0 { isFilled = outer.removeLast() }
    if wasFilled, layout == .indented { breakLine() }
    put(bracket)
  }

  /// Whether a comma stands between the value before and the one that comes.
  @inline(__always)
  mutating func takesComma() -> Bool {
    if isAfterKey {
      isAfterKey = false
      return false
    }
    guard depth > 0 else { return false }
    let takesComma = isFilled & 1 == 1
    isFilled |= 1
    return takesComma
  }

  /// Writes what stands between the value before and the one that comes.
  private mutating func separate() {
    let isField = isAfterKey
    if takesComma() { put(UInt8(ascii: ",")) }
    if layout == .indented, !isField, depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    put(UInt8(ascii: "\n"))
    for _ in 0..<depth { put("  ") }
  }

  private mutating func putValue(quoted value: String) {
    var value = value
    value.withUTF8 { text in
      putValue(text.count * JSONText.mostEscaped + 2) { Self.write(quoted: text, to: $0) }
    }
  }

  static func write(quoted text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    memory[0] = UInt8(ascii: "\"")
    let end = 1 + JSONText.write(text, to: memory + 1)
    memory[end] = UInt8(ascii: "\"")
    return end + 1
  }

  @inline(__always)
  static func write(quoted text: StaticString, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    let length = text.utf8CodeUnitCount
    memory[0] = UInt8(ascii: "\"")
    (memory + 1).initialize(from: text.utf8Start, count: length)
    memory[length + 1] = UInt8(ascii: "\"")
    return length + 2
  }

  @inline(__always)
  private mutating func putValue(quoted value: StaticString, before sign: StaticString) {
    let (length, signLength) = (value.utf8CodeUnitCount, sign.utf8CodeUnitCount)
    putValue(length + signLength + 2) { memory in
      let end = Self.write(quoted: value, to: memory)
      for index in 0..<signLength { memory[end + index] = sign.utf8Start[index] }
      return end + signLength
    }
  }

  private mutating func putValue(plain value: StaticString) {
    putValue(value.utf8CodeUnitCount) { memory in
      memory.update(from: value.utf8Start, count: value.utf8CodeUnitCount)
      return value.utf8CodeUnitCount
    }
  }

  /// Puts what separates a value from the one before, and then what `write` writes into room for `most` bytes; it returns
  /// how many it wrote.
  @inline(__always)
  mutating func putValue(_ most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if layout == .indented {
      separate()
      return put(most, write)
    }
    let takesComma = takesComma()
    put(most + 1) { memory in
      guard takesComma else { return write(memory) }
      memory[0] = UInt8(ascii: ",")
      return 1 + write(memory + 1)
    }
  }

  private mutating func put(_ text: StaticString) {
    put(text.utf8CodeUnitCount) { memory in
      memory.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
      return text.utf8CodeUnitCount
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
        _ = UnsafeMutableBufferPointer(start: memory, count: text.count).update(fromContentsOf: text)
        return text.count
      }
    }
  }

  /// Puts what `write` writes into room for `most` bytes; it returns how many it wrote.
  @inline(__always)
  mutating func put(_ most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if buffer.count - count < most { grow(most) }
    let start = count
    // SAFETY: there is room for `most` bytes behind `start`; where none were asked for, the buffer may be empty.
    count += buffer.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { write($0 + start) } ?? 0
    }
  }

  private mutating func grow(_ most: Int) {
    let size = max(buffer.count * 2, count + most, 1 << 10)
    buffer.append(contentsOf: repeatElement(0, count: size - buffer.count))
  }
}
