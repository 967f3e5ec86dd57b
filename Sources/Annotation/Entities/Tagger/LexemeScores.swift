import Morphology

/// What each lexeme says for the labels in each of its roles, summed once.
///
/// Rows are made when they are first needed: most lexemes of an archive never stand beside a name. Of rare words the
/// model knows no more than their class and their letters, so many rows are like one that is there already, and each is
/// kept once.
struct LexemeScores: ~Copyable {
  /// How a lexeme stands to the morpheme to label. Distances come first, in their order.
  enum Role: Int {
    case twoBefore, before, here, after, twoAfter
    /// In the sentence's bag, for a morpheme that ends in a kanji, and for another.
    case hanBag, bag
    /// The last of the morpheme's run of nouns: the morpheme itself, or one behind it.
    case ends, endsLater
    /// The first of the run: the morpheme itself, or one before it.
    case starts, startsEarlier
    /// Behind the run, at a distance of 0 to `TaggerFeatures.farthest` morphemes.
    case behindRun, behindRun1, behindRun2, behindRun3, behindRun4
    /// Before the run, at a distance of 0 to `TaggerFeatures.farthestBack` morphemes.
    case beforeRun, beforeRun1, beforeRun2, beforeRun3
    /// Behind and before a morpheme of which neither gazetteer nor values say anything.
    case behindUntagged, beforeUntagged

    static let count = 22
    static let distances = 5
  }

  private let model: TaggerModel
  /// For each lexeme and role the number of its row, + 1; 0 for those that were not needed yet.
  private var slots: [UInt32] = []
  private var rows = DistinctScores()
  /// What each lexeme says for a closer look at each distance, apart: that is asked of many more morphemes.
  private var gates: [Int16] = []
  private var isGated: [Bool] = []
  private var generation = -1
  private var keys: [UInt32] = []
  private var sums = LabelSums()
  /// For each base form the last sentence in which it was counted.
  private var seen: [UInt32] = []
  /// The number of the sentence that is counted.
  private var sentenceNumber: UInt32 = 0
  /// What parts of speech say outside of brackets, and where neither gazetteer nor values say anything.
  private var unbracketed: [LabelScores] = []
  private var untagged: [LabelScores] = []

  /// The number of what stands outside of the sentence; lexemes count from 1.
  private static let boundary = 0

  init(model: TaggerModel) { self.model = model }

  /// Makes room for the lexemes that came in since the last call.
  mutating func update(_ traits: LexemeTraitsTable) {
    if traits.generation != generation {
      slots.removeAll(keepingCapacity: true)
      rows.removeAll()
      gates.removeAll(keepingCapacity: true)
      isGated.removeAll(keepingCapacity: true)
      generation = traits.generation
    }
    let missing = traits.traits.count + 1 - isGated.count
    if missing > 0 {
      slots.append(contentsOf: repeatElement(0, count: missing * Role.count))
      gates.append(contentsOf: repeatElement(0, count: missing * Role.distances))
      isGated.append(contentsOf: repeatElement(false, count: missing))
    }
    if unbracketed.isEmpty {
      for part in PartOfSpeech.allCases {
        unbracketed.append(row { TaggerFeatures.outsideBrackets(UInt64(part.rawValue), into: &$0) })
        untagged.append(row { TaggerFeatures.untagged(UInt64(part.rawValue), into: &$0) })
      }
    }
  }

  /// What the lexemes around a place say together for a closer look.
  @inline(__always)
  mutating func gate(around index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable) -> Int {
    var sum = 0
    for distance in TaggerFeatures.distances {
      let number = Self.number(index + distance, sentence)
      if !isGated[number] { makeGate(number, traits) }
      sum += Int(gates[number * Role.distances + distance - TaggerFeatures.distances.lowerBound])
    }
    return sum
  }

  /// Adds what the lexemes around a place say.
  @inline(__always)
  mutating func add(
    around index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable, to score: inout LabelScores
  ) {
    for distance in TaggerFeatures.distances {
      let role = distance - TaggerFeatures.distances.lowerBound
      score += row(Self.number(index + distance, sentence), role, traits)
    }
  }

  /// Adds what single lexemes say in the roles that they have for a place.
  mutating func addRoles(
    _ index: Int, of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable, to score: inout LabelScores
  ) {
    let (start, end) = (sentence.runStarts[index], sentence.runEnds[index])
    let part = Int(traits[sentence.lexemes[index]].partOfSpeech)
    let ends: Role = end > index ? .endsLater : .ends
    let starts: Role = start < index ? .startsEarlier : .starts
    score += row(Self.number(end, sentence), ends.rawValue, traits)
    score += row(Self.number(start, sentence), starts.rawValue, traits)
    let behind = Role.behindRun.rawValue + min(end - index, TaggerFeatures.farthest)
    score += row(Self.number(end + 1, sentence), behind, traits)
    let before = Role.beforeRun.rawValue + min(index - start, TaggerFeatures.farthestBack)
    score += row(Self.number(start - 1, sentence), before, traits)
    if sentence.bracket(at: index) == 0 { score += unbracketed[part] }
    guard sentence.tags(at: index).isEmpty else { return }
    score += untagged[part]
    score += row(Self.number(index + 1, sentence), Role.behindUntagged.rawValue, traits)
    score += row(Self.number(index - 1, sentence), Role.beforeUntagged.rawValue, traits)
  }

  /// What all nouns and verbs of a sentence say together, each base form once.
  mutating func bag(
    of sentence: borrowing TaggerSentence, isHan: Bool, _ traits: LexemeTraitsTable
  ) -> LabelScores {
    var sum = LabelScores.zero
    if sentenceNumber == .max {
      seen.removeAll(keepingCapacity: true)
      sentenceNumber = 0
    }
    sentenceNumber += 1
    if seen.count < traits.baseFormCount {
      seen.append(contentsOf: repeatElement(0, count: traits.baseFormCount - seen.count))
    }
    let role: Role = isHan ? .hanBag : .bag
    for lexeme in sentence.lexemes where traits.marks[Int(lexeme)].contains(.content) {
      let baseForm = Int(traits.baseForms[Int(lexeme)])
      guard seen[baseForm] != sentenceNumber else { continue }
      seen[baseForm] = sentenceNumber
      sum += row(Int(lexeme) + 1, role.rawValue, traits)
    }
    return sum
  }

  @inline(__always)
  private static func number(_ place: Int, _ sentence: borrowing TaggerSentence) -> Int {
    place >= 0 && place < sentence.count ? Int(sentence.lexemes[place]) + 1 : boundary
  }

  @inline(__always)
  private mutating func row(_ number: Int, _ role: Int, _ traits: LexemeTraitsTable) -> LabelScores {
    let slot = slots[number * Role.count + role]
    // On a line of its own: making a row must have ended before rows are looked at.
    let place = slot > 0 ? slot - 1 : make(number, role, traits)
    return rows[place]
  }

  private mutating func make(_ number: Int, _ role: Int, _ traits: LexemeTraitsTable) -> UInt32 {
    let trait = number == Self.boundary ? .boundary : traits.traits[number - 1]
    let classes = traits.classes
    let made = row { keys in
      switch Role(rawValue: role) {
      case .hanBag: TaggerFeatures.bag(trait, isHan: true, into: &keys)
      case .bag: TaggerFeatures.bag(trait, isHan: false, into: &keys)
      case .ends: TaggerFeatures.runEnd(trait, isBefore: false, classes, into: &keys)
      case .endsLater: TaggerFeatures.runEnd(trait, isBefore: true, classes, into: &keys)
      case .starts: TaggerFeatures.runStart(trait, isBehind: false, into: &keys)
      case .startsEarlier: TaggerFeatures.runStart(trait, isBehind: true, into: &keys)
      case .behindRun, .behindRun1, .behindRun2, .behindRun3, .behindRun4:
        TaggerFeatures.behindRun(trait, distance: role - Role.behindRun.rawValue, into: &keys)
      case .beforeRun, .beforeRun1, .beforeRun2, .beforeRun3:
        TaggerFeatures.beforeRun(trait, distance: role - Role.beforeRun.rawValue, into: &keys)
      case .behindUntagged: TaggerFeatures.behindTagged(trait, TaggerFeatures.untagged, classes, into: &keys)
      case .beforeUntagged: TaggerFeatures.beforeTagged(trait, TaggerFeatures.untagged, classes, into: &keys)
      case .twoBefore, .before, .here, .after, .twoAfter, nil:
        TaggerFeatures.lexeme(trait, at: role + TaggerFeatures.distances.lowerBound, classes, into: &keys)
      }
    }
    let row = rows.number(of: made)
    slots[number * Role.count + role] = row + 1
    return row
  }

  private mutating func makeGate(_ number: Int, _ traits: LexemeTraitsTable) {
    let trait = number == Self.boundary ? .boundary : traits.traits[number - 1]
    for role in 0..<Role.distances {
      let distance = role + TaggerFeatures.distances.lowerBound
      gates[number * Role.distances + role] =
        row { TaggerFeatures.gate(trait, at: distance, traits.classes, into: &$0) }.gate
    }
    isGated[number] = true
  }

  private mutating func row(_ features: (inout [UInt32]) -> Void) -> LabelScores {
    keys.removeAll(keepingCapacity: true)
    features(&keys)
    return sums.sum(of: keys, in: model)
  }
}
