package import Annotation

/// What the stages read once and all workers share.
package final class AnalysisResources: Sendable {
  /// What finding entities needs; `nil` where no part asks for them.
  package let entities: EntityResources?
  /// What finding deals needs; `nil` where no part asks for them.
  package let relations: RelationLexicon?
  /// What judging sentences needs; `nil` where no part asks for it.
  package let sentiment: SentimentResources?
  /// The phrases that tell what a sentence is good for in a summary.
  package let cues: CuePhrases

  /// Reads what `options` need.
  package init(for options: AnalysisOptions) throws {
    entities = options.needsEntities ? try EntityResources() : nil
    relations = options.parts.contains(.relations) ? RelationLexicon() : nil
    cues = options.parts.contains(where: \.needsImportance) ? CuePhrases() : CuePhrases(rows: [])
    sentiment = options.parts.contains(where: \.needsSentiment) ? try SentimentResources() : nil
  }
}
