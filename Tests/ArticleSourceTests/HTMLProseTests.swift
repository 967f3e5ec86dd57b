import ArticleSource
import Testing
import TextCore

@Suite("Prose of HTML")
struct HTMLProseTests {
  private let page = """
    <!doctype html><html><head><title>記事の題 &amp; 話 | サイト</title>
    <meta property="og:title" content="記事の題 &amp; 話"><style>p {}</style></head>
    <body><header><a href="/">サイト</a></header><nav>メニュー</nav>
    <article><h1>記事の題</h1><p>これは<b>大事</b>な
    文です。<br>二行目<sup><a href="#fn1">1</a></sup></p>
    <ul><li>一<ul><li>内</li></ul></li><li>二</li></ul>
    <blockquote><p>引用</p></blockquote>
    <pre><code>let a = 1</code></pre><p><code>useState</code> と <code>a &lt; b</code></p>
    <figure><img src="a.png" alt="配置図"><figcaption>図1</figcaption></figure>
    <table><caption>表</caption><tr><th>欄<td>値</table><p hidden>見えない</p><p style="display: none">同じ</p>
    <script>var p = "<p>偽</p>";</script><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>
    </article><aside>広告</aside><footer>©</footer></body></html>
    """

  private let expected = [
    "h1 記事の題", "p これは大事な文です。⏎二行目", "li 一", "li 内", "li 二", "q 引用", "p useState と", "fig 配置図", "fig 図1", "fig 表", "td 欄",
    "td 値", "p 東京",
  ]

  @Test("The article of a page is its prose, in blocks")
  func article() {
    let read = prose(page, .html)
    #expect(read.lines == expected)
    #expect(read.documentTitle == "記事の題 & 話")
    #expect(read.images == 1)
    #expect(read.diagnostics.isEmpty)
    #expect(read.flaw(from: Array(page.utf8)) == nil)
  }

  @Test("A page too deep for a tree is read by its tags, to the same prose, and says so")
  func tooDeep() {
    let deep = page + String(repeating: "<div>", count: 300)
    let read = prose(deep, .html)
    #expect(read.lines == expected)
    #expect(read.diagnostics.map(\.code.name) == ["html.too-deep"])
  }

  @Test("A part of a page without article is read whole, without its navigation")
  func fragment() {
    #expect(prose("<nav>x</nav><h2>題</h2>地の文<p>段落", .html).lines == ["h2 題", "p 地の文", "p 段落"])
  }

  @Test("Text that HTML moves before a table stays where it was written")
  func misplacedText() {
    let text = "<table><tr><td>一</td></tr>迷子<tr><td>二</td></tr></table>"
    #expect(prose(text, .html).lines == ["td 一", "p 迷子", "td 二"])
  }

  @Test("References are decoded as HTML says, also without semicolon")
  func references() {
    let text = "<p>A&ampB &notit; &lt;&copy;&hearts;&#x1F600; &unknown; 5 < 6 & 7</p>"
    let read = prose(text, .html)
    #expect(read.lines == ["p A&B ¬it; <©♥😀 &unknown; 5 < 6 & 7"])
    #expect(read.source(of: "©", in: text) == "&copy;")
  }

  @Test("Stray end tags and broken tags are no prose")
  func strayTags() {
    #expect(prose("<p>あ</x>い</b>う</p></div>え<", .html).lines == ["p あいう", "p え<"])
    #expect(prose("<p>あ<b class=\"", .html).lines == ["p あ"])
    #expect(prose("<!-- 開いたまま <p>あ", .html).lines == [])
  }
}
