internal import TextCore

/// JSON without white space, as the index keeps lists in one value.
///
/// What is written is put through a pointer into room that was made before: an append for each part of an article's
/// lists takes several times as long.
struct PackedJSON {
  /// What was written, and room behind it.
  private var buffer: [UInt8]
  private var count = 0

  /// The most digits of a whole number with its sign.
  private static let longest = 20

  /// Nothing yet, with room for some bytes.
  init(room: Int = 256) { buffer = Array(repeating: 0, count: max(room, 16)) }

  /// The number of bytes that were written.
  var byteCount: Int { count }

  /// What was written.
  consuming func finish() -> [UInt8] {
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  /// Appends a sign.
  @inline(__always)
  mutating func append(sign: Unicode.Scalar) {
    put(1) { memory in
      memory[0] = UInt8(truncatingIfNeeded: sign.value)
      return 1
    }
  }

  /// Appends JSON as it is.
  mutating func append(json text: StaticString) {
    let length = text.utf8CodeUnitCount
    put(length) { memory in
      for index in 0..<length { memory[index] = text.utf8Start[index] }
      return length
    }
  }

  /// Appends a text as a string.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends the bytes of a text as a string.
  mutating func append(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append($0) } }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    put(text.count * JSONText.mostEscaped + 2) { memory in
      memory[0] = UInt8(ascii: "\"")
      let end = 1 + (memory.baseAddress.map { JSONText.write(text, to: $0 + 1) } ?? 0)
      memory[end] = UInt8(ascii: "\"")
      return end + 1
    }
  }

  /// Appends a whole number.
  mutating func append(_ value: Int) {
    put(Self.longest) { memory in
      let start = value < 0 ? 1 : 0
      if value < 0 { memory[0] = UInt8(ascii: "-") }
      return start + Self.write(value.magnitude, to: memory, at: start)
    }
  }

  /// Appends a comma and a whole number.
  mutating func append(after value: Int) {
    append(sign: ",")
    append(value)
  }

  /// Appends a score with four decimals, which it always has.
  mutating func append(score: Double) {
    guard score.isFinite, score.magnitude < 1e12 else { return append(json: "0.0000") }
    let scaled = Int((score * 10_000).rounded())
    put(Self.longest + 5) { memory in
      var end = scaled < 0 ? 1 : 0
      if scaled < 0 { memory[0] = UInt8(ascii: "-") }
      end += Self.write(scaled.magnitude / 10_000, to: memory, at: end)
      memory[end] = UInt8(ascii: ".")
      var rest = scaled.magnitude % 10_000
      for place in 0..<4 {
        memory[end + 4 - place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return end + 5
    }
  }

  /// Writes digits from `start` on; returns their number.
  @inline(__always)
  private static func write(_ value: UInt, to memory: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    var digits = 1
    var rest = value / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    rest = value
    for place in 1...digits {
      memory[start + digits - place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return digits
  }

  /// Puts what `write` writes into room for `most` bytes; it returns how many it wrote.
  @inline(__always)
  private mutating func put(_ most: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if buffer.count - count < most {
      let size = max(buffer.count * 2, count + most)
      buffer.append(contentsOf: repeatElement(0, count: size - buffer.count))
    }
    let start = count
    count += buffer.withUnsafeMutableBufferPointer { write(UnsafeMutableBufferPointer(rebasing: $0[start...])) }
  }
}
