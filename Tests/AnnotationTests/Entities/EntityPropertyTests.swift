import Annotation
import Morphology
import TestSupport
import Testing
import TextCore

@Suite("Entities of any text", .enabled(if: ValueCases.model != nil, "IPADIC がありません"))
struct EntityPropertyTests {
  /// Names, values, what stands around them, and what meets badly.
  private static let pieces = [
    "株式会社", "トヨタ自動車", "ソフトバンクグループ", "ソフトバンクG", "OpenAI", "Google", "グーグル", "グーグル社", "NVIDIA", "AWS", "SEC",
    "証券取引委員会", "厚生労働省", "東京大学", "東京", "京都市", "米国", "孫正義", "孫", "田中", "サム・アルトマン", "アルトマン", "氏", "さん", "CEO",
    "社長", "教授", "社", "グループ", "HD", "GPT-4o", "Nintendo Switch", "データセンター", "クラウド", "労働基準法", "オリンピック", "2025年", "昨年",
    "3月期", "10億円", "1000億ドル", "3割", "午後3時", "最大", "約", "1", "99", "億", "第", "(", ")", "（", "）", "「", "」", "・", "=", "、",
    "。", "\n", " ", "\u{3000}", "は", "が", "を", "に", "の", "と", "投資した", "発表した", "🎉", "é", "e\u{301}", "𠮷野家", "ー", "ﾄﾖﾀ",
    "\u{200B}",
    "ｱ", "\u{10FFFF}",
  ]

  @Test("Mentions lie on scalars, in order, none overlap, and each entity has one", arguments: 0..<20)
  func findings(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var segmenter = try Segmenter(model: try #require(ValueCases.model))
    var annotator = EntityAnnotator(resources: try EntityCases.resources.get())
    for round in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? "。"
      }
      let bytes = Array(text.utf8)
      let sentences = EntityCases.sentences(of: bytes)
      var table = MorphemeTable()
      try segmenter.segment(bytes.span, sentences: sentences, into: &table)
      let anchor = round.isMultiple(of: 2) ? EntityCases.anchor : nil
      let findings = annotator.annotate(table, lexemes: segmenter.lexemes, text: bytes.span, anchor: anchor)
      let again = annotator.annotate(table, lexemes: segmenter.lexemes, text: bytes.span, anchor: anchor)
      #expect(findings == again, "\(text)")
      var named = Set<Int>()
      var end = 0
      for mention in findings.mentions {
        let range = mention.range.offsets
        let isOnScalars =
          bytes[range.lowerBound] & 0xC0 != 0x80
          && (range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
        #expect(range.lowerBound >= end && !range.isEmpty && isOnScalars, "\(text)")
        let sentence = sentences[mention.sentence].offsets
        #expect(sentence.lowerBound <= range.lowerBound && range.upperBound <= sentence.upperBound, "\(text)")
        let morphemes = table.morphemes(ofSentence: mention.sentence)
        #expect(!mention.morphemes.isEmpty && morphemes.contains(mention.morphemes.lowerBound), "\(text)")
        #expect(mention.morphemes.upperBound <= morphemes.upperBound, "\(text)")
        let isKnown = findings.entities.indices.contains(mention.entity)
        #expect(isKnown && findings.entities[mention.entity].type == mention.type, "\(text)")
        named.insert(mention.entity)
        end = range.upperBound
      }
      #expect(named == Set(findings.entities.indices), "\(text)")
    }
  }

  @Test(
    "A megabyte takes linear time: quadratic time would be hours", .timeLimit(.minutes(10)),
    arguments: ["1", "ア", "カタカナ", "A（", "A)", "「", "・", "東京", "社", "孫正義氏と", "株式会社A、", "10億円", "Google(SEC)"])
  func linearTime(piece: String) throws {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let findings = try EntityCases.find(text, model: try #require(ValueCases.model))
    let isInside = findings.mentions.allSatisfy { $0.range.upperBound <= text.utf8.count }
    #expect(isInside)
  }

  /// A kana for each digit.
  private static let kana = Array("アイウエオカキクケコ")

  @Test("Ten thousand names, each another one, take little time", .timeLimit(.minutes(10)))
  func manyNames() throws {
    var text = ""
    for number in 0..<10_000 {
      let part = String(String(number).map { Self.kana[$0.wholeNumberValue ?? 0] })
      text += "サム・マ\(part)ン氏は株式会社ラ\(part)ルを訪れた。"
    }
    let findings = try EntityCases.find(text, model: try #require(ValueCases.model))
    #expect(findings.entities.count > 1_000)
  }
}
