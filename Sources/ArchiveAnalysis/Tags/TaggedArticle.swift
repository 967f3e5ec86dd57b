/// An article of an archive as the tag model learns from it.
package struct TaggedArticle: Equatable, Sendable {
  /// The path in the archive.
  package let path: String
  /// The date of publication, ISO 8601, or `nil`.
  package let date: String?
  /// The tags that its editors gave it.
  package let tags: [String]
  /// The categories that they gave it.
  package let categories: [String]
  /// What it is about.
  package let features: ArticleFeatures

  /// Creates an article.
  package init(path: String, date: String?, tags: [String], categories: [String], features: ArticleFeatures) {
    self.path = path
    self.date = date
    self.tags = tags
    self.categories = categories
    self.features = features
  }
}

/// Labels that only the older articles of an archive have, which nothing is learned from.
package struct OlderLabels: Equatable, Sendable {
  /// The tags, by their bytes.
  package let tags: [String]
  /// The categories, by their bytes.
  package let categories: [String]

  /// Takes labels in any order.
  package init(tags: some Sequence<String> = [], categories: some Sequence<String> = []) {
    self.tags = Set(tags).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.categories = Set(categories).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
