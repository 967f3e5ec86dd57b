/// How common a tag is, and how much it tells of the articles that have it.
package struct TagWeight: Equatable, Sendable {
  /// The tag.
  package let tag: String
  /// How many articles have it.
  package let articles: Int
  /// The share of articles that have it, 0 to 1.
  package let share: Double
  /// By how much the share of the tag is greater among the ten neighbours of articles that have it than among those of
  /// the others, -1 to 1; near 0 it says nothing about an article.
  package let difference: Double
  /// Why it says little, where it does.
  package let pasted: TagFindings.Pasted.Kind?
}

extension TagModel {
  /// The tags of the archive, the most frequent first.
  /// - Parameter fewest: The articles that a tag must have; a tag of one article has no neighbours to tell it by.
  /// - Complexity: O(*n* · *p*) in articles and the articles that share a topic with each.
  package func tagWeights(fewest: Int) -> [TagWeight] {
    let neighbours = neighbours()
    var weights: [TagWeight] = []
    for (label, uses) in tags.counts.enumerated() where uses >= fewest {
      let name = tags.labels[label]
      weights.append(
        TagWeight(
          tag: name, articles: uses, share: Double(uses) / Double(max(articles.count, 1)),
          difference: TagFindings.difference(label, tags, neighbours),
          pasted: findings.pasted.first { $0.tag == name }?.kind))
    }
    return weights.sorted { $0.articles != $1.articles ? $0.articles > $1.articles : $0.tag < $1.tag }
  }
}
