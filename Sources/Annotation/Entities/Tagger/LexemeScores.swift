/// What each lexeme says for the labels at each distance, and as a word of the sentence, summed once.
///
/// Rows are made when a lexeme is first needed: most lexemes of an archive never stand beside a name. Of rare words the
/// model knows no more than their class and their letters, so most rows are like one that is there already, and each is
/// kept once.
struct LexemeScores: ~Copyable {
  private let model: TaggerModel
  /// Where the rows of each lexeme begin in `numbers`; -1 for those that were not needed yet.
  private var slots: [Int32] = []
  /// The place of each row in `rows`.
  private var numbers: [UInt32] = []
  private var rows = DistinctScores()
  /// What each row says for a closer look, apart: that is asked of many more morphemes than the rest.
  private var gates: [Int16] = []
  private var generation = -1
  private var keys: [UInt32] = []
  private var sums = LabelSums()
  /// For each base form the last sentence in which it was counted.
  private var seen: [UInt32] = []
  /// The number of the sentence that is counted.
  private var sentenceNumber: UInt32 = 0

  /// What stands outside of the sentence, at each distance.
  private var boundary: [LabelScores] = []

  init(model: TaggerModel) { self.model = model }

  /// Makes room for the lexemes that came in since the last call.
  mutating func update(_ traits: LexemeTraitsTable) {
    if traits.generation != generation {
      slots.removeAll(keepingCapacity: true)
      numbers.removeAll(keepingCapacity: true)
      rows.removeAll()
      gates.removeAll(keepingCapacity: true)
      generation = traits.generation
    }
    if slots.count < traits.traits.count {
      slots.append(contentsOf: repeatElement(-1, count: traits.traits.count - slots.count))
    }
    if boundary.isEmpty {
      for distance in TaggerFeatures.distances {
        boundary.append(row { TaggerFeatures.lexeme(.boundary, at: distance, traits.classes, into: &$0) })
      }
    }
  }

  /// What the lexemes around a place say together for a closer look.
  @inline(__always)
  mutating func gate(
    around index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable
  ) -> Int {
    var sum = 0
    for distance in TaggerFeatures.distances {
      let place = index + distance
      let row = distance - TaggerFeatures.distances.lowerBound
      if place >= 0 && place < sentence.count {
        sum += Int(gates[slot(of: sentence.lexemes[place], traits) + row])
      } else {
        sum += Int(boundary[row].gate)
      }
    }
    return sum
  }

  /// Adds what the lexemes around a place say.
  @inline(__always)
  mutating func add(
    around index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable, to score: inout LabelScores
  ) {
    for distance in TaggerFeatures.distances {
      let place = index + distance
      let row = distance - TaggerFeatures.distances.lowerBound
      if place >= 0 && place < sentence.count {
        // On a line of its own: making rows must have ended before they are looked at.
        let slot = slot(of: sentence.lexemes[place], traits)
        score += rows[numbers[slot + row]]
      } else {
        score += boundary[row]
      }
    }
  }

  /// What all nouns and verbs of a sentence say together, each base form once.
  mutating func bags(
    of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable
  ) -> (han: LabelScores, other: LabelScores) {
    var han = LabelScores.zero
    var other = LabelScores.zero
    if sentenceNumber == .max {
      seen.removeAll(keepingCapacity: true)
      sentenceNumber = 0
    }
    sentenceNumber += 1
    if seen.count < traits.baseFormCount {
      seen.append(contentsOf: repeatElement(0, count: traits.baseFormCount - seen.count))
    }
    for lexeme in sentence.lexemes where traits.marks[Int(lexeme)].contains(.content) {
      let baseForm = Int(traits.baseForms[Int(lexeme)])
      guard seen[baseForm] != sentenceNumber else { continue }
      seen[baseForm] = sentenceNumber
      let slot = slot(of: lexeme, traits)
      other += rows[numbers[slot + 5]]
      han += rows[numbers[slot + 6]]
    }
    return (han, other)
  }

  @inline(__always)
  private mutating func slot(of lexeme: UInt32, _ traits: LexemeTraitsTable) -> Int {
    let slot = slots[Int(lexeme)]
    return slot >= 0 ? Int(slot) : make(lexeme, traits)
  }

  private mutating func make(_ lexeme: UInt32, _ traits: LexemeTraitsTable) -> Int {
    let slot = numbers.count
    slots[Int(lexeme)] = Int32(slot)
    let trait = traits[lexeme]
    for distance in TaggerFeatures.distances {
      keep(row { TaggerFeatures.lexeme(trait, at: distance, traits.classes, into: &$0) })
    }
    keep(row { TaggerFeatures.bag(trait, isHan: false, into: &$0) })
    keep(row { TaggerFeatures.bag(trait, isHan: true, into: &$0) })
    return slot
  }

  private mutating func keep(_ row: LabelScores) {
    numbers.append(rows.number(of: row))
    gates.append(row.gate)
  }

  private mutating func row(_ features: (inout [UInt32]) -> Void) -> LabelScores {
    keys.removeAll(keepingCapacity: true)
    features(&keys)
    return sums.sum(of: keys, in: model)
  }
}
