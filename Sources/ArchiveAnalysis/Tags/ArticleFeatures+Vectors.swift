import Annotation
internal import Foundation

extension ArticleFeatures {
  /// What a topic weighs more that stands in the title, and in a heading.
  private static let titleWeight: Float = 4
  private static let headingWeight: Float = 1

  /// The logarithms of counts and one.
  private static let logarithms: [Float] = (0...Int(UInt8.max)).map { log(1 + Float($0)) }

  /// The topics of text and title with their weights, before rarity counts.
  var wordVector: [(key: TermKey, weight: Float)] {
    let logarithms = Self.logarithms
    var vector: [(key: TermKey, weight: Float)] = []
    vector.reserveCapacity(features.count)
    for feature in features {
      let zones = feature.zones
      guard !zones.contains(.trace), feature.count > 0 || zones.contains(.title) else { continue }
      var weight = logarithms[Int(feature.count)]
      if zones.contains(.title) { weight += Self.titleWeight }
      if zones.contains(.heading) { weight += Self.headingWeight }
      vector.append((feature.key, weight))
    }
    return vector
  }

  /// What code and links tell, with its weights, before rarity counts.
  var codeVector: [(key: TermKey, weight: Float)] {
    features.compactMap { feature in
      feature.zones.contains(.trace) ? (feature.key, 1 + log(Float(max(feature.count, 1)))) : nil
    }
  }
}
