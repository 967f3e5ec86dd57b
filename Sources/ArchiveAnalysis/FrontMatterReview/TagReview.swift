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

  private let neighbors: [[Int]]
  /// For each variant the usual spelling.
  private let usual: [String: String]

  init(
    _ posts: [ReviewedPost], pasted: PastedTags, usual: [String: String], _ neighbors: PostNeighbors,
    _ settings: FrontMatterReviewSettings
  ) {
    (self.posts, self.pasted, self.usual, self.settings) = (posts, pasted, usual, settings)
    self.neighbors = neighbors.neighbors
  }

  /// The share of a post's neighbours that must have a tag, at least, for the tag to be about what they share.
  private static let neighborShare = 0.2
  /// How many times as often as all posts the neighbours must have it.
  private static let neighborLift = 2.0

  /// Whether posts with much the same words have the tag, more often than others do.
  private func fitsNeighbors(
    _ tag: String, _ index: Int, _ count: Int, _ tags: [[(name: String, tag: ReviewedPost.Tag)]]
  ) -> Bool {
    let near = neighbors[index]
    guard !near.isEmpty, posts.count > 1 else { return false }
    let share = Double(near.count { tags[$0].contains { $0.name == tag } }) / Double(near.count)
    return share >= Self.neighborShare && share >= Self.neighborLift * Double(count - 1) / Double(posts.count - 1)
  }

  /// Adds the findings.
  ///
  /// Tags that are taken away change how usual the others are, so the tags are looked at until no more is found: what a
  /// fix leaves is what a second look leaves.
  func add(to found: inout [[FrontMatterFinding]]) {
    var tags = posts.map { $0.tags.map { (name: usual[$0.name] ?? $0.name, tag: $0) } }
    for (index, post) in tags.enumerated() {
      for entry in post where entry.tag.support != .whole {
        guard let paste = pasted.tags[entry.tag.name] else { continue }
        let message =
          "タグ「\(entry.tag.name)」は\(paste.count)件の記事に付いていますが、本文に出てくるのは\(paste.held)件だけで、記事を区別する役に立っていません。内容に合う記事だけに付けてください。"
        add(.tagPasted, message, entry.tag, &found[index])
      }
      tags[index].removeAll { $0.tag.support != .whole && pasted.tags[$0.tag.name] != nil }
    }
    while true {
      let taken = unsupported(in: tags)
      guard !taken.isEmpty else { return }
      for (index, name) in taken {
        for entry in tags[index] where entry.name == name {
          add(.tagUnsupported, ReviewMessage.unsupported(entry.tag.name), entry.tag, &found[index])
        }
        tags[index].removeAll { $0.name == name }
      }
    }
  }

  private func unsupported(in tags: [[(name: String, tag: ReviewedPost.Tag)]]) -> [(post: Int, name: String)] {
    var counts: [String: (all: Int, whole: Int)] = [:]
    for post in tags {
      for entry in post {
        counts[entry.name, default: (0, 0)].all += 1
        if entry.tag.support == .whole { counts[entry.name, default: (0, 0)].whole += 1 }
      }
    }
    var taken: [(post: Int, name: String)] = []
    for (index, post) in tags.enumerated() {
      for entry in post where entry.tag.support != .whole {
        let count = counts[entry.name] ?? (0, 0)
        let isSmall = posts.count < Self.smallArchive && count.all < Self.fewestPosts
        let isLiteral =
          count.all >= Self.fewestPosts && Double(count.whole) >= Self.literalShare * Double(count.all)
        guard isLiteral || isSmall && entry.tag.support == .none else { continue }
        guard !fitsNeighbors(entry.name, index, count.all, tags) else { continue }
        taken.append((index, entry.name))
      }
    }
    return taken
  }

  private func add(
    _ rule: FrontMatterRule, _ message: String, _ tag: ReviewedPost.Tag, _ found: inout [FrontMatterFinding]
  ) {
    found += [ReviewedPost.finding(rule, message, at: tag.position, field: .tags, tag: tag.name, settings)].compactMap {
      $0
    }
  }
}
