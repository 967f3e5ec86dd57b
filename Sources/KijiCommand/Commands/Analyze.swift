import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import Reporting

/// `kiji analyze`: the full analysis of one or more articles.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    // Said, since the parser derives it for each of thousands of files else.
    commandName: "analyze",
    abstract: "記事を分析します。端末では読みやすい報告、--format で機械向けの形式を出力します。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml, csv, tsv, markdown
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Option(help: "主な語の数の上限。0 は無制限です。")
  var termLimit: Int?

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    let inputs = try ArticleRun.inputs(files)
    var configuration = try dictionaries.configuration(input: inputs[0].path)
    try analysis.apply(to: &configuration.options)
    if let termLimit { configuration.options.termLimit = max(0, termLimit) }
    try archive.apply(to: &configuration)
    let kiji = try dictionaries.open(configuration)
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    let renderer = Renderer(
      format: format, parts: configuration.options.parts, style: analysis.style, isAlone: inputs.count == 1)
    Console.write(renderer.head)
    guard try run.run(inputs, render: { renderer.render($0) }) else { throw ExitCode(2) }
  }

  /// Makes the text of an analysis in a format.
  struct Renderer: Sendable {
    let format: Format
    let parts: Set<AnalysisPart>
    let style: StyleUse
    let isAlone: Bool

    /// What stands before the first article.
    var head: [UInt8] {
      switch format {
      case .csv: Array(DelimitedText.csv([ArticleTables.header]).utf8)
      case .tsv: Array(DelimitedText.tsv([ArticleTables.header]).utf8)
      default: []
      }
    }

    func render(_ analysis: ArticleAnalysis) -> [UInt8] {
      switch format {
      case .text: return Array((ArticleReport(style: style).text(analysis) + (isAlone ? "" : "\n")).utf8)
      case .json: return json(analysis, .indented)
      case .jsonl: return json(analysis, .compact)
      case .yaml:
        var output = YAMLOutput()
        ArticleObject(analysis, parts: parts).write(to: &output)
        return Array("---\n".utf8) + output.bytes + [0x0A]
      case .csv: return Array(DelimitedText.csv([ArticleTables.row(analysis)]).utf8)
      case .tsv: return Array(DelimitedText.tsv([ArticleTables.row(analysis)]).utf8)
      case .markdown: return Array((ArticleTables.markdown(analysis) + (isAlone ? "" : "\n")).utf8)
      }
    }

    private func json(_ analysis: ArticleAnalysis, _ layout: JSONOutput.Layout) -> [UInt8] {
      var output = JSONOutput(layout)
      output.reserveCapacity(analysis.source.byteCount * 2)
      ArticleObject(analysis, parts: parts).write(to: &output)
      output.endLine()
      return output.bytes
    }
  }
}
