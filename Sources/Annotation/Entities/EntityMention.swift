package import TextCore

/// A place in the text where an entity is named, or a value stands.
package struct EntityMention: Equatable, Sendable {
  /// Where it lies in the normalized text.
  package var range: ByteRange<NormalizedSpace>
  /// The morphemes that it covers, wholly or in part.
  package var morphemes: Range<Int>
  /// The sentence that it stands in.
  package var sentence: Int
  /// What it stands for.
  package var type: EntityType
  /// The kind of organization; `nil` for other types.
  package var kind: OrganizationKind?
  /// The entity of the article that it names, an index; mentions of one entity share it. -1 until it is resolved.
  package var entity: Int

  /// Creates a mention.
  package init(
    range: ByteRange<NormalizedSpace>, morphemes: Range<Int>, sentence: Int, type: EntityType,
    kind: OrganizationKind? = nil, entity: Int = -1
  ) {
    self.range = range
    self.morphemes = morphemes
    self.sentence = sentence
    self.type = type
    self.kind = kind
    self.entity = entity
  }
}
