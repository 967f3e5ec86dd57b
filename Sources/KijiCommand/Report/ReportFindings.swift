import ArchiveAnalysis
import ArchiveIndex
import ArticleAnalysis
import Foundation
import Kiji
import ReportPages
import TextCore

/// What a report tells beside the index: variants, which need the dictionary, and findings of front matters, which need
/// the files.
struct ReportFindings {
  let index: ArchiveIndex
  let known: [KnownArticle]
  let dictionaries: DictionaryOptions
  let threads: Int

  /// Examples of each finding.
  private static let exampleLimit = 5

  func gather() throws -> ReportArchive.Findings {
    var configuration = try dictionaries.configuration(input: known.first?.path)
    let words = configuration.variants
    configuration.options.parts = [.source, .frontMatter, .statistics, .diagnostics]
    let kiji = try dictionaries.open(configuration)
    var findings = ReportArchive.Findings()
    findings.variants = try VariantFinder(index: index, kiji: kiji, words: words).groups()
    let files = known.filter { isUnchanged($0, limit: configuration.options.decoding.byteLimit) }.map(\.path)
    guard !files.isEmpty else { return findings }
    let run = FrontMatterRun(
      kiji: kiji, threads: threads, settings: configuration.frontMatter, today: FrontMatterRun.today)
    let posts = try run.run(files, named: []).posts
    let cards = try Dictionary(uniqueKeysWithValues: index.cards().values.map { ($0.path, $0) })
    for post in posts where !post.findings.isEmpty {
      findings.byArticle[post.review.path] = post.findings.map {
        ArticleFinding(code: $0.code.name, message: $0.message, line: $0.position.line)
      }
    }
    findings.frontMatter = summary(posts, cards)
    return findings
  }

  /// Whether the file of an article is there as it was analyzed.
  private func isUnchanged(_ article: KnownArticle, limit: Int) -> Bool {
    // What cannot be read is counted as not looked at; the report tells how many there are.
    guard let bytes = try? InputFile.path(article.path).read(limit: limit) else { return false }
    return SourceFingerprint.of(bytes) == article.fingerprint.source
  }

  private func summary(_ posts: [FrontMatterRun.Post], _ cards: [String: ArticleCard]) -> FindingSummary {
    var counts: [String: (count: Int, articles: Int, examples: [(article: ArticleEntry, message: String)])] = [:]
    for post in posts {
      var seen: Set<String> = []
      for finding in post.findings {
        let code = finding.code.name
        counts[code, default: (0, 0, [])].count += 1
        guard seen.insert(code).inserted else { continue }
        counts[code]?.articles += 1
        if let card = cards[post.review.path], let examples = counts[code]?.examples.count, examples < Self.exampleLimit
        {
          let entry = ArticleEntry(path: card.path, title: card.title, day: card.day)
          counts[code]?.examples.append((entry, finding.message))
        }
      }
    }
    var codes: [FindingSummary.Code] = []
    for (code, found) in counts {
      codes.append(
        FindingSummary.Code(code: code, count: found.count, articles: found.articles, examples: found.examples))
    }
    codes.sort { $0.articles != $1.articles ? $0.articles > $1.articles : $0.code < $1.code }
    return FindingSummary(codes: codes, checked: posts.count, unchecked: known.count - posts.count)
  }
}
