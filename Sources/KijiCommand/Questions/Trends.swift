import ArchiveAnalysis
import ArchiveIndex
import Annotation
import ArgumentParser
import Reporting
import TextCore

/// `kiji trends`: what an archive speaks of, month by month.
struct Trends: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "語、固有表現、タグ、評価の移り変わりを月ごとに示します。",
    discussion: "語、固有表現、タグは、ある時期に集中して現れたもの（バースト）を重みの順に、初出とともに示します。--term では一つの語の月ごとの記事数を示します。")

  /// What is followed through the months.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case term, entity, tag, sentiment
  }

  @OptionGroup var options: IndexOptions
  @OptionGroup var limit: LimitOption

  @Option(help: "対象。")
  var of: Subject = .term

  @Option(help: "月ごとに示す語、固有表現、タグ。")
  var term: String?

  @Option(name: .customLong("min-articles"), help: "示すものの、現れる記事の数の下限。")
  var minimumArticles = 5

  func validate() throws {
    if minimumArticles < 1 { throw ValidationError("--min-articles には1以上の整数を指定してください。") }
    if term != nil, of == .sentiment { throw ValidationError("--term は --of sentiment と一緒には使えません。") }
  }

  func run() throws {
    try options.answer { index in
      let articles = try index.articlesByDay().filter { $0.day != nil }
      guard let kind = NameKind(rawValue: of.rawValue) else { return sentiment(articles) }
      var counter = MonthCounter()
      let wanted = term.map { TermKey($0) }
      try index.forEachNames(kind, of: articles.map(\.id)) { place, names in
        let own = wanted.map { key in names.filter { TermKey($0.name) == key } } ?? names
        // Two spellings of what was asked for are one.
        let named = term.map { term in
          own.isEmpty ? [] : [(name: term, count: own.reduce(0) { $0 + $1.count })]
        }
        counter.add(path: articles[place].path, day: articles[place].day ?? "", names: named ?? own)
      }
      return term == nil ? bursts(counter) : course(counter)
    }
  }

  /// What had bursts.
  private func bursts(_ counter: MonthCounter) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.trends/1", rowsKey: "series",
      columns: [
        .init("name", "語"), .init("articles", "記事数"), .init("count", "回数"), .init("weight", "重み"),
        .init("bursts", "集中した時期"), .init("firstDate", "初出"), .init("first", "初出の記事"), .init("months", nil),
      ], nothing: "該当するものはありません。--min-articles を小さくしてお試しください。")
    table.facts = [.init("of", .text(of.rawValue))]
    let all = counter.series(minimum: minimumArticles).filter { of != .term || !$0.isFormula }
    for series in all.prefix(limit.rows()) {
      let bursts = series.bursts.map { burst -> AnswerValue in
        let (from, to) = (counter.months[burst.batches.lowerBound], counter.months[burst.batches.upperBound])
        let hits = series.articles[burst.batches].reduce(0, +)
        return .shown(
          (from == to ? from : "\(from)〜\(to)") + "（\(hits)件）",
          .object([
            .init("from", .text(from)), .init("to", .text(to)), .init("articles", .integer(hits)),
            .init("weight", .score(burst.weight)),
          ]))
      }
      let months = zip(counter.months, series.articles).filter { $0.1 > 0 }.map { month, count -> AnswerValue in
        .shown("\(month):\(count)", .object([.init("month", .text(month)), .init("articles", .integer(count))]))
      }
      table.rows.append([
        .text(series.name), .integer(series.total), .integer(series.count), .score(series.heaviest?.weight ?? 0),
        .list(bursts), .text(series.firstDay), .text(series.first), .list(months),
      ])
    }
    return table
  }

  /// The course of one name.
  private func course(_ counter: MonthCounter) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.trend/1", rowsKey: "months",
      columns: [
        .init("month", "月"), .init("articles", "記事数"), .init("total", "全記事数"), .init("share", "割合"),
        .init("isBurst", "集中"), .init("bar", ""),
      ], nothing: "「\(term ?? "")」の現れる記事はありません。")
    guard let series = counter.series(minimum: 1).first else { return table }
    table.facts = [
      .init("of", .text(of.rawValue)), .init("name", .text(series.name)), .init("firstDate", .text(series.firstDay)),
      .init("first", .text(series.first)),
    ]
    let most = max(series.articles.max() ?? 1, 1)
    for (month, hits) in series.articles.enumerated() {
      let isBurst = series.bursts.contains { $0.batches.contains(month) }
      table.rows.append([
        .text(counter.months[month]), .integer(hits), .integer(counter.totals[month]),
        .score(Double(hits) / Double(max(counter.totals[month], 1))),
        .shown(isBurst ? "●" : "", .text(isBurst ? "burst" : "")),
        .shown(String(repeating: "█", count: (hits * 20 + most - 1) / most), .integer(hits)),
      ])
    }
    return table
  }

  /// How the archive judges, month by month.
  private func sentiment(_ articles: [ArticleCounts]) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.sentiment-trend/1", rowsKey: "months",
      columns: [
        .init("month", "月"), .init("articles", "記事数"), .init("score", "平均の評価"), .init("positive", "良い文"),
        .init("negative", "悪い文"), .init("mixed", "両方の文"), .init("neutral", "中立の文"),
      ], nothing: "日付のある記事がありません。")
    table.facts = [.init("of", .text(of.rawValue))]
    var start = 0
    while start < articles.count {
      let month = (articles[start].day ?? "").prefix(7)
      let own = articles[start...].prefix { ($0.day ?? "").hasPrefix(month) }
      let sum = own.reduce(0) { $0 + $1.score }
      table.rows.append([
        .text(String(month)), .integer(own.count), .score(Double(sum) / Double(own.count) / 10_000),
        .integer(own.reduce(0) { $0 + $1.sentences.positive }), .integer(own.reduce(0) { $0 + $1.sentences.negative }),
        .integer(own.reduce(0) { $0 + $1.sentences.mixed }), .integer(own.reduce(0) { $0 + $1.sentences.neutral }),
      ])
      start += own.count
    }
    return table
  }
}
