/// Writes text as a scalar of a language, in the manner asked for where that can hold it.
struct ScalarWriter {
  let kind: FrontMatter.Kind
  /// The quotes that the block uses.
  let houseQuote: UInt8

  private static let double = UInt8(ascii: "\"")
  private static let single = UInt8(ascii: "'")

  /// Writes `text` in the form `form`; in the house's quotes, or double ones, where that form cannot hold it.
  /// - Parameter isInFlow: Whether it stands in brackets, where commas and brackets end plain text.
  func text(_ text: String, like form: FieldPlace.Form, isInFlow: Bool = false) -> [UInt8] {
    switch form {
    case .plain where kind == .yaml && Self.isPlainSafe(text, isInFlow: isInFlow): return Array(text.utf8)
    case .quoted(let quote): return quoted(text, quote)
    case .multilineQuoted(let quote) where quote == Self.double:
      return Array("\"\"\"".utf8) + Self.escaped(text, kind) + Array("\"\"\"".utf8)
    case .multilineQuoted where !text.contains("'") && !Self.needsEscapes(text):
      return Array("'''".utf8) + Array(text.utf8) + Array("'''".utf8)
    default: return quoted(text, houseQuote)
    }
  }

  private func quoted(_ text: String, _ quote: UInt8) -> [UInt8] {
    let fitsSingle = !Self.needsEscapes(text) && (kind == .yaml || kind == .toml && !text.contains("'"))
    if quote == Self.single, fitsSingle {
      return [Self.single] + Array(text.replacing("'", with: "''").utf8) + [Self.single]
    }
    return [Self.double] + Self.escaped(text, kind) + [Self.double]
  }

  /// Whether `text` holds what only double quotes can write: line ends and control characters.
  private static func needsEscapes(_ text: String) -> Bool {
    text.unicodeScalars.contains { isControl($0) }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  /// The inside of double quotes. The escapes used here are the same in the three languages.
  private static func escaped(_ text: String, _ kind: FrontMatter.Kind) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": output += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\n": output += Array("\\n".utf8)
      case "\t": output += Array("\\t".utf8)
      case _ where isControl(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        output += Array(("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits).utf8)
      default: output += Array(String(scalar).utf8)
      }
    }
    return output
  }

  /// Words that YAML 1.1 or 1.2 takes for something else than text; in small letters.
  private static let reservedWords: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
  ]

  /// Whether every reader of YAML, old or new, takes `text` for this text without quotes.
  static func isPlainSafe(_ text: String, isInFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard !needsEscapes(text), !reservedWords.contains(text.lowercased()), first != " ", last != " ", last != ":" else {
      return false
    }
    // What begins with a digit may be a number, a date or a time; signs and indicators may be anything.
    guard first.properties.isAlphabetic || first.value >= 0x3000 && first.value != 0x3000 else { return false }
    guard !text.contains(": "), !text.contains(" #"), !text.contains("\u{3000}") || !isInFlow else { return false }
    return !isInFlow || !text.contains { ",[]{}:\"'".contains($0) }
  }
}
