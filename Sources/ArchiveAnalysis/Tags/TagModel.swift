package import ArticleAnalysis

/// What an archive teaches of its tags and categories.
package final class TagModel: Sendable {
  private static let form = "kiji.tags"
  private static let version = 1

  /// The articles in the order of their dates, then paths.
  let articles: [TaggedArticle]

  /// Learns from articles, in whatever order they come.
  package init(learning articles: [TaggedArticle]) {
    self.articles = articles.sorted { left, right in
      let dates = (left.date ?? "", right.date ?? "")
      return dates.0 != dates.1 ? dates.0 < dates.1 : left.path < right.path
    }
  }

  /// The model as bytes.
  package var bytes: [UInt8] {
    var writer = BinaryWriter(form: Self.form, version: Self.version)
    writer.list(articles) { writer, article in
      writer.string(article.path)
      writer.string(article.date ?? "")
      writer.list(article.tags) { $0.string($1) }
      writer.list(article.categories) { $0.string($1) }
      article.features.write(to: &writer)
    }
    return writer.bytes
  }

  /// Reads a model.
  /// - Throws: `BinaryFormError` where the bytes are no model or that of another version.
  package convenience init(bytes: [UInt8]) throws(BinaryFormError) {
    var reader = try BinaryReader(bytes, form: Self.form, version: Self.version)
    let articles = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      let path = try reader.string()
      let date = try reader.string()
      let tags = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in try reader.string() }
      let categories = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in try reader.string() }
      return TaggedArticle(
        path: path, date: date.isEmpty ? nil : date, tags: tags, categories: categories,
        features: try ArticleFeatures(from: &reader))
    }
    try reader.finish()
    self.init(learning: articles)
  }

  /// Tags that suit an article, by score, descending.
  package func suggestions(for features: ArticleFeatures, limit: Int) -> [TagSuggestion] {
    vote(features) { $0.tags }.prefix(limit).map {
      TagSuggestion(tag: $0.name, score: $0.score, kind: .known, reason: "「\($0.name)」の付いた記事に似ている")
    }
  }

  /// Categories that suit an article, by score, descending.
  package func categorySuggestions(for features: ArticleFeatures, limit: Int) -> [CategorySuggestion] {
    vote(features) { $0.categories }.prefix(limit).map { CategorySuggestion(category: $0.name, score: $0.score) }
  }

  /// Names by how similar the articles are that have them.
  private func vote(
    _ features: ArticleFeatures, _ names: (TaggedArticle) -> [String]
  ) -> [(name: String, score: Double)] {
    let similar = articles.indices.map { (order: $0, shared: shared(articles[$0].features, features)) }
      .sorted { $0.shared != $1.shared ? $0.shared > $1.shared : $0.order > $1.order }
      .prefix(20)
    var votes: [String: Int] = [:]
    for (order, shared) in similar { for name in names(articles[order]) { votes[name, default: 0] += shared } }
    let all = max(similar.reduce(0) { $0 + $1.shared }, 1)
    return votes.map { (name: $0.key, score: Double($0.value) / Double(all)) }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
  }

  private func shared(_ left: ArticleFeatures, _ right: ArticleFeatures) -> Int {
    var (first, second, count) = (0, 0, 0)
    while first < left.features.count && second < right.features.count {
      if left.features[first].key == right.features[second].key {
        count += 1
        first += 1
        second += 1
      } else if left.features[first].key < right.features[second].key {
        first += 1
      } else {
        second += 1
      }
    }
    return count
  }
}
