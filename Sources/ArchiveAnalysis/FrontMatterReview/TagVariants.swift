internal import ArticleAnalysis
internal import ArticleSource
internal import TextCore

/// Finds tags that are other spellings of more usual ones, and tags that are nearly others.
struct TagVariants {
  private let posts: [ReviewedPost]
  private let settings: FrontMatterReviewSettings
  /// The tags in NFKC.
  private let plain: [String: String]
  /// Tags that the text of one of their posts holds: such a spelling is a word.
  private let held: Set<String>
  /// Tags by use, most used first.
  private let counts: [(tag: String, count: Int)]

  init(_ posts: [ReviewedPost], _ settings: FrontMatterReviewSettings) {
    (self.posts, self.settings) = (posts, settings)
    var counts: [String: Int] = [:]
    var plain: [String: String] = [:]
    for post in posts {
      for tag in post.tags {
        (counts[tag.name, default: 0], plain[tag.name]) = (counts[tag.name, default: 0] + 1, tag.plain)
      }
    }
    let held = Set(posts.flatMap { $0.tags.filter { $0.support == .whole }.map(\.name) })
    self.plain = plain
    self.held = held
    // Of two that are used alike, the one that a text holds is the usual one.
    self.counts = counts.map { ($0.key, $0.value) }.sorted { left, right in
      (right.1, held.contains(right.0) ? 1 : 0, left.0) < (left.1, held.contains(left.0) ? 1 : 0, right.0)
    }
  }

  func add(to found: inout [[FrontMatterFinding]]) {
    let variants = variants()
    let near = nearDuplicates(besides: variants)
    for (index, post) in posts.enumerated() {
      for tag in post.tags {
        if let usual = variants[tag.name] {
          let message = "タグ「\(tag.name)」は「\(usual.tag)」（\(usual.count)件）の表記違いです。どちらかに揃えてください。"
          found[index] += [
            ReviewedPost.finding(
              .tagVariant, message, at: tag.position, field: .tags, tag: tag.name, replacement: usual.tag, settings)
          ]
          .compactMap { $0 }
        } else if let other = near[tag.name] {
          let message = "タグ「\(tag.name)」は「\(other.tag)」（\(other.count)件）とよく似ています。同じ意味なら揃えてください。"
          found[index] += [ReviewedPost.finding(.tagNearDuplicate, message, at: tag.position, tag: tag.name, settings)]
            .compactMap {
              $0
            }
        }
      }
    }
  }

  /// For each variant the most used spelling.
  var usual: [String: String] { variants().mapValues(\.tag) }

  private func key(_ tag: String) -> String { TagSpelling.key(plain[tag] ?? tag) }

  /// For each variant the most used spelling.
  private func variants() -> [String: (tag: String, count: Int)] {
    var usual: [String: (tag: String, count: Int)] = [:]
    var variants: [String: (tag: String, count: Int)] = [:]
    for entry in counts {
      let key = key(entry.tag)
      if let first = usual[key] { variants[entry.tag] = first } else { usual[key] = entry }
    }
    return variants
  }

  /// Letters that a tag must have for one of them to be a slip.
  private static let fewestLetters = 5

  /// For each tag that is used less than another, and differs from it by one letter, the other.
  private func nearDuplicates(besides variants: [String: (tag: String, count: Int)]) -> [String: (
    tag: String, count: Int
  )] {
    var near: [String: (tag: String, count: Int)] = [:]
    var bySkeleton: [[UInt32]: (tag: String, count: Int)] = [:]
    for entry in counts where variants[entry.tag] == nil {
      let letters = Array(key(entry.tag).unicodeScalars).map(\.value)
      guard letters.count >= Self.fewestLetters else { continue }
      // Two texts differ by one letter where leaving out one letter of each, or of one, makes them the same.
      let skeletons =
        [letters] + letters.indices.map { leftOut in letters.indices.filter { $0 != leftOut }.map { letters[$0] } }
      let match = skeletons.lazy.compactMap { bySkeleton[$0] }.first {
        TagSpelling.isSlip(key(entry.tag), key($0.tag), isWord: held.contains(entry.tag))
      }
      if let match {
        near[entry.tag] = match
      } else {
        for skeleton in skeletons where bySkeleton[skeleton] == nil { bySkeleton[skeleton] = entry }
      }
    }
    return near
  }
}
