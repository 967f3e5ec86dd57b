import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import Reporting
import TextCore

/// `kiji stream`: JSON Lines in, JSON Lines out.
struct Stream: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "標準入力のJSON Linesを1行ずつ分析し、同じ順に1行ずつ出力します。",
    discussion: """
      入力の1行は {"id": 任意, "text": 本文, "format"?: "plain"|"markdown"|"html", "title"?: 題} です。
      そうでない行には {"id": …, "error": {"code": …, "message": …}} を返し、続けて次の行を読みます。
      """)

  @Flag(
    name: .customLong("term-counts"),
    help: "すべての語とその数を termCounts に書きます（{種類: {語: 数}}）。集計を別のところで行うときに使います。")
  var countsTerms = false

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    var configuration = try dictionaries.configuration(input: nil)
    try analysis.apply(to: &configuration.options)
    try archive.apply(to: &configuration)
    configuration.expectsManyArticles = true
    let kiji = try dictionaries.open(configuration)
    let lines = Lines()
    let answer = StreamAnswer(kiji: kiji, parts: configuration.options.parts, countsTerms: countsTerms)
    let workers = OrderedWorkers<[UInt8], [UInt8]>(next: { lines.next() }, emit: { Console.write($0) })
    let threads = analysis.jobs.threads
    workers.run(count: threads) {
      let decoder = JSONDecoder()
      return { line in answer.line(to: line, decoder) }
    }
  }

  /// The lines of standard input; `OrderedWorkers` asks for one at a time.
  private final class Lines: @unchecked Sendable {
    // @unchecked: only one thread at a time calls `next`.
    private var reader = LineReader()
    func next() -> [UInt8]? { reader.next() }
  }
}
