import Annotation
import Morphology
import Testing
import TextCore

@Suite("Values", .enabled(if: ValueCases.model != nil, "IPADIC がありません"))
struct ValueScannerTests {
  private func expectMarks(_ line: String) throws {
    let (text, marks) = ValueCases.read(line)
    var segmenter = try Segmenter(model: try #require(ValueCases.model))
    var scanner = ValueScanner(lexicon: ValueCases.lexicon)
    let found = try Self.mentions(text, &segmenter, &scanner, anchor: ValueCases.anchor).map(\.mark)
    #expect(found == marks, "\(text)")
  }

  private static func mentions(
    _ text: String, _ segmenter: inout Segmenter, _ scanner: inout ValueScanner, anchor: CalendarDay?
  ) throws -> [ValueMention] {
    let bytes = Array(text.utf8)
    var table = MorphemeTable()
    try segmenter.segment(bytes.span, sentences: [ByteRange(0, bytes.count)], into: &table)
    var mentions: [ValueMention] = []
    scanner.beginArticle(anchor: anchor)
    scanner.scan(
      table.morphemes(ofSentence: 0), of: table, lexemes: segmenter.lexemes, text: bytes.span, into: &mentions)
    return mentions
  }

  @Test("A date or a time of day is found, and told", arguments: ValueCases.dates)
  func dates(line: String) throws { try expectMarks(line) }

  @Test("An amount of money or a share is found, and told", arguments: ValueCases.amounts)
  func amounts(line: String) throws { try expectMarks(line) }

  @Test("A count, a duration or a size is found, and told", arguments: ValueCases.quantities)
  func quantities(line: String) throws { try expectMarks(line) }

  @Test("A number in a name, an idiom or an order is no value", arguments: ValueCases.nothing)
  func nothing(line: String) throws { try expectMarks(line) }

  @Test("The cases are as many as promised")
  func caseCount() {
    let marked = ValueCases.dates + ValueCases.amounts + ValueCases.quantities
    let marks = marked.reduce(0) { $0 + ValueCases.read($1).marks.count }
    #expect(marks >= 420 && ValueCases.nothing.count >= 80)
  }

  @Test(
    "Without a date of the article, relative times are found and have no value",
    arguments: ["昨年に出た。", "来月に出る。", "先週に出た。", "3日前に出た。", "5月3日に出た。", "25日に出た。", "今年度に出る。", "同年に出た。"])
  func noAnchor(text: String) throws {
    var segmenter = try Segmenter(model: try #require(ValueCases.model))
    var scanner = ValueScanner(lexicon: ValueCases.lexicon)
    let mentions = try Self.mentions(text, &segmenter, &scanner, anchor: nil)
    #expect(mentions.map(\.kind) == [.date])
    #expect(mentions.allSatisfy { $0.value == nil })
  }

  @Test("What one article names is forgotten in the next")
  func articles() throws {
    var segmenter = try Segmenter(model: try #require(ValueCases.model))
    var scanner = ValueScanner(lexicon: ValueCases.lexicon)
    _ = try Self.mentions("2019年5月に出た。", &segmenter, &scanner, anchor: nil)
    let mentions = try Self.mentions("6月に出た。", &segmenter, &scanner, anchor: nil)
    #expect(mentions.map(\.value) == [nil])
  }
}
