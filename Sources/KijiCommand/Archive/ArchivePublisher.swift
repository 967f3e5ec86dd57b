import ArchiveAnalysis
import ArchiveIndex
import Foundation
import Reporting
import TextCore

/// Writes the files beside an index: `articles.jsonl` and `archive.json`.
///
/// They are a function of the articles in the index alone, whatever the order in which those came in.
struct ArchivePublisher {
  let folder: ArchiveFolder
  let index: ArchiveIndex

  /// Whether the files tell something else than the index, or are not as they were written.
  func isDue() throws -> Bool {
    guard try index.value(.state) == "published" else { return true }
    guard let files = folder.publishedFiles else { return true }
    return try index.value(.files) != files
  }

  /// Writes both files; each appears whole or not at all.
  func publish() throws {
    let lines = try ReplacedFile(folder.path(of: ArchiveFolder.articles))
    var totals = ArchiveTotals()
    var failure: CommandFailure?
    do {
      try index.forEachArticle { article in
        do throws(CommandFailure) {
          try lines.write(article.line.head)
          try lines.write(article.line.tail)
        } catch {
          failure = error
          throw error
        }
        totals.add(article.figures)
      }
    } catch {
      throw failure ?? CommandFailure(error)
    }
    try lines.finish()
    let summary = try ReplacedFile(folder.path(of: ArchiveFolder.summary))
    var output = JSONOutput(.indented)
    ArchiveObject(totals.finish()).write(to: &output)
    try summary.write(output.bytes + [0x0A])
    try summary.finish()
    try lines.replace()
    try summary.replace()
    try index.set([.state: "published", .files: folder.publishedFiles ?? ""])
  }
}
