import ReportPages
import Testing

@Suite("Figures of readability from the index")
struct ReadabilityFiguresTests {
  @Test("Lengths, shares, styles and places are those of the article object")
  func reading() throws {
    let json = """
      {"sentences":2,"sentenceLength":{"mean":20.5,"median":20.5,"longest":31},"longestSentences":[
      {"characters":31,"text":"長い文。","range":[1,5],"line":3,"column":1}],"kanjiShare":0.25,
      "wordOrigins":{"words":10,"japanese":0.5,"sinoJapanese":0.3,"foreign":0.2,"hybrid":0},
      "style":{"body":"polite","polite":5,"plain":1,"nominal":0,"exceptions":[
      {"text":"犬だ。","range":[7,10],"line":4,"column":1}]},"repeatedParticles":[
      {"particle":"が","count":2,"text":"象が鼻が","range":[0,4],"line":5,"column":2}]}
      """
    let figures = try ReadabilityFigures(json: Array(json.utf8))
    #expect(
      figures
        == ReadabilityFigures(
          medianSentence: 21, longestSentence: 31, hanShare: 0.25, chineseShare: 0.3, japaneseShare: 0.5,
          politeSentences: 5, plainSentences: 1,
          longSentences: [.init(text: "長い文。", line: 3, count: 31)], mixedStyle: [.init(text: "犬だ。", line: 4)],
          doubleParticles: [.init(text: "が: 象が鼻が", line: 5)]))
    #expect(throws: (any Error).self) { try ReadabilityFigures(json: Array("[]".utf8)) }
  }
}
