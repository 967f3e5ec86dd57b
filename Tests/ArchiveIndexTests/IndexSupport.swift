import ArchiveAnalysis
import ArchiveIndex
import Foundation
import Kiji
import TestSupport
import Testing

/// A folder that goes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-index-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }
}

/// Articles as a batch makes them.
struct ArticleMaker {
  private static let kiji = Result { try Kiji() }

  static func article(_ path: String, _ text: String, analysis: String = "a") throws -> ArchivedArticle {
    try kiji.get().archive(
      bytes: Array(text.utf8), path: path, detail: .standard, file: .unknown, fingerprint: analysis)
  }
}

extension ArchiveIndex {
  /// What a query gives, rows as texts parted by `|`.
  func rows(_ sql: String) throws -> [String] { try texts(sql) }

  /// The published lines without suggestions.
  func lines() throws -> [String] {
    var lines: [String] = []
    try publish { articles in
      lines += articles.map { String(decoding: $0.line.head + $0.line.tail, as: UTF8.self) }
      return { articles.map { _ in SuggestedLabels(tags: [], categories: []) } }
    }
    return lines
  }
}
