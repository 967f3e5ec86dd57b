internal import Annotation
internal import Foundation

/// What a topic weighs in an article.
struct TopicWeight {
  let key: UInt32
  /// The weight in the article, before rarity, in sixteenths.
  let weight: Double
  /// The inverse document frequency.
  let rarity: Double

  /// The most topics that the lists of all articles hold together, as long as each article has its 200: eight bytes
  /// for each are held while an archive is published (`Documentation/Decisions/0042`).
  private static let entryLimit = 4_000_000
  private static let fewestTopics = 200

  /// The most topics that an article is compared by, in an archive of so many.
  static func limit(among all: Int) -> Int { max(fewestTopics, entryLimit / max(all, 1)) }

  /// What an article is compared by.
  struct Vector {
    /// The heaviest topics that another article has too, by weight times rarity.
    var topics: [TopicWeight] = []
    /// The squared length over all topics.
    var square = 0.0
  }

  /// The vector of an article.
  /// - Parameters:
  ///   - all: The number of articles.
  ///   - count: How many of them have a topic; `nil` for one at most.
  static func vector(
    of features: ArticleFeatures, among all: Int, count: (UInt32) throws -> Int?
  ) rethrows -> Vector {
    var vector = Vector()
    vector.topics.reserveCapacity(features.features.count)
    for feature in features.features {
      let count = try count(feature.key.value) ?? 1
      let topic = TopicWeight(
        key: feature.key.value, weight: Double(weight(feature)),
        rarity: log(Double(max(all, 1)) / Double(max(count, 1))))
      vector.square += topic.product * topic.product
      // What one article has alone says nothing of likeness, but makes the article longer.
      if count > 1, topic.rarity > 0 { vector.topics.append(topic) }
    }
    let limit = limit(among: all)
    guard vector.topics.count > limit else { return vector }
    vector.topics.sort { $0.product != $1.product ? $0.product > $1.product : $0.key < $1.key }
    vector.topics.removeLast(vector.topics.count - limit)
    return vector
  }

  private var product: Double { weight * rarity }

  /// The weight of a feature in its article, before rarity, in sixteenths.
  static func weight(_ feature: ArticleFeatures.Feature) -> UInt8 {
    var weight = 1 + log2(Double(max(feature.count, 1)))
    if feature.zones.contains(.title) {
      weight *= titleBoost
    } else if feature.zones.contains(.heading) {
      weight *= headingBoost
    }
    if feature.zones.contains(.part) { weight *= partShare }
    return UInt8(clamping: Int((weight * 16).rounded()))
  }

  /// What a topic in the title weighs more than elsewhere, and one in a heading; set by reading lists of similar posts.
  private static let titleBoost = 1.5
  private static let headingBoost = 1.2
  /// What a part of compounds weighs against a topic of its own, since the compound counts too.
  private static let partShare = 0.5
}
