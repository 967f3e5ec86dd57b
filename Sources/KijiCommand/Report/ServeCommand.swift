import ArchiveIndex
import ArgumentParser
import ArticleAnalysis
import Foundation
import Kiji
import ReportPages
import ReportServer
import TextCore

/// `kiji serve`: the report, live, with search and a page to paste a draft into.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "記事の一式のページを、検索と原稿の分析つきで、ブラウザーに見せます。",
    discussion: """
      kiji report と同じページに、検索と、原稿を貼り付けて分析するページが加わります。プログラムからは /openapi.yaml の
      とおりに使えます。読むのは索引だけで、記事のファイルには触れません。kiji batch をやり直すと、新しい内容に替わります。
      指定しなければ、このコンピューターからしか接続できません。終わるには Ctrl-C を押してください。
      """)

  @Option(help: "kiji batch が作った索引（index.sqlite）か、そのフォルダー。")
  var index: String

  @Option(help: "待ち受けるアドレス。")
  var host = "127.0.0.1"

  @Option(help: "待ち受けるポート。0 なら空いているもの。")
  var port = 8080

  @Option(name: .customLong("allow-host"), help: "このサーバーの別の名前。何度でも指定できます。")
  var allowedHosts: [String] = []

  @Option(help: "ページの言語（ja か en）。指定しなければ、ブラウザーの希望。")
  var language: PageLanguage?

  @OptionGroup var pages: PageOptions
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port には0から65535までの整数を指定してください。") }
    if host.isEmpty { throw ValidationError("--host にはアドレスか名前を指定してください。") }
  }

  func run() throws {
    let options = try IndexOptions.parse(["--index", index])
    let archive = try options.open()
    let known = try options.telling { try archive.knownArticles() }
    var configuration = try dictionaries.configuration(input: known.first?.path)
    configuration.options.parts = Set(AnalysisPart.allCases)
    configuration.options.tagFloor = Tags.floor
    configuration.tagModel = try options.telling { try archive.tagModel() }
    let words = configuration.variants
    let kiji = try dictionaries.open(configuration)
    var settings = ServerSettings()
    (settings.host, settings.port, settings.language) = (host, port, language)
    settings.allowedHosts = allowedHosts
    settings.threads = pages.threads
    let site = try options.telling {
      try Site(
        index: archive.path, name: pages.name(of: known.map(\.path)), settings: settings, kiji: kiji,
        findings: { index in
          var findings = ReportArchive.Findings()
          findings.variants = try VariantFinder(index: index, kiji: kiji, words: words).groups()
          return findings
        }, tell: { Console.tell("kiji: warning: \($0)") })
    }
    if !settings.isLoopback {
      Console.tell(
        "kiji: warning: \(host) で待ち受けるため、ほかのコンピューターからも、記事集を読み、原稿を分析できます。認証も暗号化もありません。"
          + " [\(DiagnosticCode("serve.exposed").name)]")
    }
    do {
      try ReportServer(site).run { [host, quiet = dictionaries.quiet] port in
        guard !quiet else { return }
        let shown = host.contains(":") ? "[\(host)]" : host
        Console.tell("kiji: http://\(shown):\(port)/ をブラウザーで開いてください。終わるには Ctrl-C を押してください。")
      }
    } catch let failure as ServerFailure {
      throw CommandFailure(failure)
    }
  }
}
