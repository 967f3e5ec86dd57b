/// The inside of HTML's texts and attribute values.
///
/// One function for both: `&`, `<`, `>`, `"` and `'` become character references, and characters that HTML forbids, or
/// that change what a reader sees of the text around them, become U+FFFD: C0 and C1 controls other than white space,
/// noncharacters, and the signs that set the direction of the text behind them (Boucher and Anderson, "Trojan Source",
/// 2021). Lone surrogates cannot stand in a `String`.
package enum HTMLText {
  /// Appends `text` with what must be escaped escaped.
  /// - Complexity: O(*n*) in bytes.
  package static func append(escaped text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(escaped: $0, to: &bytes) }
  }

  /// Appends `text`, which is valid UTF-8, with what must be escaped escaped.
  package static func append(escaped text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    var place = 0
    while place < text.count {
      let (length, replacement) = replacement(text, place)
      guard let replacement else {
        place += length
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
      place += length
      start = place
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// How many bytes at `place` belong together, and what stands in their place, if anything.
  @inline(__always)
  private static func replacement(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> (Int, StaticString?) {
    let byte = text[place]
    switch byte {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return (1, "&quot;")
    case UInt8(ascii: "'"): return (1, "&#39;")
    case 0x09, 0x0A, 0x0D: return (1, nil)
    case 0x00..<0x20, 0x7F: return (1, forbidden)
    case 0x20..<0x7F: return (1, nil)
    default: return scalar(text, place, byte)
    }
  }

  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ byte: UInt8
  ) -> (Int, StaticString?) {
    func next(_ offset: Int) -> UInt32 {
      place + offset < text.count ? UInt32(text[place + offset] & 0x3F) : 0
    }
    switch byte {
    case 0xC2: return (2, next(1) < 0x20 ? forbidden : nil)
    case 0xC3..<0xE0: return (2, nil)
    case 0xE2, 0xEF:
      let scalar = UInt32(byte & 0x0F) << 12 | next(1) << 6 | next(2)
      return (3, isForbidden(scalar) ? forbidden : nil)
    case 0xE0..<0xF0: return (3, nil)
    case 0xF0...:
      let scalar = UInt32(byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
      return (4, scalar & 0xFFFE == 0xFFFE ? forbidden : nil)
    default: return (1, nil)
    }
  }

  private static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static let forbidden: StaticString = "\u{FFFD}"
}
