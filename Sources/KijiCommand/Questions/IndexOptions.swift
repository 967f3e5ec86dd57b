import ArgumentParser
import ArchiveIndex
import Foundation
import Reporting
import TextCore

extension AnswerTable.Format: ExpressibleByArgument {}

/// Options of the questions to an archive.
struct IndexOptions: ParsableArguments {
  @Option(help: "kiji batch が作った索引（index.sqlite）か、そのフォルダー。")
  var index: String

  @Option(help: "出力の形式。")
  var format: AnswerTable.Format = .text

  @Flag(help: "索引を開いてから答えが出るまでの時間を標準エラー出力に表示します。")
  var timing = false

  /// Opens the index, answers from it, and prints the answer.
  func answer(_ body: (ArchiveIndex) throws -> AnswerTable) throws {
    let index = try open()
    let start = DispatchTime.now()
    let table = try telling { try body(index) }
    if timing {
      let milliseconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e6
      Console.tell("kiji: \(String(format: "%.1f", milliseconds))ミリ秒")
    }
    Console.write(table.render(format))
  }

  /// Opens the index.
  func open() throws -> ArchiveIndex {
    try telling { try ArchiveIndex(path: ArchiveFolder.indexPath(index), for: .reading) }
  }

  /// Tells an index's errors as the command's.
  func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ArchiveIndexError {
      throw CommandFailure(error)
    }
  }
}

/// The most rows of an answer.
struct LimitOption: ParsableArguments {
  @Option(help: "行数の上限。0 は無制限です。指定しなければ20。")
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit には0以上の整数を指定してください。") }
  }

  /// The limit, or `usual` where none was given.
  func rows(_ usual: Int = 20) -> Int { limit.map { $0 == 0 ? .max : $0 } ?? usual }
}
