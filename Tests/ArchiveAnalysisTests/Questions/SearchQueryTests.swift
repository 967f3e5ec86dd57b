import ArchiveAnalysis
import TestSupport
import Testing

@Suite("Queries of a search")
struct SearchQueryTests {
  @Test("Words side by side are AND, which binds more tightly than OR; NOT and - negate")
  func operators() throws {
    #expect(try SearchQuery("生成 画像 OR 音声") == .any([.all([.text("生成"), .text("画像")]), .text("音声")]))
    #expect(try SearchQuery("生成 AND (画像 OR 音声)") == .all([.text("生成"), .any([.text("画像"), .text("音声")])]))
    #expect(try SearchQuery("生成 -画像 NOT 音声") == .all([.text("生成"), .none(.text("画像")), .none(.text("音声"))]))
    #expect(try SearchQuery("NOT NOT 画像") == .text("画像"))
  }

  @Test("Phrases, fields, full-width spaces and brackets; a word with a colon is a word")
  func fields() throws {
    #expect(
      try SearchQuery("\"画像 生成\"\u{3000}tag:AI entity:\"Open AI\" date:2025-11..2026-01")
        == .all([.text("画像 生成"), .field(.tag, "AI"), .field(.entity, "Open AI"), .field(.date, "2025-11..2026-01")]))
    #expect(try SearchQuery("https://example.com") == .text("https://example.com"))
    #expect(try SearchQuery("（画像）") == .text("画像"))
  }

  @Test("What cannot be understood says why")
  func errors() {
    #expect(throws: SearchQueryError.empty) { try SearchQuery(" \u{0} ") }
    #expect(throws: SearchQueryError.unbalanced("\"", offset: 0)) { try SearchQuery("\"画像") }
    #expect(throws: SearchQueryError.unbalanced("(", offset: 0)) { try SearchQuery("(画像") }
    #expect(throws: SearchQueryError.unbalanced(")", offset: 0)) { try SearchQuery("画像)") }
    #expect(throws: SearchQueryError.missingOperand("OR")) { try SearchQuery("OR 画像") }
    #expect(throws: SearchQueryError.missingValue(.tag)) { try SearchQuery("tag:") }
    #expect(throws: SearchQueryError.badDate("昨日")) { try SearchQuery("date:昨日") }
    #expect(throws: SearchQueryError.tooDeep(limit: 20)) { try SearchQuery(String(repeating: "(", count: 500)) }
    #expect(throws: SearchQueryError.tooLong(limit: 2_000)) { try SearchQuery(String(repeating: "画", count: 2_001)) }
  }

  @Test("Random queries of hostile signs give a tree or an error")
  func hostile() {
    let signs = Array("\"()（）-:*^+~\u{0}\u{7F} ANDORNOT画像tagdate:.'")
    var random = SeededGenerator(seed: 4)
    var trees = 0
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...30, using: &random)
      let text = String((0..<length).map { _ in signs.randomElement(using: &random) ?? " " })
      if (try? SearchQuery(text)) != nil { trees += 1 }
    }
    #expect(trees > 100)
  }

  @Test("A period holds its first and its last day, whatever part of the dates is given")
  func periods() throws {
    let period = try #require(DatePeriod("2025-11..2026-01"))
    #expect(
      ["2025-10-31", "2025-11-01", "2026-01-31", "2026-02-01"].map(period.contains) == [false, true, true, false])
    #expect(try #require(DatePeriod("2025")).contains("2025-06-01"))
    #expect(try #require(DatePeriod("..2025-03")).contains("2001-01-01"))
    #expect(DatePeriod("..") == nil && DatePeriod("2025-1") == nil && DatePeriod("") == nil)
  }
}
