internal import GRDB

extension ArchiveIndex {
  /// How an article reads: the key `readability` of the article object as JSON; `nil` where there is no such article.
  package func readability(of article: Int) throws(ArchiveIndexError) -> [UInt8]? {
    try read { database in
      var figures: [UInt8]?
      try RowQuery("SELECT figures FROM article_readability WHERE article = ?", on: database, path: path)
        .forEach(article) { figures = $0.bytes(0) }
      return figures
    }
  }
}
