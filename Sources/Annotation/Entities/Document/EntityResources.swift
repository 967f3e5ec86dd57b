/// What finding entities needs and all workers share.
package final class EntityResources: Sendable {
  package let model: TaggerModel
  package let gazetteer: Gazetteer
  package let classes: WordClasses
  package let commonWords = CommonWords()
  package let values: ValueLexicon

  /// Takes what was made elsewhere, such as a model in training.
  package init(model: TaggerModel, gazetteer: Gazetteer, classes: WordClasses) {
    self.model = model
    self.gazetteer = gazetteer
    self.classes = classes
    values = ValueLexicon()
  }

  /// Reads what the package carries.
  package init() throws(TaggerModelError) {
    model = try TaggerModel()
    gazetteer = Gazetteer()
    classes = WordClasses()
    values = ValueLexicon()
  }
}
