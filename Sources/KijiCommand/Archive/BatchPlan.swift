import ArchiveAnalysis
import ArchiveIndex

/// What a batch has to do: which articles to look at, and which to take out.
struct BatchPlan {
  /// An article to look at.
  struct Job: Sendable {
    let path: String
    /// What the index holds under the path.
    let known: KnownArticle?
  }

  private(set) var jobs: [Job] = []
  /// Articles that are up to date, as far as the file system tells.
  private(set) var unchanged = 0
  /// Articles of the index whose files are gone.
  private(set) var removed: [Int] = []

  /// Compares what was found with what is known; both are sorted by the bytes of their paths.
  init(found: [ArticleFinder.Found], known: [KnownArticle], analysis: String) {
    var next = 0
    for file in found {
      while next < known.count, known[next].path.utf8.lexicographicallyPrecedes(file.path.utf8) {
        removed.append(known[next].id)
        next += 1
      }
      var own: KnownArticle?
      if next < known.count, known[next].path.utf8.elementsEqual(file.path.utf8) {
        own = known[next]
        next += 1
      }
      if let own, own.fingerprint.analysis == analysis, own.fingerprint.file == FileFacts(file.stamp) {
        unchanged += 1
      } else {
        jobs.append(Job(path: file.path, known: own))
      }
    }
    removed += known[next...].map(\.id)
  }
}
