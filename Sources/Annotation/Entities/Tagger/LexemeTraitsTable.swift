import Morphology
import TextCore

/// The traits of the lexemes of one table, each read once.
struct LexemeTraitsTable {
  let classes: WordClasses
  private let gazetteer: Gazetteer
  private(set) var traits: [LexemeTraits] = []
  /// What is asked of every morpheme, a byte for each lexeme: traits are large, and most are never needed.
  private(set) var marks: [LexemeMarks] = []
  /// What is known of the names that begin with each lexeme.
  private(set) var nameStarts: [NameStart] = []
  /// Part of speech of each lexeme.
  private(set) var partsOfSpeech: [UInt8] = []
  /// For what stands outside of a sentence, and then for each lexeme, the number of those of its part of speech and of its
  /// classes; `hasClasses` is set where it has any, and alone where there are too many combinations to number.
  private(set) var groups: [UInt16] = []
  private var groupNumbers: [Group: UInt16] = [:]

  private struct Group: Hashable {
    let partOfSpeech: UInt64
    let classes: UInt64
  }

  static let hasClasses: UInt16 = 0x8000
  /// The most groups that are numbered, so that two numbers fit into 28 bits.
  private static let groupLimit = 1 << 14

  /// The vocabulary's number of each lexeme's base form.
  private(set) var baseForms: [UInt32] = []
  /// The numbers that base forms can have.
  private(set) var baseFormCount = 0
  private(set) var generation = -1

  init(classes: WordClasses, gazetteer: Gazetteer) {
    self.classes = classes
    self.gazetteer = gazetteer
  }

  @inline(__always)
  subscript(lexeme: UInt32) -> LexemeTraits {
    _read { yield traits[Int(lexeme)] }
  }

  private mutating func group(of trait: LexemeTraits) -> UInt16 {
    let mark = trait.classes != 0 ? Self.hasClasses : 0
    let group = Group(partOfSpeech: trait.partOfSpeech, classes: trait.classes)
    if let known = groupNumbers[group] { return known | mark }
    guard groupNumbers.count + 1 < Self.groupLimit else { return Self.hasClasses }
    // From 1 on: 0 with the mark says that there is no number.
    let number = UInt16(groupNumbers.count + 1)
    groupNumbers[group] = number
    return number | mark
  }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      traits.removeAll(keepingCapacity: true)
      marks.removeAll(keepingCapacity: true)
      nameStarts.removeAll(keepingCapacity: true)
      partsOfSpeech.removeAll(keepingCapacity: true)
      baseForms.removeAll(keepingCapacity: true)
      groups.removeAll(keepingCapacity: true)
      groups.append(group(of: .boundary))
      generation = lexemes.generation
    }
    guard traits.count < lexemes.count else { return }
    baseFormCount = lexemes.vocabulary.count
    while traits.count < lexemes.count {
      let trait = LexemeTraits(traits.count, of: lexemes, classes: classes)
      let pool = lexemes.vocabulary.pool.span
      let word = pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[traits.count]))
      partsOfSpeech.append(UInt8(truncatingIfNeeded: trait.partOfSpeech))
      baseForms.append(lexemes.baseForms[traits.count])
      let start = NameStart(word, hash: trait.surface, in: gazetteer)
      marks.append(LexemeMarks(trait, mayBeginName: start.mayBeginName(word.count) && gazetteer.mayBegin(with: word)))
      nameStarts.append(start)
      groups.append(group(of: trait))
      traits.append(trait)
    }
  }
}

/// What decides quickly whether a morpheme may have to do with names.
struct LexemeMarks: OptionSet {
  let rawValue: UInt8

  /// It can be part of a run of nouns.
  static let nominal = LexemeMarks(rawValue: 1)
  /// It makes its run of nouns a likely name, or is of a class that begins or ends names.
  static let likely = LexemeMarks(rawValue: 2)
  /// A name of the gazetteer may begin with it.
  static let beginsName = LexemeMarks(rawValue: 4)
  /// It opens a bracket.
  static let opens = LexemeMarks(rawValue: 8)
  /// It closes one.
  static let closes = LexemeMarks(rawValue: 16)
  /// It is a word of the sentence's bag: a noun or a verb.
  static let content = LexemeMarks(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ trait: LexemeTraits, mayBeginName: Bool) {
    var marks: LexemeMarks = []
    if trait.isNominal { marks.insert(.nominal) }
    if trait.isContent { marks.insert(.content) }
    if trait.isPlausible || trait.isTelling { marks.insert(.likely) }
    // Neither a particle nor another word in hiragana begins a name, unless it is a noun, a verb or unknown.
    let isStart =
      trait.isNominal || trait.isUnknown == 1 || trait.partOfSpeech == UInt64(PartOfSpeech.verb.rawValue)
      || trait.kind != 4
    if mayBeginName && isStart { marks.insert(.beginsName) }
    switch trait.bracket {
    case .none: break
    case .opening: marks.insert(.opens)
    case .closing: marks.insert(.closes)
    }
    self = marks
  }
}
