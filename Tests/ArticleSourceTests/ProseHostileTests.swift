import ArticleSource
import Testing
import TextCore

@Suite("Hostile texts")
struct ProseHostileTests {
  /// Texts that repeat one of these are read in linear time, or by a simpler reader.
  private static let units = [
    "[", "]", "*", "**a *", "_", "`", "`a``b```", "<", "<a ", "<a b=\"", "<!--", "<![CDATA[", ">", "> ", "![", "[a](",
    "[a]\n",
    "[a]: b\n", "&", "&a", "&#", "|", "|a|b\n|-|-\n", "#", "- ", "\n- ", "  ", "（", "（）", "http://", "://", "@",
    "www.a", "\\(",
    "<b>", "</b>", "$", "$a", "{%", "{{", "{/*", "{{\n\n", ":a", ":::a\n", ":::あ\n", "[^a]:\n", "<A ", "<A {", "<A a='",
    "漢《か",
    "｜あ《", "import a\n", "\nexport const a = {\n\n", "日", "あ\n", "　", "\u{1}", "<p>", "<div>", "<i><b></i>", "<font>",
    "<ul><li>", "<table><tr><td>", "<script>", "</script", "<svg>", "<main>", "<img alt=", "<br>", "<div hidden>",
    "■\n",
    "［＃", "<table>a", "\\\n", "\r",
  ]

  @Test("Twenty kilobytes of anything are read soundly", .timeLimit(.minutes(10)), arguments: InputFormat.allCases)
  func repetition(format: InputFormat) {
    for unit in Self.units {
      let text = String(repeating: unit, count: 20_000 / unit.utf8.count)
      let read = prose(text, format)
      #expect(read.flaw(from: Array(text.utf8)) == nil, "\(unit.debugDescription)")
    }
  }

  @Test("A million open elements overflow no stack")
  func openElements() {
    let read = prose("<p>前</p>" + String(repeating: "<div>", count: 1_000_000) + "奥", .html)
    #expect(read.lines == ["p 前", "p 奥"])
    #expect(read.diagnostics.map(\.code.name) == ["html.too-deep"])
  }

  @Test("A million nested quotes overflow no stack")
  func nestedQuotes() {
    #expect(prose(String(repeating: ">", count: 1_000_000) + "奥", .markdown).lines == ["q 奥"])
  }

  @Test("Markdown that takes quadratic time is read as plain text, and says so")
  func tooComplex() {
    for text in [
      String(repeating: "[a]\n", count: 100_000),
      "[x]: " + String(repeating: "u", count: 80_000) + "\n\n" + String(repeating: "[x]", count: 30_000),
    ] {
      let read = prose(text, .markdown)
      #expect(read.diagnostics.map(\.code.name) == ["markdown.too-complex"])
      #expect(read.flaw(from: Array(text.utf8)) == nil)
    }
  }

  @Test("One line of two megabytes is read in every format", .timeLimit(.minutes(10)))
  func longLine() {
    let text = String(repeating: "日本語の文。", count: 100_000)
    for format in InputFormat.allCases { #expect(prose(text, format).bytes.count == text.utf8.count) }
  }
}
