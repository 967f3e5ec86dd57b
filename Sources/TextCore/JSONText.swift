/// The inside of JSON strings (RFC 8259).
///
/// Line and paragraph separators (U+0085, U+2028, U+2029) are escaped, so that every reader takes a line for a line.
package enum JSONText {
  /// The most bytes that one byte is escaped by.
  @inlinable package static var mostEscaped: Int { 6 }

  /// Appends `value` with what must be escaped escaped.
  package static func append(escaped value: String, to bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * mostEscaped) { memory in
        memory.initialize(repeating: 0)
        let count = memory.baseAddress.map { write(text, to: $0) } ?? 0
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: memory[..<count]))
      }
    }
  }

  /// Writes `text` with what must be escaped escaped; returns the number of bytes. `memory` has room for `mostEscaped`
  /// bytes for each of the text.
  package static func write(_ text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    if text.count < 8 { return write(short: text, to: memory) }
    var (count, index) = (0, 0)
    // Where the last escape ended.
    var escaped = 0
    let target = UnsafeMutableRawPointer(memory)
    let source = UnsafeRawBufferPointer(text)
    while index < text.count {
      // The last bytes are looked at with some before them, which stand right before in the target too where none of
      // them was escaped.
      let start = min(index, text.count - 8)
      let eight = source.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      guard start < escaped || mayEscape(eight) else {
        target.storeBytes(of: eight, toByteOffset: count - (index - start), as: UInt64.self)
        count += 8 - (index - start)
        index = start + 8
        continue
      }
      let length = writeOne(text, &index, to: memory + count)
      if length > 1 { escaped = index }
      count += length
    }
    return count
  }

  /// Writes fewer than eight bytes.
  private static func write(short text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    if text.count >= 4 {
      let source = UnsafeRawBufferPointer(text)
      let first = source.loadUnaligned(as: UInt32.self)
      let last = source.loadUnaligned(fromByteOffset: text.count - 4, as: UInt32.self)
      // Little-endian or not: both halves hold each byte, and none else.
      if !mayEscape(UInt64(first) << 32 | UInt64(last)) {
        let target = UnsafeMutableRawPointer(memory)
        target.storeBytes(of: first, as: UInt32.self)
        target.storeBytes(of: last, toByteOffset: text.count - 4, as: UInt32.self)
        return text.count
      }
    }
    var (count, index) = (0, 0)
    while index < text.count { count += writeOne(text, &index, to: memory + count) }
    return count
  }

  /// Writes what stands at `index`, a byte or what is escaped together, and moves on; returns the number of bytes.
  @inline(__always)
  private static func writeOne(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, to memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let length = escapedLength(text, index)
    guard length > 0 else {
      memory[0] = text[index]
      index += 1
      return 1
    }
    defer { index += length }
    return write(escape: text, index, length, to: memory)
  }

  /// Whether one of eight bytes is such that something may have to be escaped: a control character, a quotation mark, a
  /// backslash, or the first byte of a separator.
  @inline(__always)
  private static func mayEscape(_ bytes: UInt64) -> Bool {
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
    escape text: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, to memory: UnsafeMutablePointer<UInt8>
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
  private static func put(_ text: StaticString, _ memory: UnsafeMutablePointer<UInt8>) -> Int {
    text.withUTF8Buffer { text in
      for index in text.indices { memory[index + 1] = text[index] }
      return text.count + 1
    }
  }
}
