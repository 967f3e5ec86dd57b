package import ArchiveAnalysis
import ArticleAnalysis
import Morphology
import Reporting

/// How much of an article stands in its line of `articles.jsonl`.
public enum ArticleDetail: String, CaseIterable, Sendable {
  /// Everything but the sentences and the figures of readability.
  case standard
  /// Those too.
  case full
}

extension Kiji {
  /// A fingerprint of all that an analysis depends on besides the article: the options, the dictionary with its words,
  /// the form of the line, and kiji itself.
  /// - Parameter program: A fingerprint of the program that kiji is a part of.
  package func analysisFingerprint(detail: ArticleDetail, program: String) -> String {
    // Every option counts, also those that are added later; a set has no order to print.
    var options = configuration.options
    options.parts = []
    return ContentHash(Array("\(program)\n\(model.identity)\n\(detail.rawValue)\n\(options)".utf8)).hexadecimal
  }

  /// Analyzes an article for an archive.
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - path: The path that it is known by.
  ///   - detail: How much of it stands in its line.
  ///   - file: What the file system says of it.
  ///   - fingerprint: The fingerprint of what the analysis depends on besides; asked for behind the analysis.
  package func archive(
    bytes: [UInt8], path: String, detail: ArticleDetail, file: FileFacts,
    fingerprint: @autoclosure () throws -> String
  ) throws -> ArchivedArticle {
    let (analysis, words) = try analyzers.withAnalyzer { analyzer in
      let analysis = try analyzer.analyze(bytes, path: path)
      return (analysis, try analyzer.words(title: analysis.title))
    }
    return try ArchivedArticle(
      path: path,
      fingerprint: ArticleFingerprint(source: analysis.source.sha256, analysis: fingerprint(), file: file),
      analysis: analysis, words: words, line: Self.line(of: analysis, detail: detail),
      features: ArticleFeatures(analysis).bytes, readability: Self.readability(of: analysis))
  }

  /// Gives back the memory that analyses need; the next one takes it again.
  package func releaseAnalyzers() { analyzers.removeAll() }

  private static func readability(of analysis: ArticleAnalysis) -> [UInt8] {
    var output = JSONOutput()
    if let readability = analysis.readability { ArticleObject.write(readability, to: &output) } else { output.null() }
    return output.bytes
  }

  private static func line(of analysis: ArticleAnalysis, detail: ArticleDetail) -> ArticleLine {
    let all = detail == .full ? Set(AnalysisPart.allCases) : AnalysisPart.standard.subtracting([.sentences])
    let parts = all.subtracting([.tags, .categories])
    var output = JSONOutput()
    output.reserveCapacity(analysis.source.byteCount * 2)
    var place = 0
    ArticleObject(analysis, parts: parts).write(to: &output, writeLabels: { place = $0.byteCount })
    output.endLine()
    return ArticleLine(head: output.bytes(0..<place), tail: output.bytes(place..<output.byteCount))
  }
}
