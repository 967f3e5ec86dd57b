import ArchiveAnalysis
import ArchiveIndex
import TestSupport
import Testing

@Suite("Lists of frequent words")
struct FrequentWordTests {
  private static let words = ["猫", "犬", "港", "雨", "投資"]
  private static let queries = [
    "猫", "猫 犬", "猫 OR 雨", "NOT 猫", "猫 -雨", "\"猫 犬\" 港", "(猫 OR 港) 投資 date:2025-11", "date:2025 犬", "tag:海 猫", "青葉電算",
    "猫 OR (犬 NOT 雨)",
  ]

  /// Whatever is asked, in an index with lists of its words and in one without, the answer is the same.
  @Test("Search finds and ranks the same with lists and without", arguments: 0..<3)
  func same(seed: Int) throws {
    let folder = try TemporaryFolder()
    let index = try ArchiveIndex(path: folder.path("index.sqlite"), for: .writing)
    var random = SeededGenerator(seed: UInt64(seed))
    let writer = IndexWriter(index)
    for number in 0..<60 {
      let title = Self.words.randomElement(using: &random) ?? ""
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        "\(Self.words.randomElement(using: &random) ?? "")と\(Self.words.randomElement(using: &random) ?? "")がいる。"
      }.joined()
      let day = Int.random(in: 1...28, using: &random)
      let post = """
        ---
        title: \(title)
        date: 2025-1\(number % 3)-\(day < 10 ? "0" : "")\(day)
        tags: [\(number % 4 == 0 ? "海" : "山")]
        ---
        \(text)
        """
      try writer.put(PreparedArticle(ArticleMaker.article("\(number).md", post)), replacing: nil)
      // A number that is free again leaves a gap.
      if number % 7 == 3 { try writer.remove([number]) }
    }
    try writer.commit()
    let plain = try Self.queries.map { try Self.answer($0, index) }
    #expect(plain.filter { !$0.isEmpty }.count >= 8)
    try index.keepFrequentWords(fewest: 5)
    // Lists are used only where they are up to date.
    #expect(try Self.queries.map { try Self.answer($0, index) } == plain)
    try index.set([.state: "published"])
    #expect(try index.rows("SELECT count(*) FROM frequent_words WHERE word IN ('猫', '犬', '港', '雨', '投資')") == ["5"])
    #expect(try Self.queries.map { try Self.answer($0, index) } == plain)
  }

  /// The paths and scores of the first seven hits, and how many there are.
  private static func answer(_ query: String, _ index: ArchiveIndex) throws -> [String] {
    let found = try index.search(SearchQuery(query), limit: 7) { WordPhrase(forms: Array($0.utf8)) }
    return found.hits.map { "\($0.card.path) \(($0.score * 1e6).rounded())" }
      + (found.total == 0 ? [] : ["\(found.total)"])
  }

  @Test("A small archive has no lists, and an archive that grew small loses them")
  func small() throws {
    let folder = try TemporaryFolder()
    let index = try ArchiveIndex(path: folder.path("index.sqlite"), for: .writing)
    let writer = IndexWriter(index)
    for number in 0..<5 {
      try writer.put(PreparedArticle(ArticleMaker.article("\(number).md", "猫がいる。")), replacing: nil)
    }
    try writer.commit()
    try index.keepFrequentWords(fewest: 3)
    #expect(try index.rows("SELECT word, articles FROM frequent_words ORDER BY word") == ["いる|5", "猫|5"])
    try writer.remove([1, 2, 3])
    try writer.commit()
    try index.keepFrequentWords(fewest: 3)
    #expect(try index.rows("SELECT count(*) FROM frequent_words") == ["0"])
    #expect(try index.rows("SELECT count(*) FROM models WHERE name = 'lengths'") == ["0"])
  }
}
