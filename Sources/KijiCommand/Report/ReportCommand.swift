import ArchiveIndex
import ArgumentParser
import Foundation
import Kiji
import ReportPages
import TextCore

extension PageLanguage: ExpressibleByArgument {}

/// `kiji report`: the archive as pages to look at.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "記事の一式を図とともに読める、静的なHTMLのページを作ります。",
    discussion: """
      出力先の index.html をブラウザーで開いてください。ネットワークは使わず、そのまま GitHub Pages などに置けます。
      もう一度実行すると、前に作ったページのうち要らなくなったものを消し、ほかのファイルには触れません。
      フロントマターの指摘は、記事のファイルが索引を作ったときのまま残っているものについて示します。
      """)

  @Option(help: "kiji batch が作った索引（index.sqlite）か、そのフォルダー。")
  var index: String

  @Option(name: .shortAndLong, help: "出力先のフォルダー。")
  var output: String

  @Option(help: "ページの言語（ja か en）。")
  var language: PageLanguage = .japanese

  @OptionGroup var pages: PageOptions
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    let start = DispatchTime.now()
    let options = try IndexOptions.parse(["--index", index])
    let archive = try options.open()
    let known = try options.telling { try archive.knownArticles() }
    let findings = try options.telling {
      try ReportFindings(index: archive, known: known, dictionaries: dictionaries, threads: pages.threads).gather()
    }
    let report = try options.telling {
      try ReportArchive(index: archive, name: pages.name(of: known.map(\.path)), findings: findings)
    }
    let folder = try ReportFolder(making: output)
    let context = PageContext(language: language, site: report.site())
    try options.telling {
      try PageWriter(report: report, context: context, folder: folder).write(threads: pages.threads)
    }
    try folder.finish()
    guard !dictionaries.quiet else { return }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    Console.tell(
      "kiji: \(report.pages.count)ページを作りました（\(String(format: "%.1f", seconds))秒）。\(output)/index.html をブラウザーで開いてください。")
  }
}

/// Writes the pages of a report, on several threads; their bytes do not depend on how many.
private struct PageWriter {
  let report: ReportArchive
  let context: PageContext
  let folder: ReportFolder

  func write(threads: Int) throws {
    for asset in ReportAssets.all { try folder.write(asset.bytes, to: asset.name) }
    let cursor = Cursor(report.pages)
    let failures = Failures()
    let workers = OrderedWorkers<PageTarget, Result<String?, any Error>>(
      next: { cursor.next() },
      emit: { result in
        switch result {
        case .success(let name): if let name { folder.note(name) }
        case .failure(let error): failures.add(error)
        }
      })
    workers.run(count: min(threads, report.pages.count)) {
      { [self] target in
        Result {
          guard let page = try report.page(of: target) else { return nil }
          let name = PageAddress.path(of: target)
          try folder.put(page.render(context), to: name)
          return name
        }
      }
    }
    if let error = failures.first { throw error }
  }

  /// What went wrong first.
  private final class Failures: @unchecked Sendable {
    // @unchecked: `OrderedWorkers` hands out one result at a time, and `first` is read when all have ended.
    private(set) var first: (any Error)?
    func add(_ error: any Error) { if first == nil { first = error } }
  }
}
