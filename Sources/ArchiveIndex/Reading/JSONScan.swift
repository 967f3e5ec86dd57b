internal import Foundation

/// A place in JSON without white space, as `PackedJSON` writes it. The bytes are lent.
struct JSONScan {
  private let json: UnsafeRawBufferPointer
  private var place = 0

  init(_ json: UnsafeRawBufferPointer) { self.json = json }

  mutating func take(_ byte: UInt8) -> Bool {
    guard place < json.count, json[place] == byte else { return false }
    place += 1
    return true
  }

  mutating func integer() -> Int {
    var value = 0
    while place < json.count, json[place] >= 0x30, json[place] <= 0x39, value < 1 << 50 {
      value = value * 10 + Int(json[place] - 0x30)
      place += 1
    }
    return value
  }

  mutating func string() -> String? { text()?.string }

  /// A string that is not read yet: many are only passed over.
  struct Text {
    /// What stands between the quotation marks.
    let bytes: UnsafeRawBufferPointer
    let isEscaped: Bool

    /// The string; `nil` where it is none.
    var string: String? {
      guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
      let quoted = Array("[\"".utf8) + Array(bytes) + Array("\"]".utf8)
      return (try? JSONDecoder().decode([String].self, from: Data(quoted)))?.first
    }
  }

  mutating func text() -> Text? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = place
    var isEscaped = false
    while place < json.count, json[place] != UInt8(ascii: "\"") {
      if json[place] == UInt8(ascii: "\\") {
        isEscaped = true
        place += 1
      }
      place += 1
    }
    guard place < json.count else { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: json[start..<place])
    place += 1
    return Text(bytes: bytes, isEscaped: isEscaped)
  }

  /// Goes behind the next `byte`; returns whether there is one.
  mutating func skip(behind byte: UInt8) -> Bool {
    while place < json.count {
      place += 1
      if json[place - 1] == byte { return true }
    }
    return false
  }
}
