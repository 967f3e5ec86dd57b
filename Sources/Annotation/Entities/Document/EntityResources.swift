/// What finding entities needs and all workers share.
package final class EntityResources: Sendable {
  package let model: TaggerModel
  package let gazetteer: Gazetteer
  package let classes: WordClasses
  package let values: ValueLexicon

  /// Reads what the package carries.
  package init() throws(TaggerModelError) {
    model = try TaggerModel()
    gazetteer = Gazetteer()
    classes = WordClasses()
    values = ValueLexicon()
  }
}
