import ArchiveAnalysis
import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Foundation
import Kiji
import Reporting

/// `kiji evaluate`: measures suggestions on an archive of one's own.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "お手元の記事で、タグや抜粋の候補がどれほど合うかを測ります。",
    subcommands: [EvaluateTags.self, EvaluateExcerpt.self])
}

/// What the two measures share: reading the articles of a folder.
struct EvaluationArguments: ParsableArguments {
  @Option(help: "記事のフォルダー。中のフォルダーも読みます。")
  var archive: String

  @Flag(help: "記事ごとの結果も出力します。")
  var details = false

  @OptionGroup var analysis: AnalysisArguments
  @OptionGroup var dictionaries: DictionaryOptions

  /// Analyzes the articles in the order of their paths and hands each over; those that cannot be read are told of.
  func run(_ parts: Set<AnalysisPart>, take: @escaping @Sendable (ArticleAnalysis) -> Void) throws {
    var configuration = try dictionaries.configuration(input: archive)
    try analysis.apply(to: &configuration.options)
    configuration.options.parts = parts
    configuration.options.usesArchiveTags()
    let kiji = try dictionaries.open(configuration)
    let inputs = try files().map(InputFile.path)
    let run = ArticleRun(kiji: kiji, threads: analysis.threads(for: inputs.count))
    _ = try run.run(inputs) { article in
      take(article)
      return []
    }
  }

  private func files() throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: archive, isDirectory: &isFolder), isFolder.boolValue else {
      throw ValidationError("--archive には記事のフォルダーを指定してください（\(archive) はフォルダーではありません）。")
    }
    let found = ArticleFinder.find([archive])
    for failure in found.failures { Console.tell(failure.text) }
    let files = found.articles.map(\.path)
    guard !files.isEmpty else { throw ValidationError("\(archive) に記事（.md、.html、.txt など）がありません。") }
    return files
  }
}

/// `kiji evaluate tags`: learns from the older articles and asks for the newest.
struct EvaluateTags: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tags",
    abstract: "古い記事のタグとカテゴリーから学び、新しい記事に付けた候補を、実際のものと比べます。",
    discussion: "MAP@10 は上位10件の平均適合率の平均、R@5 は実際のタグのうち上位5件に入った割合です。")

  @Option(help: "学習に使う古い記事の割合（0から1）。")
  var share = 0.8

  @OptionGroup var evaluation: EvaluationArguments

  func validate() throws {
    guard share > 0 && share < 1 else { throw ValidationError("--share には0より大きく1より小さい数を指定してください。") }
  }

  func run() throws {
    let articles = Collected<TaggedArticle>()
    try evaluation.run([.source, .frontMatter, .tags, .categories]) { analysis in
      articles.append(
        TaggedArticle(
          path: analysis.source.path ?? "", date: analysis.frontMatter?.date?.iso8601,
          tags: analysis.frontMatter?.tags ?? [], categories: analysis.frontMatter?.categories ?? [],
          features: ArticleFeatures(analysis)))
    }
    let result = TagEvaluation(articles.elements, share: share)
    Console.write(EvaluationReport.text(result, details: evaluation.details))
  }
}

/// `kiji evaluate excerpt`: compares excerpts with the descriptions of the articles.
struct EvaluateExcerpt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "excerpt",
    abstract: "本文から作る抜粋を、フロントマターの description（なければ excerpt）と比べます。",
    discussion: "2文字ずつの並びがどれほど重なるか（F1）の平均です。")

  @Option(help: "比べる相手の項目の名前。指定しなければ description、なければ excerpt。")
  var field: String?

  @OptionGroup var evaluation: EvaluationArguments

  func run() throws {
    let rows = Collected<(path: String, excerpt: String?, description: String)>()
    try evaluation.run([.source, .frontMatter, .summary]) { [field] analysis in
      let written = Self.written(analysis.frontMatter, field)
      guard let written, !written.isEmpty else { return }
      rows.append((analysis.source.path ?? "", analysis.summary?.excerpt, written))
    }
    var result = ExcerptEvaluation()
    var details: [[String]] = [["path", "F1", "excerpt", "description"]]
    for row in rows.elements {
      result.add(excerpt: row.excerpt, description: row.description)
      let f1 = ExcerptEvaluation.f1(row.excerpt ?? "", row.description)
      details.append([row.path, EvaluationReport.figure(f1), row.excerpt ?? "", row.description])
    }
    if evaluation.details { Console.write(DelimitedText.tsv(details)) }
    guard result.count > 0 else {
      throw ValidationError("比べる相手のある記事がありません。項目の名前を --field で指定してください（例: --field about）。")
    }
    Console.write("比べた記事 \(result.count)件（抜粋なし \(result.missing)件）  F1 \(EvaluationReport.figure(result.meanF1))\n")
  }
}

extension EvaluateExcerpt {
  /// What the editors wrote about an article.
  private static func written(_ frontMatter: FrontMatter?, _ field: String?) -> String? {
    guard let field else { return frontMatter?.description ?? frontMatter?.excerpt }
    switch field {
    case "description": return frontMatter?.description
    case "excerpt": return frontMatter?.excerpt
    default:
      guard case .string(let text) = frontMatter?.other.first(where: { $0.name == field })?.value else { return nil }
      return text
    }
  }
}

/// Elements that several threads hand over one at a time.
final class Collected<Element>: @unchecked Sendable {
  // @unchecked: guarded by `lock`.
  private let lock = NSLock()
  private var collected: [Element] = []

  var elements: [Element] { lock.withLock { collected } }

  func append(_ element: Element) { lock.withLock { collected.append(element) } }
}
