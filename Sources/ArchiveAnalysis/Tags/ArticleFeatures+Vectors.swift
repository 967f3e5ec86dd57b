import Annotation
internal import Foundation

extension ArticleFeatures {
  /// What a topic weighs more that stands in the title, and in a heading.
  private static let titleWeight: Float = 4
  private static let headingWeight: Float = 1

  /// The topics of text and title with their weights, before rarity counts.
  var wordVector: [(key: TermKey, weight: Float)] {
    features.compactMap { feature in
      let zones = feature.zones
      guard !zones.contains(.trace), feature.count > 0 || zones.contains(.title) else { return nil }
      var weight = log(1 + Float(feature.count))
      if zones.contains(.title) { weight += Self.titleWeight }
      if zones.contains(.heading) { weight += Self.headingWeight }
      return (feature.key, weight)
    }
  }

  /// What code and links tell, with its weights, before rarity counts.
  var codeVector: [(key: TermKey, weight: Float)] {
    features.compactMap { feature in
      feature.zones.contains(.trace) ? (feature.key, 1 + log(Float(max(feature.count, 1)))) : nil
    }
  }
}
