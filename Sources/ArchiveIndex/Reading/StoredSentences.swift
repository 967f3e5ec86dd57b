internal import GRDB

/// Reads the sentences of one article, which `PreparedArticle` packs into one value. The bytes are lent.
struct StoredSentences {
  /// A sentence as it is stored.
  struct Sentence {
    let text: JSONScan.Text
    let start: Int
    let end: Int
    let line: Int
    let block: Int
    let blockKind: JSONScan.Text
    let word: Int
    let polarity: JSONScan.Text
  }

  private var scan: JSONScan

  init(_ json: UnsafeRawBufferPointer) {
    scan = JSONScan(json)
    _ = scan.take(UInt8(ascii: "["))
  }

  /// The next sentence; `nil` behind the last.
  mutating func next() -> Sentence? {
    let comma = UInt8(ascii: ",")
    _ = scan.take(comma)
    guard scan.take(UInt8(ascii: "[")), let text = scan.text(), scan.take(comma) else { return nil }
    let start = scan.integer()
    guard scan.take(comma) else { return nil }
    let end = scan.integer()
    guard scan.take(comma) else { return nil }
    let line = scan.integer()
    guard scan.take(comma) else { return nil }
    let block = scan.integer()
    guard scan.take(comma), let kind = scan.text(), scan.take(comma) else { return nil }
    let word = scan.integer()
    guard scan.take(comma), let polarity = scan.text(), scan.skip(behind: UInt8(ascii: "]")) else { return nil }
    return Sentence(
      text: text, start: start, end: end, line: line, block: block, blockKind: kind, word: word, polarity: polarity)
  }

  /// The sentence of a number, from 0; `nil` where there are not so many.
  mutating func sentence(_ number: Int) -> Sentence? {
    var sentence = next()
    for _ in 0..<max(0, number) where sentence != nil { sentence = next() }
    return sentence
  }
}

/// The query for the sentences of one article.
struct SentenceQuery {
  private let query: RowQuery

  init(_ database: Database, _ path: String) throws {
    query = try RowQuery("SELECT sentences FROM article_sentences WHERE article = ?", on: database, path: path)
  }

  /// Lends the sentences of an article; those of one that has none are empty.
  func read(_ article: Int, _ body: (inout StoredSentences) throws -> Void) throws {
    try query.forEach(article) { row in
      try row.withBytes(0) { bytes in
        var sentences = StoredSentences(bytes)
        try body(&sentences)
      }
    }
  }
}
