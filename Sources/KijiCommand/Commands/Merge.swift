import ArgumentParser
import ArchiveIndex
import Foundation
import TextCore

/// `kiji merge`: the archives of several batches as one.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "kiji batch の出力をいくつか合わせて、一つの出力にします。",
    discussion: """
      結果は、すべての記事を一度に kiji batch で分析したときと同じになります。
      合わせられるのは、同じ設定、同じ辞書、同じ版の kiji で分析したものだけです。
      """)

  @Argument(help: "合わせる kiji batch の出力先フォルダー。")
  var folders: [String]

  @Option(name: .shortAndLong, help: "出力先のフォルダー。索引のあるフォルダーは指定できません。")
  var output: String

  @OptionGroup var jobs: JobsOption

  @Flag(help: "結果の報告を表示しません。")
  var quiet = false

  func run() throws {
    let folder = try ArchiveFolder(making: output)
    let path = folder.path(of: ArchiveFolder.index)
    guard FileStamp(linkOrFile: path) == nil else {
      throw CommandFailure(
        path: path, "出力先にはもう索引があります。別のフォルダーを指定してください。", DiagnosticCode("merge.output-exists"))
    }
    do {
      try merge(into: path)
      let index = try ArchiveIndex(path: path, for: .writing)
      try ArchivePublisher(
        folder: folder, index: index, threads: jobs.threads,
        display: quiet ? .nowhere : Console.isErrorTerminal ? .terminal : .log
      ).publish()
      let count = try index.articleCount()
      try index.close()
      if !quiet { Console.tell("kiji: \(folders.count)個の出力を合わせました（\(count)件の記事）") }
    } catch let error as ArchiveIndexError {
      throw CommandFailure(error)
    }
  }

  /// Makes the index under another name, so that it appears only when it is whole.
  private func merge(into path: String) throws {
    let temporary = path + ".new"
    for suffix in ["", "-wal", "-shm"] { unlink(temporary + suffix) }
    let index = try ArchiveIndex(path: temporary, for: .writing)
    for folder in folders { try index.absorb(folder + "/" + ArchiveFolder.index) }
    if let first = folders.first,
      let limit = try ArchiveIndex(path: first + "/" + ArchiveFolder.index, for: .reading).value(.tagLimit)
    {
      try index.set([.tagLimit: limit])
    }
    try index.close()
    guard rename(temporary, path) == 0 else { throw CommandFailure.output(path, error: errno) }
  }
}
