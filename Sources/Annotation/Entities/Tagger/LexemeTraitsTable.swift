import Morphology

/// The traits of the lexemes of one table, each read once.
struct LexemeTraitsTable {
  let classes: WordClasses
  private(set) var traits: [LexemeTraits] = []
  private(set) var generation = -1

  init(classes: WordClasses) { self.classes = classes }

  @inline(__always)
  subscript(lexeme: UInt32) -> LexemeTraits {
    _read { yield traits[Int(lexeme)] }
  }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      traits.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while traits.count < lexemes.count {
      traits.append(LexemeTraits(traits.count, of: lexemes, classes: classes))
    }
  }
}
