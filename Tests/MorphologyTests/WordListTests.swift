import Morphology
import TestSupport
import Testing
import TextCore

@Suite("Word lists")
struct WordListTests {
  private func read(_ text: String) -> WordList { WordList(Array(text.utf8)) }

  @Test("Rows have a surface, a kind and a reading; the last two may be left out")
  func rows() {
    let list = read("# 語\n生成AI\tnoun\tセイセイエーアイ\nデプロイ\tverbal-noun\nネット\n\n東京都庁前\t\tとうきょうとちょうまえ\n")
    #expect(list.diagnostics.isEmpty)
    #expect(list.entries.map(\.surface) == ["生成AI", "デプロイ", "ネット", "東京都庁前"])
    #expect(list.entries.map(\.kind) == [.noun, .verbalNoun, .noun, .noun])
    #expect(list.entries.map(\.reading) == ["セイセイエーアイ", nil, nil, "トウキョウトチョウマエ"])
  }

  @Test("A byte order mark, CR LF, CR and spaces around columns are passed over", arguments: ["\r\n", "\r", "\n"])
  func lineEnds(end: String) {
    let list = read("\u{FEFF}ネット \t noun\(end)  Visual Studio Code\tproduct\t \(end)\(end)# 終\(end)")
    #expect(list.diagnostics.isEmpty)
    #expect(list.entries.map(\.surface) == ["ネット", "Visual Studio Code"])
    #expect(list.entries.map(\.kind) == [.noun, .product])
  }

  @Test("Bad rows are told with their place, and the other rows are read")
  func badRows() {
    let bytes =
      Array("ネット\tnoun\nA\tb\tc\td\n\tnoun\nB\tpersonn\nC\tnoun\tabc\n".utf8) + [0xFF, 0x09, 0x0A]
      + Array("D\u{1}\nE".utf8)
    let list = WordList(bytes)
    #expect(list.entries.map(\.surface) == ["ネット", "C", "E"])
    #expect(
      list.diagnostics.map(\.code.name) == [
        "dictionary.bad-row", "dictionary.bad-row", "dictionary.unknown-kind", "dictionary.bad-reading",
        "dictionary.bad-row", "dictionary.bad-row",
      ])
    let lines = LineIndex(bytes.span)
    let places = list.diagnostics.map { lines.position(ofByte: $0.range?.lowerBound ?? 0, in: bytes.span) }
    #expect(places.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(places.map(\.column) == [7, 1, 3, 8, 1, 1])
    #expect(list.diagnostics[2].message.contains("personn") && list.diagnostics[2].message.contains("verbal-noun"))
  }

  @Test("Random bytes make a list or diagnostics, in linear time")
  func random() {
    var generator = SeededGenerator(seed: 3)
    let bytes: [UInt8] = [0x09, 0x0A, 0x0D, 0x20, 0x23, 0x41, 0xE3, 0x81, 0x82, 0xFF, 0x00]
    for _ in 0..<300 {
      let list = WordList((0..<60).map { _ in bytes.randomElement(using: &generator) ?? 0 })
      #expect(list.entries.allSatisfy { !$0.surface.isEmpty && !$0.surface.contains("\t") })
    }
    #expect(WordList([UInt8](repeating: 0x09, count: 1_000_000)).entries.isEmpty)
    #expect(WordList([UInt8](repeating: 0x41, count: 1_000_000)).entries.count == 1)
  }
}
