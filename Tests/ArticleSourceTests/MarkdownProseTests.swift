import ArticleSource
import Testing
import TextCore

@Suite("Prose of Markdown")
struct MarkdownProseTests {
  private func lines(_ text: String) -> [String] { prose(text, .markdown).lines }

  @Test("Headings, paragraphs, items, cells and quotes are blocks of their kinds")
  func blocks() {
    let text = """
      # 題名

      段落です。

      - 一つ目
        - 内側
      - 二つ目

        続き

      > 引用です。

      | 欄 | 値 |
      |---|---|
      | a | 1 |

      節
      --
      """
    #expect(
      lines(text) == [
        "h1 題名", "p 段落です。", "li 一つ目", "li 内側", "li 二つ目", "li 続き", "q 引用です。", "td 欄", "td 値", "td a", "td 1", "h2 節",
      ])
  }

  @Test("Words that markup cuts are joined")
  func joinedWords() {
    #expect(lines("**Open**AI の [Chat](https://x.jp)GPT と ~~旧~~_新_") == ["p OpenAI の ChatGPT と 旧新"])
  }

  @Test("A soft line break is a space, and nothing between Japanese characters")
  func softBreaks() {
    #expect(lines("今日は\n晴れ。\nAI と\nswift\nです") == ["p 今日は晴れ。 AI と swift です"])
    #expect(lines("一行目  \n二行目\\\n三行目<br>四行目") == ["p 一行目⏎二行目⏎三行目⏎四行目"])
  }

  @Test("Emphasis that Markdown does not see beside Japanese brackets is left out all the same")
  func strayEmphasis() {
    #expect(lines("重要なのは**「人間中心」**です。") == ["p 重要なのは「人間中心」です。"])
    #expect(lines("2**10 は 1024") == ["p 2**10 は 1024"])
    #expect(lines(#"\*\*そのまま\*\*"#) == ["p **そのまま**"])
  }

  @Test("Code blocks are no prose, and are counted")
  func codeBlocks() {
    let read = prose("前\n\n```swift\nlet a = \"{% あ %}\"\n```\n\n    x()\n\n後", .markdown)
    #expect(read.lines == ["p 前", "p 後"])
    #expect(read.codeCharacters == 17 + 3)
  }

  @Test(
    "Inline code that reads as a name stays, other code goes without a trace",
    arguments: [
      ("`useState` を使う", "useState を使う", 0), ("`docker compose` で", "docker compose で", 0),
      ("`<div>` タグ", "div タグ", 0), ("`\"use client\"` と書く", "use client と書く", 0), ("`push()`は", "push()は", 0),
      ("次の `a = b + c` を", "次の を", 9), ("値（`{ x: 1 }`）は", "値は", 8), ("`x{:js}` と", "x と", 0),
      ("`http://localhost:3000` に", "に", 21),
    ])
  func inlineCode(text: String, expected: String, count: Int) {
    let read = prose(text, .markdown)
    #expect(read.lines == ["p " + expected])
    #expect(read.codeCharacters == count)
  }

  @Test(
    "Addresses are no prose, the text of links is",
    arguments: [
      ("詳細は https://example.com/a?b=1&c=(d) を参照", "詳細は を参照"), ("（https://example.com）です", "です"),
      ("<https://example.com>と[記事](https://example.com 'x')", "と記事"), ("https://example.com/foo。次", "。次"),
      ("https://ja.wikipedia.org/wiki/日本 と", "と"), ("https://example.com/を参照", "を参照"),
      ("連絡は info@example.co.jp まで", "連絡は まで"), ("www.example.com と awww.", "と awww."),
      ("https://a.jp/x_y_z&amp;w=1 と", "と"), ("10:30 と a::b と 注意: http は", "10:30 と a::b と 注意: http は"),
    ])
  func addresses(text: String, expected: String) {
    #expect(lines(text) == ["p " + expected])
  }

  @Test("Character references are decoded, and point at their source")
  func entities() {
    let text = "A&amp;B &lt;&#x3042;&#12356;&gt; &CounterClockwiseContourIntegral; &nothing; x&nbsp;y &#0;&#x80;"
    let read = prose(text, .markdown)
    #expect(read.lines == ["p A&B <あい> ∳ &nothing; x y \u{FFFD}€"])
    #expect(read.source(of: "&B", in: text) == "&amp;B")
    #expect(read.source(of: "い", in: text) == "&#12356;")
  }

  @Test("The text of a picture is a caption where the picture stands at the start of a line")
  func pictures() {
    let read = prose("![配置図](a.png)\n\n文の ![印](i.png) 中\n\n![IMG_1234](b.png)\n![x.png](c)", .markdown)
    #expect(read.lines == ["fig 配置図", "p 文の 中"])
    #expect(read.images == 4)
  }

  @Test("HTML in Markdown: tags go, their text stays in blocks that fit")
  func html() {
    let text = """
      <details><summary>概要</summary>

      本文 <b>太字</b><!-- 注 --><ruby>漢字<rp>(</rp><rt>かんじ</rt></ruby>です

      </details>

      <table><tr><td>欄</td></tr></table>

      <script>
      let x = "文"

      let y = 1
      </script>
      <figure><img src="a" alt="図の説明"><figcaption>図1</figcaption></figure>

      <iframe src="x">なし</iframe>
      """
    let read = prose(text, .markdown)
    #expect(read.lines == ["p 概要", "p 本文 太字漢字です", "td 欄", "fig 図の説明", "fig 図1"])
    #expect(read.images == 1)
  }

  @Test("Front matter is cut off, and offsets count from the start of the file")
  func bodyStart() {
    let text = "---\ntitle: a\n---\n# 題\n"
    let read = prose(text, .markdown, bodyStart: 17)
    #expect(read.lines == ["h1 題"])
    #expect(read.map.sourceRange(of: .init(0, 3)).lowerBound == 19)
  }

  @Test("An empty or blank text has no block")
  func nothing() {
    for text in ["", "\n\n", "　\n", "https://a.jp", "（`{}`）", "<!-- x -->", "&nbsp;"] {
      let read = prose(text, .markdown)
      #expect(read.blocks.isEmpty && read.bytes.isEmpty)
    }
  }
}
