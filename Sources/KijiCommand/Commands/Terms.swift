import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Kiji
import Reporting

/// `kiji terms`: what an article is about, or an archive, as a table.
struct Terms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "記事の主な語を、重みの順に示します。",
    discussion: """
      --index を付けると、ファイルではなく索引のすべての記事について、回数、記事数、TF-IDF を示します。
      さらに --period か --tag を付けると、その期間やタグの記事に特徴的な語を、ほかの記事と比べて示します。
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml, csv, tsv, markdown
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Option(help: "語の数の上限。0 は無制限です。")
  var limit = 30

  @Option(help: "kiji batch が作った索引（index.sqlite）か、そのフォルダー。")
  var index: String?

  @Option(help: "--index とともに: ほかと比べる期間（2025-11、2025-11..2026-01 など）。")
  var period: String?

  @Option(help: "--index とともに: ほかと比べるタグかカテゴリー。")
  var tag: String?

  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit には0以上の整数を指定してください。") }
    if index == nil, period != nil || tag != nil {
      throw ValidationError("--period と --tag は --index と一緒に指定してください。")
    }
    if index != nil, !files.isEmpty { throw ValidationError("--index を付けるときは、ファイルを指定しないでください。") }
    if let period, DatePeriod(period) == nil {
      throw ValidationError("--period には 2025、2025-11、2025-11..2026-01 のような期間を指定してください。")
    }
    if index != nil, format == .yaml { throw ValidationError("--index では yaml 形式を使えません。") }
  }

  func run() throws {
    if let index { return try answer(from: index) }
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

  /// The terms of an archive.
  private func answer(from index: String) throws {
    let options = try IndexOptions.parse(["--index", index, "--format", format.rawValue])
    let terms = ArchiveTerms(period: period.flatMap { DatePeriod($0) }, tag: tag, limit: limit == 0 ? .max : limit)
    try options.answer { try terms.table($0) }
  }
}
