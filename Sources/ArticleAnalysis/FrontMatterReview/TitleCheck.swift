internal import TextCore

/// Looks at a title.
struct TitleCheck {
  let title: String
  let text: ReviewedText
  /// The body, with the title behind it.
  let body: ReviewedText

  /// Why the title looks cut, in Japanese; `nil` where it does not.
  var cut: String? {
    if CutMarks.endsInEllipsis(title) { return "末尾が省略されています" }
    if let bracket = CutMarks.openBracket(title) { return "「\(bracket)」が閉じていません" }
    if let word = cutWord { return "「\(word)」の途中で切れています" }
    return nil
  }

  /// A word before a bracket, a bar or the end of the title, that the body has only as the beginning of a longer one.
  private var cutWord: String? {
    for word in text.words where word.kind == .katakana || word.kind == .han {
      guard word.range.count >= 3, text.isBoundary[word.range.upperBound - 1] else { continue }
      // Kanji go in twos: 自動運 is cut, 開発者 is not.
      guard word.kind == .katakana || word.range.count % 2 == 1 else { continue }
      let letters = text.letters[word.range]
      let places = body.places(of: letters).filter { $0 + letters.count <= body.letters.count - text.letters.count }
      guard places.count >= 3 else { continue }
      let nexts = places.map { place -> UInt32 in
        let end = place + letters.count
        return end < body.letters.count && !body.isBoundary[end - 1] ? body.letters[end] : 0
      }
      // サーバ beside サーバー is a manner of writing.
      guard let next = nexts.first, next != 0, next != 0x30FC, nexts.allSatisfy({ $0 == next }),
        Script.sameWord(next, as: word.kind)
      else { continue }
      return word.text
    }
    return nil
  }
}

extension Script {
  /// Whether a letter goes on a word of the kind.
  fileprivate static func sameWord(_ letter: UInt32, as kind: ReviewedText.Word.Kind) -> Bool {
    kind == .katakana ? Script(letter) == .katakana : Script(letter) == .han
  }
}

/// Signs that a text was cut.
enum CutMarks {
  private static let pairs: [(Character, Character)] = [
    ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("【", "】"), ("《", "》"), ("〈", "〉"), ("“", "”"), ("［", "］"),
    ("[", "]"),
  ]

  /// Whether the text ends in points.
  static func endsInEllipsis(_ text: String) -> Bool {
    ["…", "...", "・・・", "‥", "。。。", "．．．"].contains { text.hasSuffix($0) }
  }

  /// A bracket that opens and does not close.
  static func openBracket(_ text: String) -> Character? {
    for (open, close) in pairs {
      let count = text.reduce(0) { $0 + ($1 == open ? 1 : $1 == close ? -1 : 0) }
      if count > 0 { return open }
    }
    return nil
  }

  /// Whether the text ends as a sentence, a bracket or a question does.
  static func endsWhole(_ text: String) -> Bool {
    text.last.map { "。．.!！?？」』）)】》〉”\"'］]〜～♪☆★笑w".contains($0) } ?? false
  }
}
