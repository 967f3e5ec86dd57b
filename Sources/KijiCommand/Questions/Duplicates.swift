import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Reporting

/// `kiji duplicates`: articles that are nearly the same, and passages that stand in several.
struct Duplicates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "ほとんど同じ記事の組を示します。--passages では、何度も使われている段落や文を示します。")

  @OptionGroup var options: IndexOptions
  @OptionGroup var limit: LimitOption

  @Option(help: "記事の組を示す下限の類似度（0から1まで）。")
  var threshold = 0.6

  @Flag(help: "記事ではなく、複数の記事に同じ形で現れる段落と文を示します。")
  var passages = false

  @Option(name: .customLong("min-articles"), help: "--passages で示す、現れる記事の数の下限。")
  var minimumArticles = 3

  @Option(name: .customLong("min-length"), help: "--passages で示す長さの下限（字）。")
  var minimumLength = 20

  func validate() throws {
    if !(threshold > 0 && threshold <= 1) { throw ValidationError("--threshold には0より大きく1以下の数を指定してください。") }
    if minimumArticles < 2 { throw ValidationError("--min-articles には2以上の整数を指定してください。") }
    if minimumLength < 1 { throw ValidationError("--min-length には1以上の整数を指定してください。") }
  }

  func run() throws {
    try options.answer { try passages ? repeated($0) : alike($0) }
  }

  private func alike(_ index: ArchiveIndex) throws -> AnswerTable {
    var duplicates = NearDuplicates()
    var articles: [Int] = []
    try index.forEachArticleWords { article, words in
      articles.append(article)
      duplicates.add(Shingles.of(words))
    }
    let cards = try index.cards()
    func card(_ number: Int) -> AnswerValue {
      let card = cards[articles[number]]
      return .shown(
        card?.path ?? "",
        .object([
          .init("path", AnswerValue(card?.path)), .init("title", AnswerValue(card?.title)),
          .init("date", AnswerValue(card?.day)),
        ]))
    }
    let pairs = duplicates.pairs(atLeast: threshold)
    var table = AnswerTable(
      schema: "kiji.duplicates/1", rowsKey: "pairs",
      columns: [.init("similarity", "類似度"), .init("first", "記事"), .init("second", "似た記事")],
      nothing: "似た記事の組はありません。")
    table.facts = [.init("total", .integer(pairs.count))]
    table.rows = pairs.prefix(limit.rows()).map { [.score($0.similarity), card($0.first), card($0.second)] }
    return table
  }

  private func repeated(_ index: ArchiveIndex) throws -> AnswerTable {
    var paragraphs = RepeatedPassages(minimumLength: minimumLength)
    var sentences = RepeatedPassages(minimumLength: minimumLength)
    try index.forEachArticleSentences { article, own in
      var start = 0
      while start < own.count {
        var end = start
        while end < own.count, own[end].block == own[start].block { end += 1 }
        // Headings are meant to be alike; a table cell says little alone.
        if own[start].blockKind != "heading", own[start].blockKind != "tableCell" {
          if end - start > 1 {
            paragraphs.add(own[start..<end].map(\.text).joined(), article: article, line: own[start].line)
          }
          for sentence in own[start..<end] { sentences.add(sentence.text, article: article, line: sentence.line) }
        }
        start = end
      }
    }
    let wholes = paragraphs.passages(inAtLeast: minimumArticles)
    let parts = sentences.passages(inAtLeast: minimumArticles).filter { sentence in
      // A sentence that stands in no other articles than its paragraph is told with that.
      !wholes.contains { $0.places.count == sentence.places.count && $0.text.contains(sentence.text) }
    }
    let all = wholes.map { ("paragraph", "段落", $0) } + parts.map { ("sentence", "文", $0) }
    let sorted = all.enumerated().sorted { left, right in
      let counts = (left.element.2.places.count, right.element.2.places.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left.offset < right.offset
    }.map(\.element)
    let cards = try index.cards()
    var table = AnswerTable(
      schema: "kiji.passages/1", rowsKey: "passages",
      columns: [
        .init("articles", "記事数"), .init("count", "回数"), .init("kind", "種類"), .init("text", "本文"),
        .init("places", nil),
      ], nothing: "繰り返し使われている段落や文はありません。")
    table.facts = [.init("total", .integer(sorted.count))]
    table.rows = sorted.prefix(limit.rows()).map { kind, label, passage in
      let places = passage.places.map { place -> AnswerValue in
        let path = cards[place.article]?.path ?? ""
        return .shown(
          "\(path):\(place.line)", .object([.init("path", .text(path)), .init("line", .integer(place.line))]))
      }
      return [
        .integer(passage.places.count), .integer(passage.count), .shown(label, .text(kind)), .text(passage.text),
        .list(places),
      ]
    }
    return table
  }
}
