import ArgumentParser
import Kiji
import Reporting

/// `kiji terms`: what an article is about, as a table.
struct Terms: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "記事の主な語を、重みの順に示します。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml, csv, tsv, markdown
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Option(help: "語の数の上限。0 は無制限です。")
  var limit = 30

  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit には0以上の整数を指定してください。") }
  }

  func run() throws {
    let inputs = try ArticleRun.inputs(files)
    var configuration = try dictionaries.configuration(input: inputs[0].path)
    try analysis.apply(to: &configuration.options)
    configuration.options.parts = [.source, .terms]
    configuration.options.termLimit = limit
    let kiji = try dictionaries.open(configuration)
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    let renderer = Analyze.Renderer(
      format: Analyze.Format(rawValue: format.rawValue) ?? .text, parts: [.source, .terms], style: analysis.style,
      isAlone: inputs.count == 1)
    let isComplete = try run.run(inputs) { [format] article in
      switch format {
      case .text, .tsv: Array(TermReport.table(article.terms, .tsv).utf8)
      case .csv: Array(TermReport.table(article.terms, .csv).utf8)
      case .markdown: Array(TermReport.table(article.terms, .markdown).utf8)
      case .json, .jsonl, .yaml: renderer.render(article)
      }
    }
    guard isComplete else { throw ExitCode(2) }
  }
}
