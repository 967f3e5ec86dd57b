public import ArgumentParser
public import ArticleAnalysis
public import ArticleSource
import Foundation
import Kiji
import Reporting
public import TextCore

extension InputFormat: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension ExcerptStyle: ExpressibleByArgument {}

/// How the input is written: told, or found out by name and content.
enum InputFormatChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, markdown, html, plain

  var format: InputFormat? { InputFormat(rawValue: rawValue) }
}

/// When colours are written.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// Options of the commands that analyze articles.
struct AnalysisArguments: ParsableArguments {
  @Option(
    help:
      "計算して出力する項目をコンマ区切りで（source、frontMatter、statistics、readability、terms、entities、relations、sentiment、sentences、summary、tags、categories、diagnostics）。"
  )
  var only: String?

  @Option(help: "入力の形式。")
  var inputFormat: InputFormatChoice = .auto

  @Option(help: "位置を数える単位。")
  var offsetUnit: OffsetUnit?

  @Option(help: "読み込むファイルの上限（バイト）。")
  var sizeLimit: Int?

  @OptionGroup var jobs: JobsOption

  @Option(help: "色づけ。")
  var color: ColorChoice = .auto

  func validate() throws {
    if let sizeLimit, sizeLimit < 1 { throw ValidationError("--size-limit には1以上の整数を指定してください。") }
    _ = try parts()
  }

  /// The parts that `--only` names; the standard ones without it.
  func parts() throws -> Set<AnalysisPart> {
    guard let only else { return AnalysisPart.standard }
    var parts: Set<AnalysisPart> = []
    for name in only.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      guard let part = AnalysisPart(rawValue: name) else {
        let known = AnalysisPart.allCases.map(\.rawValue).joined(separator: "、")
        throw ValidationError("--only に「\(name)」という項目はありません。指定できるのは \(known) です。")
      }
      parts.insert(part)
    }
    return parts
  }

  /// Applies the options.
  func apply(to options: inout AnalysisOptions) throws {
    options.parts = try parts()
    if let format = inputFormat.format { options.inputFormat = format }
    if let offsetUnit { options.offsetUnit = offsetUnit }
    if let sizeLimit { options.decoding.byteLimit = sizeLimit }
  }

  /// The number of threads for `count` articles.
  func threads(for count: Int) -> Int { jobs.threads(for: count) }

  /// Whether a report is coloured: never without a terminal, unless asked for, and never with `NO_COLOR`.
  var style: StyleUse {
    switch color {
    case .always: return .styled
    case .never: return .plain
    case .auto:
      let forbids = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      return Console.isTerminal && !forbids ? .styled : .plain
    }
  }
}
