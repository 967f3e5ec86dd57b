import ArticleAnalysis
import Foundation
import Kiji
import TestSupport
import Testing
import TextCore

@Suite("The library")
struct KijiTests {
  private static let shared = Result { try Kiji() }

  @Test("A string is analyzed in five lines")
  func string() throws {
    let kiji = try Self.shared.get()
    let article = try kiji.analyze("# 猫の話\n\n吾輩は**猫**である。名前はまだ無い。\n")
    #expect(article.title == "猫の話")
    #expect(article.sentences.map(\.text) == ["猫の話", "吾輩は猫である。", "名前はまだ無い。"])
    #expect(article.terms.contains { $0.term == "猫" })
    #expect(article.statistics?.readingTime.minutes == 1)
  }

  @Test("Words of today are one word")
  func ownWords() throws {
    let kiji = try Self.shared.get()
    let article = try kiji.analyze("リスキリングを進める。インボイス制度が始まる。", format: .plain)
    #expect(article.terms.map(\.term).contains("リスキリング"))
    #expect(article.terms.map(\.term).contains("インボイス制度"))
  }

  @Test("Many tasks share one instance, and each gets the answer it would get alone")
  func tasks() async throws {
    let kiji = try Self.shared.get()
    let files = try Repository.samples.map { ($0, try Repository.bytes($0)) }
    let alone = try files.map { try kiji.analyze(bytes: $0.1, path: $0.0) }
    try await withThrowingTaskGroup(of: (Int, ArticleAnalysis).self) { group in
      for round in 0..<8 {
        for (index, file) in files.enumerated() {
          group.addTask { (index, try kiji.analyze(bytes: file.1, path: file.0)) }
        }
        _ = round
      }
      for try await (index, analysis) in group { #expect(analysis == alone[index]) }
    }
  }

  @Test("A sentence that was met before is analyzed as the first time")
  func repetition() throws {
    let kiji = try Self.shared.get()
    let sentence = "青葉電算は10月30日、AI向けデータセンターを国内3か所に建設すると発表しました。"
    let once = try kiji.analyze(sentence, format: .plain)
    let thrice = try kiji.analyze(sentence + "別の文。" + sentence + sentence, format: .plain)
    let other = try kiji.analyze("別の文。", format: .plain).statistics?.morphemes ?? 0
    #expect(thrice.statistics?.morphemes == (once.statistics?.morphemes ?? 0) * 3 + other)
    #expect(thrice.terms.first { $0.term == "青葉電算" }?.count == (once.terms.first { $0.term == "青葉電算" }?.count ?? 0) * 3)
  }

  @Test("Parts that were not asked for are empty")
  func parts() throws {
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.parts = [.statistics]
    let article = try Kiji(configuration: configuration).analyze("一文。", format: .plain)
    #expect(article.terms.isEmpty && article.sentences.isEmpty && article.summary == nil)
    #expect(article.statistics?.sentences == 1)
  }

  @Test("A file above the limit is an error that says so")
  func limit() throws {
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.decoding = .init(byteLimit: 10)
    let kiji = try Kiji(configuration: configuration)
    #expect(throws: SourceError.self) { try kiji.analyze("十バイトを超える文章。", format: .plain) }
  }

  @Test("A user's own words are used")
  func userWords() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("words.tsv")
    try Data("とろろ沢温泉郷\tplace\tトロロサワオンセンキョウ\n".utf8).write(to: list)
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.cacheFolder = folder.appendingPathComponent("cache").path
    configuration.userDictionaries = [list.path]
    let article = try Kiji(configuration: configuration).analyze("とろろ沢温泉郷へ行く。", format: .plain)
    #expect(article.terms.first?.term == "とろろ沢温泉郷" && article.terms.first?.kind == .properNoun)
  }

  @Test("Settings are read, and what is wrong in them has its place")
  func settings() throws {
    var configuration = KijiConfiguration(environment: [:])
    try ConfigurationFile(
      "dictionary: unidic\nexcerpt:\n  limit: 90\nuserDictionaries: [a.tsv, /b.tsv]\nreadingSpeed: {wordsPerMinute: 200}\n",
      folder: "/blog"
    ).apply(to: &configuration)
    #expect(configuration.dictionary == .named(.unidic))
    #expect(configuration.options.excerptLimit == 90)
    #expect(configuration.userDictionaries == ["/blog/a.tsv", "/b.tsv"])
    #expect(configuration.options.readingSpeed.wordsPerMinute == 200)
    for (text, code, line) in [
      ("excerpt:\n  limt: 3\n", "config.unknown-key", 2), ("offsetUnit: bytes\n", "config.invalid", 1),
      ("a: [\n", "config.invalid", 2), ("- x\n", "config.invalid", 1), ("sizeLimit: 0\n", "config.invalid", 1),
    ] {
      let error = #expect(throws: ConfigurationError.self) { try ConfigurationFile(text, folder: "/") }
      #expect(error?.code.name == code && error?.line == line, "\(text)")
    }
    #expect(throws: Never.self) { try ConfigurationFile("", folder: "/") }
  }
}
