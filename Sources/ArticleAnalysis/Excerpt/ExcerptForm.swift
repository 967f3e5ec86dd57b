/// The rules that the form of every excerpt keeps.
package enum ExcerptForm {
  private static let pairs: [(Character, Character)] = [
    ("「", "」"), ("『", "』"), ("（", "）"), ("【", "】"), ("(", ")"), ("[", "]"), ("［", "］"), ("〈", "〉"), ("《", "》"),
  ]

  /// A sentence on one line: line breaks vanish between Japanese, and become a space between Latin words.
  package static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
    let parts = text.split(whereSeparator: { $0.isNewline || $0 == "\t" })
    return parts.reduce(into: "") { line, part in
      let part = part.drop(while: { $0 == " " || $0 == "\u{3000}" })
      if let last = line.last, let first = part.first, last.isASCII, first.isASCII { line += " " }
      line += part
    }
  }

  /// Whether every bracket in `text` is closed, and in order.
  package static func isBalanced(_ text: some StringProtocol) -> Bool {
    var open: [Character] = []
    for character in text {
      if let pair = pairs.first(where: { $0.0 == character }) {
        open.append(pair.1)
      } else if pairs.contains(where: { $0.1 == character }) {
        guard open.popLast() == character else { return false }
      }
    }
    return open.isEmpty
  }

  /// Whether `text` holds signs that a reader would take for left-over markup.
  package static func hasMarkup(_ text: String) -> Bool {
    if text.contains("**") || text.contains("__") || text.contains("](") || text.contains("![") || text.contains("`")
      || text.hasPrefix("#") || text.contains("://")
    {
      return true
    }
    var previous: Character = " "
    for character in text {
      if previous == "<", character.isASCII, character.isLetter || character == "/" { return true }
      previous = character
    }
    return false
  }

  /// Whether `text` says little more than `title`: at least four fifths of its character pairs stand there too.
  package static func echoes(_ text: String, title: String) -> Bool {
    let own = bigrams(text)
    guard !own.isEmpty else { return text == title }
    let shared = own.intersection(bigrams(title)).count
    return shared * 5 >= own.count * 4
  }

  /// The pairs of neighbouring letters, without white space and punctuation.
  static func bigrams(_ text: String) -> Set<String> {
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }

  /// Whether `text` ends as a sentence does.
  package static func endsAsSentence(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    return "。．！？!?…♪」』）)】.".contains(last)
  }

  /// The characters that a sentence holds at a clause end before a comma: 〜して、 〜だが、 〜ので、 〜ば、
  private static let clauseEnds: Set<Character> = ["て", "で", "が", "し", "り", "ば", "ら", "の", "め", "ず", "く", "え", "け", "と", "み", "せ", "れ", "び", "き", "い", "ち"]

  /// The longest start of `text` that ends at a clause end and has at most `limit` characters with its ellipsis.
  ///
  /// A text without any clause end is cut between characters, outside brackets where that is possible.
  package static func clause(of text: String, limit: Int) -> String {
    guard limit > 1 else { return String(text.prefix(max(limit, 0))) }
    var depth = 0
    var best: String.Index?
    var fallback: String.Index?
    var previous: Character = " "
    var index = text.startIndex
    var count = 0
    while index < text.endIndex, count < limit - 1 {
      let character = text[index]
      if pairs.contains(where: { $0.0 == character }) {
        if depth == 0 { fallback = index }
        depth += 1
      } else if pairs.contains(where: { $0.1 == character }) {
        depth = max(0, depth - 1)
      }
      if depth == 0 && (character == "、" || character == "，") && clauseEnds.contains(previous) { best = index }
      previous = character
      index = text.index(after: index)
      count += 1
    }
    if let best, text.distance(from: text.startIndex, to: best) >= min(20, limit / 3) { return text[..<best] + "…" }
    let end = depth == 0 ? index : fallback.flatMap { $0 > text.startIndex ? $0 : nil } ?? index
    return text[..<end] + "…"
  }
}
