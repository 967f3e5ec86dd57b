import ArchiveAnalysis
import Kiji
import ReportPages

/// The pages that a report does not have.
extension Phrase {
  static let search = Phrase("検索", "Search")
  static let compose = Phrase("原稿を読む", "Read a draft")
  static let searchTitle = Phrase("記事を探す", "Search the archive")
  static let query = Phrase("検索式", "Query")
  static let queryHint = Phrase("語、\"語の並び\"、tag:…", "words, \"a phrase\", tag:…")
  static let searchButton = Phrase("検索する", "Search")
  static let suggestionList = Phrase("候補", "Suggestions")
  static let suggestionCount = Phrase("候補%1件。上下の矢印で選べます。", "%1 suggestion(s). Choose by the arrow keys.")
  static let syntax = Phrase("検索式の書き方", "How to write a query")
  static let syntaxWords = Phrase(
    "どの活用形でも探せます。並べると、すべてを含む記事です。", "In any inflection; several words: articles with all of them.")
  static let syntaxPhrase = Phrase("この順に並ぶところ", "words in this order")
  static let syntaxOr = Phrase("どちらかを含む", "one of the two")
  static let syntaxNot = Phrase("含まない", "without the word")
  static let syntaxTag = Phrase("タグ。category: と entity: も同じです。", "a tag; category: and entity: likewise")
  static let syntaxDate = Phrase("期間。2025、2025-11-02 とも書けます。", "a time; also 2025 or 2025-11-02")
  static let results = Phrase("検索の結果", "Results")
  static let found = Phrase("%1件", "%1 article(s)")
  static let foundFirst = Phrase("%1件のうち、関連の強い%2件", "the best %2 of %1 articles")
  static let nothingFound = Phrase("該当する記事はありません。", "No article matches.")
  static let more = Phrase("さらに表示", "Show more")
  static let beginWithNames = Phrase("多くの記事に現れる固有名", "Names in most articles")
  static let beginWithTags = Phrase("多くの記事にあるタグ", "Tags on most articles")
  static let beginWithTerms = Phrase("この記事集らしい語", "Terms of this archive")
  static let lineNumber = Phrase("%1行目", "line %1")

  static let draft = Phrase("貼り付けた原稿", "pasted draft")
  static let composeTitle = Phrase("書きかけの原稿を、読者より先に", "Your draft, read before its readers do")
  static let composeLead = Phrase(
    "貼り付けるか書き始めると、抜粋、固有名、評価、タグの提案、内容の近い記事がここに現れます。",
    "Paste or begin to write: excerpt, names, judgments, suggested tags and related articles appear here.")
  static let composeNote = Phrase(
    "原稿はこのサーバーで分析し、どこにも保存しません。", "The draft is analyzed by this server and kept nowhere.")
  static let draftLabel = Phrase("原稿", "Draft")
  static let draftHint = Phrase(
    "ここに記事を貼り付けるか、ファイルを落としてください。", "Paste an article here, or drop a file.")
  static let formatLabel = Phrase("書き方", "Format")
  static let formatAuto = Phrase("自動で見分ける", "Tell by its looks")
  static let formatPlain = Phrase("書式なし", "Plain text")
  static let fileLabel = Phrase("ファイルを選ぶ", "Choose a file")
  static let analyze = Phrase("分析する", "Analyze")
  static let clear = Phrase("消す", "Clear")
  static let working = Phrase("分析しています…", "Analyzing…")
  static let analyzedStatus = Phrase("%1字、%2文。%3で読めます。", "%1 character(s), %2 sentence(s), %3 to read.")
  static let tooLargeStatus = Phrase("原稿が大きすぎます。", "The draft is too large.")
  static let failedStatus = Phrase(
    "分析できませんでした。サーバーが動いているか確かめてください。", "It could not be analyzed. See whether the server is running.")
  static let wrongFile = Phrase("文字のファイルではないようです。", "This does not look like a file of text.")

  static let problemTitle = Phrase("お探しのものを表示できません", "This cannot be shown")
  static let toOverview = Phrase("概要へ", "To the overview")
}

extension SearchFailure {
  /// The message in both languages.
  var phrase: Phrase {
    guard case .query(let error) = self else {
      return Phrase(
        message, "The query has no word that the index knows: write nouns or verbs, not particles or signs alone.")
    }
    let english: String =
      switch error {
      case .empty: "The query is empty."
      case .tooLong(let limit): "The query is longer than \(limit) characters."
      case .tooDeep(let limit): "Brackets lie in one another more than \(limit) times."
      case .unbalanced(let sign, _): "The sign \(sign) has no partner."
      case .missingOperand(let word): "\(word) needs a word on each side."
      case .missingValue(let field): "A value must follow \(field.rawValue):."
      case .badDate(let text):
        "“\(text)” is no date: write date:2025, date:2025-11, date:2025-11-02 or date:2025-11..2026-01."
      }
    return Phrase(message, english)
  }
}
