import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Foundation
import TextCore

/// Options of the commands that analyze whole archives: how articles are read, and by how many threads.
struct ReadingOptions: ParsableArguments {
  @Option(help: "入力の形式。")
  var inputFormat: InputFormatChoice = .auto

  @Option(help: "位置を数える単位。")
  var offsetUnit: OffsetUnit?

  @Option(help: "読み込むファイルの上限（バイト）。")
  var sizeLimit: Int?

  @OptionGroup var jobs: JobsOption

  func validate() throws {
    if let sizeLimit, sizeLimit < 1 { throw ValidationError("--size-limit には1以上の整数を指定してください。") }
  }

  /// Applies the options.
  func apply(to options: inout AnalysisOptions) {
    if let format = inputFormat.format { options.inputFormat = format }
    if let offsetUnit { options.offsetUnit = offsetUnit }
    if let sizeLimit { options.decoding.byteLimit = sizeLimit }
  }

  /// The number of threads for `count` articles.
  func threads(for count: Int) -> Int { jobs.threads(for: count) }
}
