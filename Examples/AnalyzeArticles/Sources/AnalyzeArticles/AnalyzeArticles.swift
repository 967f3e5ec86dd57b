import Kiji

/// Analyzes a string, then the files given as arguments, each in a task of its own.
///
/// From the root of the checkout:
/// `swift run -c release --package-path Examples/AnalyzeArticles AnalyzeArticles samples/*.md`
@main
struct AnalyzeArticles {
  static let post = """
    ---
    title: 商店街の朝市
    date: 2025-11-02
    ---

    青葉商店街の**朝市**が、11月から毎週日曜に開かれます。出店は農家を中心に三十軒ほどです。

    朝市を始めたのは、商店街で八百屋を営む田村さんです。「顔を見て野菜を買ってほしい」と話します。
    """

  static func main() async throws {
    // Opening the dictionary takes most of the time: make one Kiji and keep it.
    let kiji = try Kiji()
    try analyzePost(with: kiji)
    try await analyzeFiles(Array(CommandLine.arguments.dropFirst()), with: kiji)
  }

  static func analyzePost(with kiji: Kiji) throws {
    let article = try kiji.analyze(post, format: .markdown)
    print("題名:", article.title ?? "なし")
    print("抜粋:", article.summary?.excerpt ?? "なし")
    print("主な語:", article.terms.prefix(5).map(\.term).joined(separator: "、"))

    // Ranges count Unicode scalars of the source, front matter and markup included, unless options say otherwise.
    let source = Array(post.unicodeScalars)
    for sentence in article.sentences {
      let written = String(String.UnicodeScalarView(source[sentence.range]))
      print("\(sentence.line)行目 \(sentence.range):", written)
    }
  }

  static func analyzeFiles(_ paths: [String], with kiji: Kiji) async throws {
    // A Kiji is Sendable, and so is an analysis: tasks share the one and hand back the other.
    let lines = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (index, path) in paths.enumerated() {
        group.addTask { (index, describe(try kiji.analyze(file: path))) }
      }
      // Tasks end in any order; the paths' order is kept by the index.
      var lines = [String](repeating: "", count: paths.count)
      for try await (index, line) in group { lines[index] = line }
      return lines
    }
    for line in lines { print(line) }
  }

  /// A line on an article; what is off in its source follows, one line each.
  static func describe(_ article: ArticleAnalysis) -> String {
    var description = "\(article.source.path ?? "-"): \(article.title ?? "無題")"
    if let statistics = article.statistics {
      description += "（\(statistics.characters)字、読了\(statistics.readingTime.minutes)分）"
    }
    for placed in article.diagnostics {
      let place = placed.position.map { "\($0.line)行目: " } ?? ""
      description += "\n  \(place)\(placed.diagnostic.message) [\(placed.diagnostic.code)]"
    }
    return description
  }
}
