internal import GRDB

extension ArchiveIndex {
  /// Lists the articles of each word that stands in many, for `kiji search`.
  /// - Parameter fewest: The fewest articles that are many.
  package func keepFrequentWords(fewest: Int = FrequentWords.fewestArticles) throws(ArchiveIndexError) {
    try write { database in
      try database.execute(sql: "DELETE FROM frequent_words")
      try database.execute(sql: "DELETE FROM models WHERE name = ?", arguments: [FrequentWords.lengths])
      let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM articles") ?? 0
      guard count >= fewest else { return }
      try database.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words USING fts5vocab(main, article_words, row);
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab(main, article_words, instance);
          """)
      try keepLengths(database)
      var words: [(word: String, articles: Int)] = []
      try RowQuery(
        "SELECT term, doc FROM temp.known_words WHERE doc >= \(fewest)", on: database, path: path
      ).forEach { words.append(($0.text(0), $0.integer(1))) }
      let places = try RowQuery("SELECT doc, col FROM temp.word_places WHERE term = ?", on: database, path: path)
      let insert = try RowStatement("INSERT INTO frequent_words VALUES (?, ?, ?)", on: database, path: path)
      for (word, articles) in words {
        var list = PairList()
        var (article, frequency) = (0, 0)
        try places.bind(word).forEach { row in
          if row.integer(0) != article {
            if frequency > 0 { list.append(article, frequency) }
            (article, frequency) = (row.integer(0), 0)
          }
          let isTitle = row.withBytes(1) { $0.first == UInt8(ascii: "t") }
          frequency += isTitle ? Int(FrequentWords.titleWeight) : 1
        }
        if frequency > 0 { list.append(article, frequency) }
        try insert.bind(word).bind(articles).bind(blob: list.bytes).run()
      }
    }
  }

  /// Keeps how many words each article has, as FTS5 counted them.
  private func keepLengths(_ database: Database) throws {
    var lengths = PairList()
    try RowQuery("SELECT id, sz FROM article_words_docsize ORDER BY id", on: database, path: path).forEach { row in
      lengths.append(row.integer(0), row.withBytes(1) { Self.sum(ofVarints: $0) })
    }
    try RowStatement("INSERT INTO models VALUES (?, ?)", on: database, path: path)
      .bind(FrequentWords.lengths).bind(blob: lengths.bytes).run()
  }

  /// The sum of SQLite's variable-length numbers: seven bits a byte, the highest first.
  private static func sum(ofVarints bytes: UnsafeRawBufferPointer) -> Int {
    var (sum, value) = (0, 0)
    for byte in bytes {
      value = value << 7 | Int(byte & 0x7F)
      guard byte < 0x80 else { continue }
      sum += value
      value = 0
    }
    return sum
  }
}
