import ArgumentParser
import ArticleAnalysis
import Kiji
import Reporting

/// `kiji sentiment`: what is judged how, and by which words.
struct Sentiment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "文ごとの評価（肯定・否定・中立・両面）と、その手がかりの語を示します。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml, csv, tsv, markdown
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Flag(help: "語ごとに、元の重み・適用した規則・結果を示します。")
  var explain = false

  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    let inputs = try ArticleRun.inputs(files)
    var configuration = try dictionaries.configuration(input: inputs[0].path)
    try analysis.apply(to: &configuration.options)
    configuration.options.parts = [.source, .sentiment, .sentences]
    let kiji = try dictionaries.open(configuration)
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    let renderer = Analyze.Renderer(
      format: Analyze.Format(rawValue: format.rawValue) ?? .text, parts: configuration.options.parts,
      style: analysis.style, isAlone: inputs.count == 1)
    let report = SentimentReport(style: analysis.style, detail: explain ? .explained : .marked)
    if format == .csv { Console.write(DelimitedText.csv([SentimentTable.header])) }
    if format == .tsv { Console.write(DelimitedText.tsv([SentimentTable.header])) }
    let isAlone = inputs.count == 1
    let isComplete = try run.run(inputs) { [format] article in
      switch format {
      case .text: Array((report.text(article) + (isAlone ? "" : "\n")).utf8)
      case .csv: Array(DelimitedText.csv(SentimentTable.rows(article)).utf8)
      case .tsv: Array(DelimitedText.tsv(SentimentTable.rows(article)).utf8)
      case .markdown: Array(MarkdownText.table([SentimentTable.header] + SentimentTable.rows(article)).utf8)
      case .json, .jsonl, .yaml: renderer.render(article)
      }
    }
    guard isComplete else { throw ExitCode(2) }
  }
}
