import Annotation
import ArticleAnalysis
import Foundation
import Kiji
import Reporting
import TextCore

/// Answers the lines of `kiji stream`.
struct StreamAnswer: Sendable {
  let kiji: Kiji
  let parts: Set<AnalysisPart>
  /// Whether all terms are told, with their counts.
  let countsTerms: Bool

  /// The line that answers `line`.
  func line(to line: [UInt8], _ decoder: JSONDecoder) -> [UInt8] {
    let data = Data(line)
    let record: StreamRecord
    do {
      record = try decoder.decode(StreamRecord.self, from: data)
    } catch {
      let id = (try? decoder.decode(StreamRecordID.self, from: data))?.id
      return Self.failure(
        id, DiagnosticCode("stream.invalid-record"),
        "この行は {\"id\": …, \"text\": \"…\"} の形のJSONではありません。形式を確かめてください。")
    }
    do {
      return try article(record, capacity: line.count * 2)
    } catch let error as any DescribedError {
      return Self.failure(record.id, error.code, error.message)
    } catch {
      return Self.failure(record.id, DiagnosticCode("analysis.failed"), "記事を分析できませんでした（\(error)）。")
    }
  }

  private func article(_ record: StreamRecord, capacity: Int) throws -> [UInt8] {
    let bytes = Array(record.text.utf8)
    var counts: [CountedTerm] = []
    let article =
      countsTerms
      ? try kiji.analyze(bytes: bytes, format: record.format, title: record.title, counting: &counts)
      : try kiji.analyze(bytes: bytes, format: record.format, title: record.title)
    var output = JSONOutput()
    output.reserveCapacity(capacity)
    ArticleObject(article, parts: parts).write(
      to: &output,
      writeID: { output in
        if let id = record.id { id.write(to: &output) } else { output.null() }
      },
      writeLabels: { if countsTerms { Self.write(counts, to: &$0) } })
    output.endLine()
    return output.takeBytes()
  }

  private static func write(_ counts: [CountedTerm], to output: inout JSONOutput) {
    output.key("termCounts")
    output.beginObject()
    for kind in Term.Kind.allCases where counts.contains(where: { $0.kind == kind }) {
      output.key(kind.rawValue)
      output.beginObject()
      for term in counts where term.kind == kind {
        output.key(term.term)
        output.integer(term.count)
      }
      output.endObject()
    }
    output.endObject()
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
}
