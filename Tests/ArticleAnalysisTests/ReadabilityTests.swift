import ArticleAnalysis
import ArticleSource
import Foundation
import Morphology
import Normalization
import TestSupport
import Testing
import TextCore

@Suite("Readability")
struct ReadabilityTests {
  private func read(_ text: String, unit: OffsetUnit = .scalar) throws -> ArticleReadability {
    var options = AnalysisOptions()
    options.parts = [.readability]
    options.offsetUnit = unit
    let model = try MeCabModel(try DictionaryLocator(configuredFolder: nil).locate(.named(.ipadic)))
    var analyzer = try ArticleAnalyzer(model: model, options: options, resources: AnalysisResources(for: options))
    return try #require(try analyzer.analyze(Array(text.utf8), format: .markdown).readability)
  }

  private func repeats(_ text: String) throws -> [String] {
    try read(text).repeatedParticles.map { "\($0.particle)\($0.count):\($0.place.text)" }
  }

  @Test("Lengths are of running text: mean, median, longest, white space left out")
  func lengths() throws {
    let found = try read(
      """
      # 見出しは数えません

      雨が降る。

      明日は　晴れる。今日は風が強い。

      - 項目
      - これは文です。

      | 表 | 値 |
      |---|---|
      | 中は数えません。 | 1 |
      """)
    #expect(found.sentences == 4)
    let length = try #require(found.length)
    #expect(length.mean == 6.75 && length.median == 7 && length.longest == 8)
    #expect(found.longest.map(\.place.text) == ["今日は風が強い。", "明日は　晴れる。", "これは文です。"])
    #expect(found.longest.map(\.characters) == [8, 7, 7])
    #expect(
      found.longest.map(\.place.position) == [
        .init(line: 5, column: 9), .init(line: 5, column: 1), .init(line: 8, column: 3),
      ])
  }

  @Test("Places are those of the file, in the unit asked for", arguments: [OffsetUnit.scalar, .utf8, .utf16])
  func places(unit: OffsetUnit) throws {
    let text = "---\ntitle: 題😀\n---\n😀 **雨が**降ります。晴れます。曇る。\n"
    let place = try #require(try read(text, unit: unit).style.exceptions.first)
    let start = text.range(of: "曇る。")!
    let before = text[..<start.lowerBound]
    let expected =
      switch unit {
      case .scalar: (before.unicodeScalars.count, 3)
      case .utf8: (before.utf8.count, 9)
      case .utf16: (before.utf16.count, 3)
      }
    #expect(place.range == expected.0..<expected.0 + expected.1)
    #expect(place.position == TextPosition(line: 4, column: 19))
  }

  @Test(
    "Sentences end politely, plainly, or with a noun",
    arguments: [
      ("行きます。", "polite"), ("行きませんでした。", "polite"), ("そうですよね？", "polite"), ("晴れるでしょう", "polite"),
      ("ご覧ください。", "polite"), ("そうですが（笑）。", "polite"), ("行くかもしれません！", "polite"), ("始めましょう。", "polite"),
      ("行く。", "plain"), ("本である。", "plain"), ("大きかった。", "plain"), ("行かない。", "plain"), ("雨だろう。", "plain"),
      ("寒いよ。", "plain"), ("本だ（たぶん）。", "plain"), ("頑張れ！", "plain"),
      ("結果は上々の出来。", "nominal"), ("売上は3億円。", "nominal"),
      ("「行きます。」", "none"), ("行って。", "none"), ("行く", "none"), ("本当か。", "none"),
    ])
  func endings(sentence: String, expected: String) throws {
    let style = try read(sentence).style
    let found = style.polite == 1 ? "polite" : style.plain == 1 ? "plain" : style.nominal == 1 ? "nominal" : "none"
    #expect(found == expected, "\(sentence)")
    #expect(style.polite + style.plain + style.nominal == (expected == "none" ? 0 : 1))
  }

  @Test("Two thirds make the body's style; the others are exceptions; quotations are in the style of who is quoted")
  func body() throws {
    let plain = try read("雨が降る。風が吹く。寒いです。\n\n> 晴れます。暖かいです。そうです。\n")
    #expect(plain.style.body == .plain && plain.style.exceptions.map(\.text) == ["寒いです。"])
    let mixed = try read("雨が降る。風が吹く。寒いです。暑いです。")
    #expect(mixed.style.body == .mixed && mixed.style.exceptions.isEmpty)
    let polite = try read("雨が降ります。風が吹きます。寒い。")
    #expect(polite.style.body == .polite && polite.style.exceptions.map(\.text) == ["寒い。"])
    let none = try read("# 見出し\n")
    #expect(none.style.body == nil && none.sentences == 0)
  }

  @Test("が, は and を twice in one clause, three の in a row")
  func particles() throws {
    #expect(try repeats("象が鼻が長い。") == ["が2:象が鼻が"])
    #expect(try repeats("私は今日は休みます。") == ["は2:私は今日は"])
    #expect(try repeats("この文章を推敲をする。") == ["を2:この文章を推敲を"])
    #expect(try repeats("弊社の製品の価格の表を見る。") == ["の3:弊社の製品の価格の表"])
    #expect(try repeats("今日が明日が昨日が来る。") == ["が3:今日が明日が昨日が"])
  }

  @Test(
    "What reads well is not listed",
    arguments: [
      "雨が降る日が続く。", "雨が降り、風が吹く。", "日本の企業の利益が増えた。", "東京では雨だが大阪は晴れだ。", "雨が降るが、風が弱い。",
      "データを基に判断を下す。", "私は「彼は来ない」と聞いた。", "2025年に本格的に始める。", "夏は暑く冬は寒い。",
      "本を読み、絵を描く。",
    ])
  func readsWell(sentence: String) throws { #expect(try repeats(sentence) == []) }

  @Test("IPADIC does not tell where words come from; the share of kanji is of all characters")
  func kanji() throws {
    let found = try read("漢字とかな。")
    #expect(found.origins == nil)
    #expect(found.kanjiShare == 2.0 / 6)
  }

  @Test("Any text can be read: figures stay within bounds, places within the text", arguments: 0..<40)
  func hostile(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "が", "は", "の", "を", "に", "、", "。", "「", "」", "（", "）", "です", "ます", "だ", "雨", "行く", " ", "　", "\n\n", "> ", "- ",
      "😀", "A", "㈱", "|",
    ]
    let text = (0..<Int.random(in: 0..<120, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    let found = try read(text)
    let scalars = Array(text.unicodeScalars)
    #expect(found.kanjiShare >= 0 && found.kanjiShare <= 1)
    let counted = found.style.polite + found.style.plain + found.style.nominal
    #expect(counted <= found.sentences)
    #expect((found.length == nil) == (found.sentences == 0))
    for place in found.longest.map(\.place) + found.style.exceptions + found.repeatedParticles.map(\.place) {
      #expect(place.range.lowerBound < place.range.upperBound && place.range.upperBound <= scalars.count)
    }
  }
}
