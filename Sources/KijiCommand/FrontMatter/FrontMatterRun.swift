import ArchiveAnalysis
import ArticleAnalysis
import ArticleSource
import Foundation
import Kiji
import Normalization
import TextCore

/// Reviews the front matter of files, with what their archive tells where there is more than one.
struct FrontMatterRun {
  /// A file that was looked at.
  struct Post: Sendable {
    let review: ReviewedPost
    /// What kiji would write.
    let suggestions: SuggestedValues
    /// What was found.
    var findings: [FrontMatterFinding] = []
  }

  let kiji: Kiji
  let threads: Int
  let settings: FrontMatterReviewSettings
  let today: ArticleDate?

  /// The day of the machine's calendar and time zone.
  static var today: ArticleDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return ArticleDate(year: year, month: month, day: day)
  }

  /// Reviews the files at `paths`; files that cannot be read are told on standard error.
  /// - Parameter named: The paths that were named themselves: these are to have a front matter.
  /// - Returns: The posts, the fields that no post has, and whether every file could be read.
  func run(_ paths: [String], named: Set<String>) throws -> (
    posts: [Post], unused: [FrontMatterEditableField], isComplete: Bool
  ) {
    let frequent = paths.count > 1 ? frequentTags(paths) : []
    let failed = Mark()
    let collected = Collected()
    let cursor = Cursor(paths)
    let workers = OrderedWorkers<String, Result<Post, CommandFailure>>(
      next: { cursor.next() },
      emit: { result in
        switch result {
        case .success(let post): collected.append(post)
        case .failure(let failure):
          Console.tell(failure.text)
          failed.raise()
        }
      })
    workers.run(count: min(threads, max(paths.count, 1))) { [self] in
      let reviewer = Result { try Reviewer(settings: settings, today: today, frequentTags: frequent) }
      return { path in
        do throws(CommandFailure) {
          return .success(try post(path, reviewer, isNamed: named.contains(path)))
        } catch {
          return .failure(error)
        }
      }
    }
    var posts = collected.posts
    guard posts.count > 1 else {
      for index in posts.indices { posts[index].findings += posts[index].review.findingsAlone(settings) }
      return (posts, [], !failed.isRaised)
    }
    let archive = ArchiveReview(posts.map(\.review), settings: settings, frequentTags: frequent)
    for (index, found) in archive.findings().enumerated() { posts[index].findings += found }
    return (posts, archive.unusedFields, !failed.isRaised)
  }

  private func post(
    _ path: String, _ reviewer: Result<Reviewer, any Error>, isNamed: Bool
  ) throws(CommandFailure) -> Post {
    let bytes = try InputFile.path(path).read(limit: kiji.configuration.options.decoding.byteLimit)
    do {
      let analysis = try kiji.analyze(bytes: bytes, path: path)
      let document = try ArticleReader.read(
        bytes, path: path, format: kiji.configuration.options.inputFormat,
        decoding: kiji.configuration.options.decoding,
        depth: .frontMatter)
      let review = try reviewer.get().review(document, analysis, path: path)
      let isMissing = isNamed && document.frontMatter == nil
      let finding = FrontMatterFinding(
        code: DiagnosticCode("front-matter.missing"), severity: .warning,
        message: "フロントマターがありません。先頭に「---」で囲んで、題名や日付を書いてください。", position: TextPosition(line: 1, column: 1))
      return Post(review: review, suggestions: SuggestedValues(analysis), findings: isMissing ? [finding] : [])
    } catch let error as any DescribedError {
      throw CommandFailure(error, path: path)
    } catch {
      throw CommandFailure(path: path, "記事を分析できませんでした（\(error)）。", DiagnosticCode("analysis.failed"))
    }
  }

  /// The tags that many of the files have; files that cannot be read are told of later.
  private func frequentTags(_ paths: [String]) -> [String] {
    let lists = paths.compactMap { path -> [String]? in
      guard let bytes = try? InputFile.path(path).read(limit: kiji.configuration.options.decoding.byteLimit) else {
        return nil
      }
      return try? ArticleReader.read(bytes, path: path, depth: .frontMatter).frontMatter?.tags
    }
    return ArchiveReview.frequentTags(of: lists)
  }

  /// A worker's reviewer, which a closure can hold.
  private final class Reviewer {
    private var reviewer: FrontMatterReviewer

    init(settings: FrontMatterReviewSettings, today: ArticleDate?, frequentTags: [String]) throws {
      reviewer = try FrontMatterReviewer(settings: settings, today: today, frequentTags: frequentTags)
    }

    func review(_ document: ArticleDocument, _ analysis: ArticleAnalysis, path: String) -> ReviewedPost {
      reviewer.review(document, analysis, path: path)
    }
  }

  /// Posts as workers hand them in, in order.
  private final class Collected: @unchecked Sendable {
    // @unchecked: the workers' results are handed out by one thread at a time, and read when all have ended.
    private(set) var posts: [Post] = []
    func append(_ post: Post) { posts.append(post) }
  }
}

/// What kiji would write into a front matter.
struct SuggestedValues: Sendable {
  let excerpt: String?
  let description: String?
  let tags: [String]
  let minutes: Int?

  /// The values that an analysis gives.
  init(_ analysis: ArticleAnalysis) {
    excerpt = analysis.summary?.excerpt
    description = analysis.summary?.description
    tags = analysis.tags.map(\.tag)
    minutes = analysis.statistics.map { max(1, $0.readingTime.minutes) }
  }
}

/// The changes that mend what was found in a post.
struct FrontMatterFix {
  /// Fields that may be changed; `nil` for all.
  let only: Set<FrontMatterEditableField>?

  /// The changes, at most one for each field.
  func changes(for post: FrontMatterRun.Post) -> [FrontMatterChange] {
    var changes: [FrontMatterChange] = []
    for field in FrontMatterEditableField.allCases where only?.contains(field) ?? true {
      let findings = post.findings.filter { $0.field == field }
      guard !findings.isEmpty else { continue }
      switch field {
      case .excerpt: if let text = post.suggestions.excerpt { changes.append(.excerpt(text)) }
      case .description: if let text = post.suggestions.description { changes.append(.description(text)) }
      case .tags:
        let tags = self.tags(post, findings)
        if !tags.isEmpty { changes.append(.tags(tags)) }
      case .readingTime: if let minutes = post.suggestions.minutes { changes.append(.readingTime(minutes)) }
      case .categories: break
      }
    }
    return changes
  }

  /// The tags without what was found wrong in them; suggestions where none is left.
  private func tags(_ post: FrontMatterRun.Post, _ findings: [FrontMatterFinding]) -> [String] {
    var replacements: [String: String?] = [:]
    for finding in findings {
      guard let tag = finding.tag else { continue }
      // A tag that the text does not bear out goes, however it is spelled.
      if replacements[tag] == nil || finding.replacement == nil { replacements[tag] = .some(finding.replacement) }
    }
    var seen: Set<String> = []
    var tags: [String] = []
    for tag in post.review.matter?.tags ?? [] {
      guard let kept = replacements[tag] ?? tag, seen.insert(TagSpelling.key(kept)).inserted else { continue }
      tags.append(kept)
    }
    return tags.isEmpty ? post.suggestions.tags : tags
  }
}
