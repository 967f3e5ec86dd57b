import ArgumentParser
import ArticleAnalysis
import Kiji
import Reporting

/// `kiji excerpt`: the excerpt of an article.
struct Excerpt: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "記事の抜粋を、本文の文から作ります。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "抜粋の長さの上限（文字数）。")
  var limit: Int?

  @Option(help: "抜粋の作り方。sentence は要点の文、lead は冒頭の文を選び、topic は題名と見出しから名詞句の一行を作ります。")
  var style: ExcerptStyle?

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Flag(help: "抜粋をフロントマターの excerpt に書き込みます。ほかの部分は1バイトも変えません。")
  var write = false

  @Flag(help: "抜粋に加え、選んだ文とその理由、説明文、要点を示します。")
  var explain = false

  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if let limit, limit < 1 || limit > 10_000 { throw ValidationError("--limit には1から10000までの整数を指定してください。") }
  }

  func run() throws {
    let inputs = try ArticleRun.inputs(files)
    var configuration = try dictionaries.configuration(input: inputs[0].path)
    try analysis.apply(to: &configuration.options)
    configuration.options.parts = [.source, .summary]
    if let limit { configuration.options.excerptLimit = limit }
    if let style { configuration.options.excerptStyle = style }
    let kiji = try dictionaries.open(configuration)
    if write {
      return try FrontMatterWriter(dryRun: false, quiet: dictionaries.quiet).write(inputs, kiji) { article in
        article.summary.map { [.excerpt($0.excerpt)] } ?? []
      }
    }
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    let renderer = Analyze.Renderer(
      format: Analyze.Format(rawValue: format.rawValue) ?? .text, parts: [.source, .summary], style: .plain,
      isAlone: inputs.count == 1)
    let report = SummaryReport(style: analysis.style)
    let isComplete = try run.run(inputs) { [format, explain] article in
      switch (format, explain) {
      case (.text, false): Array(((article.summary?.excerpt ?? "") + "\n").utf8)
      case (.text, true): Array(report.text(article).utf8)
      default: renderer.render(article)
      }
    }
    guard isComplete else { throw ExitCode(2) }
  }
}
