/// The inside of JSON strings (RFC 8259).
///
/// Line and paragraph separators (U+0085, U+2028, U+2029) are escaped, so that every reader takes a line for a line.
package enum JSONText {
  /// The most bytes that one byte is escaped by.
  package static let mostEscaped = 6

  /// Appends `value` with what must be escaped escaped.
  package static func append(escaped value: String, to bytes: inout [UInt8]) {
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
  package static func write(_ text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutableBufferPointer<UInt8>) -> Int {
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
