internal import Annotation
internal import ArchiveAnalysis
internal import ArticleAnalysis
internal import ArticleSource
internal import GRDB
internal import Morphology
internal import TextCore

/// The statements that put an article into the tables, and take it out.
final class ArticleStatements {
  private let article: RowStatement
  private let fingerprint: RowStatement
  private let sentences: RowStatement
  private let words: RowStatement
  private let terms: RowStatement
  private let entity: RowStatement
  private let expression: RowStatement
  private let relation: RowStatement
  private let aspect: RowStatement
  private let label: RowStatement
  private let line: RowStatement
  private let features: RowStatement
  private let readability: RowStatement
  private let removals: [RowStatement]
  private let confirmation: RowStatement

  init(_ database: Database, path: String) throws {
    func insert(_ table: String, _ columns: Int) throws -> RowStatement {
      let places = Array(repeating: "?", count: columns).joined(separator: ", ")
      return try RowStatement("INSERT INTO \(table) VALUES (\(places))", on: database, path: path)
    }
    article = try insert("articles", 14 + TextSums.all.count + 2)
    fingerprint = try insert("fingerprints", 8)
    sentences = try insert("article_sentences", 2)
    words = try RowStatement(
      "INSERT INTO article_words (rowid, title, body) VALUES (?, ?, ?)", on: database, path: path)
    terms = try insert("article_terms", 3)
    entity = try insert("entities", 7)
    expression = try insert("expressions", 10)
    relation = try insert("relations", 13)
    aspect = try insert("aspects", 6)
    label = try insert("author_labels", 4)
    line = try insert("article_lines", 4)
    features = try insert("article_features", 2)
    readability = try insert("article_readability", 2)
    removals = try SchemaTables.articleTables.map { table, column in
      try RowStatement("DELETE FROM \(table) WHERE \(column) = ?", on: database, path: path)
    }
    confirmation = try RowStatement(
      """
      UPDATE fingerprints
      SET file_size = ?, file_content_change = ?, file_status_change = ?, file_inode = ? WHERE article = ?
      """, on: database, path: path)
  }

  func remove(_ id: Int) throws {
    for removal in removals { try removal.bind(id).run() }
  }

  func confirm(_ id: Int, _ file: FileFacts) throws {
    try confirmation.bind(file.size).bind(file.contentChange).bind(file.statusChange).bind(file.inode).bind(id).run()
  }

  func insert(_ prepared: PreparedArticle, id: Int) throws {
    let archived = prepared.article
    let analysis = archived.analysis
    try insertArticle(prepared, id)
    let file = archived.fingerprint.file
    try fingerprint.bind(id).bind(archived.path).bind(archived.fingerprint.source)
      .bind(archived.fingerprint.analysis).bind(file.size).bind(file.contentChange).bind(file.statusChange)
      .bind(file.inode).run()
    try sentences.bind(id).bind(lent: prepared.sentences, .text).run()
    try words.bind(id).bind(text: archived.words.title).bind(lent: archived.words.text, .text).run()
    try terms.bind(id).bind(text: prepared.rankedTerms).bind(lent: prepared.termCounts, .text).run()
    try insertEntities(prepared, id)
    for (number, deal) in analysis.relations.enumerated() {
      try relation.bind(id).bind(number).bind(deal.type.rawValue).bind(deal.from).bind(deal.to)
        .bind(deal.amount?.text).bind(deal.amount?.value).bind(deal.certainty.rawValue)
        .bind(deal.range.lowerBound).bind(deal.range.upperBound).run()
    }
    for (number, judged) in (analysis.sentiment?.aspects ?? []).enumerated() {
      try aspect.bind(id).bind(number).bind(judged.entity).bind(judged.polarity.rawValue).bind(judged.score)
        .bind(judged.ranges.count).run()
    }
    for (rank, tag) in (analysis.frontMatter?.tags ?? []).enumerated() {
      try label.bind(id).bind("tag").bind(rank + 1).bind(tag).run()
    }
    for (rank, category) in (analysis.frontMatter?.categories ?? []).enumerated() {
      try label.bind(id).bind("category").bind(rank + 1).bind(category).run()
    }
    try line.bind(id).bind(lent: archived.line.head, .bytes).bind(lent: archived.line.tail, .bytes).bind(
      prepared.lineHash
    ).run()
    try features.bind(id).bind(lent: archived.features, .bytes).run()
    try readability.bind(id).bind(lent: archived.readability, .text).run()
  }

  private func insertArticle(_ prepared: PreparedArticle, _ id: Int) throws {
    let archived = prepared.article
    let analysis = archived.analysis
    let date = analysis.frontMatter?.date
    let sums = prepared.sums
    article.bind(id).bind(archived.path).bind(analysis.title).bind(date?.iso8601)
      .bind(date.map { String($0.iso8601.prefix(10)) }).bind(analysis.frontMatter?.author)
      .bind(analysis.summary?.excerpt).bind(analysis.source.format.rawValue).bind(analysis.source.encoding)
      .bind((analysis.sentiment?.polarity ?? .neutral).rawValue).bind(analysis.sentiment?.score ?? 0)
      .bind(analysis.sentiment?.subjectivity ?? 0).bind(archived.words.count)
      .bind(analysis.statistics?.readingTime.minutes ?? 0)
    for (_, path) in TextSums.all { article.bind(sums[keyPath: path]) }
    try article.bind(text: prepared.emotions).bind(text: prepared.diagnostics).run()
  }

  private func insertEntities(_ prepared: PreparedArticle, _ id: Int) throws {
    for (number, own) in prepared.article.analysis.entities.enumerated() {
      let mentions = prepared.mentions[number]
      if own.type.isName {
        try entity.bind(id).bind(number).bind(own.name).bind(own.type.rawValue).bind(own.kind?.rawValue)
          .bind(own.mentions.count).bind(text: mentions).run()
      } else {
        try expression.bind(id).bind(number).bind(own.name).bind(own.type.rawValue)
          .bind(own.value).bind(own.mentions.count).bind(text: mentions).run()
      }
    }
  }
}
