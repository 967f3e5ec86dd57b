extension ExcerptForm {
  private static let opening: Set<Character> = ["「", "『", "（", "【", "(", "[", "［", "〈", "《"]
  private static let closing: Set<Character> = ["」", "』", "）", "】", ")", "]", "］", "〉", "》"]

  /// The characters that a clause ends with before a comma: 〜して、 〜だが、 〜ので、 〜ば、
  private static let clauseEnds: Set<Character> = [
    "て", "で", "が", "し", "り", "ば", "ら", "の", "め", "ず", "く", "え", "け", "と", "み", "せ", "れ", "び", "き", "い", "ち",
  ]

  /// The fewest characters of a text that is cut at a clause end; a shorter start says nothing.
  private static let shortestClause = 20

  /// The longest start of `text` that ends at a clause end and has at most `limit` characters with its ellipsis.
  ///
  /// A text without any clause end is cut between characters, outside brackets where that is possible.
  package static func clause(of text: String, limit: Int) -> String {
    guard limit > 1 else { return String(text.prefix(max(limit, 0))) }
    var depth = 0
    var best: (index: String.Index, count: Int)?
    var outside: String.Index?
    var previous: Character = " "
    var index = text.startIndex
    var count = 0
    while index < text.endIndex, count < limit - 1 {
      let character = text[index]
      if opening.contains(character) {
        if depth == 0 { outside = index }
        depth += 1
      } else if closing.contains(character) {
        depth = max(0, depth - 1)
      }
      if depth == 0, character == "、" || character == "，", clauseEnds.contains(previous) { best = (index, count) }
      previous = character
      index = text.index(after: index)
      count += 1
    }
    if let best, best.count >= min(shortestClause, limit / 3) { return text[..<best.index] + "…" }
    if depth > 0, let outside, outside > text.startIndex { index = outside }
    return text[..<index] + "…"
  }
}
