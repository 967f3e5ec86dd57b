package import Annotation

/// What judging sentences needs and all workers share.
package final class SentimentResources: Sendable {
  package let lexicon: SentimentLexicon
  package let model: SentimentModel

  /// The lexicon and the model that the package carries.
  package init() {
    lexicon = SentimentLexicon()
    model = SentimentModel()
  }

  /// What `options` need: nothing where no part asks how sentences judge.
  package init(for options: AnalysisOptions) {
    let isNeeded = options.parts.contains(where: \.needsSentiment)
    lexicon = isNeeded ? SentimentLexicon() : SentimentLexicon([])
    model = isNeeded ? SentimentModel() : SentimentModel(rulesOnly: ())
  }
}
