import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Foundation
import Kiji
import Reporting
import TextCore

/// `kiji front-matter`: looks at front matters, and mends them.
struct FrontMatterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front-matter", abstract: "記事のフロントマターを本文と照らし合わせて調べ、直します。", subcommands: [Check.self, Fix.self])

  /// `kiji front-matter check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "抜粋、説明文、タグ、読了時間、日付、題名を調べます。指摘があれば終了コード1で終わります。",
      discussion: "フォルダーか複数のファイルを指定すると、記事の集まり全体から分かること（表記の揺れ、型どおりの抜粋など）も調べます。")

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json, github, sarif, junit
    }

    @Argument(help: "記事のファイルかフォルダー。")
    var paths: [String]

    @Option(help: "出力の形式。")
    var format: Format = .text

    @OptionGroup var review: FrontMatterOptions

    func run() throws {
      let (posts, _, isComplete) = try review.run(paths, parts: [.source, .frontMatter, .statistics, .diagnostics])
      let entries = posts.flatMap { post in
        post.findings.map { FindingReport.Entry(path: post.review.path, finding: $0) }
      }
      let report = FindingReport(entries, paths: posts.map(\.review.path), version: Version.current)
      switch format {
      case .text: Console.write(report.text)
      case .json: Console.write(report.json)
      case .github: Console.write(report.github)
      case .sarif: Console.write(report.sarif)
      case .junit: Console.write(report.junit)
      }
      if !review.dictionaries.quiet {
        let count = posts.count { !$0.findings.isEmpty }
        Console.tell(
          entries.isEmpty
            ? "\(posts.count)件の記事に指摘はありません。" : "\(posts.count)件の記事のうち\(count)件に、\(entries.count)個の指摘があります。")
      }
      guard isComplete else { throw ExitCode(2) }
      guard entries.isEmpty else { throw ExitCode(1) }
    }
  }

  /// `kiji front-matter fix`
  struct Fix: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "check の指摘のうち、抜粋、説明文、タグ、読了時間を書き換えます。ほかの部分は1バイトも変えません。")

    @Argument(help: "記事のファイルかフォルダー。")
    var paths: [String]

    @Option(help: "書き換える項目をコンマ区切りで（excerpt、description、tags、readingTime）。指定した項目は、なければ書き加えます。")
    var only: String?

    @Flag(help: "書き換えずに、書き換える内容を diff -u の形で示します。")
    var dryRun = false

    @OptionGroup var review: FrontMatterOptions

    func validate() throws { _ = try fields() }

    func run() throws {
      let fields = try fields()
      let (posts, _, isComplete) = try review.run(
        paths, parts: [.source, .frontMatter, .statistics, .diagnostics, .summary, .tags], required: fields)
      let fix = FrontMatterFix(only: fields)
      var isRefused = false
      for post in posts {
        let changes = fix.changes(for: post)
        guard !changes.isEmpty else { continue }
        do {
          try FrontMatterWriter(dryRun: dryRun, quiet: review.dictionaries.quiet).write(changes, to: post.review.path)
        } catch {
          Console.tell(error.text)
          isRefused = true
        }
      }
      guard isComplete else { throw ExitCode(2) }
      guard !isRefused else { throw ExitCode(1) }
    }

    private func fields() throws -> Set<FrontMatterEditableField>? {
      guard let only else { return nil }
      let known = FrontMatterEditableField.allCases.filter { $0 != .categories }
      var fields: Set<FrontMatterEditableField> = []
      for name in only.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        guard let field = known.first(where: { $0.rawValue == name }) else {
          let names = known.map(\.rawValue).joined(separator: "、")
          throw ValidationError("--only に「\(name)」という項目はありません。指定できるのは \(names) です。")
        }
        fields.insert(field)
      }
      return fields
    }
  }
}

/// Options of the commands that review front matters.
struct FrontMatterOptions: ParsableArguments {
  @OptionGroup var jobs: JobsOption

  @OptionGroup var dictionaries: DictionaryOptions

  /// Finds the posts and reviews them.
  /// - Parameter required: Fields that each post must have, beside those of the configuration.
  func run(
    _ paths: [String], parts: Set<AnalysisPart>, required: Set<FrontMatterEditableField>? = nil
  ) throws -> (posts: [FrontMatterRun.Post], unused: [FrontMatterEditableField], isComplete: Bool) {
    let finder = ArticleFinder.find(paths)
    for failure in finder.failures { Console.tell(failure.text) }
    // A configuration file in a folder that is named counts for what is in the folder.
    let start = paths.first.map { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        ? path + "/.kiji.yml" : path
    }
    var configuration = try dictionaries.configuration(input: start)
    configuration.options.parts = parts
    if let required {
      configuration.frontMatter.requiredFields = (configuration.frontMatter.requiredFields ?? []).union(required)
    }
    let kiji = try dictionaries.open(configuration)
    let threads = jobs.threads(for: finder.articles.count)
    let run = FrontMatterRun(
      kiji: kiji, threads: threads, settings: configuration.frontMatter, today: FrontMatterRun.today)
    let (posts, unused, isComplete) = try run.run(finder.articles.map(\.path), named: Set(paths))
    if !unused.isEmpty, !dictionaries.quiet {
      let names = unused.map(\.rawValue).joined(separator: "、")
      Console.tell(
        "kiji: note: どの記事にも \(names) がないため、その欠落は指摘しません。求めるには設定ファイルの frontMatter に required を書いてください。")
    }
    return (posts, unused, isComplete && finder.failures.isEmpty)
  }
}
