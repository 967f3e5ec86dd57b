import Annotation
import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import Reporting

/// `kiji entities`: what an article names, the values that it gives, and the deals that it tells of.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "記事の固有表現と数値表現を、初めて出る順に示します。",
    discussion: "text と markdown では、続けて取引（投資、買収、契約、資金調達、提携、設備投資）の表を出力します。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, yaml, csv, tsv, markdown
  }

  @Argument(help: "記事のファイル。- は標準入力です。")
  var files: [String] = []

  @Option(help: "出力の形式。")
  var format: Format = .text

  @Option(help: "出力する種類をコンマ区切りで（\(Entities.knownTypes)）。取引は、当事者がどちらもこの種類のものだけを出力します。")
  var type: String?

  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  private static var knownTypes: String { EntityType.allCases.map(\.rawValue).joined(separator: "、") }

  func validate() throws { _ = try types() }

  func run() throws {
    let inputs = try ArticleRun.inputs(files)
    var configuration = try dictionaries.configuration(input: inputs[0].path)
    try analysis.apply(to: &configuration.options)
    configuration.options.parts = [.source, .entities, .relations]
    let kiji = try dictionaries.open(configuration)
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    let renderer = Analyze.Renderer(
      format: Analyze.Format(rawValue: format.rawValue) ?? .text, parts: [.source, .entities, .relations],
      style: analysis.style, isAlone: inputs.count == 1)
    let chosen = try types()
    let isComplete = try run.run(inputs) { [format] article in
      let kept = chosen.map { article.keeping($0) } ?? article
      // Tables of several articles stand apart; rows do not.
      let end = renderer.isAlone ? "" : "\n"
      switch format {
      case .text: return Array((EntityReport.tables(kept, .text) + end).utf8)
      case .markdown: return Array((EntityReport.tables(kept, .markdown) + end).utf8)
      case .csv: return Array(EntityReport.tables(kept, .csv).utf8)
      case .tsv: return Array(EntityReport.tables(kept, .tsv).utf8)
      case .json, .jsonl, .yaml: return renderer.render(kept)
      }
    }
    guard isComplete else { throw ExitCode(2) }
  }

  /// The types that `--type` names; `nil` without it, for all.
  private func types() throws -> Set<EntityType>? {
    guard let type else { return nil }
    let names = type.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    var types: Set<EntityType> = []
    for name in names {
      guard let type = EntityType(rawValue: name) else {
        throw ValidationError("--type に「\(name)」という種類はありません。指定できるのは \(Self.knownTypes) です。")
      }
      types.insert(type)
    }
    return types
  }
}
