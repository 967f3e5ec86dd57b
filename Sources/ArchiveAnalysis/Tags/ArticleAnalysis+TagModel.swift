package import ArticleAnalysis

extension ArticleAnalysis {
  /// The tags that are suggested whatever their scores.
  private static let fewestTags = 3
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
  }
}
