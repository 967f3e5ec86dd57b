import LexicalResources
extension SentimentLexicon {
  /// The lexicon that the package carries.
  package convenience init() { self.init(LexicalResource.sentiment.withBytes { Array($0) }) }
}
extension SentimentModel {
  package static func carried() throws(SentimentModelError) -> SentimentModel { try SentimentModel(LexicalResource.sentimentModel.bytes) }
}
