public import Annotation
public import TextCore

/// Something that an article names, or a value that it gives, with all its mentions.
public struct AnalyzedEntity: Equatable, Sendable {
  /// The name that articles usually give it, or the fullest one of this article; for a value its expression.
  public let name: String
  /// What it is.
  public let type: EntityType
  /// The kind of organization; `nil` for other types.
  public let kind: OrganizationKind?
  /// What an expression for a number or a time stands for; `nil` for names, and where the text does not tell it.
  public let value: EntityValue?
  /// Where it is mentioned, in the order of the text; never empty.
  public let mentions: [AnalyzedMention]
}

/// A place where an entity is mentioned.
public struct AnalyzedMention: Equatable, Sendable {
  /// The words as the author wrote them, without markup.
  public let text: String
  /// The half-open range in the decoded source, in the analysis's offset unit.
  public let range: Range<Int>
  /// The line and the column of the decoded source, each from 1.
  public let position: TextPosition
}
