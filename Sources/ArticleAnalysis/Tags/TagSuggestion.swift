/// A tag that suits an article.
public struct TagSuggestion: Equatable, Sendable {
  /// Where a tag comes from.
  public enum Kind: String, Sendable, CaseIterable {
    /// The archive uses it.
    case known
    /// It is new to the archive, or there is no archive.
    case new
  }

  /// The tag, in the archive's spelling where it has one.
  public let tag: String
  /// How likely it is that an editor keeps it, 0 to 1.
  public let score: Double
  /// Where it comes from.
  public let kind: Kind
  /// What speaks for it, in Japanese.
  public let reason: String

  /// Creates a suggestion.
  public init(tag: String, score: Double, kind: Kind, reason: String) {
    self.tag = tag
    self.score = score
    self.kind = kind
    self.reason = reason
  }
}

/// A category of the archive that suits an article.
public struct CategorySuggestion: Equatable, Sendable {
  /// The category, as the archive spells it.
  public let category: String
  /// How likely it is that the article belongs to it, 0 to 1.
  public let score: Double

  /// Creates a suggestion.
  public init(category: String, score: Double) {
    self.category = category
    self.score = score
  }
}
