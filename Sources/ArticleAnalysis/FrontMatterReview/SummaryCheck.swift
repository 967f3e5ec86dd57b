internal import TextCore

/// Looks at an excerpt or a description: what would an editor not publish?
struct SummaryCheck {
  /// What may be wrong with it.
  enum Problem: Equatable {
    case title
    case templated
    case filler(String)
    case markup
    case cut(String)
    case unsupported(String)
  }

  /// The text as it is written.
  let written: String
  let text: ReviewedText
  let title: ReviewedText
  let body: ReviewedBody
  /// The words that begin a greeting or an aside, where the text begins with one.
  let opening: String?

  /// The problems, the worst first.
  var problems: [Problem] {
    var problems: [Problem] = []
    if isTitle {
      problems.append(.title)
    } else if isTemplated {
      problems.append(.templated)
    } else if let opening {
      problems.append(.filler(opening))
    }
    if hasMarkup { problems.append(.markup) }
    if let cut { problems.append(.cut(cut)) }
    if problems.isEmpty, let missing = unsupported { problems.append(.unsupported(missing)) }
    return problems
  }

  /// Below this many letters nothing can be told.
  private static let fewest = 4
  /// The share of pairs of letters that the title has as well, from which on a text says nothing beside the title.
  private static let titleShare = 0.85

  private var isTitle: Bool {
    guard text.letters.count >= Self.fewest, title.letters.count >= Self.fewest else { return false }
    if !title.places(of: text.letters[...]).isEmpty { return true }
    return text.letters.count * 2 <= title.letters.count * 3 && text.share(in: LetterPairs(title)) >= Self.titleShare
  }

  /// Words that an excerpt may say of any post, longest first.
  private static let frameWords: [String] = [
    "について", "に関して", "に関する", "本記事では", "この記事では", "当記事では", "今回は", "本稿では", "詳細に", "詳しく", "徹底的に", "徹底", "分かりやすく",
    "わかりやすく", "丁寧に", "深く", "網羅的に", "具体的に", "具体例", "初心者向けに", "専門家が", "専門的な", "視点から", "観点から", "最新の", "最新", "動向", "情報",
    "ポイント",
    "背景", "影響", "全貌", "真意", "概要", "基本", "要点", "重要", "今後", "展望", "実践的な", "方法", "内容", "分析します", "解説します", "紹介します", "説明します",
    "考察します", "検証します", "まとめます", "まとめました", "分析しました", "解説しました", "紹介しました", "説明しました", "解説していきます", "紹介していきます", "お届けします",
    "ご紹介します",
    "お伝えします", "解き明かします", "読み解きます", "探ります", "分析", "解説", "紹介", "説明", "考察", "検証", "記事", "いたします", "しました", "していきます", "しています",
    "します", "する", "です", "ます", "また", "など", "その", "から", "まで", "を", "の", "に", "は", "が", "と", "も", "で", "や", "へ",
  ].sorted { $0.utf8.count > $1.utf8.count }

  /// Words by which a text announces instead of telling.
  private static let announcements = ["分析", "解説", "紹介", "説明", "考察", "検証", "まとめ", "お届け", "お伝え", "解き明か", "読み解", "探り"]

  /// Whether nothing is left of the text without the title's words and those that fit any post.
  private var isTemplated: Bool {
    guard Self.announcements.contains(where: { written.contains($0) }) else { return false }
    var rest = TitleMask(text, title: title).rest.map { run in
      String(String.UnicodeScalarView(run.compactMap { Unicode.Scalar($0) }))
    }
    rest = rest.flatMap { run -> [String] in
      var parts = [run]
      for word in Self.frameWords { parts = parts.flatMap { $0.split(separator: word).map { String($0) } } }
      return parts
    }
    let left = rest.reduce(0) { count, part in
      count + part.unicodeScalars.count { Script($0.value) != .hiragana }
    }
    return left <= 2
  }

  private var hasMarkup: Bool {
    let start = written.drop { $0 == " " }
    return start.hasPrefix("#") && (start.drop { $0 == "#" }).hasPrefix(" ") || written.contains("](")
      || written.contains("**")
      || written.contains("```") || written.contains("<p>") || written.contains("<br") || written.contains("</")
      || start.hasPrefix("> ")
      || start.hasPrefix("- ") || start.hasPrefix("* ")
  }

  /// Letters at the end that are looked for in the body.
  private static let tailLength = 10

  /// Why the text looks cut, in Japanese.
  private var cut: String? {
    if text.letters.count >= 20, CutMarks.endsInEllipsis(written) { return "末尾が「…」で省略されています" }
    if let bracket = CutMarks.openBracket(written) { return "「\(bracket)」が閉じていません" }
    guard !CutMarks.endsWhole(written) else { return nil }
    if let last = written.last, "、,，・:：".contains(last) { return "「\(last)」で終わっています" }
    guard text.letters.count > Self.tailLength else { return nil }
    let tail = text.letters.suffix(Self.tailLength)
    let places = body.text.places(of: tail)
    let isInside = places.allSatisfy { !body.text.isBoundary[$0 + tail.count - 1] }
    if !places.isEmpty, isInside { return "本文の文の途中で切れています" }
    return written.hasSuffix("を") ? "「を」で終わっています" : nil
  }

  /// Words that tell of the post itself.
  private static let aboutWords: Set<String> = [
    "記事", "本記事", "紹介", "解説", "説明", "方法", "今回", "概要", "詳細", "詳", "使", "作", "本稿", "徹底解説", "実践的", "具体的", "考察", "分析", "最新",
    "動向", "簡単",
    "手順", "要件", "確認", "理解", "内容", "基本", "可能", "必要", "ポイント", "まとめ", "読者", "執筆", "著者", "筆者", "備忘録", "感想",
  ]

  /// What the text says and the body does not, in Japanese quotes; `nil` where the body says it.
  private var unsupported: String? {
    // In a text of another language every word is Latin, and most are no names.
    guard text.letters.contains(where: { Script($0).isJapanese }) else { return nil }
    var missing: [String] = []
    var (held, all) = (0, 0)
    for word in text.words {
      let isNumber = word.kind == .number
      if isNumber, word.text.utf8.count(where: { 0x30...0x39 ~= $0 }) < 2 { continue }
      if !isNumber, word.range.count < 2 || Self.aboutWords.contains(word.text) { continue }
      let isHeld = body.holds(word, of: text)
      all += 1
      held += isHeld ? 1 : 0
      guard !isHeld else { continue }
      let isName = word.kind == .latin && word.range.count >= 3
      if isNumber || isName, !missing.contains(word.written) { missing.append(word.written) }
    }
    if !missing.isEmpty { return missing.prefix(3).map { "「\($0)」" }.joined() }
    guard all >= 4, held * 2 < all else { return nil }
    let words = text.words.filter {
      $0.range.count > 1 && !Self.aboutWords.contains($0.text) && !body.holds($0, of: text)
    }
    return words.prefix(3).map { "「\($0.written)」" }.joined()
  }
}

/// What is left of a text where the title's words are taken out.
package struct TitleMask {
  /// The runs of letters that the title does not have.
  package private(set) var rest: [[UInt32]] = []
  /// The letters that the title has.
  package private(set) var covered = 0

  /// Letters in a row that the title must have as well to be taken for its words.
  private static let shortest = 3

  /// Takes the words of `title` out of `text`.
  /// - Complexity: O(*n* · *m*) in letters of the two, which are short.
  package init(_ text: ReviewedText, title: ReviewedText) {
    var isCovered = [Bool](repeating: false, count: text.letters.count)
    var place = 0
    while place < text.letters.count {
      let length = Self.longestMatch(text.letters, place, title.letters)
      if length >= Self.shortest {
        for index in place..<place + length { isCovered[index] = true }
        place += length
      } else {
        place += 1
      }
    }
    covered = isCovered.count { $0 }
    var run: [UInt32] = []
    for (index, letter) in text.letters.enumerated() {
      if isCovered[index] {
        if !run.isEmpty { rest.append(run) }
        run = []
      } else {
        run.append(letter)
      }
    }
    if !run.isEmpty { rest.append(run) }
  }

  private static func longestMatch(_ text: [UInt32], _ place: Int, _ title: [UInt32]) -> Int {
    var longest = 0
    for start in title.indices where title[start] == text[place] {
      var length = 0
      while start + length < title.count, place + length < text.count, title[start + length] == text[place + length] {
        length += 1
      }
      longest = max(longest, length)
    }
    return longest
  }
}
