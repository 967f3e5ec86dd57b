import ArchiveAnalysis
import ArchiveIndex
import ArticleAnalysis
import Foundation
import Reporting
import TextCore

/// Writes the files beside an index: `articles.jsonl` and `archive.json`.
///
/// They are a function of the articles in the index alone, whatever the order in which those came in.
struct ArchivePublisher {
  let folder: ArchiveFolder
  let index: ArchiveIndex
  let threads: Int
  let display: BatchProgress.Display

  /// Whether the files tell something else than the index, or are not as they were written.
  func isDue() throws -> Bool {
    guard try index.isPublished() else { return true }
    guard let files = folder.publishedFiles else { return true }
    return try index.value(.files) != files
  }

  /// Writes both files; each appears whole or not at all.
  func publish() throws {
    let model = try learn()
    try index.keep(model)
    let tagLimit = try index.value(.tagLimit).flatMap { Int($0) } ?? AnalysisOptions().tagLimit
    let lines = try ReplacedFile(folder.path(of: ArchiveFolder.articles))
    var progress = BatchProgress("書き出し", display, total: try index.articleCount(), now: BatchProgress.now)
    var done = 0
    let writer = LineWriter(lines, isBeside: threads > 1)
    do {
      try index.publish { articles in
        // The index reads the next articles meanwhile.
        let suggesting =
          threads > 1
          ? BackgroundWork { [threads] in
            try Self.suggest(for: articles, model, tagLimit: tagLimit, threads: threads - 1)
          } : nil
        return {
          let labels =
            try suggesting?.take() ?? Self.suggest(for: articles, model, tagLimit: tagLimit, threads: 1)
          try writer.write(articles, labels)
          done += articles.count
          progress.update(done, now: BatchProgress.now)
          return labels
        }
      }
      progress.clear()
    } catch {
      throw writer.failure ?? CommandFailure(error)
    }
    try writer.wait()
    let finishing = threads > 1 ? BackgroundWork { try lines.finish() } : nil
    if finishing == nil { try lines.finish() }
    let summary = try ReplacedFile(folder.path(of: ArchiveFolder.summary))
    var output = JSONOutput(.indented)
    ArchiveObject(writer.totals.finish()).write(to: &output)
    try summary.write(output.bytes + [0x0A])
    try summary.finish()
    try finishing?.take()
    try lines.replace()
    try summary.replace()
    try index.set([.state: "published", .files: folder.publishedFiles ?? ""])
  }

  /// Brings what questions are answered from up to date, and learns the archive's tags meanwhile.
  private func learn() throws -> TagModel {
    let learning =
      threads > 1
      ? BackgroundWork { [path = index.path] in
        // A reader does not wait for the one who writes, but has to have a connection of its own.
        let reader = try ArchiveIndex(path: path, for: .reading)
        let model = try reader.learnTags()
        try reader.close()
        return model
      } : nil
    do {
      try index.keepSimilarity()
      try index.keepFrequentWords()
    } catch {
      // It must not go on reading what is about to be closed; the first error is the one to tell.
      _ = try? learning?.take()
      throw error
    }
    return try learning?.take() ?? index.learnTags()
  }

  /// What the model suggests for each of `articles`.
  private static func suggest(
    for articles: [PublishedArticle], _ model: TagModel, tagLimit: Int, threads: Int
  ) throws -> [SuggestedLabels] {
    let cursor = Cursor(articles)
    let results = Results()
    let workers = OrderedWorkers<PublishedArticle, Result<SuggestedLabels, any Error>>(
      next: { cursor.next() }, emit: { results.all.append($0) })
    workers.run(count: max(1, min(threads, articles.count))) {
      { article in
        Result {
          let features = try ArticleFeatures(bytes: article.features)
          let suggested = model.suggestions(for: features, tagLimit: tagLimit, categoryLimit: Self.categoryLimit)
          return SuggestedLabels(tags: suggested.tags, categories: suggested.categories)
        }
      }
    }
    return try results.all.map { try $0.get() }
  }

  /// What workers came to, in the order of the articles.
  private final class Results: @unchecked Sendable {
    // @unchecked: `OrderedWorkers` hands out one result at a time, and the rest happens after it has returned.
    var all: [Result<SuggestedLabels, any Error>] = []
  }

  /// The most categories that are suggested for an article.
  private static let categoryLimit = 3
}
