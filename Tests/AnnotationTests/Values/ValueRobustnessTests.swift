import Annotation
import Foundation
import Morphology
import TestSupport
import Testing
import TextCore

@Suite("Values of any text")
struct ValueRobustnessTests {
  private static let pieces = [
    "0", "1", "9", "12", "31", "99", "2025", "365", "1,000", "3.5", ".", ",", "、", "・", "/", "-", "ー", "〜", ":", "(",
    ")",
    "一", "二", "三", "十", "百", "千", "万", "億", "兆", "〇", "数", "半", "余", "年", "月", "日", "時", "分", "秒", "世紀", "年代", "年度",
    "期", "第", "四半期", "Q", "FY", "R", "H", "$", "¥", "USD", "円", "ドル", "%", "割", "厘", "ポイント", "人", "社", "つ", "カ月", "週間",
    "時間", "前", "後", "間", "目", "昨年", "来月", "同", "翌", "毎年", "令和", "昭和", "紀元前", "午後", "正午", "土曜日", "上旬", "末", "春", "GB",
    "B", "K", "パラメータ", "約", "最大", "以上", "を超える", "マイナス", "は", "。", " ", "🎉", "é", "分の", "元年", "年間", "月期", "(月)",
  ]

  @Test("Mentions lie on scalars within the sentence, in order, and none overlap", arguments: 0..<40)
  func ranges(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      var scanner = ValueScanner(lexicon: ValueCases.lexicon)
      var sentence = HandMadeSentence()
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
          sentence.append(Self.pieces.randomElement(using: &generator) ?? "1")
        }
        sentence.end()
      }
      let mentions = sentence.scan(with: &scanner)
      let text = sentence.text
      var sentences: [Range<Int>] = []
      for index in 0..<sentence.table.sentenceCount {
        sentences.append(sentence.table.range(of: sentence.table.morphemes(ofSentence: index)).offsets)
      }
      var end = 0
      for mention in mentions {
        #expect(mention.range.lowerBound >= end && !mention.range.isEmpty)
        #expect(
          sentences.contains { $0.contains(mention.range.lowerBound) && $0.upperBound >= mention.range.upperBound })
        #expect(text[mention.range.lowerBound] & 0xC0 != 0x80)
        #expect(mention.range.upperBound == text.count || text[mention.range.upperBound] & 0xC0 != 0x80)
        end = mention.range.upperBound
      }
    }
  }

  @Test("The same article gives the same values, whatever came before it")
  func repeatable() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var sentence = HandMadeSentence()
      for _ in 0..<20 { sentence.append(Self.pieces.randomElement(using: &generator) ?? "1") }
      sentence.end()
      var used = ValueScanner(lexicon: ValueCases.lexicon)
      let first = sentence.scan(with: &used)
      #expect(first == sentence.scan(with: &used))
      var fresh = ValueScanner(lexicon: ValueCases.lexicon)
      #expect(first == sentence.scan(with: &fresh))
    }
  }

  @Test(
    "A sentence of a megabyte takes linear time",
    arguments: [
      "1", "123456789012345678901234", "一", "億", "十", "数", "1/", "1,", "1、", "1〜", "1-", "1:", "1.", "1年", "12年3月",
      "1日", "千",
      "2025-", "2025/11/", "3分の", "1億", "昨年", "同", "令和", "午後", "$", "$1", "FY", "第1", "約", "1円", "10億〜", "(", "15:30:",
      "1割5分", "1年2", "2時間3分", "1・", "R7.4.",
    ])
  func linearTime(piece: String) {
    var sentence = HandMadeSentence()
    sentence.append(piece, count: (1 << 20) / piece.utf8.count)
    sentence.end()
    var scanner = ValueScanner(lexicon: ValueCases.lexicon)
    let clock = ContinuousClock()
    var mentions: [ValueMention] = []
    let time = clock.measure { mentions = sentence.scan(with: &scanner) }
    // Linear time is some milliseconds; quadratic time would be hours.
    #expect(time < .seconds(20))
    #expect(mentions.allSatisfy { $0.range.upperBound <= sentence.text.count })
  }

  @Test("Morphemes that are cut anywhere, as MeCab cuts long digits, do no harm")
  func cutDigits() {
    var sentence = HandMadeSentence()
    for surface in ["12", "34", "5", "人", "と", "1", "0", "円"] { sentence.append(surface) }
    sentence.end()
    var scanner = ValueScanner(lexicon: ValueCases.lexicon)
    let marks = sentence.scan(with: &scanner).map(\.mark)
    #expect(marks == ["0..<8 quantity 12345 人", "11..<16 money JPY 10"])
  }
}
