/// Words of the pages, in Japanese and English.
///
/// `%1`, `%2`, … stand for values, `(s)` for an s unless the value before it is 1. Other modules add their own in extensions.
package struct Phrase: Hashable, Sendable {
  package let japanese: String
  package let english: String

  /// A phrase.
  package init(_ japanese: String, _ english: String) {
    self.japanese = japanese
    self.english = english
  }
}

/// The shell of pages, and what several pages say.
extension Phrase {
  static let skip = Phrase("本文へ", "Skip to content")
  static let navigation = Phrase("主なページ", "Main pages")
  static let madeBy = Phrase("kiji がこの記事集の索引から作りました。", "Made by kiji from the index of this archive.")
  package static let overview = Phrase("概要", "Overview")
  package static let articles = Phrase("記事", "Articles")
  package static let tags = Phrase("タグ", "Tags")
  package static let entities = Phrase("固有名", "Names")
  package static let categories = Phrase("カテゴリー", "Categories")
  package static let terms = Phrase("語", "Terms")
  static let tag = Phrase("タグ", "Tag")
  static let entity = Phrase("固有名", "Name")
  static let category = Phrase("カテゴリー", "Category")
  static let term = Phrase("語", "Term")
  static let month = Phrase("月", "Month")
  static let period = Phrase("時期", "Period")
  static let date = Phrase("日付", "Date")
  static let title = Phrase("題名", "Title")
  static let showTable = Phrase("表で見る", "Show as a table")
  static let onThisPage = Phrase("このページの内容", "On this page")
  static let count = Phrase("回数", "Count")
  static let share = Phrase("割合", "Share")
  static let minutes = Phrase("%1分", "%1 min")
  static let articleCount = Phrase("%1件", "%1 article(s)")
  static let characterCount = Phrase("%1字", "%1 character(s)")
  static let times = Phrase("%1回", "%1 time(s)")
  static let readingTime = Phrase("読了時間", "Reading time")
  static let characters = Phrase("文字数", "Characters")
  static let score = Phrase("評価", "Judgment")
  static let meanScore = Phrase("評価の平均", "Mean judgment")
  static let none = Phrase("ありません。", "None.")
  static let byMonth = Phrase("月ごとの記事", "By month")
  static let firstSeen = Phrase("初出", "First seen")
  static let bursts = Phrase("集中した時期", "Bursts")
  static let allArticles = Phrase("すべての記事", "All articles")
  static let filter = Phrase("絞り込む", "Filter")
  static let filterHint = Phrase("題名の一部", "Part of the title")
  static let nameHint = Phrase("名前の一部", "Part of the name")
  static let shown = Phrase("%1件を表示しています", "%1 shown")
  static let and = Phrase("、", ", ")
}
