import ArticleSource
import Testing
import TextCore

@Suite("Prose of plain text")
struct PlainTextProseTests {
  private func lines(_ text: String) -> [String] { prose(text, .plain).lines }

  @Test("Blank lines part paragraphs, a line end inside one is a hard break")
  func paragraphs() {
    #expect(lines("今日は晴れ。\n明日は雨。\r\n\r\n次の段落。\n") == ["p 今日は晴れ。⏎明日は雨。", "p 次の段落。"])
    #expect(lines("　字下げの段落。\n　次の段落。") == ["p 字下げの段落。", "p 次の段落。"])
  }

  @Test("Lines that a program wrapped are joined")
  func wrapped() {
    let first = String(repeating: "あいうえお", count: 7)
    #expect(lines(first + "\n" + first + "\nおわり。") == ["p " + first + first + "おわり。"])
    #expect(
      lines(
        "This is a line of an English text that was wrapped by a mail\nprogram at some seventy columns, as it was usual in the old\ndays."
      )
        == [
          "p This is a line of an English text that was wrapped by a mail program at some seventy columns, as it was usual in the old days."
        ])
  }

  @Test("Marked lines are headings, bulleted ones items")
  func marks() {
    #expect(
      lines("第1章　はじめに\n本文です。\n■ まとめ\n・一つ\n- 二つ\n【速報】と書いた文です。")
        == ["h2 第1章　はじめに", "p 本文です。", "h2 ■ まとめ", "li 一つ", "li 二つ", "p 【速報】と書いた文です。"])
  }

  @Test("Addresses, readings and the notes of Aozora Bunko are no prose; markup is")
  func omissions() {
    #expect(
      lines("吾輩《わがはい》は｜猫《ねこ》［＃傍点］である https://a.jp **x** <b> 2 * 3")
        == ["p 吾輩は猫である **x** <b> 2 * 3"])
  }

  @Test(
    "The format is told by the name of the file, else by the looks of the text",
    arguments: [
      ("a/b.md", "", InputFormat.markdown), ("B.MDX", "", .markdown), ("c.htm", "", .html), ("d.txt", "# x", .plain),
      (nil, "  <!DOCTYPE html><p>", .html), (nil, "<p>あ</p>", .html), (nil, "# 題\n\n本文", .markdown),
      (nil, "本文の[記事](a)です", .markdown), (nil, "本文です。", .plain), ("e.unknown", "---\ntitle: x\n---\n", .markdown),
      ("dir.md/file", "本文", .plain), (nil, "", .plain), (nil, "a < b", .plain),
    ] as [(String?, String, InputFormat)])
  func format(path: String?, text: String, expected: InputFormat) {
    #expect(InputFormat.detect(path: path, bytes: Array(text.utf8)) == expected)
  }
}
