import ArticleAnalysis
import Foundation
import Kiji
import Reporting
import TestSupport
import Testing
import TextCore

/// Input as nobody should write it: the way from bytes to JSON ends in a result or an error, never in a trap.
@Suite("Hostile input")
struct HostileInputTests {
  private static let kiji = Result { try Kiji() }

  /// Pieces that meet badly: broken UTF-8, marks, joiners, half-width kana, markup left open.
  private static let pieces: [[UInt8]] =
    [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81], [0x00], [0x0D], [0x0A],
      [0x0A, 0x0A],
      [0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0x1B, 0x24, 0x42], [0x82, 0xA0],
    ]
    + [
      "---\n", "+++\n", "{", "}", "title: ", "tags: [a, &x *x]\n", "# ", "- ", "> ", "| a | b |\n|---|---|\n", "```\n",
      "`", "**", "~~",
      "[", "](", ")", "![", "<div>", "</p>", "<ruby>漢<rt>かん</rt></ruby>", "<!--", "-->", "&amp;", "&#x110000;",
      "&nosuch;", "{{< x >}}",
      "{% raw %}", "$$", "$x$", ":smile:", "[^1]", "｜漢字《かんじ》", "ｶﾞｷﾞﾊﾟ", "が\u{3099}", "👨‍👩‍👧‍👦", "🇯🇵", "e\u{301}", "ー", "〜", "～～",
      "㈱", "①", "㍻",
      "。", "！？", "「", "」", "『", "』", "（笑）", "www", "...", "…", "3.14", "https://例え.jp/あ?b=c#d", "a@b.jp", "吾輩は猫である",
      "データセンター",
      "OpenAI", "Node.js", "GPT-4o", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{202E}", "\u{3000}", "\t", " ", "𠮷野家", "ﷺ",
      "\u{10FFFF}",
    ].map { Array($0.utf8) }

  @Test("10,000 random mixtures, in every format, give a result whose ranges lie in the file")
  func mixtures() throws {
    var random = SeededGenerator(seed: 20_251_102)
    let kiji = try Self.kiji.get()
    for round in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          for _ in 0..<Int.random(in: 1...6, using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
        } else {
          bytes += Self.pieces.randomElement(using: &random) ?? []
        }
      }
      let format = InputFormat.allCases[round % 3]
      let article = try kiji.analyze(bytes: bytes, format: format)
      let source = try ArticleReader.read(bytes, format: format).source
      let count = String(decoding: source.bytes, as: UTF8.self).unicodeScalars.count
      var last = 0
      for sentence in article.sentences {
        guard sentence.range.lowerBound >= 0, sentence.range.upperBound <= count, !sentence.text.isEmpty else {
          Issue.record("round \(round): \(sentence)")
          return
        }
        last = max(last, sentence.range.upperBound)
      }
      if let summary = article.summary {
        #expect(!summary.excerpt.isEmpty && summary.excerpt.count <= 120, "round \(round): \(summary.excerpt)")
      }
      var output = JSONOutput()
      ArticleObject(article).write(to: &output)
      if round % 50 == 0 { _ = try JSONSerialization.jsonObject(with: Data(output.bytes)) }
    }
  }

  @Test(
    "Long runs of one thing take linear time", .timeLimit(.minutes(10)),
    arguments: [
      "漢", "あ", "ｱ", "a", "1", "。", "「", "」", "(", "[", "![", "**", "`", "<", "<div>", "> ", "- ", "|", "&", "&amp;",
      "#", "\n", " ", "、", "w",
      "ー", "〜", "\u{3099}", "👨‍👩‍👧", "\u{0}", "{{", "{%", "$", "$$", ":a:", "[^1]", "｜漢《", "https://", "---\n", "a: b\n",
      "\\", "\u{200B}", "<b>", "１",
    ])
  func runs(unit: String) throws {
    let kiji = try Self.kiji.get()
    let bytes = Array(String(repeating: unit, count: 1_000_000 / unit.utf8.count).utf8)
    for format in InputFormat.allCases {
      let article = try kiji.analyze(bytes: bytes, format: format)
      #expect(article.source.byteCount == bytes.count)
    }
  }

  @Test("A line of 20 MB is analyzed", .timeLimit(.minutes(10)))
  func longLine() throws {
    let kiji = try Self.kiji.get()
    let unit = "青葉電算は東京に新しいデータセンターを建て"
    let bytes = Array(String(repeating: unit, count: 20_000_000 / unit.utf8.count).utf8)
    let article = try kiji.analyze(bytes: bytes, format: .markdown)
    #expect((article.statistics?.sentences ?? 0) >= 300)
  }
}
