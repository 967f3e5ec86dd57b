import Annotation

/// How plainly an article names a label.
struct LiteralLevel: Equatable {
  /// The levels without what code tells.
  static let plainCount = 6
  /// All levels.
  static let count = 12

  /// 0 not at all, 1 once or twice, 2 more often, 3 in a heading, 4 in the title as a part, 5 in the title; 6 more where
  /// code or links name it too.
  let rawValue: Int

  /// The mentions from which on a label is named often.
  private static let often: UInt8 = 3

  /// No mention.
  static let none = LiteralLevel(rawValue: 0)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The level of a topic of the article.
  init(_ feature: ArticleFeatures.Feature) {
    let plain: Int
    if feature.zones.contains(.title) {
      plain = feature.zones.contains(.part) ? 4 : 5
    } else if feature.zones.contains(.heading) {
      plain = 3
    } else if feature.count >= Self.often {
      plain = 2
    } else {
      plain = feature.count > 0 ? 1 : 0
    }
    rawValue = plain + (feature.zones.contains(.code) ? Self.plainCount : 0)
  }

  /// The level without what code tells.
  var plain: Int { rawValue % Self.plainCount }

  /// Whether code or links name it.
  var isInCode: Bool { rawValue >= Self.plainCount }

  /// The level with the label in the title, whatever is known of the text.
  var inTitle: LiteralLevel { plain >= 4 ? self : LiteralLevel(rawValue: 4 + (isInCode ? Self.plainCount : 0)) }
}
