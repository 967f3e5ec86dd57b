import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Foundation
import Kiji
import Reporting
import TextCore

/// `kiji related`: the articles of an archive that are most like one.
struct Related: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "記事に内容の近い記事を、共通の語、固有表現、タグとともに示します。",
    discussion: """
      FILE は索引にある記事のパス（末尾だけでもよい）か、記事のファイルです。
      --write-data を付けると、すべての記事の関連記事を Hugo や Jekyll のデータファイル（.json、.yml）に書きます。
      """)

  @Argument(help: "索引にある記事のパスか、記事のファイル。")
  var file: String?

  @OptionGroup var options: IndexOptions

  @Option(help: "記事の数の上限。")
  var limit = 5

  @Option(name: .customLong("write-data"), help: "すべての記事の関連記事を書くファイル（data/related.json か data/related.yml）。")
  var dataFile: String?

  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if limit < 1 || limit > 1000 { throw ValidationError("--limit には1から1000までの整数を指定してください。") }
    if (file == nil) == (dataFile == nil) {
      throw ValidationError("記事のパスか、--write-data のどちらか一方を指定してください。")
    }
    if let dataFile, !dataFile.hasSuffix(".json"), !dataFile.hasSuffix(".yml"), !dataFile.hasSuffix(".yaml") {
      throw ValidationError("--write-data には .json、.yml、.yaml のどれかで終わる名前を指定してください。")
    }
  }

  func run() throws {
    if let dataFile { return try RelatedData(options: options, limit: limit).write(to: dataFile) }
    guard let file else { return }
    let known = try options.telling { try options.open().article(named: file) }
    // A file that the index does not know is analyzed before the clock starts.
    let own = known == nil ? try analyzed(file) : nil
    try options.answer { index in
      let names = try known.map { try index.names(of: $0) } ?? own?.names ?? ArticleNames()
      let features = try known.map { try index.features(of: $0) } ?? own?.features
      guard let features else { return .related([]) }
      let matches = try index.similarityIndex().matches(for: features, excluding: known, limit: limit)
      let reasons = SharedNames(names)
      var rows: [(score: Double, day: String?, title: String, path: String, shared: SharedNames.Shared)] = []
      for match in matches {
        guard let card = try index.card(match.article) else { continue }
        let shared = reasons.shared(match.shared, with: try index.names(of: match.article))
        rows.append((match.score, card.day, card.title, card.path, shared))
      }
      return .related(rows)
    }
  }

  /// The vector and the names of a file.
  private func analyzed(_ file: String) throws -> (features: ArticleFeatures, names: ArticleNames) {
    var configuration = try dictionaries.configuration(input: file)
    configuration.options.parts = [.source, .frontMatter, .terms, .entities, .tags]
    let bytes: [UInt8]
    do {
      bytes = try InputFile(file).read(limit: configuration.options.decoding.byteLimit)
    } catch {
      throw CommandFailure(
        path: file, "「\(file)」は索引になく、記事のファイルとしても読めませんでした。パスを確かめてください。", error.code)
    }
    let analysis = try dictionaries.open(configuration).analyze(bytes: bytes, path: file == "-" ? nil : file)
    let features = ArticleFeatures(analysis)
    return (features, ArticleNames(analysis, features: features))
  }
}
