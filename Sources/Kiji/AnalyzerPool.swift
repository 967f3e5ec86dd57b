import ArticleAnalysis
import Morphology
import Synchronization

/// Analyzers that wait for work, so that a call need not make its scratch anew.
final class AnalyzerPool: Sendable {
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
  private let waiting = Mutex<[Box]>([])

  init(model: MeCabModel, options: AnalysisOptions) {
    self.model = model
    self.options = options
  }

  /// Lends an analyzer that nobody else uses meanwhile.
  func withAnalyzer<Result>(_ body: (inout ArticleAnalyzer) throws -> Result) throws -> Result {
    let box = try waiting.withLock { $0.popLast() } ?? Box(ArticleAnalyzer(model: model, options: options))
    defer { waiting.withLock { if $0.count < Self.limit { $0.append(box) } } }
    return try body(&box.analyzer)
  }
}
