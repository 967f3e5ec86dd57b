import ArticleAnalysis
import Foundation
import Kiji
import Testing

/// What an editor would strike out of an excerpt, and what takes its place.
@Suite("Sentences of summaries")
struct SummarySentenceTests {
  private static let kiji = Result { try Kiji() }

  private func summary(_ title: String, _ body: String, style: ExcerptStyle = .sentence) throws -> ArticleSummary {
    let text = "---\ntitle: \(title)\n---\n\n\(body)\n"
    guard style != .sentence else { return try #require(Self.kiji.get().analyze(text).summary) }
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.parts = [.summary]
    configuration.options.excerptStyle = style
    return try #require(try Kiji(configuration: configuration).analyze(text).summary)
  }

  @Test(
    "A connective goes with the particle behind it, and leaves no space",
    arguments: ["一方で ", "一方で、", "あるいは、", "さらに ", "まずは "])
  func connectiveAndParticle(connective: String) throws {
    let body = connective + "7 月の来場者は前年の2倍の1万2,000人に達した。"
    #expect(try summary("朝市", body).excerpt == "7 月の来場者は前年の2倍の1万2,000人に達した。")
  }

  @Test("What only looks like a connective stays: そこで for a place, でもね for chat")
  func falseConnectives() throws {
    #expect(try summary("会議", "そこで話された内容は議事録に残る。").excerpt.hasPrefix("そこで話された"))
    #expect(try !summary("会議", "ただの会議では議事録が残る。").excerpt.hasPrefix("の"))
  }

  @Test("A sentence that lacks code or an address is passed over, wherever the words were")
  func holes() throws {
    let whole = "設定はひとつのファイルにまとまり、読み込みにかかる時間は半分になった。"
    for hole in [
      "`<style>` の中で `v-bind(color);` として設定を使っている利用者は、この機会に書き直しておきたい。",
      "設定は`tool run -k <名前>` コマンドで読み込まれ、終わるまでに十秒ほどかかることがある。",
      "設定の説明は <https://example.com/settings> を紹介する利用者の投稿が詳しい。",
    ] {
      #expect(try summary("設定の話", hole + "\n\n" + whole).excerpt == whole, "\(hole)")
    }
  }

  @Test("Code in brackets, and the address behind a link, leave no hole")
  func noHoles() throws {
    let linked = "設定は[設定ファイル](https://example.com/a)（`a => {}`）にまとまり、読み込みにかかる時間は半分になった。"
    #expect(try summary("設定の話", linked).excerpt == "設定は設定ファイルにまとまり、読み込みにかかる時間は半分になった。")
  }

  @Test("A sentence in another language is no excerpt of a Japanese article")
  func foreign() throws {
    let body = """
      iproute: A command line wrapper for the basic network utilities on every system.

      ネットワークの設定を一つのコマンドで調べられる。古いコマンドの知識がそのまま役立つ。
      """
    #expect(try !summary("iprouteの話", body).excerpt.contains("wrapper"))
  }

  @Test("A sentence whose opening remark is cut must not go on from it")
  func openingRemark() throws {
    let body = "（もっとも、これは去年の話です。）そのため冷凍の献立は七十種に増えた。\n\n宅配の弁当は一食六百円で届き、温めるだけで食べられる。"
    for point in try summary("宅配の弁当", body).points { #expect(!point.hasPrefix("そのため"), "\(point)") }
  }

  @Test("Where a figure comes from is left out")
  func source() throws {
    let body = "AIへの設備投資は年間で6,900億ドルに達する見込みだ（出所：業界団体の資料）。"
    #expect(try summary("設備投資", body).excerpt == "AIへの設備投資は年間で6,900億ドルに達する見込みだ。")
  }

  @Test(
    "Apologies, requests, calls and asides about the page are passed over",
    arguments: [
      "このたびはご迷惑をおかけし、申し訳ございませんでした。", "決済の障害に詳しい方は教えていただけると助かります。",
      "決済の障害の報告会に今すぐ申し込みましょう！", "OGP は決済の障害を AI に描かせたものです。",
      "決済の障害を語る Advent Calendar 2025 の三日目です。", "決済の障害の経過は以下に書いてあります。",
    ])
  func aboutThePage(sentence: String) throws {
    let body = sentence + "\n\n決済の応答が遅くなり、約18%の要求が時間切れになった。"
    #expect(try summary("決済の障害", body).excerpt == "決済の応答が遅くなり、約18%の要求が時間切れになった。")
  }

  @Test("An excerpt does not end with a sentence that leads on")
  func leadingOn() throws {
    let body = """
      生成AIの利用が広がり、企業の情報管理は三つの面で難しくなった。第一に入力の問題がある。

      ## 対策

      規程を整える企業は前年の二倍になった。
      """
    #expect(try summary("生成AIと情報管理", body).excerpt.hasSuffix("難しくなった。"))
  }

  @Test("このX without an X before it opens no excerpt where another sentence can")
  func demonstrative() throws {
    for pointer in ["自動車の各社はこの基盤を来年の夏から製品の開発に使うと話している。", "今、その基盤を自動車の各社が製品の開発に使うと話している。"] {
      let body = pointer + "\n\n青葉は、産業向けの計算基盤を来年の春に開き、年間の利用料を三割下げる。"
      #expect(try summary("青葉の計算基盤", body).excerpt.hasPrefix("青葉は"), "\(pointer)")
    }
    let named = "県はその理由を財源の不足と説明した。"
    #expect(try summary("県の説明", named + "\n\n説明会には百人が来た。").excerpt.hasPrefix(named))
  }

  @Test("A description says what the excerpt says, and more where there is more")
  func description() throws {
    let body = """
      構造体とは、値の集まりに名前を付けたものである。

      座標のように一組で扱う値を、ひとつの変数で渡せるようになる。

      値の順番を覚えなくてよいので、関数の引数も読みやすくなる。
      """
    let summary = try summary("Goの構造体", body)
    #expect(summary.description.hasPrefix("構造体とは") && summary.description.count >= 75, "\(summary.description)")
  }

  @Test("A review that closes with a judgement is told by it, though the work is not named again")
  func judgement() throws {
    let body = """
      舞台は昭和三十年代の港町。主人公の佐和は、亡くなった父の遺品から手紙の束を見つける。

      中盤の回想は長く、現在の筋を見失いかけた。

      派手さはないが、喪失を抱えた人が暮らしを取り戻していく過程を丁寧に描いている。静かな長編を読みたい人に薦めたい。
      """
    #expect(try summary("『灯台の手紙』を読んで", body).excerpt.contains("薦めたい"))
  }

  @Test("A topic line claims no genre that the article does not claim, and keeps the parts of the title apart")
  func topicLine() throws {
    let body = """
      青葉電算は投資を増やす。他社との比較では三番目になる。

      ## 需要の背景

      需要が伸びている。

      ## 電力の確保

      電力の確保が課題だ。
      """
    let line = try summary("青葉電算の設備投資 来年度の計画", body, style: .topic).excerpt
    #expect(!line.contains("比較") && !line.contains("投資来年度"), "\(line)")
  }
}
