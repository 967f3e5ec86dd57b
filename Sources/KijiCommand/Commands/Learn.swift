import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Reporting

/// `kiji learn`: learns tags and categories from an archive anew.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "索引の記事から、タグとカテゴリーの付け方を学び直します。",
    discussion: "kiji batch も最後に学びます。記事の本文は読み直しません。タグの偏りや表記の揺れがあれば示します。")

  @Option(help: "索引（kiji batch が作る index.sqlite）か、そのフォルダー。")
  var index: String

  @Flag(help: "結果の報告を表示しません。")
  var quiet = false

  func run() throws {
    do throws(ArchiveIndexError) {
      let archive = try ArchiveIndex(path: ArchiveFolder.indexPath(index), for: .writing)
      let model = try archive.learnTags()
      try archive.keep(model)
      try archive.close()
      guard !quiet else { return }
      Console.write(EvaluationReport.learned(model))
    } catch {
      throw CommandFailure(error)
    }
  }
}
