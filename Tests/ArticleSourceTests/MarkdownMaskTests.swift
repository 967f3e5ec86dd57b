import ArticleSource
import Testing
import TextCore

@Suite("What blogs mix with Markdown")
struct MarkdownMaskTests {
  private func lines(_ text: String) -> [String] { prose(text, .markdown).lines }

  @Test(
    "Template tags, shortcodes, attributes and codes are no prose",
    arguments: [
      ("前{% include a_b_c.html x=\"*\" %}後", "前後"), ("値は {{ page.title | upcase }} です", "値は です"),
      ("{{< youtube id=\"x\" >}}動画", "動画"), ("{{% note %}}注意{{% /note %}}", "注意"),
      ("[相談](/c/){: .cta-link}へ", "相談へ"), ("分岐は {:else} です", "分岐は {:else} です"),
      ("[gallery ids=\"1,2\"]写真[/caption]", "写真"), ("配列の [a] と [x](y) は", "配列の [a] と x は"),
      ("できた:tada::+1:！", "できた！"), ("本文[^1]です", "本文です"), ("@[card](https://a.jp)", ""),
      ("!> 注意です", "注意です"), ("2 ! > 1", "2 ! > 1"), ("[[toc]]", ""), ("a{\" \"}b", "ab"), ("{/* 注 */}文", "文"),
      ("`{{ x }}` と `{% y %}` と", "と と"),
    ])
  func inline(text: String, expected: String) {
    #expect(lines(text) == (expected.isEmpty ? [] : ["p " + expected]))
  }

  @Test(
    "Formulas are no prose, amounts of money are",
    arguments: [
      ("式 $E = mc^2$ は", "式 は"), ("値 $x$ と", "値 と"), ("入力$2.50、出力$10.00です", "入力$2.50、出力$10.00です"),
      ("$5 から $10 まで", "$5 から $10 まで"), ("$HOME/bin:$PATH", "$HOME/bin:$PATH"), ("\\(a^2 + b^2\\) は", "は"),
      ("和 $$\n\\sum_i x_i\n$$ です", "和です"), ("\\(注\\)", "(注)"),
    ])
  func formulas(text: String, expected: String) {
    #expect(lines(text) == ["p " + expected])
  }

  @Test("Readings of kanji are no prose, titles in the same brackets are")
  func readings() {
    #expect(lines("｜記事《きじ》と漢字《かんじ》と映画《パラサイト》") == ["p 記事と漢字と映画《パラサイト》"])
  }

  @Test("Imports, exports and tags of MDX are no prose, what stands inside a component is")
  func mdx() {
    let text = """
      import { Card } from "./card"
      import './x.css'

      export const meta = {
        title: "a",

        tags: ["b"],
      }

      <Card title="見ない" on={() => { x > 1 }}>
      中の**文**です。
      </Card>

      <Note.Box>注記</Note.Box>と Array<String> です。

      import は予約語です。
      """
    #expect(lines(text) == ["p 中の文です。", "p 注記と Array です。", "p import は予約語です。"])
  }

  @Test("Notes are paragraphs of their own, their marks are no prose")
  func footnotes() {
    #expect(lines("本文[^a]。\n\n[^a]: 注一。\n[^b]: 注二 https://a.jp") == ["p 本文。", "p 注一。", "p 注二"])
  }

  @Test("The fences of containers end blocks; a Japanese title stays")
  func containers() {
    #expect(
      lines("前\n:::message alert\n本文\n:::\n後\n:::details 詳しく\n中身\n:::") == ["p 前", "p 本文", "p 後", "p 詳しく", "p 中身"])
    #expect(lines("> [!NOTE]\n> 補足") == ["q 補足"])
  }

  @Test("Code is left alone by masks, also where a fence closes late")
  func code() {
    let read = prose(
      "- a\n  ```\n  {% x\n  ```\n- b %} c\n\n~~~\n$x^2$ [^1]: <A>\n~~~\n\n> ```\n> {{\n\n終 }} わり", .markdown)
    #expect(read.lines == ["li a", "li b %} c", "p 終 }} わり"])
    #expect(read.codeCharacters == 4 + 15 + 2)
  }
}
