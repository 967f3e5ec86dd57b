import ArchiveAnalysis
import ArchiveIndex
import Reporting

/// Writes the lines of articles to a file and counts their totals, those of some articles while the next are made ready.
final class LineWriter {
  /// What the thread works on.
  private final class Output: @unchecked Sendable {
    // @unchecked: one thread writes, and the totals are read when it has done so.
    let file: ReplacedFile
    var totals = ArchiveTotals()

    init(_ file: ReplacedFile) { self.file = file }

    func write(_ articles: [PublishedArticle], _ labels: [SuggestedLabels]) throws {
      for (article, labels) in zip(articles, labels) {
        try file.write(article.line.head)
        try file.write(LineWriter.json(labels))
        try file.write(article.line.tail)
        var figures = article.figures
        figures.suggestedTags = labels.tags.map(\.tag)
        totals.add(figures)
      }
    }
  }

  private let output: Output
  private let thread: WorkThread?
  /// What the articles come to; to be asked for when all lines are written.
  var totals: ArchiveTotals { output.totals }
  /// Why lines could not be written.
  private(set) var failure: CommandFailure?

  /// - Parameter isBeside: Whether the work is done on a thread of its own.
  init(_ file: ReplacedFile, isBeside: Bool) {
    output = Output(file)
    thread = isBeside ? WorkThread() : nil
  }

  /// Writes lines behind those that were handed in before.
  func write(_ articles: [PublishedArticle], _ labels: [SuggestedLabels]) throws {
    try noting {
      if let thread {
        try thread.begin { [output] in try output.write(articles, labels) }
      } else {
        try output.write(articles, labels)
      }
    }
  }

  /// Returns when all lines are written.
  func wait() throws { try noting { try thread?.wait() } }

  private func noting(_ work: () throws -> Void) throws {
    do { try work() } catch {
      failure = error as? CommandFailure
      throw error
    }
  }

  /// The keys `tags` and `categories` as they stand in the middle of a line.
  fileprivate static func json(_ labels: SuggestedLabels) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    ArticleObject.writeTags(labels.tags, to: &output)
    ArticleObject.writeCategories(labels.categories, to: &output)
    // Between other keys: without the brace, with a comma before the first.
    return [UInt8(ascii: ",")] + output.bytes.dropFirst()
  }
}
