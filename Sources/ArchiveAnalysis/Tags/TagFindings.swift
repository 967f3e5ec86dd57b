import Annotation

/// What is odd about the tags of an archive.
package struct TagFindings: Equatable, Sendable {
  /// A tag that says little about the articles that have it.
  package struct Pasted: Equatable, Sendable {
    /// Why it says little.
    package enum Kind: String, Sendable, CaseIterable {
      /// Articles that have it are not more like each other than like the rest.
      case uninformative
      /// It stands on nearly every article that mentions the word, even in passing.
      case mentioned
    }

    /// The tag.
    package let tag: String
    /// Why.
    package let kind: Kind
    /// The share of articles that have it, 0 to 1.
    package let share: Double
  }

  /// Tags that differ in spelling only; the most used first.
  package struct Spellings: Equatable, Sendable {
    /// The tags.
    package let tags: [String]
    /// How many articles have each.
    package let counts: [Int]
  }

  /// The neighbours of each article that are looked at.
  static let neighbours = 10
  /// The fewest articles of an archive that tell anything.
  private static let fewest = 20
  /// The share of articles from which on a tag may be pasted.
  private static let commonShare = 0.15
  /// The share above which an uninformative tag is suggested no more.
  private static let pastedShare = 0.4
  /// By how much the share of a tag is greater among the neighbours of articles that have it, at the least.
  private static let leastDifference = 0.12

  /// Tags that say little, the most frequent first.
  package let pasted: [Pasted]
  /// Tags that differ in spelling only.
  package let spellings: [Spellings]

  /// Takes findings that were made before.
  init(pasted: [Pasted], spellings: [Spellings]) {
    self.pasted = pasted
    self.spellings = spellings
  }

  /// Whether suggesting a tag would say nothing.
  func isPasted(_ tag: String) -> Bool {
    pasted.contains { $0.tag == tag && $0.kind == .uninformative && $0.share >= Self.pastedShare }
  }

  /// Looks at tags.
  /// - Parameter neighbours: For each article, the most similar ones.
  init(_ tags: LabelModel, neighbours: [[Int]]) {
    let count = tags.labelsOfArticles.count
    var pasted: [Pasted] = []
    for (label, uses) in tags.counts.enumerated() {
      let share = Double(uses) / Double(max(count, 1))
      guard count >= Self.fewest, share >= Self.commonShare else { continue }
      // Rounded as it is stored, so that a model that was read equals the one that was written.
      let rounded = (share * 10_000).rounded() / 10_000
      if Self.difference(label, tags, neighbours) < Self.leastDifference {
        pasted.append(Pasted(tag: tags.labels[label], kind: .uninformative, share: rounded))
      } else if tags.precision(of: label, LiteralLevel(rawValue: 1)) >= 0.5 {
        pasted.append(Pasted(tag: tags.labels[label], kind: .mentioned, share: rounded))
      }
    }
    self.pasted = pasted.sorted { $0.share != $1.share ? $0.share > $1.share : $0.tag < $1.tag }
    spellings = Self.spellings(tags)
  }

  /// How much more frequent a label is among the neighbours of articles that have it than among those of the others.
  static func difference(_ label: Int, _ tags: LabelModel, _ neighbours: [[Int]]) -> Double {
    let has = tags.labelsOfArticles.map { $0.contains(label) }
    var sums = (with: 0, without: 0)
    var counts = (with: 0, without: 0)
    for (article, near) in neighbours.enumerated() {
      let found = near.count { has[$0] }
      if has[article] {
        sums.with += found
        counts.with += near.count
      } else {
        sums.without += found
        counts.without += near.count
      }
    }
    guard counts.without > 0 else { return 0 }
    return Double(sums.with) / Double(max(counts.with, 1)) - Double(sums.without) / Double(counts.without)
  }

  private static func spellings(_ tags: LabelModel) -> [Spellings] {
    let groups = Dictionary(grouping: tags.labels.indices, by: { TermKey(tags.labels[$0]) })
    return groups.values.filter { $0.count > 1 }.map { group in
      let sorted = group.sorted { tags.counts[$0] != tags.counts[$1] ? tags.counts[$0] > tags.counts[$1] : $0 < $1 }
      return Spellings(tags: sorted.map { tags.labels[$0] }, counts: sorted.map { tags.counts[$0] })
    }.sorted { ($0.tags.first ?? "") < ($1.tags.first ?? "") }
  }
}
