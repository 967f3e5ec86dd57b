import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import Reporting
import TextCore

/// `kiji stream`: JSON Lines in, JSON Lines out.
struct Stream: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "標準入力のJSON Linesを1行ずつ分析し、同じ順に1行ずつ出力します。",
    discussion: """
      入力の1行は {"id": 任意, "text": 本文, "format"?: "plain"|"markdown"|"html", "title"?: 題} です。
      そうでない行には {"id": …, "error": {"code": …, "message": …}} を返し、続けて次の行を読みます。
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    var configuration = try dictionaries.configuration(input: nil)
    try analysis.apply(to: &configuration.options)
    try archive.apply(to: &configuration)
    let kiji = try dictionaries.open(configuration)
    let lines = Lines()
    let parts = configuration.options.parts
    let workers = OrderedWorkers<[UInt8], [UInt8]>(next: { lines.next() }, emit: { Console.write($0) })
    let threads = analysis.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    workers.run(count: threads) {
      let decoder = JSONDecoder()
      return { line in Self.answer(line, kiji, parts, decoder) }
    }
  }

  /// The line that answers `line`.
  private static func answer(
    _ line: [UInt8], _ kiji: Kiji, _ parts: Set<AnalysisPart>, _ decoder: JSONDecoder
  ) -> [UInt8] {
    var output = JSONOutput()
    let data = Data(line)
    let record: StreamRecord
    do {
      record = try decoder.decode(StreamRecord.self, from: data)
    } catch {
      let id = (try? decoder.decode(StreamRecordID.self, from: data))?.id
      return failure(
        id, DiagnosticCode("stream.invalid-record"),
        "この行は {\"id\": …, \"text\": \"…\"} の形のJSONではありません。形式を確かめてください。")
    }
    do {
      let article = try kiji.analyze(bytes: Array(record.text.utf8), format: record.format, title: record.title)
      output.reserveCapacity(line.count * 2)
      ArticleObject(article, parts: parts).write(to: &output) { output in
        if let id = record.id { id.write(to: &output) } else { output.null() }
      }
      output.endLine()
      return output.bytes
    } catch let error as any DescribedError {
      return failure(record.id, error.code, error.message)
    } catch {
      return failure(record.id, DiagnosticCode("analysis.failed"), "記事を分析できませんでした（\(error)）。")
    }
  }

  private static func failure(_ id: JSONValue?, _ code: DiagnosticCode, _ message: String) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    output.key("id")
    if let id { id.write(to: &output) } else { output.null() }
    output.key("error")
    output.beginObject()
    output.key("code")
    output.string(code.name)
    output.key("message")
    output.string(message)
    output.endObject()
    output.endObject()
    output.endLine()
    return output.bytes
  }

  /// The lines of standard input; `OrderedWorkers` asks for one at a time.
  private final class Lines: @unchecked Sendable {
    // @unchecked: only one thread at a time calls `next`.
    private var reader = LineReader()
    func next() -> [UInt8]? { reader.next() }
  }
}
