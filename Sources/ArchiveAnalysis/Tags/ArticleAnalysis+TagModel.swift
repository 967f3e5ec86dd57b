package import ArticleAnalysis

extension ArticleAnalysis {
  /// Puts the tags and categories of an archive's model in place of those made without one.
  ///
  /// Does nothing where the analysis was asked for neither.
  package mutating func suggest(from model: TagModel, tagLimit: Int) {
    guard topics != nil else { return }
    let features = ArticleFeatures(self)
    tags = model.suggestions(for: features, limit: tagLimit)
    categories = model.categorySuggestions(for: features, limit: 3)
  }
}
