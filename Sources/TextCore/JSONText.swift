/// The inside of JSON strings (RFC 8259).
///
/// Line and paragraph separators (U+0085, U+2028, U+2029) are escaped, so that every reader takes a line for a line.
package enum JSONText {
  /// Appends `value` with what must be escaped escaped; runs that need nothing are copied whole.
  package static func append(escaped value: String, to bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { text in
      var start = 0
      var index = 0
      while index < text.count {
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
