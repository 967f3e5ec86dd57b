import Annotation
import ArgumentParser
import Foundation
import Kiji

/// `kiji-train background`: counts how common terms are in archives of posts.
struct Background: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes dictionaries/background.tsv: for each term the mean share of articles that hold it.")

  /// The fewest articles that hold a term which is listed: with fewer, its share says little.
  private static let fewestArticles = 5

  @Option(help: "A folder with one folder of posts for each archive.")
  var archives: String

  @Option(help: "The table to write.")
  var output = "dictionaries/background.tsv"

  func run() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: archives).sorted()
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.parts = [.terms]
    configuration.options.termLimit = 0
    let kiji = try Kiji(configuration: configuration)
    var shares: [String: Int] = [:]
    var articles: [String: Int] = [:]
    var names: [String] = []
    for folder in folders {
      let posts = Self.posts(archives + "/" + folder)
      guard !posts.isEmpty else { continue }
      var counts: [String: Int] = [:]
      for post in posts {
        for term in try kiji.analyze(file: post).terms { counts[term.term, default: 0] += 1 }
      }
      for (term, count) in counts {
        shares[term, default: 0] += count * BackgroundTable.scale / posts.count
        articles[term, default: 0] += count
      }
      names.append("\(folder) (\(posts.count))")
    }
    guard !names.isEmpty else { throw ValidationError("no posts in the folders of \(archives)") }
    var lines: [[UInt8]] = []
    for (term, count) in articles where count >= Self.fewestArticles {
      let share = (shares[term] ?? 0) / names.count
      if share > 0 { lines.append(Array("\(term)\t\(share)\n".utf8)) }
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    let table = lines.flatMap { $0 }
    try Data(table).write(to: URL(fileURLWithPath: output), options: .atomic)
    FileHandle.standardError.write(
      Data("\(lines.count) terms of \(names.joined(separator: ", ")) in \(output)\n".utf8))
  }

  /// The posts below a folder, sorted.
  private static func posts(_ folder: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".mdx") || $0.hasSuffix(".html") }.sorted()
      .map { folder + "/" + $0 }
  }
}
