/// What a request asks for: a path and the fields of its query.
///
/// The path is looked up in tables and nowhere else: no path is ever turned into the name of a file.
package struct RequestTarget: Equatable, Sendable {
  /// The path without percent signs; begins with a slash.
  package let path: String
  /// The fields behind the question mark.
  package let fields: FormFields

  /// Reads a target as it stands in a request: `/search?q=AI`.
  package init(_ text: String) throws(Problem) {
    let end = text.firstIndex(of: "?") ?? text.endIndex
    guard text.hasPrefix("/"), !text.contains("#"), let path = PercentText.decoded(text[..<end], plusIsSpace: false),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { throw .badRequest }
    self.path = path
    fields = try FormFields(end == text.endIndex ? "" : text[text.index(after: end)...])
  }

  /// Whether a path belongs to the interface for programs, whose errors are JSON.
  package static func isOfPrograms(_ target: String) -> Bool { target.hasPrefix("/api/") || target.hasPrefix("/api?") }
}

/// Text as addresses and forms have it.
package enum PercentText {
  /// The text; `nil` where a percent sign has no two digits behind it, or the bytes are no UTF-8.
  package static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The text as a value in a query.
  package static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
