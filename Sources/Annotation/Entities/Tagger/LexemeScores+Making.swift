/// How the rows of lexemes, and what they say for a closer look, are made.
extension LexemeScores {
  /// The reference of what a lexeme says in a role.
  mutating func make(_ number: Int, _ role: Int, _ traits: LexemeTraitsTable) -> UInt32 {
    let trait = number == Self.boundary ? .boundary : traits.traits[number - 1]
    return reference { TaggerFeatures.role(role, of: trait, traits.classes, into: &$0) }
  }

  /// The reference of what features say together.
  mutating func reference(_ features: (inout ScratchColumn<UInt32>) -> Void) -> UInt32 {
    keys.removeAll()
    features(&keys)
    return rows.reference(of: sums.sum(of: keys, in: model))
  }

  /// Finds out what a lexeme says for a closer look at each distance.
  mutating func makeGate(_ place: Int, _ traits: LexemeTraitsTable) {
    let number = place / Role.distances
    let trait = number == Self.boundary ? .boundary : traits.traits[number - 1]
    keys.removeAll()
    ends.removeAll(keepingCapacity: true)
    for distance in TaggerFeatures.distances {
      TaggerFeatures.gate(trait, at: distance, traits.classes, into: &keys)
      ends.append(keys.count)
    }
    sums.gates(of: keys, ends: ends, in: model, into: &gates, at: place)
  }
}
