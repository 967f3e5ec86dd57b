public import ArgumentParser
import ArchiveIndex
import Foundation
public import Kiji
import TextCore

extension ArticleDetail: ExpressibleByArgument {}

/// `kiji batch`: a whole archive.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "記事の一式を分析し、JSON Lines、集計、索引を出力先のフォルダーに作ります。",
    discussion: """
      出力先には articles.jsonl（1行に1記事、パスの順）、archive.json（集計）、index.sqlite（索引）ができます。
      2回目からは、変わった記事だけを分析し直します。途中で止めても、同じコマンドで続きから始められます。
      フォルダーの .kijiignore に書いたパターン（.gitignore と同じ書き方）のファイルは読みません。
      終了コードは、0が成功、1が一部の記事の失敗、2が使い方や環境の誤り、130が中断です。
      """)

  @Argument(help: "記事のファイルか、記事のあるフォルダー。")
  var paths: [String]

  @Option(name: .shortAndLong, help: "出力先のフォルダー。")
  var output: String

  @Option(help: "articles.jsonl に書く内容。full では文ごとの結果も書きます。")
  var detail: ArticleDetail = .standard

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var dictionaries: DictionaryOptions

  /// From more articles than these on it pays to make ready for many.
  private static let manyArticles = 50

  func run() throws {
    let interruption = Interruption()
    // A file that may not grow further is an error to tell, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    let start = DispatchTime.now()
    let found = ArticleFinder.find(paths)
    for failure in found.failures { Console.tell(failure.text) }
    guard !found.articles.isEmpty else {
      throw CommandFailure(
        path: paths.first, "記事（Markdown、HTML、テキスト）が見つかりません。パスと .kijiignore を確かめてください。",
        DiagnosticCode("batch.no-articles"))
    }
    // A new index does not know the program: its file is read while the dictionaries are opened.
    let isNew = !FileManager.default.fileExists(atPath: output + "/" + ArchiveFolder.index)
    let program =
      isNew && reading.threads(for: found.articles.count) > 1 ? BackgroundWork { try ProgramIdentity() } : nil
    var configuration = try dictionaries.configuration(input: found.articles[0].path)
    reading.apply(to: &configuration.options)
    // What each article would suggest by itself gives way to what the archive's model says in the end.
    configuration.options.usesArchiveTags()
    // Shown by the report and the server.
    configuration.options.parts.insert(.readability)
    configuration.expectsManyArticles = isNew && found.articles.count > Self.manyArticles
    let kiji = try dictionaries.open(configuration)
    let folder = try ArchiveFolder(making: output)
    let index = try folder.openIndex()
    let checkpoints = reading.threads(for: found.articles.count) > 1 ? Checkpoints(of: index.path) : nil
    defer { checkpoints?.wait() }
    do {
      let outcome = try bringUpToDate(index, kiji, found.articles, program, checkpoints, interruption)
      if outcome.left > 0 { throw interrupted(outcome) }
      // What is learned from a large archive needs the room, that of the dictionary's tables too.
      kiji.releaseAnalyzers()
      _ = consume kiji
      let publisher = ArchivePublisher(
        folder: folder, index: index, threads: reading.threads(for: outcome.total), display: display)
      if try publisher.isDue() { try publisher.publish() }
      checkpoints?.wait()
      try index.close()
      let failed = outcome.failed + found.failures.count
      if !dictionaries.quiet { Console.tell(Self.report(outcome, failed: failed, since: start)) }
      if failed > 0 { throw ExitCode(1) }
    } catch let error as ArchiveIndexError {
      throw CommandFailure(error)
    }
  }

  private func bringUpToDate(
    _ index: ArchiveIndex, _ kiji: Kiji, _ articles: [ArticleFinder.Found], _ program: BackgroundWork<ProgramIdentity>?,
    _ checkpoints: Checkpoints?, _ interruption: Interruption
  ) throws -> BatchRun.Outcome {
    let known = try index.knownArticles()
    let fingerprint: @Sendable (ProgramIdentity) -> String = { [detail] in
      kiji.analysisFingerprint(detail: detail, program: $0.hash)
    }
    let analysis: BackgroundWork<String>
    if let program, known.isEmpty {
      // Where nothing is known, nothing is compared: the first articles need not wait for the program's file.
      analysis = BackgroundWork { fingerprint(try program.value()) }
    } else {
      let known = try ProgramIdentity(knownTo: index)
      let program = try known ?? program?.value() ?? ProgramIdentity()
      if known == nil { try program.keep(in: index) }
      analysis = BackgroundWork(value: fingerprint(program))
    }
    let tagLimit = String(kiji.configuration.options.tagLimit)
    if try index.value(.tagLimit) != tagLimit { try index.set([.tagLimit: tagLimit, .state: "changed"]) }
    let plan = BatchPlan(found: articles, known: known, analysis: known.isEmpty ? "" : try analysis.value())
    let run = BatchRun(
      kiji: kiji, index: index, detail: detail, fingerprint: { try analysis.value() },
      threads: reading.threads(for: plan.jobs.count), checkpoints: checkpoints, interruption: interruption,
      display: display)
    let outcome = try run.run(plan)
    if let program, known.isEmpty { try program.value().keep(in: index) }
    return outcome
  }

  /// Where progress is shown.
  private var display: BatchProgress.Display {
    dictionaries.quiet ? .nowhere : Console.isErrorTerminal ? .terminal : .log
  }

  /// Tells how to go on after an interruption.
  private func interrupted(_ outcome: BatchRun.Outcome) -> ExitCode {
    Console.tell(
      "kiji: 中断しました。分析の終わった記事は索引に保存してあります（残り\(outcome.left)件）。同じコマンドをもう一度実行すると、続きから始めます。")
    return ExitCode(130)
  }

  private static func report(_ outcome: BatchRun.Outcome, failed: Int, since start: DispatchTime) -> String {
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
    var parts: [String] = []
    for (name, count) in [
      ("追加", outcome.added), ("更新", outcome.changed), ("変更なし", outcome.unchanged), ("削除", outcome.removed),
      ("失敗", failed),
    ] where count > 0 { parts.append("\(name)\(count)件") }
    return "kiji: \(outcome.total)件の記事（\(parts.joined(separator: "、"))）、\(String(format: "%.1f", seconds))秒"
  }
}
