import Annotation
import ArchiveAnalysis
import ArticleAnalysis
import Testing

@Suite("Tags learned from an archive")
struct TagModelTests {
  @Test("Articles like those with a tag get it, with the count of those as a reason")
  func similar() throws {
    let model = TagModel(learning: TagArchive.articles)
    let asked = TagArchive.features(title: "週末の夜明け", words: ["縄", "帆", "風", "港"])
    let first = try #require(model.suggestions(for: asked, limit: 5).first)
    #expect(first.tag == "ヨット" && first.kind == .known)
    #expect(first.reason.contains("「ヨット」の付いた"))
  }

  @Test("A tag in the title comes first, whatever its spelling")
  func literal() throws {
    let model = TagModel(learning: TagArchive.articles)
    let asked = TagArchive.features(title: "GitHub Actionsで港の天気を知らせる", words: ["GitHub Actions", "通知"])
    let first = try #require(model.suggestions(for: asked, limit: 5).first)
    #expect(first.tag == "github-actions")
    #expect(first.reason.hasPrefix("題名にある"))
  }

  @Test("A topic that is no tag yet is suggested as new, spelled as the archive spells")
  func new() throws {
    let model = TagModel(learning: TagArchive.articles)
    let asked = TagArchive.features(title: "Cloud Run", words: ["Cloud Run", "Cloud Run", "Cloud Run"])
    let new = try #require(model.suggestions(for: asked, limit: 10).first { $0.kind == .new })
    #expect(new.tag == "cloud-run")
  }

  @Test("The order of the articles does not matter")
  func order() {
    let forward = TagModel(learning: TagArchive.articles)
    let backward = TagModel(learning: TagArchive.articles.reversed())
    #expect(forward.bytes == backward.bytes)
  }

  @Test("A model that was written and read answers the same")
  func roundTrip() throws {
    let model = TagModel(learning: TagArchive.articles)
    let read = try TagModel(bytes: model.bytes)
    #expect(read.bytes == model.bytes && read.findings == model.findings)
    for article in TagArchive.articles {
      #expect(read.suggestions(for: article.features, limit: 10) == model.suggestions(for: article.features, limit: 10))
    }
  }

  @Test("A tag that only older articles have is known, and suggested where the article names it")
  func older() throws {
    let model = TagModel(learning: TagArchive.articles, older: OlderLabels(tags: ["灯台", "ヨット"]))
    let asked = TagArchive.features(title: "灯台を訪ねる", words: ["灯台", "灯台", "灯台"])
    let found = try #require(model.suggestions(for: asked, limit: 10).first { $0.tag == "灯台" })
    #expect(found.kind == .known)
    let without = TagModel(learning: TagArchive.articles).suggestions(for: asked, limit: 10)
    #expect(without.first { $0.tag == "灯台" }?.kind == .new)
    #expect(
      try TagModel(bytes: model.bytes).suggestions(for: asked, limit: 10) == model.suggestions(for: asked, limit: 10))
  }

  @Test("Scores are shares in descending order, and no tag comes twice")
  func scores() {
    let model = TagModel(learning: TagArchive.articles)
    for article in TagArchive.articles {
      let suggestions = model.suggestions(for: article.features, limit: 10)
      #expect(suggestions.allSatisfy { $0.score >= 0 && $0.score <= 1 && !$0.reason.isEmpty })
      #expect(suggestions.map(\.score) == suggestions.map(\.score).sorted(by: >))
      #expect(Set(suggestions.map(\.tag)).count == suggestions.count)
    }
  }

  @Test("Categories are those of the archive, and their scores add up to 1")
  func categories() throws {
    let model = TagModel(learning: TagArchive.articles)
    let asked = TagArchive.features(title: "週末の夜明け", words: ["縄", "帆", "風", "港"])
    let categories = model.categorySuggestions(for: asked, limit: 10)
    #expect(categories.first?.category == "海")
    #expect(abs(categories.reduce(0) { $0 + $1.score } - 1) < 0.001)
  }

  @Test("An archive without tags, and one without articles, suggest what is new")
  func empty() {
    let asked = TagArchive.features(title: "帆と縄", words: ["帆", "縄"])
    #expect(TagModel(learning: []).categorySuggestions(for: asked, limit: 3).isEmpty)
    #expect(TagModel(learning: []).suggestions(for: asked, limit: 3).allSatisfy { $0.kind == .new })
    #expect(TagModel(learning: TagArchive.articles).suggestions(for: ArticleFeatures(features: []), limit: 0).isEmpty)
  }

  @Test("An archive whose articles hold nothing but what all hold has no likeness, and does not trap")
  func commonTopicsOnly() {
    let articles = (0..<40).map { number in
      TaggedArticle(
        path: "\(number).md", date: nil, tags: ["日記"], categories: [],
        features: TagArchive.features(title: "日々", words: number % 2 == 0 ? ["日記"] : []))
    }
    let suggestions = TagModel(learning: articles).suggestions(for: articles[0].features, limit: 3)
    #expect(suggestions.allSatisfy { $0.score >= 0 && $0.score <= 1 })
  }

  @Test("A tag on every article, and two spellings of one tag, are reported; the former is not suggested")
  func findings() {
    let pasted = TagArchive.articles.map {
      TaggedArticle(
        path: $0.path, date: $0.date, tags: $0.tags + ["最新情報"] + ($0.path.hasSuffix("1.md") ? ["yacht"] : []),
        categories: $0.categories, features: $0.features)
    }
    let more =
      pasted + [
        TaggedArticle(
          path: "z.md", date: nil, tags: ["Yacht"], categories: [],
          features: TagArchive.features(title: "帆", words: ["帆"]))
      ]
    let model = TagModel(learning: more)
    #expect(model.findings.pasted.contains { $0.tag == "最新情報" && $0.kind == .uninformative })
    #expect(model.findings.spellings.contains { Set($0.tags) == ["yacht", "Yacht"] })
    let asked = TagArchive.features(title: "帆と縄", words: ["帆", "縄"])
    #expect(!model.suggestions(for: asked, limit: 20).contains { $0.tag == "最新情報" })
  }

  @Test("An evaluation learns from the older articles and asks for the newest")
  func evaluation() {
    let evaluation = TagEvaluation(TagArchive.articles)
    #expect(evaluation.tags.learned == 24 && evaluation.tags.asked == 6)
    #expect(evaluation.tags.firstIsRight == 1 && evaluation.tags.meanAveragePrecision > 0.8)
    #expect(evaluation.answers.count == 6)
  }
}

/// A small archive about boats, bread and programs, made for tests.
enum TagArchive {
  private static let subjects: [(tag: String, category: String, words: [String])] = [
    ("ヨット", "海", ["帆", "港", "風", "舵", "縄"]), ("パン", "台所", ["小麦", "酵母", "窯", "発酵", "塩"]),
    ("github-actions", "道具", ["GitHub Actions", "通知", "設定ファイル", "実行環境", "ログ"]),
  ]

  /// Thirty articles, ten of each subject in turn.
  static let articles: [TaggedArticle] = (0..<30).map { number in
    let subject = subjects[number % subjects.count]
    let day = number < 9 ? "0\(number + 1)" : String(number + 1)
    let words = subject.words.enumerated().filter { ($0.offset + number / 3) % 4 != 0 }.map(\.element)
    return TaggedArticle(
      path: "posts/\(day)1.md", date: "2025-01-\(day)",
      tags: [subject.tag] + (number % 7 == 0 ? ["git-hooks", "ci-tool", "my-notes"] : []),
      categories: [subject.category], features: features(title: "記録\(day)", words: words + ["日記"]))
  }

  /// The features of an article with a title and words; a word that is given twice counts twice.
  static func features(title: String, words: [String]) -> ArticleFeatures {
    var topics: [Topic] = []
    for word in Set(words).sorted() {
      topics.append(
        Topic(
          key: TermKey(word), term: word, kind: .noun, count: words.count { $0 == word },
          ownCount: words.count { $0 == word }, zones: title.contains(word) ? .title : [], score: 0.5))
    }
    return ArticleFeatures(topics.sorted { $0.key < $1.key }, title: title)
  }
}
