package import Annotation

/// What judging sentences needs and all workers share.
package final class SentimentResources: Sendable {
  package let lexicon: SentimentLexicon
  package let model: SentimentModel

  /// The lexicon and the model that the package carries.
  /// - Throws: `SentimentModelError` where the embedded model is broken, which a test rules out.
  package init() throws(SentimentModelError) {
    let tables = try SentimentTables()
    lexicon = tables.lexicon
    model = tables.model
  }
}
