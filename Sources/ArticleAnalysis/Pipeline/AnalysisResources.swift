package import Annotation

/// What the stages read once and all workers share.
package final class AnalysisResources: Sendable {
  /// What finding entities needs; `nil` where no part asks for them.
  package let entities: EntityResources?
  /// What finding deals needs; `nil` where no part asks for them.
  package let relations: RelationLexicon?
  /// What judging sentences needs; `nil` where no part asks for it.
  package let sentiment: SentimentResources?

  /// Reads what `options` need.
  package init(for options: AnalysisOptions) throws {
    entities = options.needsEntities ? try EntityResources() : nil
    relations = options.parts.contains(.relations) ? RelationLexicon() : nil
    sentiment = options.parts.contains(where: \.needsSentiment) ? try SentimentResources() : nil
  }
}
