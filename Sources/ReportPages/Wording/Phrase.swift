/// Words of the pages, in Japanese and English.
///
/// `%1`, `%2`, … stand for values. Other modules add their own in extensions.
package struct Phrase: Hashable, Sendable {
  package let japanese: String
  package let english: String

  /// A phrase.
  package init(_ japanese: String, _ english: String) {
    self.japanese = japanese
    self.english = english
  }
}

/// The shell of pages.
extension Phrase {
  static let skip = Phrase("本文へ", "Skip to content")
  static let navigation = Phrase("主なページ", "Main pages")
  static let madeBy = Phrase("kiji がこの記事集の索引から作りました。", "Made by kiji from the index of this archive.")
  package static let overview = Phrase("概要", "Overview")
  package static let articles = Phrase("記事", "Articles")
  package static let tags = Phrase("タグ", "Tags")
  package static let entities = Phrase("固有名", "Names")
}
