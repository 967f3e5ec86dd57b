import Annotation
import ArchiveAnalysis
import ArchiveIndex
import ArticleAnalysis
import ArticleSource
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("The index of an archive")
struct IndexTests {
  private let folder: TemporaryFolder
  private let index: ArchiveIndex

  init() throws {
    folder = try TemporaryFolder()
    index = try ArchiveIndex(path: folder.path("index.sqlite"), for: .writing)
  }

  private func put(_ articles: ArchivedArticle...) throws {
    let writer = IndexWriter(index)
    let known = try index.knownArticles()
    for article in articles {
      try writer.put(PreparedArticle(article), replacing: known.first { $0.path == article.path }?.id)
    }
    try writer.commit()
  }

  private static let post = """
    ---
    title: 青葉電算の投資
    date: 2025-11-02
    tags: [AI, 経済]
    ---
    青葉電算は東京に1000億円を投資した。彼は東京へ行きました。素晴らしい"計画"だ。
    """

  @Test("An article stands in all tables, and is found by the base forms of its words")
  func tables() throws {
    try put(ArticleMaker.article("a.md", Self.post))
    #expect(try index.rows("SELECT path, title, day, sentences FROM articles") == ["a.md|青葉電算の投資|2025-11-02|3"])
    #expect(try index.rows("SELECT rowid FROM article_words WHERE article_words MATCH '行く'") == ["1"])
    #expect(try index.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'title: 投資'") == ["1"])
    #expect(try index.rows("SELECT rowid FROM article_words WHERE article_words MATCH '行き'") == [])
    #expect(try index.rows("SELECT number, block, block_kind, line FROM sentences LIMIT 1") == ["0|0|paragraph|6"])
    #expect(try index.rows("SELECT value, unit FROM expressions WHERE type = 'money'") == ["100000000000|JPY"])
    #expect(try index.rows("SELECT label FROM labels WHERE source = 'author' ORDER BY rank") == ["AI", "経済"])
    #expect(try index.rows("SELECT count FROM term_counts WHERE term = '計画'") == ["1"])
    #expect(try index.rows("SELECT month, articles FROM months") == ["2025-11|1"])
    #expect(try index.rows("SELECT count FROM entities WHERE name = '東京都'") == ["2"])
    #expect(try index.rows("SELECT sentence FROM mentions WHERE name = '東京都'") == ["0", "1"])
  }

  @Test("The words of a sentence begin in the body where its column says")
  func places() throws {
    try put(ArticleMaker.article("a.md", Self.post))
    let body = try index.rows("SELECT body FROM article_words")[0].split(separator: " ")
    let start = try #require(Int(try index.rows("SELECT word FROM sentences WHERE number = 1")[0]))
    #expect(body[start...].starts(with: ["彼", "東京", "行く"]))
  }

  @Test("Sentences are asked for as rows, whatever signs they have")
  func sentences() throws {
    let article = try ArticleMaker.article("a.md", Self.post + "C:\\temp\tに\"ある\"。")
    try put(article)
    let own = article.analysis.sentences
    let rows = try index.rows(
      "SELECT text, start, end, line, block, block_kind, polarity FROM sentences WHERE article = 1 ORDER BY number")
    #expect(
      rows
        == own.map {
          "\($0.text)|\($0.range.lowerBound)|\($0.range.upperBound)|\($0.line)|\($0.block)|\($0.blockKind.rawValue)|"
            + $0.polarity.rawValue
        })
    let scores = try index.rows("SELECT score FROM sentences ORDER BY number").map { Double($0) ?? .nan }
    #expect(scores.count == own.count && zip(scores, own).allSatisfy { abs($0 - $1.score) <= 0.00005 })
    var texts: [String] = []
    try index.forEachArticleSentences { texts += $1.map(\.text) }
    #expect(texts == own.map(\.text))
    #expect(try index.sentences(naming: "東京都", limit: 9).map(\.text) == [own[0].text])
  }

  @Test("An article that is put in again takes the place of the old one, and one that is taken out leaves nothing")
  func replacing() throws {
    try put(ArticleMaker.article("a.md", Self.post), ArticleMaker.article("b.md", "猫がいる。"))
    try put(ArticleMaker.article("a.md", "犬がいる。"))
    #expect(try index.rows("SELECT rowid FROM article_words WHERE article_words MATCH '東京'") == [])
    #expect(try index.knownArticles().map(\.path) == ["a.md", "b.md"])
    let writer = IndexWriter(index)
    try writer.remove(try index.knownArticles().map(\.id))
    try writer.commit()
    for table in try index.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\'")
    where table != "archive" && table != "models" {
      #expect(try index.rows("SELECT count(*) FROM \(table)") == ["0"], "\(table)")
    }
    #expect(try index.rows("SELECT count(*) FROM article_lines") == ["0"])
  }

  @Test("What was not committed is gone, what was is there, and the archive is known to have changed")
  func committing() throws {
    try put(ArticleMaker.article("a.md", Self.post))
    try index.set([.state: "published"])
    let writer = IndexWriter(index)
    try writer.put(PreparedArticle(ArticleMaker.article("b.md", "猫がいる。")), replacing: nil)
    writer.rollBack()
    #expect(try index.knownArticles().map(\.path) == ["a.md"])
    #expect(try index.value(.state) == "published")
    try writer.confirm(1, file: FileFacts(size: 1, contentChange: 2, statusChange: 3, inode: 4))
    try writer.commit()
    #expect(try index.value(.state) == "published")
    #expect(try index.knownArticles()[0].fingerprint.file.inode == 4)
    try writer.remove([1])
    try writer.commit()
    #expect(try index.value(.state) == "changed")
  }

  @Test("Counts of terms with quotation marks, backslashes and line separators come back as they went in")
  func packedTerms() throws {
    let article = try ArticleMaker.article("a.md", "C\\Dを使う。AT&Tと\u{2028}C++の話をする。")
    try put(article)
    var found: [String: Int] = [:]
    try index.publish { articles in
      for term in articles.flatMap(\.figures.terms) { found[term.term] = term.count }
      return { articles.map { _ in SuggestedLabels(tags: [], categories: []) } }
    }
    var expected: [String: Int] = [:]
    let terms = article.words.terms
    for term in terms.entries { expected[String(decoding: terms.pool[term.range], as: UTF8.self)] = term.count }
    #expect(found == expected)
    #expect(!expected.isEmpty)
  }

  @Test("A line that is not what was stored is damage")
  func damagedLine() throws {
    try put(ArticleMaker.article("a.md", Self.post))
    _ = try index.write {
      try $0.execute(sql: "UPDATE article_lines SET head = CAST(replace(CAST(head AS TEXT), '東京', '大阪') AS BLOB)")
    }
    #expect(throws: ArchiveIndexError.self) { try index.lines() }
  }
}
