extension FrontMatterValue {
  /// What a scalar without quotes means by the core schema of YAML 1.2, section 10.3.2, and timestamps.
  ///
  /// Numbers that JSON or kiji's integers cannot hold, and those with leading zeros, stay text: ids look so.
  init(plainYAML text: String) {
    self = .string(text)
    guard let first = text.utf8.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      if ["~", "null", "Null", "NULL"].contains(text) { self = .null }
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      if ["true", "True", "TRUE"].contains(text) { self = .bool(true) }
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      if ["false", "False", "FALSE"].contains(text) { self = .bool(false) }
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      if let number = Self.number(text) {
        self = number
      } else if Self.looksLikeTimestamp(text), let date = ArticleDate(parsing: text) {
        self = .date(date)
      }
    default: break
    }
  }

  private static func number(_ text: String) -> FrontMatterValue? {
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map(FrontMatterValue.int) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map(FrontMatterValue.int) }
    var isWhole = true
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: continue
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if index > 0 { isWhole = false }
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
      default: return nil
      }
    }
    if isWhole {
      let digits = text.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      if digits.count > 1 && digits.first == UInt8(ascii: "0") { return nil }
      return Int(text).map(FrontMatterValue.int)
    }
    guard let number = Double(text), number.isFinite else { return nil }
    return .double(number)
  }

  /// Whether it begins as `2025-1…` does.
  private static func looksLikeTimestamp(_ text: String) -> Bool {
    let start = Array(text.utf8.prefix(6))
    guard start.count == 6, start[4] == UInt8(ascii: "-") else { return false }
    return [start[0], start[1], start[2], start[3], start[5]].allSatisfy { 0x30...0x39 ~= $0 }
  }
}
