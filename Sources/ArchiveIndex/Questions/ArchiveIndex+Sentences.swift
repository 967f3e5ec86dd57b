internal import GRDB

/// A sentence of the index.
package struct IndexedSentence: Equatable, Sendable {
  /// Its words as the author wrote them.
  package let text: String
  /// Its line in the file.
  package let line: Int
  /// The number of the block that it stands in.
  package let block: Int
  /// What kind of block that is: `paragraph`, `heading`, ….
  package let blockKind: String
  /// The words of the article's text that stand before it.
  package let word: Int
}

extension ArchiveIndex {
  /// Calls `body` with the sentences of each article, in the order of the articles' paths.
  package func forEachArticleSentences(
    _ body: (_ article: Int, _ sentences: [IndexedSentence]) throws -> Void
  ) throws(ArchiveIndexError) {
    try read { database in
      let query = try SentenceQuery(database, path)
      try RowQuery("SELECT id FROM articles ORDER BY path", on: database, path: path).forEach { row in
        let id = row.integer(0)
        var sentences: [IndexedSentence] = []
        try query.read(id) { stored in
          while let sentence = stored.next() { sentences.append(IndexedSentence(sentence)) }
        }
        try body(id, sentences)
      }
    }
  }

  /// The words of an article's text, each followed by a space.
  package func words(of article: Int) throws(ArchiveIndexError) -> [UInt8] {
    try read { database in
      var words: [UInt8] = []
      try RowQuery("SELECT body FROM article_words WHERE rowid = ?", on: database, path: path).forEach(article) {
        words = $0.bytes(0)
      }
      return words
    }
  }

  /// The sentence that a word of an article stands in.
  /// - Parameter word: The number of the word in the article, from 0.
  package func sentence(of article: Int, holding word: Int) throws(ArchiveIndexError) -> IndexedSentence? {
    try read { database in
      var found: IndexedSentence?
      try SentenceQuery(database, path).read(article) { stored in
        var last: StoredSentences.Sentence?
        while let sentence = stored.next(), sentence.word <= word { last = sentence }
        found = last.map { IndexedSentence($0) }
      }
      return found
    }
  }

  /// Calls `body` with the words of each article's text, in the order of the articles' paths; the bytes are lent.
  package func forEachArticleWords(
    _ body: (_ article: Int, _ words: UnsafeRawBufferPointer) throws -> Void
  ) throws(ArchiveIndexError) {
    try read { database in
      let query = try RowQuery(
        "SELECT a.id, w.body FROM articles a JOIN article_words w ON w.rowid = a.id ORDER BY a.path", on: database,
        path: path)
      try query.forEach { row in try row.withBytes(1) { try body(row.integer(0), $0) } }
    }
  }

  /// All words of the archive, ascending by their bytes, with how many articles hold each, and how often they do.
  package func vocabulary() throws(ArchiveIndexError) -> [(word: String, articles: Int, count: Int)] {
    try read { database in
      try database.execute(
        sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.archive_vocabulary USING fts5vocab(main, article_words, 'row')")
      var words: [(word: String, articles: Int, count: Int)] = []
      try RowQuery("SELECT term, doc, cnt FROM temp.archive_vocabulary", on: database, path: path).forEach { row in
        words.append((row.text(0), row.integer(1), row.integer(2)))
      }
      return words
    }
  }

  /// The numbers of the articles that hold a phrase, ascending.
  package func articles(holding phrase: WordPhrase) throws(ArchiveIndexError) -> [Int] {
    try read { database in
      var articles: [Int] = []
      guard !phrase.words.isEmpty else { return [] }
      try RowQuery("SELECT rowid FROM article_words WHERE article_words MATCH ?", on: database, path: path)
        .bind(phrase.match).forEach { articles.append($0.integer(0)) }
      return articles.sorted()
    }
  }
}

extension IndexedSentence {
  /// A sentence as it is stored.
  fileprivate init(_ stored: StoredSentences.Sentence) {
    self.init(
      text: stored.text.string ?? "", line: stored.line, block: stored.block, blockKind: stored.blockKind.string ?? "",
      word: stored.word)
  }
}
