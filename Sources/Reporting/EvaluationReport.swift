package import ArchiveAnalysis
import ArticleAnalysis

/// Measures of suggestions as text.
package enum EvaluationReport {
  /// What was measured of tags and categories, and what is odd about the tags.
  package static func text(_ evaluation: TagEvaluation, details: Bool) -> String {
    var lines: [String] = []
    if details {
      lines.append("path\ttags\tsuggestions")
      for answer in evaluation.answers {
        let suggestions = answer.suggestions.map { "\($0.tag)\($0.kind == .new ? "*" : "") \(figure($0.score))" }
        lines.append(
          [answer.path, answer.tags.joined(separator: "、"), suggestions.joined(separator: "、")].joined(separator: "\t"))
      }
    }
    for (name, figures) in [("タグ", evaluation.tags), ("カテゴリー", evaluation.categories)] where figures.asked > 0 {
      lines.append(
        "\(name): 学習 \(figures.learned)件、確認 \(figures.asked)件  MAP@10 \(figure(figures.meanAveragePrecision))"
          + "  R@5 \(figure(figures.recallAtFive))  1位が正解 \(figure(figures.firstIsRight))"
          + "（1位の点数の平均 \(figure(figures.meanFirstScore))）")
    }
    if evaluation.tags.asked == 0 && evaluation.categories.asked == 0 {
      lines.append("タグやカテゴリーの付いた記事が足りません。")
    }
    return (lines + findings(evaluation.findings)).joined(separator: "\n") + "\n"
  }

  /// What a model was learned from, and what is odd about the tags.
  package static func learned(_ model: TagModel) -> String {
    let figures = model.figures
    let head =
      "記事 \(figures.articles)件（タグ付き \(figures.tagged)件）から、タグ \(figures.tags)種とカテゴリー \(figures.categories)種を学びました。"
    return ([head] + findings(model.findings)).joined(separator: "\n") + "\n"
  }

  /// What is odd about an archive's tags, a line each.
  package static func findings(_ findings: TagFindings) -> [String] {
    let pasted = findings.pasted.map { pasted in
      let percent = Int((pasted.share * 100).rounded())
      switch pasted.kind {
      case .uninformative: return "「\(pasted.tag)」は記事の\(percent)%に付いていますが、内容の違いを表していません。"
      case .mentioned: return "「\(pasted.tag)」は記事の\(percent)%に付いています。一度触れただけの記事にも付いています。"
      }
    }
    let spellings = findings.spellings.map { spellings in
      let tags = zip(spellings.tags, spellings.counts).map { "「\($0)」\($1)件" }
      return "表記が揺れています: " + tags.joined(separator: "、")
    }
    return pasted + spellings
  }

  /// A figure with three decimals.
  package static func figure(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
