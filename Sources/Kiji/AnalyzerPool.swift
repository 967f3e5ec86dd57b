import ArticleAnalysis
import Foundation
import Morphology

/// Analyzers that wait for work, so that a call need not make its scratch anew.
final class AnalyzerPool: @unchecked Sendable {
  // @unchecked: `waiting` and `resources` are guarded by `lock`, which ThreadSanitizer understands; it knows nothing of the futex that
  // `Synchronization.Mutex` is on Linux, and reports what that guards.
  /// Analyzers that are kept; more are made when more tasks call at once, and let go.
  private static let limit = 16

  /// An analyzer in a box: it is used by whoever took it out of the pool, and by nobody else.
  private final class Box: @unchecked Sendable {
    // @unchecked: the pool hands a box to one caller at a time.
    var analyzer: ArticleAnalyzer
    init(_ analyzer: consuming ArticleAnalyzer) { self.analyzer = analyzer }
  }

  private let model: MeCabModel
  private let options: AnalysisOptions
  private let lock = NSLock()
  private var waiting: [Box] = []
  private var resources: AnalysisResources?

  init(model: MeCabModel, options: AnalysisOptions) {
    self.model = model
    self.options = options
  }

  /// Lends an analyzer that nobody else uses meanwhile.
  func withAnalyzer<Result>(_ body: (inout ArticleAnalyzer) throws -> Result) throws -> Result {
    let box = try lock.withLock { waiting.popLast() } ?? makeBox()
    defer { lock.withLock { if waiting.count < Self.limit { waiting.append(box) } } }
    return try body(&box.analyzer)
  }

  /// Lets go of all analyzers that wait, and of what they share; the next call makes it anew.
  func removeAll() {
    lock.withLock {
      waiting.removeAll()
      resources = nil
    }
  }

  private func makeBox() throws -> Box {
    // Read when the first article comes, and once for all analyzers.
    let shared = try lock.withLock {
      let shared = try resources ?? AnalysisResources(for: options)
      resources = shared
      return shared
    }
    return Box(try ArticleAnalyzer(model: model, options: options, resources: shared))
  }
}
