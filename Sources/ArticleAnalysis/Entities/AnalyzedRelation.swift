public import Annotation

/// A deal that an article tells of.
public struct AnalyzedRelation: Equatable, Sendable {
  /// The kind of deal.
  public let type: RelationType
  /// The name of the entity that acts.
  public let from: String
  /// The name of the entity that is acted on; `nil` where none is named.
  public let to: String?
  /// How much money it is about; `nil` where the article does not say.
  public let amount: RelationAmount?
  /// How surely the article says so.
  public let certainty: Certainty
  /// The sentence that says so: its half-open range in the decoded source, in the analysis's offset unit.
  public let range: Range<Int>
}

/// The money that a deal is about.
public struct RelationAmount: Equatable, Sendable {
  /// The words as the author wrote them, with what bounds them: 最大1000億ドル.
  public let text: String
  /// What they stand for.
  public let value: EntityValue?
}
