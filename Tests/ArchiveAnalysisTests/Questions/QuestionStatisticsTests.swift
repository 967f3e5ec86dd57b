import Annotation
import ArchiveAnalysis
import ArticleAnalysis
import Foundation
import Testing

@Suite("Statistics over an archive")
struct QuestionStatisticsTests {
  @Test("Log-likelihood of a table of two by two, by hand: 10 of 10 and 10 in 100")
  func logLikelihood() {
    // O = (10, 0, 0, 90); G² = 2 (10 ln(10·100/100) + 90 ln(90·100/8100)).
    let expected = 2 * (10 * log(10.0) + 90 * log(100.0 / 90))
    #expect(abs(Association.logLikelihood(10, 10, 10, 100) - expected) < 1e-9)
    #expect(Association.logLikelihood(1, 10, 10, 100) < 1e-9)
  }

  @Test("NPMI is 1 where two things never part, 0 by chance, -1 where they never meet")
  func information() {
    #expect(abs(Association.normalizedInformation(10, 10, 10, 100) - 1) < 1e-9)
    #expect(abs(Association.normalizedInformation(1, 10, 10, 100)) < 1e-9)
    #expect(Association.normalizedInformation(0, 10, 10, 100) == -1)
  }

  @Test("Keyness by hand: 20 in 1,000 against 5 in 4,000")
  func keyness() {
    // E = 25/5000 of each size: 5 and 20.
    let keyness = Keyness(20, of: 1_000, 5, of: 4_000)
    #expect(abs(keyness.logLikelihood - 2 * (20 * log(20.0 / 5) + 5 * log(5.0 / 20))) < 1e-9)
    #expect(keyness.logRatio == 4)
    #expect(Keyness(5, of: 4_000, 20, of: 1_000).logLikelihood < 0)
    #expect(Keyness(0, of: 0, 3, of: 10) == Keyness(0, of: 10, 0, of: 10))
  }

  @Test("A burst is where the share doubles and stays")
  func bursts() throws {
    let hits = [1, 1, 0, 9, 8, 9, 1, 0, 1, 1]
    let found = BurstDetector.bursts(hits: hits, totals: Array(repeating: 10, count: 10))
    #expect(found.map(\.batches) == [3...5])
    // p0 = 0.31, p1 = 0.62; 26 hits, 4 misses.
    #expect(abs(try #require(found.first).weight - (26 * log(2.0) + 4 * log(0.38 / 0.69))) < 1e-9)
    #expect(BurstDetector.bursts(hits: Array(repeating: 3, count: 8), totals: Array(repeating: 10, count: 8)).isEmpty)
    #expect(BurstDetector.bursts(hits: [5], totals: [5]).isEmpty && BurstDetector.bursts(hits: [], totals: []).isEmpty)
  }

  @Test("Months count articles once, and keep the first one")
  func months() throws {
    var counter = MonthCounter()
    counter.add(path: "a", day: "2025-01-03", names: [("猫", 4)])
    counter.add(path: "b", day: "2025-01-09", names: [])
    counter.add(path: "c", day: "2025-03-01", names: [("猫", 1), ("犬", 2)])
    let series = counter.series(minimum: 2)
    #expect(counter.months == ["2025-01", "2025-03"] && counter.totals == [2, 1])
    #expect(series.map(\.name) == ["猫"])
    let cat = try #require(series.first)
    #expect(cat.articles == [1, 1] && cat.count == 5 && cat.first == "a" && cat.firstDay == "2025-01-03")
  }

  @Test("Cooccurrence counts units, and keeps what is more often together than by chance")
  func cooccurrence() throws {
    var counter = Cooccurrence(nodes: 3)
    for _ in 0..<3 { counter.add([0, 1]) }
    for _ in 0..<3 { counter.add([2]) }
    counter.add([0, 2])
    counter.add([])
    let edges = counter.edges(minimum: 1)
    #expect(counter.units == 8 && counter.counts == [4, 3, 4])
    #expect(edges.map { [$0.first, $0.second, $0.count] } == [[0, 1, 3]])
    #expect(abs(try #require(edges.first).logLikelihood - Association.logLikelihood(3, 4, 3, 8)) < 1e-12)
  }

  @Test("Phrases are found in texts of words, the longest at each place")
  func phrases() {
    var matcher = PhraseMatcher()
    matcher.add(Array("画像 生成 ".utf8), node: 0)
    matcher.add(Array("画像 ".utf8), node: 1)
    let found = Array("画像 生成 する 画像 見る ".utf8).withUnsafeBytes { matcher.places(in: $0) }
    #expect(found.map { [$0.node, $0.word] } == [[0, 0], [1, 3]])
  }
}

@Suite("Similar and repeated texts")
struct SimilarityTests {
  private func shingles(_ text: String) -> [UInt64] { Array(text.utf8).withUnsafeBytes { Shingles.of($0) } }

  @Test("Jaccard of shingles by hand: of 3 and 3 shingles 2 are the same")
  func jaccard() {
    let (left, right) = (shingles("a b c d e f"), shingles("a b c d e g"))
    #expect(left.count == 3 && right.count == 3)
    #expect(Shingles.jaccard(left, right) == 0.5)
    #expect(shingles("a b c").isEmpty && MinHash([]) == nil)
  }

  @Test("Texts that are the same but for a few words are a pair; others are none")
  func pairs() {
    let words = (0..<200).map { "語\($0)" }
    var changed = words
    changed[100] = "別"
    var duplicates = NearDuplicates()
    for text in [words, (300..<500).map { "語\($0)" }, changed] { duplicates.add(shingles(text.joined(separator: " "))) }
    let pairs = duplicates.pairs(atLeast: 0.6)
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 2]])
    // 197 shingles each, of which 4 hold the word.
    #expect(pairs.map(\.similarity) == [193.0 / 201.0])
  }

  @Test("Passages are the same but for numbers and white space")
  func passages() {
    var passages = RepeatedPassages(minimumLength: 8)
    for (article, text) in ["2025年の記事です。ご注意を。", "2026年 の記事です。ご注意を。", "短い。", "短い。"].enumerated() {
      passages.add(text, article: article, line: article + 3)
    }
    let found = passages.passages(inAtLeast: 2)
    #expect(found.map(\.text) == ["2025年の記事です。ご注意を。"])
    #expect(found.first?.places.map(\.line) == [3, 4])
  }

  @Test("The cosine by hand, and the topics in common; the bytes give the same index")
  func similarity() throws {
    func features(_ terms: [String]) -> ArticleFeatures {
      ArticleFeatures(
        terms.map { Topic(key: TermKey($0), term: $0, kind: .noun, count: 1, ownCount: 1, zones: [], score: 0) }
          .sorted { $0.key < $1.key }, title: nil)
    }
    let articles = [["猫", "魚"], ["猫", "犬"], ["車", "道"]].map(features)
    var builder = SimilarityBuilder()
    for article in articles { builder.count(article) }
    for (number, article) in zip([7, 8, 9], articles) { builder.add(number, article) }
    var lists = TopicListsInMemory()
    let index = builder.finish { lists.add($0, count: $1, postings: $2) }
    let matches = try index.matches(for: articles[0], excluding: 7, limit: 5, among: lists)
    // idf: 猫 ln(3/2), the others ln 3.
    let (shared, own) = (log(1.5), log(3.0))
    let match = try #require(matches.first)
    #expect(matches.count == 1 && match.article == 8 && match.shared == [TermKey("猫").value])
    #expect(abs(match.score - shared * shared / (shared * shared + own * own)) < 1e-6)
    let read = try SimilarityIndex(bytes: index.bytes)
    #expect(try read.matches(for: articles[0], excluding: 7, limit: 5, among: lists) == matches)
    #expect(throws: BinaryFormError.self) { try SimilarityIndex(bytes: Array(index.bytes.dropLast())) }
    #expect(throws: BinaryFormError.self) { try SimilarityIndex(bytes: []) }
  }
}
