internal import Annotation

/// Turns the vectors of an archive's articles round: for each topic, the articles that have it.
///
/// It looks at each article twice, so that no more is held than eight bytes for each topic that an article is compared
/// by: first to count in how many articles each topic stands, then to weigh.
package struct SimilarityBuilder: ~Copyable {
  private var counts: [UInt32: UInt32] = [:]
  private var articleCount = 0
  private var numbers: [UInt32] = []
  private var norms: [Float] = []
  /// The topic in the upper 32 bits, then the order of the article in 24, then the weight.
  private var entries: [UInt64] = []

  /// Begins with nothing counted.
  package init() {}

  /// Counts the topics of an article; to be called for all of them before any is added.
  package mutating func count(_ features: ArticleFeatures) {
    articleCount += 1
    for feature in features.features { counts[feature.key.value, default: 0] += 1 }
  }

  /// Adds an article that was counted; all come in an order that is always the same.
  package mutating func add(_ article: Int, _ features: ArticleFeatures) {
    let order = numbers.count
    numbers.append(UInt32(truncatingIfNeeded: article))
    let vector = TopicWeight.vector(of: features, among: articleCount) { counts[$0].map(Int.init) }
    for topic in vector.topics {
      entries.append(UInt64(topic.key) << 32 | UInt64(order & 0xFF_FFFF) << 8 | UInt64(topic.weight))
    }
    norms.append(vector.square > 0 ? Float(vector.square.squareRoot()) : 1)
  }

  /// Hands out the lists by key, ascending, and returns the articles.
  /// - Parameter take: Takes a topic's key, the number of articles that have it, and those that are compared by it.
  /// - Complexity: O(*n* log *n*) in topics of articles.
  package consuming func finish(
    _ take: (UInt32, Int, TopicPostings) throws -> Void
  ) rethrows -> SimilarityIndex {
    entries.sort()
    var start = 0
    while start < entries.count {
      let key = UInt32(entries[start] >> 32)
      var postings = TopicPostings()
      while start < entries.count, UInt32(entries[start] >> 32) == key {
        postings.append(Int(entries[start] >> 8 & 0xFF_FFFF), UInt8(truncatingIfNeeded: entries[start]))
        start += 1
      }
      try take(key, Int(counts[key] ?? 1), postings)
    }
    return SimilarityIndex(numbers: numbers, norms: norms)
  }
}
