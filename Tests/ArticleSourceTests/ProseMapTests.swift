import ArticleSource
import TestSupport
import Testing
import TextCore

@Suite("The map from prose to source")
struct ProseMapTests {
  private static let parts = [
    "**", "*", "`", "```\n", "[", "](", "https://a.jp/b", ")", "日本", "語。", "　", " ", "\n", "\n\n", "abc", "<b>", "</b>",
    "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ul>", "</ul>", "<br>", "&amp;", "&nbsp;",
    "&#12354;",
    "&foo;", "（", "）", "「", "」", "(", ":smile:", "{{ x }}", "{% y %}", "[^1]", "[^1]: ", "$x^2$", "\\(a\\)", "# ", "- ",
    "> ", "| a | b |\n|---|---|\n", "|", "<img alt=\"図の説明\">", "![図](a.png)", "<code>", "</code>", "<pre>", "</pre>",
    "<script>x</script>", "<!-- c -->", "<Card a={1}>", "</Card>", ":::note\n", ":::\n", "漢字《かんじ》", "｜", "《",
    "www.a.com", "a@b.co", "<ruby>漢<rt>か</rt></ruby>", "\u{1}", "\t", "\r\n", "<div hidden>", "</div>", "<nav>",
    "</nav>",
    "<main>", "<article>", "<a href=\"#fn1\">", "</a>", "■", "import a from 'b'\n", "~~", "    ", "<", "&", "\\", "🎉",
    "<h2>",
    "</h2>", "<blockquote>", "・", "［＃", "］",
  ]

  @Test("Random mixtures of markup keep every promise", arguments: [UInt64(1), 2, 3, 4])
  func randomMarkup(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = (0..<count).map { _ in Self.parts.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let start = UTF8Scan.boundary(atOrBefore: Int.random(in: 0..<bytes.count, using: &generator) / 4, in: bytes.span)
      for format in InputFormat.allCases {
        let read = prose(text, format, bodyStart: start)
        #expect(read.flaw(from: bytes) == nil, "\(format) \(text.debugDescription)")
      }
    }
  }

  @Test("Random scalars keep every promise")
  func randomScalars() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<1_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let limit: UInt32 = [0x7F, 0x3FF, 0x30FF, 0x1F9FF].randomElement(using: &generator) ?? 0x7F
        text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 1...limit, using: &generator)) ?? " ")
      }
      for format in InputFormat.allCases {
        #expect(prose(text, format).flaw(from: Array(text.utf8)) == nil, "\(format) \(text.debugDescription)")
      }
    }
  }

  @Test("A word of the prose points at itself in the source, markup around it left out")
  func places() {
    let text = "# 題\n\n**Open**AI は「[記事](a.md)」で\nAT&amp;T と言う。"
    let read = prose(text, .markdown)
    #expect(read.source(of: "OpenAI", in: text) == "Open**AI")
    #expect(read.source(of: "記事", in: text) == "記事")
    #expect(read.source(of: "AT&T", in: text) == "AT&amp;T")
    #expect(read.source(of: "題", in: text) == "題")
  }

  @Test("Regression: a bracket that closes nothing does not eat one of the block before")
  func bracketAcrossBlocks() {
    let text = "<p>始（</p><p>https://a.jp）終</p>"
    let read = prose(text, .html)
    #expect(read.lines == ["p 始（", "p ）終"])
    #expect(read.flaw(from: Array(text.utf8)) == nil)
  }

  @Test("Regression: a block of nothing but empty brackets leaves no separator")
  func emptyBrackets() {
    let read = prose("前\n\n（https://a.jp）（https://a.jp）\n\n後", .markdown)
    #expect(read.bytes == Array("前\n後".utf8))
  }
}
