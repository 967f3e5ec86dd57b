import ArchiveAnalysis
import ArchiveIndex
import ArticleAnalysis
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Files that are opened as an index")
struct IndexFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("index.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  private func error(for access: ArchiveIndex.Access = .writing) throws -> ArchiveIndexError {
    try #require(throws: ArchiveIndexError.self) { _ = try ArchiveIndex(path: path, for: access) }
  }

  private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  @Test("A file of the first form is brought to this one, with all it holds")
  func migration() throws {
    try ArchiveIndex.makeOld(path: path, version: 1)
    do {
      let old = try ArchiveIndex(path: path, for: .writing)
      #expect(try old.rows("SELECT count(*) FROM months") == ["0"])
      let writer = IndexWriter(old)
      try writer.put(PreparedArticle(ArticleMaker.article("a.md", "猫がいる。")), replacing: nil)
      try writer.commit()
      try old.close()
    }
    let index = try ArchiveIndex(path: path, for: .reading)
    #expect(try index.knownArticles().map(\.path) == ["a.md"])
    #expect(try index.rows("PRAGMA user_version") == ["5"])
  }

  @Test("Rows of sentences of the fourth form become one value, and are asked for as before")
  func migrationOfSentences() throws {
    try ArchiveIndex.makeOld(path: path, version: 4)
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let old = try DatabaseQueue(path: path, configuration: configuration)
      try old.write { database in
        for (number, text) in [(0, "見出し"), (1, #"彼は"行く"\と言った。"#)] {
          try database.execute(
            sql: "INSERT INTO sentences VALUES (7, ?, ?, 10, 20, 3, 1, 'paragraph', ?, 'positive', 0.123456789, 0.5)",
            arguments: [number, text, number * 4])
        }
      }
      try old.close()
    }
    let index = try ArchiveIndex(path: path, for: .writing)
    #expect(
      try index.rows("SELECT * FROM sentences WHERE article = 7 AND number = 1") == [
        #"7|1|彼は"行く"\と言った。|10|20|3|1|paragraph|4|positive|0.123456789|0.5"#
      ])
    #expect(try index.sentence(of: 7, holding: 3)?.text == "見出し")
    #expect(try index.sentence(of: 7, holding: 9)?.text == #"彼は"行く"\と言った。"#)
    #expect(try index.sentence(of: 8, holding: 0) == nil)
  }

  @Test("A file of the first form is not read before a batch has brought it to this one")
  func oldFile() throws {
    try ArchiveIndex.makeOld(path: path, version: 1)
    let before = try folder.bytes("index.sqlite")
    #expect(try error(for: .reading) == .older(path: path))
    #expect(try folder.bytes("index.sqlite") == before)
  }

  @Test("A file of a later version is refused and left as it is")
  func newer() throws {
    let index = try ArchiveIndex(path: path, for: .writing)
    try index.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try index.close()
    let before = try folder.bytes("index.sqlite")
    #expect(try error() == .newer(path: path, version: 99, supported: 5))
    #expect(try folder.bytes("index.sqlite") == before)
  }

  @Test("A file that is no database, or one of somebody else's, is refused and left as it is")
  func foreign() throws {
    try write(Array("ただの文章です。\n".utf8))
    #expect(try error() == .notAnIndex(path: path))
    #expect(try folder.bytes("index.sqlite") == Array("ただの文章です。\n".utf8))
    try FileManager.default.removeItem(atPath: path)
    let index = try ArchiveIndex(path: path, for: .writing)
    try index.write { try $0.execute(sql: "PRAGMA application_id = 7") }
    try index.close()
    #expect(try error() == .notAnIndex(path: path))
    #expect(try error(for: .reading) == .notAnIndex(path: path))
  }

  @Test("A file that was cut off, or whose pages were overwritten, is damage and is not repaired by force")
  func damaged() throws {
    let index = try ArchiveIndex(path: path, for: .writing)
    let writer = IndexWriter(index)
    for number in 0..<20 {
      try writer.put(PreparedArticle(ArticleMaker.article("\(number).md", "猫が\(number)匹いる。")), replacing: nil)
    }
    try writer.commit()
    try index.close()
    var bytes = try folder.bytes("index.sqlite")
    for place in 100..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 31) }
    try write(bytes)
    guard case .damaged = try error() else {
      Issue.record("expected damage")
      return
    }
    #expect(try folder.bytes("index.sqlite") == bytes)
  }

  @Test("A file that is not there is told of when it is to be read")
  func missing() throws { #expect(try error(for: .reading) == .notFound(path: path)) }

  @Test("A file that a process left empty is made an index; to be read it is none")
  func empty() throws {
    try write([])
    #expect(try error(for: .reading) == .notAnIndex(path: path))
    #expect(try ArchiveIndex(path: path, for: .writing).knownArticles().isEmpty)
  }

  @Test("Two halves merge into what one index of all articles holds")
  func merging() throws {
    func index(_ name: String, _ articles: [ArchivedArticle]) throws -> ArchiveIndex {
      let index = try ArchiveIndex(path: folder.path(name), for: .writing)
      let writer = IndexWriter(index)
      for article in articles { try writer.put(PreparedArticle(article), replacing: nil) }
      try writer.commit()
      return index
    }
    let articles = try ["b.md", "a.md", "d.md", "c.md"].map { try ArticleMaker.article($0, "\($0)に猫がいる。") }
    let whole = try index("whole.sqlite", articles)
    try index("1.sqlite", Array(articles[..<3])).close()
    try index("2.sqlite", Array(articles[2...])).close()
    let merged = try index("merged.sqlite", [])
    try merged.absorb(folder.path("1.sqlite"))
    try merged.absorb(folder.path("2.sqlite"))
    #expect(try merged.lines() == whole.lines())
    #expect(try merged.rows("SELECT count(*) FROM article_words WHERE article_words MATCH '猫'") == ["4"])
    try index("3.sqlite", [ArticleMaker.article("e.md", "猫がいる。", analysis: "b")]).close()
    #expect(throws: ArchiveIndexError.unlike(path: folder.path("3.sqlite"))) {
      try merged.absorb(folder.path("3.sqlite"))
    }
    try index("4.sqlite", [ArticleMaker.article("a.md", "犬がいる。")]).close()
    #expect(throws: ArchiveIndexError.conflict(path: folder.path("4.sqlite"), article: "a.md")) {
      try merged.absorb(folder.path("4.sqlite"))
    }
    #expect(try merged.lines() == whole.lines())
  }
}
