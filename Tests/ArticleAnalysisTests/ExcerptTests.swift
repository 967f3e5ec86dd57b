import ArticleAnalysis
import Testing
import TextCore

@Suite("Excerpt rules")
struct ExcerptTests {
  private func cues(_ sentence: String) -> SentenceCues { CuePhrases().cues(of: Array(sentence.utf8).span) }

  private func isBalanced(_ text: String) -> Bool { ExcerptForm.isBalanced(Array(text.utf8).span) }
  private func hasMarkup(_ text: String) -> Bool { ExcerptForm.hasMarkup(Array(text.utf8).span) }

  @Test("Cues are found where they count")
  func cueKinds() {
    #expect(cues("こんにちは、三枝です。").contains(.greeting))
    #expect(cues("いやあ、驚きました。").contains(.filler))
    #expect(cues("この記事では設定を解説します。").contains(.announcement))
    #expect(cues("これは便利だ。").contains(.pointer))
    #expect(cues("「これは便利だ。」").contains(.pointer))
    #expect(cues("なぜ売れたのか?").contains(.question))
    #expect(cues("手順は次のとおりです。").contains(.reference))
    #expect(cues("総じて勧めたい一台だ。").contains(.verdict))
    #expect(cues("売上高は前年比12%増の120億円だった。").isEmpty)
    #expect(!cues("便利なのはこれだ。").contains(.pointer))
    #expect(cues("第一に入力の問題がある。").contains(.opener))
    #expect(cues("本書は静かな長編だ。").contains(.work))
  }

  @Test("What ends a sentence is known with an exclamation mark, too, and a question inside a quotation's end")
  func endings() {
    #expect(cues("切符を購入しましょう!").contains(.call))
    #expect(cues("大当たりだ!").contains(.talk))
    #expect(cues("「市場は倍になる?」").contains(.question))
  }

  @Test("A phrase that only looks like one that points back is none")
  func plainStart() {
    #expect(!cues("これから冬を迎える。").contains(.pointer))
    #expect(!cues("ここ数年で利用者は倍になった。").contains(.pointer))
  }

  @Test("Cues at the start are looked for behind a connective that is cut")
  func cuesBehindHead() {
    let sentence = Array("しかし、これは高い。".utf8)
    let head = CuePhrases().head(of: sentence.span)
    let behind = CuePhrases().cues(of: sentence.span, from: head.length)
    #expect(behind.contains(.pointer))
  }

  @Test("A connective with its comma can be cut from the head, and tells whether the rest leans back")
  func heads() {
    let cues = CuePhrases()
    let contrast = cues.head(of: Array("しかし、雨だ。".utf8).span)
    let without = cues.head(of: Array("しかし雨だ。".utf8).span)
    let conclusion = cues.head(of: Array("そのため、中止した。".utf8).span)
    #expect(contrast.length == "しかし、".utf8.count && !contrast.isDependent)
    #expect(without.length == 0 && conclusion.isDependent)
  }

  @Test("A conjunction can be cut without a comma, another word only where the list has it")
  func headWords() {
    let cues = CuePhrases()
    let conjunction = cues.head(ofWord: Array("しかし".utf8).span, isConjunction: true)
    let adverb = cues.head(ofWord: Array("特に".utf8).span, isConjunction: false)
    let other = cues.head(ofWord: Array("そう".utf8).span, isConjunction: false)
    #expect(conjunction.length > 0 && adverb.length > 0 && other.length == 0)
  }

  @Test("Brackets must be closed in order")
  func balance() {
    #expect(isBalanced("彼は「『坊っちゃん』（漱石）」と言った。"))
    #expect(!isBalanced("彼は「言った。"))
    #expect(!isBalanced("」「"))
    #expect(!isBalanced("（「）」"))
  }

  @Test("The title again is recognized, a sentence about it is not")
  func echo() {
    let title = "青葉電算、3拠点に3,600億円"
    let pairs = ExcerptForm.TitlePairs(title)
    let again = pairs.echoes(Array("青葉電算、３拠点に3,600億円。".utf8).span)
    let news = pairs.echoes(Array("青葉電算は10月30日、AI向けデータセンターを国内3か所に建設すると発表した。".utf8).span)
    #expect(again && !news)
  }

  @Test("Left-over markup is recognized, ordinary signs are not")
  func markup() {
    for text in ["**強調**だ。", "[名前](url)だ。", "<b>太字</b>", "# 見出し", "https://example.com を見る。", "[名前][5]だ。"] {
      #expect(hasMarkup(text), "\(text)")
    }
    for text in ["a < b である。", "C#とF#で書く。", "3*4は12。"] { #expect(!hasMarkup(text), "\(text)") }
  }

  @Test("A text of last resort loses its markup, and brackets that are not closed")
  func plain() {
    #expect(ExcerptForm.plain("これは**強調**だ。") == "これは強調だ。")
    #expect(ExcerptForm.plain("「括弧が（閉じない。") == "括弧が閉じない。")
    #expect(ExcerptForm.plain("（閉じた）文。") == "（閉じた）文。")
    #expect(ExcerptForm.plain("**") == "**")
  }

  @Test("Line breaks vanish between Japanese and become a space between Latin words")
  func line() {
    #expect(ExcerptForm.line("長い文を\n  折り返す。") == "長い文を折り返す。")
    #expect(ExcerptForm.line("one\ntwo") == "one two")
  }

  @Test("A sentence that is too long ends at a clause, within the limit and outside brackets")
  func clause() {
    let text = "同社は来年度に国内3か所でデータセンターを建設して、北海道から順に稼働させる計画を立てており（詳細は未定）、資金を集めている"
    let cut = ExcerptForm.clause(of: text, limit: 40)
    #expect(cut == "同社は来年度に国内3か所でデータセンターを建設して…")
    for limit in 1...80 {
      let cut = ExcerptForm.clause(of: text, limit: limit)
      #expect(cut.count <= max(limit, 1) && !cut.isEmpty)
      #expect(limit < 4 || isBalanced(cut), "\(limit): \(cut)")
    }
    let run = ExcerptForm.clause(of: String(repeating: "漢", count: 1000), limit: 120)
    #expect(run.count == 120)
  }
}
