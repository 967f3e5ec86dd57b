@_exported public import Annotation
@_exported public import ArticleAnalysis
@_exported public import ArticleSource
import ArchiveAnalysis
import Foundation
@_exported public import Morphology
@_exported public import Normalization
@_exported public import TextCore

/// Analyzes Japanese articles.
///
/// ```swift
/// import Kiji
///
/// let kiji = try Kiji()
/// let article = try kiji.analyze("吾輩は猫である。名前はまだ無い。", format: .plain)
/// print(article.summary?.excerpt ?? "", article.terms.map(\.term))
/// ```
///
/// One `Kiji` can be used by any number of tasks at once: they share the dictionary, and each call works with scratch of
/// its own, which is kept for the next call.
public final class Kiji: Sendable {
  /// What it was made with.
  public let configuration: KijiConfiguration
  /// The dictionary that is used.
  public let dictionary: DictionaryLocation
  /// What was worked around when it was made: words that could not be compiled.
  public let diagnostics: [Diagnostic]

  package let model: MeCabModel
  let analyzers: AnalyzerPool

  /// Opens the dictionary and compiles the word lists, which takes under a second the first time and nothing later.
  ///
  /// - Throws: `MorphologyError` where no dictionary is found or one is broken, `WordListError` where a user's list
  ///   cannot be read.
  public init(configuration: KijiConfiguration) throws {
    let opened = try DictionarySetup(configuration).open()
    self.configuration = configuration
    dictionary = opened.location
    diagnostics = opened.diagnostics
    model = opened.model
    var options = configuration.options
    if configuration.tagModel != nil { options.tagSource = .archive }
    analyzers = AnalyzerPool(model: opened.model, options: options)
  }

  /// Opens the dictionary that the process's environment variables tell, with the defaults for everything else.
  public convenience init() throws {
    try self.init(configuration: KijiConfiguration(environment: ProcessInfo.processInfo.environment))
  }

  /// Analyzes a text.
  ///
  /// - Parameters:
  ///   - text: The article, with its front matter if it has one.
  ///   - format: How the text is written.
  ///   - title: The title, where the article does not tell it.
  /// - Throws: `SourceError` where the text is larger than the limit.
  /// - Complexity: Linear in the length of the text.
  public func analyze(_ text: String, format: InputFormat = .markdown, title: String? = nil) throws -> ArticleAnalysis {
    try analyze(bytes: Array(text.utf8), format: format, title: title)
  }

  /// Analyzes a file.
  ///
  /// - Parameter path: The file's path; its extension tells the format.
  /// - Throws: `SourceError` where the file is larger than the limit, and the error of the file system where it cannot
  ///   be read.
  public func analyze(file path: String) throws -> ArticleAnalysis {
    try analyze(bytes: Array(Data(contentsOf: URL(fileURLWithPath: path))), path: path)
  }

  /// Analyzes the bytes of a file, in any encoding that `SourceDecoder` knows.
  public func analyze(
    bytes: [UInt8], path: String? = nil, format: InputFormat? = nil, title: String? = nil
  ) throws -> ArticleAnalysis {
    let analysis = try analyzers.withAnalyzer { analyzer in
      try analyzer.analyze(bytes, path: path, format: format, title: title)
    }
    return suggesting(analysis)
  }

  /// The analysis with the tags and categories of the archive's model, where there is one.
  func suggesting(_ analysis: ArticleAnalysis) -> ArticleAnalysis {
    guard let model = configuration.tagModel else { return analysis }
    var analysis = analysis
    analysis.suggest(from: model, tagLimit: configuration.options.tagLimit, tagFloor: configuration.options.tagFloor)
    return analysis
  }
}
