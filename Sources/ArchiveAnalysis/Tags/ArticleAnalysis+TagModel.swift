package import ArticleAnalysis

extension ArticleAnalysis {
  /// The tags that are suggested below the floor too, if they are not far below it.
  private static let fewestTags = 3
  private static let farBelow = 0.4
  /// The most categories that are suggested.
  private static let categoryLimit = 3

  /// Puts the tags and categories of an archive's model in place of those made without one.
  ///
  /// Does nothing where the analysis was asked for neither.
  package mutating func suggest(from model: TagModel, tagLimit: Int, tagFloor: Double = 0) {
    guard topics != nil else { return }
    let features = ArticleFeatures(self)
    (tags, categories) = model.suggestions(for: features, tagLimit: tagLimit, categoryLimit: Self.categoryLimit)
    while tags.count > Self.fewestTags, let last = tags.last, last.score < tagFloor { tags.removeLast() }
    // ねこが好きです is like no post: what is left would be what the archive has most.
    while let last = tags.last, last.score < tagFloor * Self.farBelow { tags.removeLast() }
  }
}
