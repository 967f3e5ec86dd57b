import ArgumentParser
import Foundation

/// What pages are called, and how many threads make them.
struct PageOptions: ParsableArguments {
  @Option(help: "ページの上に示す名前。指定しなければ、記事のあったフォルダーの名前。")
  var name: String?

  @OptionGroup var jobs: JobsOption

  /// The number of threads.
  var threads: Int { jobs.threads }

  /// What an archive of articles at these paths is called.
  func name(of paths: [String]) -> String { name ?? Self.folder(of: paths) }

  /// The name of the folder that all articles lie in.
  private static func folder(of paths: [String]) -> String {
    guard let first = paths.first else { return "kiji" }
    var folder = first.split(separator: "/").dropLast()
    for path in paths {
      let parts = path.split(separator: "/").dropLast()
      folder = folder.prefix(zip(folder, parts).prefix { $0 == $1 }.count)
    }
    return folder.last { $0 != "." && $0 != ".." }.map(String.init) ?? "kiji"
  }
}
