import Annotation
import LexicalResources
import TestSupport
import Testing

@Suite("The sentiment lexicon")
struct SentimentLexiconTests {
  private func rows(_ table: String) -> (rows: [SentimentRow], faults: [SentimentRows.Fault]) {
    var reader = SentimentRows(Array(table.utf8))
    var rows: [SentimentRow] = []
    while let row = reader.next() { rows.append(row) }
    return (rows, reader.faults)
  }

  @Test("A row is phrase, kind, strength, condition, feelings; the last three may be left out")
  func columns() throws {
    let read = rows("# a comment\n楽しい\t+\t0.8\t\tjoy\n重い\t-\t0.5\thead=アプリ|動作;pos=adjective\t\n増える\tup\n")
    #expect(read.faults.isEmpty && read.rows.count == 3)
    #expect(read.rows[0].kind == .positive && read.rows[0].strength == 0.8)
    #expect(read.rows[0].emotions == EmotionSet(.joy))
    #expect(read.rows[1].condition?.heads == [Array("アプリ".utf8), Array("動作".utf8)])
    #expect(read.rows[1].condition?.wordClass == .adjective)
    #expect(read.rows[2].strength == 0.5 && read.rows[2].condition == nil)
  }

  @Test(
    "A row of another form is passed over and told by its line",
    arguments: [
      "楽しい", "楽しい\tgood", "\t+", "楽しい\t+\t2", "楽しい\t+\t0.5\twho=you", "楽しい\t+\t0.5\t\tjoys", "楽しい\t+\t0.5\t\t\tmore",
    ])
  func faults(row: String) {
    let read = rows("増える\tup\n\(row)\n")
    #expect(read.rows.count == 1)
    #expect(read.faults == [SentimentRows.Fault(line: 2, text: row)])
  }

  @Test("Every row of the tables is well formed, and there are at least 8,000")
  func tables() throws {
    let read = rows(String(decoding: try SentimentTablesTests.lexicon(), as: UTF8.self))
    #expect(read.faults.isEmpty, "\(read.faults.prefix(5))")
    #expect(read.rows.count >= 8_000)
  }

  @Test("Of rows for one phrase those with a condition come first, and then the first without")
  func chains() {
    let lexicon = SentimentLexicon(Array("重い\t0\n重い\t-\t0.5\thead=動作\n重い\t+\n".utf8))
    #expect(lexicon.entries(of: "重い").map(\.kind) == [.negative, .neutral])
  }

  @Test("What the grammar says enough of no later row judges")
  func roles() {
    let lexicon = SentimentLexicon(Array("たい\trole\nたい\t+\n".utf8))
    #expect(lexicon.entries(of: "たい").map(\.kind) == [.role])
  }

  @Test("A phrase is found whole: neither its beginning nor what begins with it")
  func prefixes() {
    let lexicon = SentimentLexicon(Array("見当たらない\t-\n見る\t+\nOK\t+\n😀\t+\n".utf8))
    #expect(lexicon.entries(of: "見当たり").isEmpty && lexicon.entries(of: "見当たらないか").isEmpty)
    // The polite form of a negation is followed without ます.
    for phrase in ["見当たらない", "見当たりない", "見る", "OK", "😀"] {
      #expect(lexicon.entries(of: phrase).count == 1, "\(phrase)")
    }
  }
}

@Suite("The compiled tables of sentiment")
struct SentimentTablesTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    try Repository.bytes("dictionaries/sentiment/" + name)
  }

  /// The tables of the lexicon, one after the other.
  static func lexicon() throws -> [UInt8] {
    try ["grammar.tsv", "common.tsv", "general.tsv", "business-tech.tsv"].flatMap(bytes)
  }

  @Test("compiled.bin is what the tables beside it compile to; else run kiji-train sentiment-tables")
  func upToDate() throws {
    let tables = SentimentTables(
      lexicon: SentimentLexicon(try Self.lexicon()), model: try SentimentModel(Self.bytes("model.tsv")))
    let compiled = tables.compiled
    #expect(compiled == LexicalResource.sentimentTables.bytes)
    #expect(compiled == (try Self.bytes("compiled.bin")))
  }

  @Test("What is compiled is read as it was")
  func roundTrip() throws {
    let tables = SentimentTables(
      lexicon: SentimentLexicon(Array("重い\t-\t0.5\thead=動作|頭;pos=adjective\tsadness\n楽\t+\t0.8\n".utf8)),
      model: try SentimentModel(
        Array("kiji-sentiment\t4\t2\nw\t好調\t500\t0\t0\t0\t700\np\tを 上回る\t250\t-125\t1\t1\n".utf8)))
    let compiled = tables.compiled
    let read = try compiled.withUnsafeBytes { try SentimentTables(compiled: $0) }
    #expect(read.compiled == compiled)
    #expect(read.lexicon.entries(of: "重い") == tables.lexicon.entries(of: "重い"))
  }

  @Test("Bytes of another kind, and fewer bytes than the columns say, are refused")
  func refusals() throws {
    let compiled = SentimentTables(lexicon: SentimentLexicon([]), model: SentimentModel(rulesOnly: ())).compiled
    func read(_ bytes: [UInt8]) throws { _ = try bytes.withUnsafeBytes { try SentimentTables(compiled: $0) } }
    try read(compiled)
    #expect(throws: SentimentModelError.notAModel) { try read([]) }
    #expect(throws: SentimentModelError.notAModel) { try read([UInt8](repeating: 1, count: 64)) }
    #expect(throws: SentimentModelError.truncated(rows: 0)) { try read(Array(compiled.dropLast(16))) }
  }
}

@Suite("The sentiment model")
struct SentimentModelTests {
  private func model(_ text: String) throws(SentimentModelError) -> SentimentModel {
    try SentimentModel(Array(text.utf8))
  }

  @Test("Features, words and pairs are read in thousandths")
  func rows() throws {
    let model = try model(
      "kiji-sentiment\t4\t3\nf\tgood\t2500\t-1000\t0\t5\nw\t好調\t500\t0\t0\t0\t700\np\tを 上回る\t250\t-125\t1\t1\n")
    #expect(
      model.features[SentenceFeature.good.rawValue]
        == .init(general: .init(positive: 2.5, negative: -1), report: .init(positive: 0, negative: 0.005)))
  }

  @Test("The embedded tables are whole")
  func embedded() throws { _ = try SentimentTables() }

  @Test("A file of another kind, another version, a broken row and a file cut short are refused")
  func refusals() {
    #expect(throws: SentimentModelError.notAModel) { try model("{}") }
    #expect(throws: SentimentModelError.notAModel) { try model("") }
    #expect(throws: SentimentModelError.otherVersion("7")) { try model("kiji-sentiment\t7\t0\n") }
    #expect(throws: SentimentModelError.brokenRow(2)) { try model("kiji-sentiment\t4\t1\nf\tgood\tx\t0\t0\t0\n") }
    #expect(throws: SentimentModelError.brokenRow(2)) { try model("kiji-sentiment\t4\t1\nf\tnone\t0\t0\t0\t0\n") }
    #expect(throws: SentimentModelError.truncated(rows: 1)) { try model("kiji-sentiment\t4\t2\nf\tgood\t0\t0\t0\t0\n") }
  }
}
