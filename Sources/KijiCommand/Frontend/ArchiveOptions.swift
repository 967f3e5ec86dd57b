import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Kiji

/// The archive that suggestions are learned from.
struct ArchiveOptions: ParsableArguments {
  @Option(help: "タグとカテゴリーを学んだ索引（kiji batch が作る index.sqlite）か、そのフォルダー。")
  var index: String?

  /// Takes the model of the index, where one is given.
  func apply(to configuration: inout KijiConfiguration) throws {
    guard let index else { return }
    do throws(ArchiveIndexError) {
      let archive = try ArchiveIndex(path: ArchiveFolder.indexPath(index), for: .reading)
      if let model = try archive.tagModel() {
        configuration.tagModel = model
      } else {
        configuration.tagModel = try archive.learnTags()
      }
      try archive.close()
    } catch {
      throw CommandFailure(error)
    }
  }
}
