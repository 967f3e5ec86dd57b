import Annotation
package import ArchiveAnalysis
package import ArchiveIndex
package import ArticleAnalysis
import ArticleSource
package import Reporting

/// The answers to questions that the command and the server both tell.
extension AnswerTable {
  /// What a search found: `kiji.search/1`.
  package static func search(_ hits: [SearchHit], total: Int) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.search/1", rowsKey: "articles",
      columns: [
        .init("score", "スコア"), .init("date", "日付"), .init("title", "題名"), .init("path", "パス"),
        .init("excerpt", nil),
      ], nothing: "該当する記事はありません。")
    table.facts = [.init("total", .integer(total))]
    table.rows = hits.map {
      [
        .score($0.score), AnswerValue($0.card.day), .text($0.card.title), .text($0.card.path),
        AnswerValue($0.card.excerpt),
      ]
    }
    return table
  }

  /// Keywords in context: `kiji.kwic/1`.
  /// - Parameter width: The most characters before a place; words before it are brought to this width from the left, so
  ///   that the places stand one below the other.
  package static func context(_ lines: [ContextLine], width: Int) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.kwic/1", rowsKey: "lines",
      columns: [
        .init("before", "前"), .init("match", "語"), .init("after", "後"), .init("place", "場所"),
        .init("path", nil), .init("line", nil),
      ], nothing: "該当する箇所はありません。")
    table.rows = lines.map { line in
      let space = String(repeating: " ", count: max(0, width * 2 - DisplayWidth.of(line.before)))
      return [
        .shown(space + line.before, .text(line.before)), .text(line.match), .text(line.after),
        .text("\(line.path):\(line.line)"), .text(line.path), .integer(line.line),
      ]
    }
    return table
  }

  /// Articles that are like one: `kiji.related/1`.
  package static func related(
    _ articles: [(score: Double, day: String?, title: String, path: String, shared: SharedNames.Shared)]
  ) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.related/1", rowsKey: "articles",
      columns: [
        .init("score", "近さ"), .init("date", "日付"), .init("title", "題名"), .init("path", "パス"),
        .init("reason", "共通点"), .init("terms", nil), .init("entities", nil), .init("tags", nil),
      ], nothing: "内容の近い記事はありません。")
    table.rows = articles.map { article in
      [
        .score(article.score), AnswerValue(article.day), .text(article.title), .text(article.path),
        .text(article.shared.text), .list(article.shared.terms.map { .text($0) }),
        .list(article.shared.entities.map { .text($0) }), .list(article.shared.tags.map { .text($0) }),
      ]
    }
    return table
  }
}

extension ArticleNames {
  /// The names of an article that is in no index.
  package init(_ analysis: ArticleAnalysis, features: ArticleFeatures) {
    self.init(
      terms: features.candidates.map(\.term) + analysis.terms.map(\.term),
      entities: analysis.entities.filter(\.type.isName).map(\.name), tags: analysis.frontMatter?.tags ?? [])
  }
}
