import ArchiveAnalysis
import ArchiveIndex
import Reporting

/// Writes the lines of articles to a file and counts their totals, those of some articles while the next are made ready.
final class LineWriter {
  private let file: ReplacedFile
  private let isBeside: Bool
  private var writing: BackgroundWork<Void>?
  /// What the articles come to.
  private(set) var totals = ArchiveTotals()
  /// Why lines could not be written.
  private(set) var failure: CommandFailure?

  /// - Parameter isBeside: Whether the work is done on a thread of its own.
  init(_ file: ReplacedFile, isBeside: Bool) {
    self.file = file
    self.isBeside = isBeside
  }

  /// Writes lines behind those that were handed in before.
  func write(_ articles: [PublishedArticle], _ labels: [SuggestedLabels]) throws {
    try wait()
    let work: @Sendable () throws -> Void = { [file] in
      for (article, labels) in zip(articles, labels) {
        try file.write(article.line.head)
        try file.write(Self.json(labels))
        try file.write(article.line.tail)
      }
    }
    if isBeside { writing = BackgroundWork(work) } else { try noting(work) }
    // Counted here: tables that grow on one thread after the other leave holes in the memory of each.
    for (article, labels) in zip(articles, labels) {
      var figures = article.figures
      figures.suggestedTags = labels.tags.map(\.tag)
      totals.add(figures)
    }
  }

  /// Returns when all lines are written.
  func wait() throws {
    guard let writing else { return }
    self.writing = nil
    try noting(writing.take)
  }

  private func noting(_ work: () throws -> Void) throws {
    do { try work() } catch {
      failure = error as? CommandFailure
      throw error
    }
  }

  /// The keys `tags` and `categories` as they stand in the middle of a line.
  private static func json(_ labels: SuggestedLabels) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    ArticleObject.writeTags(labels.tags, to: &output)
    ArticleObject.writeCategories(labels.categories, to: &output)
    // Between other keys: without the brace, with a comma before the first.
    return [UInt8(ascii: ",")] + output.bytes.dropFirst()
  }
}
