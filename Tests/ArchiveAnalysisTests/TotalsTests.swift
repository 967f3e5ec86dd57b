import Annotation
import ArchiveAnalysis
import ArticleSource
import TestSupport
import Testing

@Suite("Totals of an archive")
struct TotalsTests {
  @Test("Totals of two parts, merged in either order, are those of the whole", arguments: 0..<20)
  func merging(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let articles = (0..<Int.random(in: 0...40, using: &random)).map { _ in Self.article(&random) }
    let whole = Self.totals(articles)
    let cut = Int.random(in: 0...articles.count, using: &random)
    var forward = Self.totals(articles[..<cut])
    forward.merge(Self.totals(articles[cut...]))
    var backward = Self.totals(articles[cut...].reversed())
    backward.merge(Self.totals(articles[..<cut].shuffled(using: &random)))
    #expect(forward.finish() == whole.finish())
    #expect(backward.finish() == whole.finish())
  }

  @Test("An archive is about what weighs in its articles, not about what stands in most of them")
  func weights() {
    let articles = (0..<40).map { number in
      var figures = ArticleFigures(format: .markdown, day: nil, sums: TextSums(), polarity: .neutral, score: 0)
      figures.terms = [CountedTerm(term: "未来", kind: .noun, count: 9)]
      figures.weights = [("未来", 200)]
      if number < 10 {
        figures.terms.append(CountedTerm(term: "ヨット", kind: .noun, count: 1))
        figures.weights.append(("ヨット", 1_600))
      }
      return figures
    }
    let terms = Self.totals(articles).finish().terms
    #expect(terms.map(\.term) == ["ヨット", "未来"])
    #expect(terms.map(\.score) == [1, 0.5] && terms.map(\.articles) == [10, 40] && terms.map(\.count) == [10, 360])
  }

  @Test("Counts, shares and the middle reading time of three articles")
  func summary() {
    var first = ArticleFigures(
      format: .markdown, day: "2025-11-02", sums: TextSums(), polarity: .positive, score: 3_000)
    first.sums.readingSeconds = 60
    first.sums.positive = 2
    first.terms = [CountedTerm(term: "投資", kind: .noun, count: 3)]
    first.weights = [("投資", 10_000)]
    first.names = [.init(name: "青葉電算", type: .organization, kind: .company, count: 2)]
    first.tags = ["AI", "AI", "経済"]
    first.deals = [.init(type: .investment, from: "青葉電算", to: nil)]
    var second = ArticleFigures(
      format: .html, day: "2025-12-31", sums: TextSums(), polarity: .negative, score: -1_000)
    second.sums.readingSeconds = 200
    second.terms = [
      CountedTerm(term: "投資", kind: .noun, count: 1), CountedTerm(term: "猫", kind: .noun, count: 9),
    ]
    second.weights = [("投資", 1_000), ("猫", 10_000)]
    second.names = [.init(name: "青葉電算", type: .organization, kind: nil, count: 1)]
    let third = ArticleFigures(format: .markdown, day: nil, sums: TextSums(), polarity: .neutral, score: 0)
    let summary = Self.totals([first, second, third]).finish()
    #expect(summary.whole.articles == 3)
    #expect(summary.days?.first == "2025-11-02")
    #expect(summary.days?.last == "2025-12-31")
    #expect(summary.months.map(\.month) == ["2025-11", "2025-12"])
    #expect(summary.medianReadingSeconds == 60)
    #expect(summary.whole.score == (0.3 - 0.1) / 3)
    #expect(summary.whole.polarities == [1, 1, 1, 0])
    #expect(Set(summary.terms.map(\.term)) == ["投資", "猫"])
    #expect(summary.terms.first { $0.term == "投資" }?.articles == 2)
    #expect(summary.terms.first { $0.term == "投資" }?.count == 4)
    // Of two kinds in one article each, none comes before company.
    #expect(summary.names.map(\.name) == ["青葉電算"])
    #expect(summary.names.map(\.kind) == [nil])
    #expect(summary.names.map(\.count) == [3])
    #expect(summary.names.map(\.articles) == [2])
    #expect(summary.tags.map(\.text) == ["AI", "経済"])
    #expect(summary.tags.map(\.articles) == [1, 1])
    #expect(summary.deals.map(\.from) == ["青葉電算"])
    #expect(summary.deals.map(\.to) == [nil])
  }

  @Test("An empty archive has a summary, with nothing in it")
  func nothing() {
    let summary = ArchiveTotals().finish()
    #expect(summary.whole.articles == 0)
    #expect(summary.days == nil)
    #expect(summary.whole.score == 0)
    #expect(summary.terms.isEmpty)
  }

  @Test("Strings that only Unicode takes for the same are two, and equal counts stand in the order of their bytes")
  func bytes() {
    var tally = Tally()
    for text in ["が", "か\u{3099}", "あ", "い"] { tally.add(text, count: 1) }
    tally.add("い", count: 1)
    #expect(tally.count == 4)
    #expect(tally.ranked(limit: 0).map { Array($0.text.utf8) } == ["い", "あ", "か\u{3099}", "が"].map { Array($0.utf8) })
    #expect(tally.ranked(limit: 2).map(\.text) == ["い", "あ"])
  }

  private static func totals(_ articles: some Sequence<ArticleFigures>) -> ArchiveTotals {
    var totals = ArchiveTotals()
    for article in articles { totals.add(article) }
    return totals
  }

  private static func article(_ random: inout SeededGenerator) -> ArticleFigures {
    func some(_ names: [String]) -> [String] { names.filter { _ in Bool.random(using: &random) } }
    let day =
      Bool.random(using: &random)
      ? "20\(Int.random(in: 10...12, using: &random))-0\(Int.random(in: 1...9, using: &random))-05" : nil
    var article = ArticleFigures(
      format: InputFormat.allCases.randomElement(using: &random) ?? .plain, day: day, sums: TextSums(),
      polarity: Polarity.allCases.randomElement(using: &random) ?? .neutral,
      score: Int.random(in: -10_000...10_000, using: &random))
    for (_, path) in TextSums.all { article.sums[keyPath: path] = Int.random(in: 0...500, using: &random) }
    article.weights = some(["投資", "猫", "AI"]).map { ($0, Int.random(in: 1...10_000, using: &random)) }
    article.terms = some(["投資", "猫", "AI", "行く"]).map {
      CountedTerm(
        term: $0, kind: Term.Kind.allCases.randomElement(using: &random) ?? .noun,
        count: Int.random(in: 1...9, using: &random))
    }
    article.names = some(["東京", "青葉", "ミナ"]).map {
      .init(name: $0, type: .person, kind: nil, count: Int.random(in: 1...9, using: &random))
    }
    article.tags = some(["AI", "経済"])
    article.categories = some(["技術"])
    article.suggestedTags = some(["AI", "猫"])
    article.deals = some(["A", "B"]).map {
      .init(type: .investment, from: $0, to: Bool.random(using: &random) ? "C" : nil)
    }
    article.emotions = [(.joy, Int.random(in: 1...3, using: &random))]
    article.diagnostics = some(["x.y"]).map { ($0, 1) }
    return article
  }
}
