internal import Annotation
package import ArchiveAnalysis
internal import GRDB

extension ArchiveIndex {
  /// The name of the similarity index among the models.
  private static var similarity: String { "similarity" }

  /// Turns the vectors of the articles round and keeps the result, for `kiji related`.
  package func keepSimilarity() throws(ArchiveIndexError) {
    let bytes = try makeSimilarity().bytes
    try write { database in
      try RowStatement("INSERT OR REPLACE INTO models VALUES (?, ?)", on: database, path: path)
        .bind(Self.similarity).bind(blob: bytes).run()
    }
  }

  /// The similarity index; made from the vectors where the index has none that is up to date.
  package func similarityIndex() throws(ArchiveIndexError) -> SimilarityIndex {
    if try value(.state) == "published" {
      let kept: [UInt8]? = try read { database in
        var bytes: [UInt8]?
        try RowQuery("SELECT model FROM models WHERE name = ?", on: database, path: path).bind(Self.similarity)
          .forEach { bytes = $0.bytes(0) }
        return bytes
      }
      if let kept, let index = try? SimilarityIndex(bytes: kept) { return index }
    }
    return try makeSimilarity()
  }

  private func makeSimilarity() throws(ArchiveIndexError) -> SimilarityIndex {
    try read { database in
      var articles: [(article: Int, features: ArticleFeatures)] = []
      let query = try RowQuery(
        "SELECT a.id, f.features FROM articles a JOIN article_features f ON f.article = a.id ORDER BY a.path",
        on: database, path: path)
      try query.forEach { row in
        articles.append((row.integer(0), try ArticleFeatures(bytes: row.bytes(1))))
      }
      return SimilarityIndex(articles)
    }
  }

  /// The vector of an article.
  package func features(of article: Int) throws(ArchiveIndexError) -> ArticleFeatures {
    try read { database in
      var features = ArticleFeatures(features: [], candidates: [])
      try RowQuery("SELECT features FROM article_features WHERE article = ?", on: database, path: path)
        .forEach(article) { features = try ArticleFeatures(bytes: $0.bytes(0)) }
      return features
    }
  }

  /// The names of an article, as the front matter and the text have them: its terms, its entities, its tags.
  package func names(of article: Int) throws(ArchiveIndexError) -> ArticleNames {
    try read { database in
      var names = ArticleNames()
      try RowQuery("SELECT counts FROM article_terms WHERE article = ?", on: database, path: path).forEach(article) {
        names.terms = $0.withBytes(0) { CountedNames.readTerms($0) }.map(\.term)
      }
      try RowQuery("SELECT name FROM entities WHERE article = ? ORDER BY number", on: database, path: path)
        .forEach(article) { names.entities.append($0.text(0)) }
      try RowQuery(
        "SELECT label FROM author_labels WHERE article = ? AND kind = 'tag' ORDER BY rank", on: database, path: path
      ).forEach(article) { names.tags.append($0.text(0)) }
      return names
    }
  }
}

/// What an article names.
package struct ArticleNames: Equatable, Sendable {
  /// Its terms.
  package var terms: [String] = []
  /// Its entities, by first mention.
  package var entities: [String] = []
  /// The tags that its author gave it.
  package var tags: [String] = []

  /// Names nothing, or what it is given.
  package init(terms: [String] = [], entities: [String] = [], tags: [String] = []) {
    self.terms = terms
    self.entities = entities
    self.tags = tags
  }
}
