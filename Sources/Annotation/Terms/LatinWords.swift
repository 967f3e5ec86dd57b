import Morphology

/// The lexemes in Latin letters that are terms as they stand: no sign at either end, no stop word, no measure.
struct LatinWords {
  private var isKnown: [Bool] = []
  private var generation = -1

  /// Makes room for the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      isKnown.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while isKnown.count < lexemes.count { isKnown.append(false) }
  }

  /// Whether the lexeme was found to be one.
  func isWord(_ lexeme: UInt32) -> Bool { isKnown[Int(lexeme)] }

  /// Remembers that the lexeme is one.
  mutating func insert(_ lexeme: UInt32) { isKnown[Int(lexeme)] = true }
}
