import ArticleAnalysis
import Foundation
import Kiji
import TestSupport
import Testing
import TextCore

@Suite("Summaries")
struct SummaryTests {
  private static let kiji = Result { try Kiji() }

  private func summary(_ title: String, _ body: String) throws -> ArticleSummary {
    try #require(Self.kiji.get().analyze("---\ntitle: \(title)\n---\n\n\(body)\n").summary)
  }

  private func summary(_ text: String, _ style: ExcerptStyle, limit: Int = 120) throws -> ArticleSummary {
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.parts = [.summary]
    configuration.options.excerptStyle = style
    configuration.options.excerptLimit = limit
    return try #require(try Kiji(configuration: configuration).analyze(text).summary)
  }

  private static let news = """
    いやはや、すごい時代になりましたね。正直なところ、見出しを三度読み返しました。

    クラウド事業を手がける青葉電算は、社員300人の会社です。

    同社は来年度、国内3か所に合計1,200億円を投じてデータセンターを建設する。

    みなさんはどう思いますか？
    """

  @Test("Feelings, fillers and questions are passed over, and the news is found")
  func newsBehindFeelings() throws {
    let excerpt = try summary("データセンターに1,200億円", Self.news).excerpt
    #expect(excerpt.contains("1,200億円を投じて"))
    for bad in ["いやはや", "正直", "読み返し", "思いますか"] { #expect(!excerpt.contains(bad), "\(excerpt)") }
  }

  @Test("同社 gets the name of the only company that the text before it names")
  func antecedent() throws {
    let points = try summary("データセンターに1,200億円", Self.news).points
    #expect(points.contains { $0.hasPrefix("青葉電算は来年度、国内3か所に") }, "\(points)")
  }

  @Test("同社 stays away where two companies were named")
  func doubtfulAntecedent() throws {
    let body = "青葉電算と三ツ沢銀行が提携した。\n\n同社は来年度、国内3か所に合計1,200億円を投じる。"
    let points = try summary("提携の行方", body).points
    #expect(!points.contains { $0.contains("1,200億円") }, "\(points)")
  }

  @Test("A review is told by its verdict")
  func verdict() throws {
    let body = """
      先日、新しいキーボードを買いました。箱を開けるとケーブルと説明書が入っていました。

      打ってみると、手応えは軽めです。机に置いたときの安定感もあります。

      ## まとめ

      ミナモ75の打鍵音は静かで疲れにくい一方、無線接続は不安定で、仕事用には有線での利用を勧めたい。
      """
    #expect(try summary("静音キーボード「ミナモ75」レビュー", body).excerpt.hasPrefix("ミナモ75の打鍵音は静かで"))
  }

  @Test("A how-to is told by what it achieves, not by its announcement or its steps")
  func howTo() throws {
    let body = """
      こんにちは、久我です。今回は設定方法を紹介します。

      さて、設定ファイルに2行加えるだけで、ビルド時間を40分から12分に短縮できる。変更は次のとおりです。

      - キャッシュの場所を書く
      - 鍵を書く

      以上です。お役に立てば幸いです。
      """
    #expect(try summary("キャッシュを設定する", body).excerpt == "設定ファイルに2行加えるだけで、ビルド時間を40分から12分に短縮できる。")
  }

  @Test("A leading connective goes, with and without its comma")
  func connectives() throws {
    for connective in ["しかし、", "また", "そして、", "さらに"] {
      let excerpt = try summary("朝市", connective + "朝市の来場者は前年の2倍の1万2,000人に達した。").excerpt
      #expect(excerpt == "朝市の来場者は前年の2倍の1万2,000人に達した。", "\(connective)")
    }
  }

  @Test("An aside in brackets goes, an abbreviation in brackets stays")
  func asides() throws {
    let body = "大規模言語モデル（LLM）の利用料は半年で3割下がった（もっとも、使う量が増えたので支払いは減っていません。）。"
    #expect(try summary("利用料", body).excerpt == "大規模言語モデル（LLM）の利用料は半年で3割下がった。")
  }

  @Test("Of a sentence that is too long a clause is left that stands alone")
  func clause() throws {
    let body = """
      県は昨年度までの三年間に住民への説明会を二十回以上開き、延べ千二百人から寄せられた意見を設計に反映させたうえで、\
      議会の承認を経て工事の契約を建設会社三社と結んでおり、県立図書館の新館は地上4階建てで蔵書80万冊を収め、\
      2027年4月に開館する。
      """
    let excerpt = try summary("県立図書館の新館", body).excerpt
    #expect(excerpt == "県立図書館の新館は地上4階建てで蔵書80万冊を収め、2027年4月に開館する。")
  }

  @Test("A concession is not taken for the sentence")
  func concession() throws {
    let filler = String(repeating: "とても長い修飾の続く", count: 10)
    let body = "この製品の価格は他社よりも三割ほど高くて買いにくいのですが、\(filler)性能は群を抜いている。"
    #expect(try !summary("製品", body).excerpt.hasPrefix("この製品の価格は他社よりも三割ほど高くて買いにくい"))
  }

  @Test("Sentences in which code is missing, and what a line break cut off, are passed over")
  func fragments() throws {
    let body = """
      `a => b ?? c` を使うと `x[0] = {}` のように書ける。

      設定はひとつのファイルにまとまり、読み込みにかかる時間は半分になった。
      """
    #expect(try summary("設定の話", body).excerpt == "設定はひとつのファイルにまとまり、読み込みにかかる時間は半分になった。")
  }

  @Test("The title again is no excerpt")
  func titleEcho() throws {
    let body = "朝市通りの来場者が過去最多に\n\n来場者は1万2,000人で、前年の2倍だった。"
    #expect(try summary("朝市通りの来場者が過去最多に", body).excerpt == "来場者は1万2,000人で、前年の2倍だった。")
  }

  @Test("Points tell of different things, in the order of the text, none twice")
  func points() throws {
    let text = try Repository.bytes("samples/local-news.md")
    let article = try Self.kiji.get().analyze(bytes: text, path: "samples/local-news.md")
    let points = try #require(article.summary?.points)
    #expect(points.count == 3 && Set(points).count == 3)
    let whole = article.sentences.map(\.text).joined()
    var place = whole.startIndex
    for point in points {
      let found = try #require(whole.range(of: point, range: place..<whole.endIndex), "\(point)")
      place = found.upperBound
    }
  }

  @Test("The description may be longer than the excerpt, and keeps within 160 characters")
  func description() throws {
    for sample in try Repository.samples {
      let summary = try #require(try Self.kiji.get().analyze(bytes: Repository.bytes(sample), path: sample).summary)
      #expect(summary.description.count <= 160 && !summary.description.isEmpty, "\(sample)")
    }
  }

  @Test("The lead style gives the first sentences that say something, in a row")
  func lead() throws {
    let summary = try summary("---\ntitle: データセンターの話\n---\n\n" + Self.news, .lead)
    #expect(summary.excerpt.hasPrefix("クラウド事業を手がける青葉電算は、社員300人の会社です。"))
  }

  @Test("The topic style names the subject of the title and what the headings treat of it")
  func topic() throws {
    let text = """
      ---
      title: 青葉電算、AIインフラ投資3600億円
      ---

      青葉電算はAIインフラ投資を増やす。その内容を解説する。

      ## 投資の背景

      需要が伸びている。

      ## 電力への影響

      電力の確保が課題だ。
      """
    let line = try summary(text, .topic).excerpt
    #expect(line == "青葉電算、AIインフラ投資3600億円と、投資の背景・電力を解説" || line.hasPrefix("青葉電算、AIインフラ投資"), "\(line)")
    #expect(!line.hasSuffix("。") && line.count <= 120)
  }

  @Test("The weightiest sentence has importance 1, a heading 0")
  func importance() throws {
    let sample = "samples/ai-infrastructure.md"
    let article = try Self.kiji.get().analyze(bytes: Repository.bytes(sample), path: sample)
    #expect(article.sentences.map(\.importance).max() == 1)
    #expect(article.sentences.allSatisfy { (0...1).contains($0.importance) })
    #expect(article.sentences.first { $0.text == "世界の投資額と比べる" || !$0.text.hasSuffix("。") }?.importance == 0)
  }

  @Test("Each sentence of an excerpt has its range and its reasons")
  func reasons() throws {
    let sample = "samples/quarterly-results.md"
    let summary = try #require(try Self.kiji.get().analyze(bytes: Repository.bytes(sample), path: sample).summary)
    #expect(summary.reasons.count == summary.ranges.count && summary.sentences.count == summary.ranges.count)
    #expect(summary.reasons.allSatisfy { $0.total > 0 })
  }
}
