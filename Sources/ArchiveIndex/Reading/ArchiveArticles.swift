internal import Annotation
package import ArchiveAnalysis
package import ArticleAnalysis
internal import ArticleSource
internal import GRDB

/// An article as it is published.
package struct PublishedArticle: Sendable {
  /// Its path.
  package let path: String
  /// The halves of its line.
  package let line: ArticleLine
  /// What the tag model keeps of it.
  package let features: [UInt8]
  /// What it adds to the totals; the tags that kiji suggests are not among it.
  package var figures: ArticleFigures
}

/// What is suggested for an article.
package struct SuggestedLabels: Sendable {
  /// The tags, the best first.
  package let tags: [TagSuggestion]
  /// The categories, the best first.
  package let categories: [CategorySuggestion]

  /// Creates suggestions.
  package init(tags: [TagSuggestion], categories: [CategorySuggestion]) {
    self.tags = tags
    self.categories = categories
  }

  func insert(with statement: RowStatement, article: Int) throws {
    for (rank, tag) in tags.enumerated() {
      try statement.bind(article).bind("tag").bind(rank + 1).bind(tag.tag).bind(tag.score).bind(tag.kind.rawValue)
        .bind(tag.reason).run()
    }
    for (rank, category) in categories.enumerated() {
      try statement.bind(article).bind("category").bind(rank + 1).bind(category.category).bind(category.score)
        .bind(String?.none).bind(String?.none).run()
    }
  }
}

extension ArchiveIndex {
  /// The model of tags and categories, learned anew from the newest articles.
  /// - Parameter limit: The most articles to learn from.
  package func learnTags(limit: Int = TagModel.articleLimit) throws(ArchiveIndexError) -> TagModel {
    try read { database in
      // Dates and paths of all first: features are large, and those of older articles are not needed.
      var order: [(id: Int, date: String?, path: String)] = []
      try RowQuery("SELECT id, date, path FROM articles", on: database, path: path).forEach { row in
        order.append((row.integer(0), row.optionalText(1), row.text(2)))
      }
      order.sort { TagModel.isOlder(($0.date, $0.path), ($1.date, $1.path)) }
      let labels = try RowQuery("SELECT kind, label FROM author_labels WHERE article = ?", on: database, path: path)
      let features = try RowQuery(
        "SELECT features FROM article_features WHERE article = ?", on: database, path: path)
      func readLabels(_ article: Int) throws -> (tags: [String], categories: [String]) {
        var found: (tags: [String], categories: [String]) = ([], [])
        try labels.forEach(article) { label in
          if label.text(0) == "tag" { found.tags.append(label.text(1)) } else { found.categories.append(label.text(1)) }
        }
        return found
      }
      var older: (tags: Set<String>, categories: Set<String>) = ([], [])
      for article in order.dropLast(limit) {
        let own = try readLabels(article.id)
        older.tags.formUnion(own.tags)
        older.categories.formUnion(own.categories)
      }
      let articles = try order.suffix(limit).map { article in
        let own = try readLabels(article.id)
        var bytes: [UInt8] = []
        try features.forEach(article.id) { bytes = $0.bytes(0) }
        older.tags.subtract(own.tags)
        older.categories.subtract(own.categories)
        return TaggedArticle(
          path: article.path, date: article.date, tags: own.tags, categories: own.categories,
          features: try ArticleFeatures(bytes: bytes))
      }
      return TagModel(learning: articles, older: OlderLabels(tags: older.tags, categories: older.categories))
    }
  }

  /// Keeps what was learned from the archive.
  package func keep(_ model: TagModel) throws(ArchiveIndexError) {
    let bytes = model.bytes
    try write { database in
      try RowStatement("INSERT OR REPLACE INTO models VALUES (?, ?)", on: database, path: path)
        .bind(Self.tagModel).bind(blob: bytes).run()
    }
  }

  /// The name of the tag model among the models.
  private static var tagModel: String { "tags" }

  /// What was learned of tags and categories from the archive; `nil` where nothing was.
  package func tagModel() throws(ArchiveIndexError) -> TagModel? {
    try read { database in
      var model: TagModel?
      let query = try RowQuery(
        "SELECT model FROM models WHERE name = '\(Self.tagModel)'", on: database, path: path)
      try query.forEach { model = try TagModel(bytes: $0.bytes(0)) }
      return model
    }
  }

  /// The articles that are lent at a time.
  package static var articlesAtATime: Int { 40 }

  /// Calls `begin` with some articles after the other, by the bytes of their paths, and keeps what the function that it
  /// returns suggests for them in place of what was suggested before; nothing is kept where either throws.
  ///
  /// The function is called once the next articles were begun with, so that what `begin` sets going can go on while
  /// those are read; functions are called in the order of the articles.
  /// - Throws: `ArchiveIndexError.damaged` where a line is not what was stored.
  package func publish(
    _ begin: ([PublishedArticle]) throws -> () throws -> [SuggestedLabels]
  ) throws(ArchiveIndexError) {
    try write { database in
      try database.execute(sql: "DELETE FROM suggested_labels")
      let suggestion = try RowStatement(
        "INSERT INTO suggested_labels VALUES (?, ?, ?, ?, ?, ?, ?)", on: database, path: path)
      var waiting: [PublishedArticle] = []
      var numbers: [Int] = []
      var begun: (numbers: [Int], finish: () throws -> [SuggestedLabels])?
      func finish() throws {
        guard let (numbers, finish) = begun else { return }
        begun = nil
        for (id, labels) in zip(numbers, try finish()) { try labels.insert(with: suggestion, article: id) }
      }
      func handOut() throws {
        let next = (numbers: numbers, finish: try begin(waiting))
        waiting.removeAll()
        numbers.removeAll()
        try finish()
        begun = next
      }
      let lists = try ArticleLists(database, path: path)
      let sums = ArchiveIndex.sumColumns.map { "a.\($0)" }.joined(separator: ", ")
      let query = try RowQuery(
        """
        SELECT a.id, a.path, l.head, l.tail, l.hash, f.features, a.format, a.day, a.polarity, a.score, a.emotions,
          a.diagnostics, t.counts, \(sums), t.ranked
        FROM articles a JOIN article_lines l ON l.article = a.id JOIN article_features f ON f.article = a.id
          JOIN article_terms t ON t.article = a.id
        ORDER BY a.path
        """, on: database, path: path)
      try query.forEach { row in
        let id = row.integer(0)
        let articlePath = row.text(1)
        let line = ArticleLine(head: row.bytes(2), tail: row.bytes(3))
        guard line.hash == row.text(4) else {
          throw ArchiveIndexError.damaged(path: path, reason: "\(articlePath) の行が保存したものと違います")
        }
        var figures = ArticleFigures(
          format: InputFormat(rawValue: row.text(6)) ?? .plain, day: row.optionalText(7), sums: TextSums(),
          polarity: Polarity(rawValue: row.text(8)) ?? .neutral, score: Int((row.double(9) * 10_000).rounded()))
        for (index, (_, path)) in TextSums.all.enumerated() {
          figures.sums[keyPath: path] = row.integer(Int32(13 + index))
        }
        figures.emotions = row.withBytes(10) { CountedNames.read($0) }.compactMap { name, count in
          Emotion(rawValue: name).map { ($0, count) }
        }
        figures.diagnostics = row.withBytes(11) { CountedNames.read($0) }.map { ($0.name, $0.count) }
        figures.terms = row.withBytes(12) { CountedNames.readTerms($0) }
        figures.weights = row.withBytes(Int32(13 + TextSums.all.count)) { CountedNames.readWeights($0) }
        try lists.read(id, into: &figures)
        waiting.append(PublishedArticle(path: articlePath, line: line, features: row.bytes(5), figures: figures))
        numbers.append(id)
        if waiting.count == Self.articlesAtATime { try handOut() }
      }
      try handOut()
      try finish()
    }
  }

  /// The columns of `TextSums`, in its order.
  static let sumColumns = [
    "bytes", "characters", "sentences", "paragraphs", "morphemes", "han", "hiragana", "katakana", "latin", "digits",
    "code_characters", "images", "reading_seconds", "positive", "negative", "neutral", "mixed",
  ]
}

/// The queries for the lists of one article.
private final class ArticleLists {
  private let names: RowQuery
  private let labels: RowQuery
  private let deals: RowQuery

  init(_ database: Database, path: String) throws {
    names = try RowQuery(
      "SELECT name, type, subtype, count FROM entities WHERE article = ?", on: database, path: path)
    labels = try RowQuery("SELECT kind, label FROM author_labels WHERE article = ?", on: database, path: path)
    deals = try RowQuery("SELECT type, actor, target FROM relations WHERE article = ?", on: database, path: path)
  }

  func read(_ id: Int, into figures: inout ArticleFigures) throws {
    try names.forEach(id) { row in
      guard let type = EntityType(rawValue: row.text(1)) else { return }
      figures.names.append(
        ArticleFigures.NamedCount(
          name: row.text(0), type: type, kind: row.optionalText(2).flatMap { OrganizationKind(rawValue: $0) },
          count: row.integer(3)))
    }
    try labels.forEach(id) { row in
      if row.text(0) == "tag" { figures.tags.append(row.text(1)) } else { figures.categories.append(row.text(1)) }
    }
    try deals.forEach(id) { row in
      guard let type = RelationType(rawValue: row.text(0)) else { return }
      figures.deals.append(ArticleFigures.Deal(type: type, from: row.text(1), to: row.optionalText(2)))
    }
  }
}
