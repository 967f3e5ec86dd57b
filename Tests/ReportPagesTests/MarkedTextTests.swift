import Annotation
import ArchiveIndex
import ReportPages
import TestSupport
import TextCore
import Testing

@Suite("Marks in the text of an article")
struct MarkedTextTests {
  private func sentence(_ text: String, at start: Int, length: Int? = nil, block: Int = 0) -> PlacedSentence {
    PlacedSentence(
      text: text, range: start..<start + (length ?? text.unicodeScalars.count), line: 1, block: block,
      blockKind: "paragraph", polarity: .neutral)
  }

  private func name(_ text: String, at start: Int) -> TextMark {
    TextMark(
      range: start..<start + text.unicodeScalars.count, text: text, entity: .init(name: text, type: .organization))
  }

  /// The text with what is marked as a name in brackets, and what judges in braces.
  private func shown(_ blocks: [MarkedBlock]) -> String {
    blocks.map { block in
      block.sentences.map { sentence in
        sentence.runs.map { run in
          let inner = run.entity == nil ? run.text : "⟦\(run.text)⟧"
          return run.cue == nil ? inner : "{\(inner)}"
        }.joined()
      }.joined()
    }.joined(separator: "¶")
  }

  @Test("Where a sentence is in the file as it is here, a mark stands at its range")
  func plain() {
    let marker = TextMarker(
      unit: .scalar, marks: [name("青葉電算", at: 103), name("青葉電算", at: 111)], summary: ([], []))
    #expect(shown(marker.blocks(of: [sentence("そこで青葉電算は、𠮷の青葉電算へ。", at: 100)])) == "そこで⟦青葉電算⟧は、𠮷の⟦青葉電算⟧へ。")
  }

  @Test("Markup in the file moves a mark back to its words: 今日は**青葉**と[青葉](https://…)が")
  func markup() {
    // 今日は**青葉**と[青葉](https://a.jp)が。
    let text = "今日は青葉と青葉が。"
    let length = "今日は**青葉**と[青葉](https://a.jp)が。".unicodeScalars.count
    let marker = TextMarker(unit: .scalar, marks: [name("青葉", at: 5), name("青葉", at: 11)], summary: ([], []))
    #expect(shown(marker.blocks(of: [sentence(text, at: 0, length: length)])) == "今日は⟦青葉⟧と⟦青葉⟧が。")
  }

  @Test("A mark whose words are not where they can be is left out")
  func missing() {
    let marker = TextMarker(unit: .scalar, marks: [name("青葉", at: 0)], summary: ([], []))
    #expect(shown(marker.blocks(of: [sentence("今日は青葉が。", at: 0)])) == "今日は青葉が。")
  }

  @Test("Names and words that judge may overlap")
  func overlap() {
    let cue = TextMark(range: 2..<7, text: "い青葉電算", cue: .init(polarity: .positive, isNegated: false))
    let marker = TextMarker(unit: .scalar, marks: [cue, name("青葉電算", at: 3)], summary: ([], []))
    #expect(shown(marker.blocks(of: [sentence("すごい青葉電算だ。", at: 0)])) == "すご{い}{⟦青葉電算⟧}だ。")
  }

  @Test("The sentences of the excerpt and of the points are those of the summary")
  func summary() {
    let sentences = [sentence("一つ。", at: 0), sentence("二つ。", at: 3), sentence("三つ。", at: 6, block: 1)]
    let blocks = TextMarker(unit: .scalar, marks: [], summary: ([3..<6], ["三つ。"])).blocks(of: sentences)
    #expect(blocks.map { $0.sentences.map(\.isSummary) } == [[false, true], [true]])
  }

  @Test("Ranges count in the unit of the analysis", arguments: [(OffsetUnit.utf8, 4), (.utf16, 2), (.scalar, 1)])
  func units(unit: OffsetUnit, width: Int) {
    let mark = TextMark(range: width..<width + 2, text: "AI", entity: .init(name: "AI", type: .product))
    let length = width + 2 + (unit == .utf8 ? 3 : 1)
    let blocks = TextMarker(unit: unit, marks: [mark], summary: ([], []))
      .blocks(of: [sentence("𠮷AI。", at: 0, length: length)])
    #expect(shown(blocks) == "𠮷⟦AI⟧。")
  }

  @Test("Whatever is marked, the text stays as it is", arguments: 0..<60)
  func property(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var sentences: [PlacedSentence] = []
    var marks: [TextMark] = []
    var start = 0
    for block in 0..<4 {
      let text = HostileText.make(&generator) + "猫は猫だ。"
      let length = text.unicodeScalars.count + Int.random(in: 0...6, using: &generator)
      sentences.append(sentence(text, at: start, length: length, block: block))
      for _ in 0..<5 {
        let at = start + Int.random(in: 0..<length, using: &generator)
        marks.append(name(["猫", "は猫", "script", "だ。"].randomElement(using: &generator) ?? "", at: at))
        marks.append(
          TextMark(
            range: at..<at + 2, text: "猫だ", cue: .init(polarity: .negative, isNegated: true)))
      }
      start += length
    }
    let blocks = TextMarker(unit: .scalar, marks: marks, summary: ([], [])).blocks(of: sentences)
    let texts = blocks.map { $0.sentences.map { $0.runs.map(\.text).joined() }.joined() }
    #expect(texts == sentences.map(\.text))
  }
}
