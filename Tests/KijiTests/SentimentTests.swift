import Annotation
import ArticleAnalysis
import Foundation
import Kiji
import TestSupport
import Testing

@Suite("Sentiment")
struct SentimentTests {
  private static let kiji = Result {
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.parts = [.sentiment, .sentences]
    return try Kiji(configuration: configuration)
  }

  private func analysis(_ text: String) throws -> ArticleAnalysis {
    try Self.kiji.get().analyze(text, format: .plain)
  }

  /// Expects the words between ⟦ and ⟧ to be the judgements of the text, with these signs and rules.
  private func expect(
    _ marked: String, _ expected: [(Polarity, CueRules)], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let words = marked.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().map {
      $0.split(separator: "⟧")[0]
    }
    let found = try #require(try analysis(text).sentiment).cues
    #expect(found.map(\.text) == words.map(String.init), sourceLocation: sourceLocation)
    #expect(found.map(\.polarity) == expected.map(\.0), sourceLocation: sourceLocation)
    #expect(found.map(\.rules) == expected.map(\.1), sourceLocation: sourceLocation)
  }

  @Test("A denied cue turns its sign, in every form of denial")
  func negation() throws {
    for text in [
      "⟦楽しくない⟧。", "⟦楽しくなかっ⟧た。", "⟦楽しくありません⟧でした。", "⟦楽しくはなかっ⟧た。", "⟦楽しいとは言えない⟧。", "⟦楽しいわけではない⟧。",
      "⟦楽しいとは限りません⟧。",
    ] { try expect(text, [(.negative, .negation)]) }
  }

  @Test("A denied bad thing is good, more faintly")
  func negatedBad() throws {
    try expect("⟦欠陥はない⟧。", [(.positive, .negation)])
    try expect("⟦欠陥は見当たりません⟧でした。", [(.positive, .negation)])
  }

  @Test("Denied twice it stands, more faintly")
  func doubleNegation() throws {
    try expect("⟦楽しくないわけではない⟧。", [(.positive, .doubleNegation)])
  }

  @Test("Growth and shrinking of good and bad things")
  func growth() throws {
    try expect("⟦コストが下がっ⟧た。", [(.positive, .decrease)])
    try expect("⟦利益率が下がっ⟧た。", [(.negative, .decrease)])
    try expect("⟦工数が増え⟧た。", [(.negative, .increase)])
    try expect("⟦コストが下がらない⟧。", [(.negative, [.negation, .decrease])])
  }

  @Test("What is removed turns")
  func removal() throws {
    try expect("⟦不安を解消し⟧た。", [(.positive, .removal)])
  }

  @Test("Before a contrast a judgement weighs less")
  func contrast() throws {
    let cues = try #require(try analysis("部屋は綺麗だが、食事がまずい。").sentiment).cues
    #expect(cues.map(\.rules) == [.contrast, []])
    #expect(cues[0].weight < cues[1].weight)
  }

  @Test("What nobody does more than this is the highest praise, or blame")
  func superlative() throws {
    try expect("これほど⟦親切な人はいない⟧。", [(.positive, [.negation, .superlative])])
    try expect("これほど⟦不親切な人はいない⟧。", [(.negative, [.negation, .superlative])])
  }

  @Test("The denial behind しか denies nothing of what stands before it")
  func only() throws {
    let cues = try #require(try analysis("もう感動しかない。").sentiment).cues
    #expect(cues.map(\.polarity) == [.positive])
  }

  @Test("What is wished for or sought is not said to be so")
  func wishedAndSought() throws {
    for text in ["いつか幸せになりたい。", "面白い本を探している。", "事故の件数を集計した。"] {
      let sentiment = try #require(try analysis(text).sentiment)
      #expect(sentiment.cues.allSatisfy { $0.weight < 0.3 }, "\(text)")
      #expect(sentiment.polarity != .negative, "\(text)")
    }
  }

  @Test("Of two contraries denied together neither is so")
  func neither() throws {
    #expect(try analysis("部屋は明るくも暗くもない。").sentiment?.cues.isEmpty == true)
  }

  @Test("What gives the reason stands before the contrast as well")
  func reasonBeforeContrast() throws {
    let cues = try #require(try analysis("評判が良かったので楽しみにしていたが、料理がまずい。").sentiment).cues
    #expect(cues.dropLast().allSatisfy { $0.rules.contains(.contrast) } && cues.last?.polarity == .negative)
  }

  @Test("An article of one sentence judges as the sentence does")
  func oneSentence() throws {
    let article = try analysis("料理がとても美味しく、最高の宿でした。")
    #expect(article.sentiment?.polarity == .positive && article.sentences[0].polarity == .positive)
    #expect(article.sentiment?.score == article.sentences[0].score)
    #expect(article.sentiment?.shares.positive == 1)
  }

  @Test("A text without sentences is neutral")
  func empty() throws {
    let sentiment = try #require(try analysis("").sentiment)
    #expect(sentiment.polarity == .neutral && sentiment.score == 0 && sentiment.cues.isEmpty)
  }

  @Test("What is judged is told, with its places")
  func aspects() throws {
    let sentiment = try #require(try analysis("画面は見やすい。しかし音質が悪い。音質にはがっかりした。音質は最悪だ。").sentiment)
    #expect(sentiment.aspects.map(\.entity) == ["画面", "音質"])
    #expect(sentiment.aspects.map(\.polarity) == [.positive, .negative])
    #expect(sentiment.aspects[1].ranges.count == 2)
  }

  @Test("Every judgement stands at its place in the file", arguments: try Repository.samples)
  func places(path: String) throws {
    let bytes = try Repository.bytes(path)
    let analysis = try Self.kiji.get().analyze(bytes: bytes, path: path)
    let scalars = Array(
      String(decoding: try ArticleReader.read(bytes, path: path).source.bytes, as: UTF8.self).unicodeScalars)
    for cue in try #require(analysis.sentiment).cues {
      #expect(cue.range.upperBound <= scalars.count && (0...1).contains(cue.weight))
      let sentence = analysis.sentences[cue.sentence]
      #expect(sentence.range.lowerBound <= cue.range.lowerBound && cue.range.upperBound <= sentence.range.upperBound)
      if let first = cue.text.unicodeScalars.first, path.hasSuffix(".txt") {
        #expect(scalars[cue.range.lowerBound] == first)
      }
    }
  }

  @Test("Nothing costs more than linear time")
  func linear() throws {
    let clock = ContinuousClock()
    for unit in ["良いが", "ないない", "コストが", "良くない", "下がる", "ばいいのに", "「良い」", "良いかもしれない", "あああ", "美しい花の"] {
      let short = try clock.measure { _ = try analysis(String(repeating: unit, count: 2_000)) }
      let long = try clock.measure { _ = try analysis(String(repeating: unit, count: 16_000)) }
      // Quadratic time would be 64 times as much.
      #expect(long < short * 30 + .milliseconds(200), "\(unit): \(short), \(long)")
    }
  }

  /// The share of the probes that have to be right.
  private static let probeBar = 0.97

  @Test("At least 97 % of the probes of composition are right")
  func probes() throws {
    let table = String(decoding: try Repository.bytes("Tests/KijiTests/Probes/sentiment.tsv"), as: UTF8.self)
    var (right, count) = (0, 0)
    var misses: [String] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      try #require(fields.count == 3, "\(line)")
      let sentiment = try #require(try analysis(fields[2]).sentiment)
      count += 1
      if sentiment.polarity.rawValue == fields[1] {
        right += 1
      } else {
        let cues = sentiment.cues.map { "\($0.text) \($0.polarity) \($0.rules.names)" }
        misses.append("\(fields[0]): \(fields[2]) is \(fields[1]), found \(sentiment.polarity) \(cues)")
      }
    }
    print(misses.joined(separator: "\n"))
    #expect(Double(right) >= Self.probeBar * Double(count), "\(right) of \(count)")
  }
}
