internal import ArticleAnalysis
internal import ArticleSource
internal import TextCore

/// Tags that an archive pastes on posts whatever they say.
///
/// Such a tag is frequent, most of its posts do not hold its words, and posts that hold them have it hardly more often
/// than posts that do not. A shelf such as JavaScript, which texts often do not name, is more frequent where they do.
struct PastedTags {
  /// How often each such tag stands on a post, and how often the post's text holds it.
  private(set) var tags: [String: (count: Int, held: Int)] = [:]

  /// Texts that hold the tag have it at most this many times as often as the others.
  private static let lift = 2.0

  init(_ posts: [ReviewedPost], _ frequentTags: [String]) {
    for (order, tag) in frequentTags.enumerated() {
      var counts = (tagged: 0, held: 0, both: 0)
      for post in posts where order < post.frequentTags.count {
        let isTagged = post.tags.contains { $0.name == tag }
        let holds = post.frequentTags[order]
        counts.tagged += isTagged ? 1 : 0
        counts.held += holds ? 1 : 0
        counts.both += isTagged && holds ? 1 : 0
      }
      // A text may hold none of a shelf's names; a tag that no text holds is a shelf.
      guard counts.both > 0, counts.both * 2 < counts.tagged, counts.held < posts.count else { continue }
      let withWords = Double(counts.both) / Double(counts.held)
      let without = Double(counts.tagged - counts.both) / Double(posts.count - counts.held)
      if withWords < Self.lift * without { tags[tag] = (counts.tagged, counts.both) }
    }
  }
}

/// Finds tags that the text does not bear out.
struct TagSupportReview {
  private let posts: [ReviewedPost]
  private let pasted: PastedTags
  private let settings: FrontMatterReviewSettings

  /// A tag of which this share of posts holds the words is expected to be in the others as well. Shelves, which texts
  /// seldom name, stay below: measured on the tags of four blogs.
  private static let literalShare = 0.85
  /// Posts that must have a tag for its share to mean something.
  private static let fewestPosts = 5
  /// Below this many posts each is looked at as if it stood alone.
  private static let smallArchive = 50

  init(_ posts: [ReviewedPost], pasted: PastedTags, _ settings: FrontMatterReviewSettings) {
    (self.posts, self.pasted, self.settings) = (posts, pasted, settings)
  }

  func add(to found: inout [[FrontMatterFinding]]) {
    var counts: [String: (all: Int, whole: Int)] = [:]
    for post in posts {
      for tag in post.tags {
        counts[tag.name, default: (0, 0)].all += 1
        if tag.support == .whole { counts[tag.name, default: (0, 0)].whole += 1 }
      }
    }
    for (index, post) in posts.enumerated() {
      for tag in post.tags {
        let count = counts[tag.name] ?? (0, 0)
        if let paste = pasted.tags[tag.name] {
          let message =
            "タグ「\(tag.name)」は\(paste.count)件の記事に付いていますが、本文に出てくるのは\(paste.held)件だけで、記事を区別する役に立っていません。内容に合う記事だけに付けてください。"
          add(.tagPasted, message, tag, &found[index])
        }
        guard tag.support != .whole else { continue }
        let isSmall = posts.count < Self.smallArchive && count.all < Self.fewestPosts
        let isLiteral = count.all >= Self.fewestPosts && Double(count.whole) >= Self.literalShare * Double(count.all)
        guard isLiteral || isSmall && tag.support == .none || pasted.tags[tag.name] != nil && tag.support == .none
        else { continue }
        add(.tagUnsupported, ReviewMessage.unsupported(tag.name), tag, &found[index])
      }
    }
  }

  private func add(
    _ rule: FrontMatterRule, _ message: String, _ tag: ReviewedPost.Tag, _ found: inout [FrontMatterFinding]
  ) {
    // A tag that the text holds stays on a fix, pasted or not.
    let field: FrontMatterEditableField? = tag.support == .whole ? nil : .tags
    if rule == .tagPasted, tag.support == .whole { return }
    found += [ReviewedPost.finding(rule, message, at: tag.position, field: field, tag: tag.name, settings)].compactMap {
      $0
    }
  }
}
