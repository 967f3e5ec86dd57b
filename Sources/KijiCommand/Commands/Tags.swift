import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Kiji
import Reporting

/// `kiji tags`: tags that suit an article, with what speaks for each.
struct Tags: ParsableCommand {
  static let configuration = CommandConfiguration(
    // Said, since the parser derives it for each of thousands of files else.
    commandName: "tags",
    abstract: "記事に合うタグを、合いそうな順に、理由とともに示します。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml, csv, tsv, markdown
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Option(help: "タグの数の上限。")
  var limit = 5

  @Flag(help: "タグをフロントマターの tags に書き込みます。ほかの部分は1バイトも変えません。")
  var write = false

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  /// The score below which a tag is left out where there are three better ones.
  static let floor = 0.1

  func validate() throws {
    if limit < 1 || limit > 100 { throw ValidationError("--limit には1から100までの整数を指定してください。") }
  }

  func run() throws {
    let inputs = try ArticleRun.inputs(files)
    var configuration = try dictionaries.configuration(input: inputs[0].path)
    try analysis.apply(to: &configuration.options)
    let parts: Set<AnalysisPart> = [.source, .tags, .categories]
    configuration.options.parts = parts
    configuration.options.tagLimit = limit
    configuration.options.tagFloor = Self.floor
    try archive.apply(to: &configuration)
    let kiji = try dictionaries.open(configuration)
    if write {
      return try FrontMatterWriter(dryRun: false, quiet: dictionaries.quiet).write(inputs, kiji) { article in
        article.tags.isEmpty ? [] : [.tags(article.tags.map(\.tag))]
      }
    }
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    let renderer = Analyze.Renderer(
      format: Analyze.Format(rawValue: format.rawValue) ?? .text, parts: parts, style: .plain,
      isAlone: inputs.count == 1)
    if let header = TagReport.header(format.rawValue) { Console.write(header) }
    let isComplete = try run.run(inputs) { [format] article in
      switch format {
      case .json, .jsonl, .yaml: renderer.render(article)
      case .csv, .tsv: Array(TagReport.rows(article, format.rawValue).utf8)
      case .text: Array(TagReport.text(article, showsName: !renderer.isAlone).utf8)
      case .markdown: Array((TagReport.markdown(article, showsName: !renderer.isAlone)).utf8)
      }
    }
    guard isComplete else { throw ExitCode(2) }
  }
}
