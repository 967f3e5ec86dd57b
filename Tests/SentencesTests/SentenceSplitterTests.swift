import Sentences
import TestSupport
import Testing
import TextCore

private func sentences(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var splitter = SentenceSplitter()
  var ranges: [ByteRange<NormalizedSpace>] = []
  splitter.split(bytes.span, into: &ranges)
  return ranges.map { String(decoding: bytes[$0.offsets], as: UTF8.self) }
}

/// Checks that a text is cut exactly at the bars in it.
private func expectCuts(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let parts = marked.split(separator: "|").map(String.init)
  #expect(sentences(parts.joined()) == parts, sourceLocation: sourceLocation)
}

@Suite("Sentences")
struct SentenceSplitterTests {
  @Test("Stops, exclamations and questions end sentences")
  func stops() {
    expectCuts("今日は晴れ。|明日は雨。|")
    expectCuts("すごい！|本当?!|はい。|")
    expectCuts("もう終わりだ!!!|帰ろう。|")
    expectCuts("楽しいな♪|また来よう|")
    expectCuts("そうか…。|次へ。|")
    expectCuts("待って…|突然の雨だった。|")
    expectCuts("しかし…それは違う。|")
  }

  @Test("Quotes and brackets hold a sentence together")
  func brackets() {
    expectCuts("彼は「もう行く。また来る。」と言った。|雨だ。|")
    expectCuts("「そうだ。」|彼は笑った。|")
    expectCuts("『坊っちゃん』（夏目漱石。1906年。）を読んだ。|")
    expectCuts("（詳しくは後述する。）|次に移る。|")
    expectCuts("「なぜ？」という問いがある。|")
    expectCuts("開いたままの「かぎ。|ここで切れる。|")
    expectCuts("顔文字:)で笑う。|次。|")
  }

  @Test("Marks that belong to a name or a clause do not end a sentence")
  func names() {
    expectCuts("Yahoo!ニュースで読んだ。|")
    expectCuts("モーニング娘。は1997年に結成された。|")
    expectCuts("なぜ?と思う人もいる。|")
    expectCuts("円周率は3.14で、Node.jsは22.1.0だ。|")
    expectCuts("https://example.com/a?b=c!d を開く。|")
    expectCuts("Apple Inc. と Sony Corp. が組む。|")
    expectCuts("No. 5 は香水だ。|")
    expectCuts("It works. |But it is slow. |終わり。|")
    expectCuts("J. R. R. Tolkien が書いた。|")
  }

  @Test("Japanese with full stops is cut at them")
  func fullStops() {
    expectCuts("実験を行った．|結果を示す．|")
    expectCuts("実験を行った.|結果を示す.|")
  }

  @Test("Laughter ends a sentence")
  func laughter() {
    expectCuts("面白すぎるww |次の話。|")
    expectCuts("まさかの結末(笑)。|そして。|")
    expectCuts("Webとwikiの話。|")
    expectCuts("100Wの電球だ。|")
  }

  @Test("Every line end ends a sentence")
  func lines() {
    expectCuts("見出し\n|本文の一行目\r\n|二行目。\n|\n|三行目|".replacing("\n|\n|", with: "\n\n|"))
  }

  @Test("Sentences tile any text, end between scalars and stay below the limit of MeCab")
  func tiles() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("あ漢カa1 。．.!?！？…♪w「」『』()（）[]\n\r\u{2028}、とのはが😀é\u{3000}\"")
    for _ in 0..<3000 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
      let bytes = Array(text.utf8)
      var splitter = SentenceSplitter()
      var ranges: [ByteRange<NormalizedSpace>] = []
      splitter.split(bytes.span, into: &ranges)
      var end = 0
      for range in ranges {
        #expect(range.lowerBound == end && !range.isEmpty)
        #expect(bytes[range.lowerBound] & 0xC0 != 0x80)
        end = range.upperBound
      }
      #expect(end == bytes.count)
    }
  }

  @Test("One long line is cut below the limit, in linear time", .timeLimit(.minutes(10)))
  func longLine() {
    for unit in ["漢", "「", "」", "。", "w", "a.", "(笑"] {
      let text = String(repeating: unit, count: 400_000)
      let parts = sentences(text)
      #expect(parts.allSatisfy { $0.utf8.count <= SentenceSplitter.maximumLength })
      #expect(parts.joined() == text)
    }
  }
}
