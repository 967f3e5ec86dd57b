/// Something that an article names, or a value that stands in it.
package struct NamedEntity: Equatable, Sendable {
  /// The name that articles usually give it, or the fullest one of this article.
  package var name: String
  /// What it is.
  package var type: EntityType
  /// The kind of organization, or `nil`.
  package var kind: OrganizationKind?
  /// What an expression for a number or a time stands for, or `nil`.
  package var value: EntityValue?
}

/// All entities of an article with their mentions.
package struct EntityFindings: Equatable, Sendable {
  /// The entities by first mention.
  package var entities: [NamedEntity] = []
  /// The mentions in the order of the text; none overlap.
  package var mentions: [EntityMention] = []

  /// Creates empty findings.
  package init() {}
}
