import ArchiveAnalysis
import ArchiveIndex
import ArticleAnalysis
import Foundation
import Kiji
import Morphology
import TextCore

/// Brings an index up to date with the articles that were found.
struct BatchRun {
  let kiji: Kiji
  let index: ArchiveIndex
  let detail: ArticleDetail
  /// What analyses depend on besides the articles; it may still be in the making when the first begin.
  let fingerprint: @Sendable () throws -> String
  let threads: Int
  /// Moves what was committed into the file; `nil` where the writer does so itself.
  let checkpoints: Checkpoints?
  let interruption: Interruption
  let display: BatchProgress.Display

  /// What came of it.
  struct Outcome {
    var added = 0
    var changed = 0
    var unchanged = 0
    var removed = 0
    var failed = 0
    /// How many articles were left when it was interrupted; 0 where it was not.
    var left = 0

    /// The articles that are up to date now.
    var total: Int { added + changed + unchanged }
  }

  /// What came of one article.
  private enum Result: Sendable {
    case analyzed(PreparedArticle, BatchPlan.Job)
    case same(Int, FileFacts)
    case failed(CommandFailure, BatchPlan.Job)
  }

  /// Does what `plan` says.
  func run(_ plan: BatchPlan) throws -> Outcome {
    let jobs = Cursor(plan.jobs)
    let collector = Collector(
      IndexWriter(index), plan: plan, display: display, checkpoints: checkpoints)
    let stop = Mark()
    let workers = OrderedWorkers<BatchPlan.Job, Result>(
      next: { [interruption] in interruption.mark.isRaised || stop.isRaised ? nil : jobs.next() },
      emit: { result in
        guard !stop.isRaised else { return }
        do { try collector.take(result) } catch {
          collector.failure = error
          stop.raise()
        }
      })
    try collector.begin()
    workers.run(count: threads) { { work(on: $0) } }
    if let failure = collector.failure { throw failure }
    return try collector.finish()
  }

  private func work(on job: BatchPlan.Job) -> Result {
    do throws(CommandFailure) {
      let file = try ArticleSourceFile(
        job.path, limit: kiji.configuration.options.decoding.byteLimit,
        now: Int(Date().timeIntervalSince1970 * 1_000_000_000))
      if let known = job.known, known.fingerprint.analysis == (try? fingerprint()),
        known.fingerprint.source == SourceFingerprint.of(file.bytes)
      {
        return .same(known.id, file.facts)
      }
      return .analyzed(PreparedArticle(try analyze(file, job.path)), job)
    } catch {
      return .failed(error, job)
    }
  }

  private func analyze(_ file: ArticleSourceFile, _ path: String) throws(CommandFailure) -> ArchivedArticle {
    do {
      return try kiji.archive(
        bytes: file.bytes, path: path, detail: detail, file: file.facts, fingerprint: fingerprint())
    } catch let error as any DescribedError {
      throw CommandFailure(error, path: path)
    } catch {
      throw CommandFailure(path: path, "記事を分析できませんでした（\(error)）。", DiagnosticCode("analysis.failed"))
    }
  }

  /// Takes the results one by one, and writes them.
  private final class Collector: @unchecked Sendable {
    // @unchecked: `OrderedWorkers` hands out one result at a time, and the rest happens after it has returned.
    private let writer: IndexWriter
    private let plan: BatchPlan
    private var outcome = Outcome()
    private var progress: BatchProgress
    private var done = 0
    private var committed = BatchProgress.now
    /// Moves what was committed into the file; `nil` where the writer does so itself.
    private let checkpoints: Checkpoints?
    var failure: (any Error)?

    init(_ writer: IndexWriter, plan: BatchPlan, display: BatchProgress.Display, checkpoints: Checkpoints?) {
      self.checkpoints = checkpoints
      self.writer = writer
      self.plan = plan
      outcome.unchanged = plan.unchanged
      progress = BatchProgress("分析", display, total: plan.jobs.count, now: BatchProgress.now)
    }

    /// What a killed process loses is the work of this many seconds at most.
    private static let commitInterval = 1.0

    func begin() throws { if checkpoints != nil { try writer.leaveCheckpoints() } }

    func take(_ result: Result) throws {
      switch result {
      case .analyzed(let article, let job):
        try writer.put(article, replacing: job.known?.id)
        if job.known == nil { outcome.added += 1 } else { outcome.changed += 1 }
      case .same(let id, let facts):
        try writer.confirm(id, file: facts)
        outcome.unchanged += 1
      case .failed(let failure, let job):
        progress.clear()
        Console.tell(failure.text)
        // What was known of it may be wrong by now.
        if let known = job.known { try writer.remove([known.id]) }
        outcome.failed += 1
      }
      done += 1
      let now = BatchProgress.now
      if now - committed > Self.commitInterval {
        try writer.commit()
        committed = now
      }
      checkpoints?.follow(commits: writer.commits)
      progress.update(done, now: now)
    }

    func finish() throws -> Outcome {
      progress.clear()
      outcome.left = plan.jobs.count - done
      if outcome.left == 0 {
        try writer.remove(plan.removed)
        outcome.removed = plan.removed.count
      }
      try writer.commit()
      // What is left is moved while the results are published.
      checkpoints?.finish(commits: writer.commits)
      return outcome
    }
  }
}
