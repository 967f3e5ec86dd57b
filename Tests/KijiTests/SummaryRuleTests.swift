import ArticleAnalysis
import Foundation
import Kiji
import TestSupport
import Testing
import TextCore

/// Whatever the article, the style and the limit are, an excerpt keeps the rules of its form.
@Suite("Rules of excerpts")
struct SummaryRuleTests {
  /// Pieces of articles: whole sentences, and what stands in their way.
  private static let pieces = [
    "青葉電算は来年度、国内3か所に合計1,200億円を投じる。", "同社の株価は5%上がった。", "しかし、電力は足りない（と筆者は思う。）。",
    "「もう決めたことだ」と社長は言った。", "いやはや、驚きました。", "みなさん、こんにちは。", "どう思いますか？", "詳しくは[記事](https://例え.jp/)へ。",
    "設定は`a ?? b`と書く。", "**重要**なのは「順番」だ。", "# 見出し\n\n", "## まとめ\n\n", "- 項目がひとつ\n- 項目がふたつ\n\n", "\n\n", "\n",
    "（閉じない括弧の文。",
    "閉じる」だけの文。", "> 引用した文である。\n\n", "| 表 | の |\n|---|---|\n| 中 | 身 |\n\n", "体言止めの名詞",
    "とても長い文が、どこまでも続いており、読む人は息をつく間もなく、次の行へ、また次の行へと運ばれ、結局のところ、何の話だったのかを忘れてしまうし、書いた人もたぶん忘れている。",
    "👨‍👩‍👧‍👦の家族が🎉を祝った。", "Node.js 22 is out.", "<b>太字</b>の文。", "3*4は12で、a_bは名前だ。", "…", "！", "㈱三ツ沢精機は㍻の会社だ。",
  ]

  private static let pairs = [
    ("「", "」"), ("『", "』"), ("（", "）"), ("【", "】"), ("(", ")"), ("[", "]"),
  ]

  @Test("1,001 random articles, each style, limits from 1 to 200", arguments: ExcerptStyle.allCases)
  func rules(style: ExcerptStyle) throws {
    var random = SeededGenerator(seed: 20_251_126)
    for limit in [1, 5, 20, 40, 80, 120, 200] {
      var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
      configuration.options.parts = [.summary, .sentences]
      configuration.options.excerptStyle = style
      configuration.options.excerptLimit = limit
      let kiji = try Kiji(configuration: configuration)
      for round in 0..<143 {
        let count = Int.random(in: 0...14, using: &random)
        let body = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        let article = try kiji.analyze("---\ntitle: 青葉電算の電力と設定\n---\n\n" + body, format: .markdown)
        guard let summary = article.summary else {
          #expect(article.sentences.isEmpty, "limit \(limit), round \(round): no excerpt of \(body)")
          continue
        }
        expectRules(summary.excerpt, limit: limit, "\(style), limit \(limit), round \(round): \(body)")
        expectRules(summary.description, limit: 160, "\(style), description, round \(round): \(body)")
        for point in summary.points { expectRules(point, limit: 120, "\(style), point, round \(round): \(body)") }
      }
    }
  }

  private func expectRules(_ excerpt: String, limit: Int, _ story: String) {
    #expect(!excerpt.isEmpty && excerpt.count <= limit, "\(excerpt) ← \(story)")
    for markup in ["**", "![", "](", "```", "<b>", "`"] { #expect(!excerpt.contains(markup), "\(excerpt) ← \(story)") }
    // A limit of a few characters leaves no room for what is in a bracket.
    guard limit >= 20 else { return }
    for (open, close) in Self.pairs {
      let opened = excerpt.count { String($0) == open }
      #expect(opened == excerpt.count { String($0) == close }, "\(excerpt) ← \(story)")
    }
  }
}
