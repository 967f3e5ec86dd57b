package import Annotation
package import ArticleAnalysis
internal import GRDB

/// A sentence of the index with its place and what is said of it.
package struct PlacedSentence: Equatable, Sendable {
  /// Its words as the author wrote them, without markup.
  package let text: String
  /// The half-open range in the decoded file, in the unit of the analysis.
  package let range: Range<Int>
  /// Its line, from 1.
  package let line: Int
  /// The number of the block that it stands in.
  package let block: Int
  /// What kind of block that is: `paragraph`, `heading`, ….
  package let blockKind: String
  /// How it judges.
  package let polarity: Polarity

  /// Creates a sentence.
  package init(
    text: String, range: Range<Int>, line: Int, block: Int, blockKind: String, polarity: Polarity
  ) {
    self.text = text
    self.range = range
    self.line = line
    self.block = block
    self.blockKind = blockKind
    self.polarity = polarity
  }
}

/// What the index keeps of one article beside its figures.
package struct ArticleRecord: Sendable {
  /// The article object of the contract, without tags, categories and sentences.
  package let object: [UInt8]
  /// Where tags and categories belong in it, in bytes.
  package let labelsPlace: Int
  /// The sentences in the order of the text.
  package let sentences: [PlacedSentence]
  /// The tags that are suggested, the best first.
  package let tags: [TagSuggestion]
  /// The categories that are suggested, the best first.
  package let categories: [CategorySuggestion]
}

extension ArchiveIndex {
  /// All that is kept of an article; `nil` where there is none of this number.
  package func record(of article: Int) throws(ArchiveIndexError) -> ArticleRecord? {
    try read { database in
      var object: [UInt8]?
      var labelsPlace = 0
      try RowQuery("SELECT head, tail FROM article_lines WHERE article = ?", on: database, path: path)
        .forEach(article) { row in
          let head = row.bytes(0)
          labelsPlace = head.count
          object = head + row.bytes(1)
        }
      guard let object else { return nil }
      var sentences: [PlacedSentence] = []
      try SentenceQuery(database, path).read(article) { stored in
        while let own = stored.next() {
          sentences.append(
            PlacedSentence(
              text: own.text.string ?? "", range: own.start..<max(own.start, own.end), line: own.line,
              block: own.block, blockKind: own.blockKind.string ?? "",
              polarity: own.polarity.string.flatMap { Polarity(rawValue: $0) } ?? .neutral))
        }
      }
      var tags: [TagSuggestion] = []
      var categories: [CategorySuggestion] = []
      let labels = try RowQuery(
        "SELECT kind, label, score, novelty, reason FROM suggested_labels WHERE article = ? ORDER BY kind, rank",
        on: database, path: path)
      try labels.forEach(article) { row in
        if row.text(0) == "tag" {
          tags.append(
            TagSuggestion(
              tag: row.text(1), score: row.double(2), kind: TagSuggestion.Kind(rawValue: row.text(3)) ?? .known,
              reason: row.text(4)))
        } else {
          categories.append(CategorySuggestion(category: row.text(1), score: row.double(2)))
        }
      }
      return ArticleRecord(
        object: object, labelsPlace: labelsPlace, sentences: sentences, tags: tags, categories: categories)
    }
  }

  /// The sentences that mention a name, the newest articles first, one of each article.
  package func sentences(naming name: String, limit: Int) throws(ArchiveIndexError) -> [(
    article: Int, line: Int, text: String, words: String
  )] {
    try read { database in
      var found: [(article: Int, line: Int, text: String, words: String)] = []
      let query = try RowQuery(
        """
        SELECT a.id, json_extract(e.mentions, '$[0][0]'), coalesce(json_extract(e.mentions, '$[0][5]'), e.name)
        FROM entities e JOIN articles a ON a.id = e.article
        WHERE e.name = ? ORDER BY coalesce(a.day, '') DESC, a.path
        """, on: database, path: path)
      let sentences = try SentenceQuery(database, path)
      try query.bind(name).visit { row in
        guard found.count < limit else { return false }
        let article = row.integer(0)
        try sentences.read(article) { stored in
          guard let own = stored.sentence(row.integer(1)), let kind = own.blockKind.string, kind != "heading" else {
            return
          }
          found.append((article, own.line, own.text.string ?? "", row.text(2)))
        }
        return true
      }
      return found
    }
  }
}
