import TextCore

/// Tells by its form alone that a text which the tagger took for a name is none: a single letter, a file, code, a
/// sentence in English.
enum OrdinaryText {
  /// Endings of files that are no part of names of products; those of programs (Node.js) are left to the gazetteer.
  private static let fileEndings: [StaticString] = [
    ".json", ".md", ".mdx", ".html", ".htm", ".css", ".scss", ".yml", ".yaml", ".toml", ".lock", ".txt", ".csv", ".tsx",
    ".jsx", ".mjs", ".cjs", ".py", ".rb", ".sh", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".xml",
    ".config.js", ".config.ts", ".d.ts", ".log", ".exe", ".zip", ".vue", ".svelte", ".sql", ".java", ".php", ".cpp",
    ".wasm", ".env",
  ]
  /// Words of English that names seldom hold two of.
  private static let functionWords: [StaticString] = [
    "a", "an", "the", "of", "to", "in", "on", "for", "with", "by", "and", "or", "is", "are", "be", "that", "this",
    "your", "my", "it", "as", "at", "from", "you", "we", "i", "into", "which", "should", "can", "but", "not", "if",
    "how", "what", "when", "all", "vs",
  ]
  private static let longestFunctionWord = 6
  /// The most words that a name in Latin letters has.
  private static let longestName = 9

  /// Whether a text is a single letter, kana or kanji.
  static func isSingleCharacter(_ text: Span<UInt8>) -> Bool {
    text.count <= UTF8Scan.length(ofLead: text[0])
  }

  /// The digits of the shortest number of a commit.
  private static let shortestCommit = 7

  /// Whether a text is the number of a commit: 631f628f.
  private static func isCommit(_ text: Span<UInt8>) -> Bool {
    guard text.count >= shortestCommit else { return false }
    var digits = 0
    for index in text.indices {
      let isDigit = text[index] &- 0x30 < 10
      guard isDigit || text[index] &- 0x61 < 6 else { return false }
      digits += isDigit ? 1 : 0
    }
    return digits > 0 && digits < text.count
  }

  /// Whether a text is the name of a file, or has signs that only code and the titles of pages have.
  static func isCode(_ text: Span<UInt8>) -> Bool {
    if isCommit(text) { return true }
    var (hasLetter, hasDot) = (false, false)
    for index in text.indices {
      let byte = text[index]
      hasDot = hasDot || byte == UInt8(ascii: ".")
      hasLetter = hasLetter || (byte | 0x20) &- 0x61 < 26
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "|"):
        return true
      case UInt8(ascii: "("): if index + 1 < text.count, text[index + 1] == UInt8(ascii: ")") { return true }
      case UInt8(ascii: ":"): if index + 1 < text.count, text[index + 1] == byte { return true }
      default: break
      }
    }
    // Endings begin with a dot, and paths have one.
    return hasLetter && hasDot && (fileEndings.contains { text.hasSuffix($0) } || isPath(text))
  }

  /// The letters of the longest ending of a file in a path.
  private static let longestEnding = 5

  /// Whether a text is the path of a file, of two slashes or more since one also parts two names:
  /// src/router/index.ts, but not vercel/next.js.
  private static func isPath(_ text: Span<UInt8>) -> Bool {
    var slashes = 0
    var dot: Int?
    for index in text.indices {
      let byte = text[index]
      guard byte > 0x20, byte < 0x80 else { return false }
      if byte == UInt8(ascii: "/") {
        slashes += 1
        dot = nil
      } else if byte == UInt8(ascii: ".") {
        dot = index
      }
    }
    guard slashes >= 2, let dot else { return false }
    return (2...longestEnding + 1).contains(text.count - dot)
  }

  /// Whether a text is words of small Latin letters, as no organization is called that is not known for it: microphone.
  static func isSmallLatin(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] &- 0x61 >= 26 && text[index] != UInt8(ascii: " ") { return false }
    return true
  }

  /// Whether a text is a bare number or version (91.8, v1.2), or holds a number of a telephone (seven digits and more,
  /// parted by hyphens) or a fraction: 電話03-1234-5678, ごぼう1/2本.
  static func isNumber(_ text: Span<UInt8>) -> Bool {
    if isVersion(text) { return true }
    var digits = 0
    var hyphens = 0
    for index in text.indices {
      if text[index] &- 0x30 < 10 { digits += 1 }
      guard index > 0, index + 1 < text.count, text[index - 1] &- 0x30 < 10, text[index + 1] &- 0x30 < 10 else {
        continue
      }
      if text[index] == UInt8(ascii: "/") { return true }
      if text[index] == UInt8(ascii: "-") { hyphens += 1 }
    }
    return digits >= 7 && hyphens > 0
  }

  private static func isVersion(_ text: Span<UInt8>) -> Bool {
    // V8 is an engine.
    let start = text[0] == UInt8(ascii: "v") ? 1 : 0
    guard start < text.count, text[start] &- 0x30 < 10 else { return false }
    for index in start..<text.count {
      let byte = text[index]
      guard byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "%")
      else {
        return false
      }
    }
    return true
  }

  /// Whether a text is small letters that dots part, as members are called in code: renderer.start; but not node.js.
  static func isMember(_ text: Span<UInt8>) -> Bool {
    var dots = 0
    var last = 0
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        guard index > 0, index + 1 < text.count, text[index - 1] &- 0x61 < 26, text[index + 1] &- 0x61 < 26 else {
          return false
        }
        dots += 1
        last = index
      } else if (byte | 0x20) &- 0x61 >= 26 {
        return false
      }
    }
    return dots > 1
      || dots == 1 && text[0] &- 0x61 < 26 && !NameEndings.all.contains(text.string(last + 1..<text.count))
  }

  /// Whether a text is words of small letters joined by hyphens, as packages are called: styled-components.
  static func isPackage(_ text: Span<UInt8>) -> Bool {
    var hyphens = 0
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "-") { hyphens += 1 } else if byte &- 0x61 >= 26, byte &- 0x30 >= 10 { return false }
    }
    return hyphens > 0 && text[0] &- 0x61 < 26
  }

  /// Whether a text has an underline within, or a word of small letters that goes on with a capital and small ones, as
  /// names of variables do, also behind a dot, a digit or Japanese: node_modules, registerTool, Math.seededRandoms,
  /// 3addTodo, 値fetchTodos; but not iPhone, macOS and GitHub.
  static func isIdentifier(_ text: Span<UInt8>) -> Bool {
    for index in text.indices.dropFirst().dropLast() where text[index] == UInt8(ascii: "_") { return true }
    var small = 0
    for index in text.indices {
      let byte = text[index]
      if byte &- 0x61 < 26 {
        small += 1
        continue
      }
      guard byte != UInt8(ascii: " ") else { return false }
      if byte &- 0x41 < 26 {
        let isHump = index + 1 < text.count && text[index + 1] &- 0x61 < 26
        if small >= fewestSmall, isHump, startsWord(index - small, text) { return true }
      }
      small = 0
    }
    return false
  }

  /// Whether a word may begin at a place: at the start, behind a dot, a digit or what is not ASCII.
  private static func startsWord(_ place: Int, _ text: Span<UInt8>) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    return before == UInt8(ascii: ".") || before &- 0x30 < 10 || before >= 0x80
  }

  /// The small letters that a name of a variable begins with, at the least: one begins iPhone and eBay.
  private static let fewestSmall = 2

  /// Whether a text is a piece of English: more words than a name has, or small letters and words that join.
  static func isEnglish(_ text: Span<UInt8>) -> Bool {
    guard text[0] < 0x80 else { return false }
    var words = 0
    var joining = 0
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: " ") {
      if index > start {
        words += 1
        if isFunctionWord(text.extracting(start..<index)) { joining += 1 }
      }
      start = index + 1
    }
    let startsSmall = text[0] &- 0x61 < 26
    let last = text[text.count - 1]
    if words >= 4, joining >= 2, last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") {
      return true
    }
    return words > longestName || startsSmall && words >= 2 && joining >= 1 || words >= 6 && joining >= 3
  }

  private static func isFunctionWord(_ word: Span<UInt8>) -> Bool {
    word.count <= longestFunctionWord && functionWords.contains { word.isEqual(to: $0, setting: 0x20) }
  }
}
