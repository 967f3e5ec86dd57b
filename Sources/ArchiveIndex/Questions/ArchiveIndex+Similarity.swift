internal import Annotation
package import ArchiveAnalysis
internal import GRDB

extension ArchiveIndex {
  /// The name of the similarity index among the models.
  private static var similarity: String { "similarity" }

  /// Turns the vectors of the articles round and keeps the result, for `kiji related`.
  package func keepSimilarity() throws(ArchiveIndexError) {
    try write { database in
      try database.execute(sql: "DELETE FROM similar_topics")
      let topic = try RowStatement("INSERT INTO similar_topics VALUES (?, ?, ?)", on: database, path: path)
      let index = try makeSimilarity(database) { key, count, postings in
        try topic.bind(Int(key)).bind(count).bind(blob: postings.bytes).run()
      }
      try RowStatement("INSERT OR REPLACE INTO models VALUES (?, ?)", on: database, path: path)
        .bind(Self.similarity).bind(blob: index.bytes).run()
    }
  }

  /// The most bytes of lists that are read into memory for many questions.
  private static let listsInMemory = 32 << 20

  /// The articles to compare with; they are turned round in memory where the index is not up to date.
  /// - Parameter isForMany: Whether many articles will be compared: then the lists are read into memory at once, where
  ///   they are not too many.
  package func similarityIndex(isForMany: Bool = false) throws(ArchiveIndexError) -> ArchiveSimilarity {
    if try isPublished() {
      let kept: [UInt8]? = try read { database in
        var bytes: [UInt8]?
        try RowQuery("SELECT model FROM models WHERE name = ?", on: database, path: path).bind(Self.similarity)
          .forEach { bytes = $0.bytes(0) }
        return bytes
      }
      if let kept, let index = try? SimilarityIndex(bytes: kept) {
        return ArchiveSimilarity(self, index, lists: isForMany ? try storedLists() : nil)
      }
    }
    return try read { database in
      var lists = TopicListsInMemory()
      let index = try makeSimilarity(database) { lists.add($0, count: $1, postings: $2) }
      return ArchiveSimilarity(self, index, lists: lists)
    }
  }

  /// The lists that the index keeps; `nil` where they are too many for the memory.
  private func storedLists() throws(ArchiveIndexError) -> TopicListsInMemory? {
    try read { database in
      var bytes = 0
      try RowQuery("SELECT sum(length(postings)) FROM similar_topics", on: database, path: path)
        .forEach { bytes = $0.integer(0) }
      guard bytes <= Self.listsInMemory else { return nil }
      var lists = TopicListsInMemory()
      try RowQuery("SELECT topic, articles, postings FROM similar_topics", on: database, path: path).forEach { row in
        lists.add(
          UInt32(truncatingIfNeeded: row.integer(0)), count: row.integer(1),
          postings: TopicPostings(bytes: row.bytes(2)))
      }
      return lists
    }
  }

  private func makeSimilarity(
    _ database: Database, _ take: (UInt32, Int, TopicPostings) throws -> Void
  ) throws -> SimilarityIndex {
    var builder = SimilarityBuilder()
    let query = try RowQuery(
      "SELECT a.id, f.features FROM articles a JOIN article_features f ON f.article = a.id ORDER BY a.path",
      on: database, path: path)
    try query.forEach { builder.count(try ArticleFeatures(bytes: $0.bytes(1))) }
    try query.forEach { builder.add($0.integer(0), try ArticleFeatures(bytes: $0.bytes(1))) }
    return try builder.finish(take)
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

/// The articles of an index, to be compared with others.
package struct ArchiveSimilarity {
  private let archive: ArchiveIndex
  private let index: SimilarityIndex
  private let lists: TopicListsInMemory?

  fileprivate init(_ archive: ArchiveIndex, _ index: SimilarityIndex, lists: TopicListsInMemory?) {
    self.archive = archive
    self.index = index
    self.lists = lists
  }

  /// The articles that are most similar to one with these features; of equal ones, those whose paths come first.
  /// - Parameters:
  ///   - excluded: The number of the article itself.
  ///   - limit: The most articles.
  package func matches(
    for features: ArticleFeatures, excluding excluded: Int?, limit: Int
  ) throws(ArchiveIndexError) -> [SimilarityIndex.Match] {
    try archive.read { database in
      if let lists { return try index.matches(for: features, excluding: excluded, limit: limit, among: lists) }
      let stored = try StoredTopics(database, path: archive.path)
      return try index.matches(for: features, excluding: excluded, limit: limit, among: stored)
    }
  }
}

/// The lists of topics as the index has them.
private struct StoredTopics: TopicLists {
  // Two queries: to count must not read the list, which lies on pages of its own.
  private let counts: RowQuery
  private let lists: RowQuery

  init(_ database: Database, path: String) throws {
    counts = try RowQuery("SELECT articles FROM similar_topics WHERE topic = ?", on: database, path: path)
    lists = try RowQuery("SELECT postings FROM similar_topics WHERE topic = ?", on: database, path: path)
  }

  func count(of key: UInt32) throws -> Int? {
    var count: Int?
    try counts.forEach(Int(key)) { count = $0.integer(0) }
    return count
  }

  func postings(of key: UInt32) throws -> TopicPostings {
    var postings = TopicPostings()
    try lists.forEach(Int(key)) { postings = TopicPostings(bytes: $0.bytes(0)) }
    return postings
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
