import ArchiveIndex

/// Moves what was committed to an index into its file, while articles are analyzed.
///
/// A checkpoint waits for the disk twice. The writer would do that with a worker's hands, whose processor has nothing
/// to do meanwhile.
final class Checkpoints: @unchecked Sendable {
  // @unchecked: whoever takes the results asks, and that is one thread at a time (`OrderedWorkers`).
  private let path: String
  private var moving: BackgroundWork<Void>?
  /// How many commits there were when the last checkpoint began.
  private var commits = 0

  /// Some 30 MB of articles.
  private static let commitsBetween = 3

  init(of path: String) { self.path = path }

  /// Begins a checkpoint where there were some commits since the last, and that one has ended.
  func follow(commits: Int) {
    guard commits - self.commits >= Self.commitsBetween, moving?.isDone ?? true else { return }
    self.commits = commits
    // What goes wrong here the writer does again, or whoever closes the file, and tells.
    moving = BackgroundWork { [path] in try ArchiveIndex.checkpoint(path: path) }
  }

  /// Begins the last checkpoint, behind the one that may be under way.
  /// - Parameter commits: How many commits there were; where there was none, nothing is moved.
  func finish(commits: Int) {
    guard commits > 0 else { return }
    moving = BackgroundWork { [path, moving] in
      _ = try? moving?.value()
      try ArchiveIndex.checkpoint(path: path)
    }
  }

  /// Returns when nothing is being moved: while there is a connection, closing another one leaves the WAL as it is.
  func wait() { _ = try? moving?.value() }
}
