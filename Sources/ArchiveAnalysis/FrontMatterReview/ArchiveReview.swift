package import ArticleAnalysis
package import ArticleSource
internal import TextCore

/// Reviews the front matters of an archive: what posts alone cannot tell.
package struct ArchiveReview: Sendable {
  private let posts: [ReviewedPost]
  private let settings: FrontMatterReviewSettings
  private let frequentTags: [String]

  /// Below this many posts an archive has no habits yet.
  static let fewestPosts = 10
  /// The share of posts that must have a field, or a date, for the others to lack it.
  private static let usedShare = 0.3

  /// Reviews `posts`.
  /// - Parameter frequentTags: The tags that the posts were asked for.
  package init(_ posts: [ReviewedPost], settings: FrontMatterReviewSettings, frequentTags: [String] = []) {
    (self.posts, self.settings, self.frequentTags) = (posts, settings, frequentTags)
  }

  /// The tags that at least every seventh post has, sorted.
  package static func frequentTags(of lists: [[String]]) -> [String] {
    guard lists.count >= fewestPosts else { return [] }
    var counts: [String: Int] = [:]
    for tags in lists { for tag in tags { counts[tag, default: 0] += 1 } }
    return counts.filter { $0.value * 7 >= lists.count }.keys.sorted()
  }

  /// The fields that no post of the archive has, so that none of them is told to lack them.
  package var unusedFields: [FrontMatterEditableField] {
    guard settings.requiredFields == nil, withMatter.count >= Self.fewestPosts else { return [] }
    return [.excerpt, .tags].filter { field in
      !isUsed(field) && withMatter.contains { !$0.has(field) }
    }
  }

  private var withMatter: [ReviewedPost] { posts.filter { $0.matter != nil } }

  private func isUsed(_ field: FrontMatterEditableField) -> Bool {
    let with = withMatter
    return Double(with.count { $0.has(field) }) >= Self.usedShare * Double(with.count)
  }

  /// The findings of each post, in the order of the posts.
  /// - Complexity: O(*n*) in posts, and the number of distinct tags squared within a length.
  package func findings() -> [[FrontMatterFinding]] {
    var found = posts.map(\.findings)
    addMissing(&found)
    addDuplicateTitles(&found)
    addFrames(&found)
    addConstantTimes(&found)
    let pasted = PastedTags(posts, frequentTags)
    let neighbors = PostNeighbors(posts)
    let variants = TagVariants(posts, settings)
    TagSupportReview(posts, pasted: pasted, usual: variants.usual, neighbors, settings).add(to: &found)
    CategoryReview(posts, neighbors, settings).add(to: &found)
    variants.add(to: &found)
    return found.map(\.inOrder)
  }

  private func addMissing(_ found: inout [[FrontMatterFinding]]) {
    let isSmall = withMatter.count < Self.fewestPosts
    let used = FrontMatterEditableField.allCases.filter(isUsed)
    let usesDates = Double(withMatter.count { $0.hasDate }) >= Self.usedShare * Double(withMatter.count)
    for (index, post) in posts.enumerated() where post.matter != nil {
      for field in FrontMatterEditableField.allCases where !post.has(field) {
        let isMissing =
          settings.requiredFields.map { $0.contains(field) }
          ?? (used.contains(field) || isSmall && post.isMissingAlone(field, settings))
        guard isMissing, let (rule, message) = ReviewMessage.missing(field) else { continue }
        found[index] += [
          ReviewedPost.finding(rule, message, at: TextPosition(line: 1, column: 1), field: field, settings)
        ].compactMap { $0 }
      }
      if !post.hasDate, usesDates || isSmall { found[index] += [post.missingDate(settings)].compactMap { $0 } }
    }
  }

  private func addDuplicateTitles(_ found: inout [[FrontMatterFinding]]) {
    var firsts: [[UInt32]: [Int]] = [:]
    for (index, post) in posts.enumerated() where post.matter?.title != nil && !post.titleLetters.isEmpty {
      firsts[post.titleLetters, default: []].append(index)
    }
    for (index, post) in posts.enumerated() {
      guard let others = firsts[post.titleLetters], others.count > 1, others.contains(index),
        let other = others.first(where: { $0 != index })
      else { continue }
      let more = others.count > 2 ? "ほか\(others.count - 2)件" : ""
      found[index] += [
        ReviewedPost.finding(
          .titleDuplicate, "題名が\(posts[other].path)\(more)と同じです。違いの分かる題名にしてください。", at: post.titlePosition, settings)
      ].compactMap { $0 }
    }
  }

  /// Posts that must share a frame before it counts as one.
  private static let frameCount = 3
  /// Letters that a frame must have beside the title's words.
  private static let frameLength = 6

  /// Excerpts that many posts have with nothing but the title's words exchanged.
  private func addFrames(_ found: inout [[FrontMatterFinding]]) {
    for field in [FrontMatterEditableField.excerpt, .description] {
      var counts: [String: Int] = [:]
      for post in posts { if let frame = post.frames[field], isFrame(frame) { counts[frame.text, default: 0] += 1 } }
      for (index, post) in posts.enumerated() {
        guard let frame = post.frames[field], isFrame(frame), let count = counts[frame.text], count >= Self.frameCount,
          let place = post.positions[field]
        else { continue }
        let rule = field == .excerpt ? FrontMatterRule.excerptTemplated : .descriptionTemplated
        guard !found[index].contains(where: { $0.code == rule.code }) else { continue }
        let message = "\(ReviewMessage.name(field))が\(count)件の記事と同じ型です。この記事に固有の内容を書いてください。"
        found[index] += [ReviewedPost.finding(rule, message, at: place, field: field, settings)].compactMap { $0 }
      }
    }
  }

  private func isFrame(_ frame: SummaryFrame) -> Bool { frame.letterCount >= Self.frameLength }

  /// The share of posts that one reading time must have to be a constant.
  private static let constantShare = 0.1

  /// Reading times that stand on posts of every length; told once for each, at the first post that has it.
  private func addConstantTimes(_ found: inout [[FrontMatterFinding]]) {
    var holders: [Double: [Int]] = [:]
    for (index, post) in posts.enumerated() {
      if let minutes = post.matter?.readingTime { holders[minutes, default: []].append(index) }
    }
    let all = holders.values.reduce(0) { $0 + $1.count }
    for (minutes, indices) in holders.sorted(by: { $0.key < $1.key }) {
      guard indices.count >= Self.fewestPosts, Double(indices.count) >= Self.constantShare * Double(all) else {
        continue
      }
      let off = indices.count { index in
        posts[index].estimate.map { $0.isOff(minutes, tolerance: settings.readingTimeTolerance) } ?? false
      }
      guard off * 2 > indices.count, let first = indices.first, let place = posts[first].positions[.readingTime] else {
        continue
      }
      let written = minutes.rounded() == minutes && minutes < 1e9 ? String(Int(minutes)) : "\(minutes)"
      found[first] += [
        ReviewedPost.finding(
          .readingTimeConstant,
          "読了時間が\(indices.count)件の記事で一律に\(written)分となっており、そのうち\(off)件は本文の長さに合いません。見積もり直してください。", at: place, settings)
      ].compactMap { $0 }
    }
  }
}
