import Morphology
import TextCore

/// What the stages of sentiment ask about each lexeme, read once: its role, and where it leads in the lexicon's trie.
struct SentimentLexemes: ~Copyable {
  /// What is asked of every word of a text, in 32 bytes, which are copied as two vectors.
  struct Record {
    /// The bits of the first scalars that a phrase may go on with which begins with the word.
    var nextBits: UInt64 = 0
    /// The bits of the first scalars of the surface, of the base form and of the form that it is followed as; all bits of
    /// a word that phrases pass over. A phrase may go on with the word where one of them is among the bits before it.
    var firstBits: UInt64 = 0
    /// The state of a phrase that begins with it: with the base form, where that is another word, or with the surface.
    var state: UInt32 = 0
    /// What the word says by itself as a noun, of which the surface goes first.
    var asNoun = SentimentLexicon.Ending.none
    /// The same as a verb, of which the base form goes first.
    var asVerb = SentimentLexicon.Ending.none
    /// The number of the word in the model; `LearnedWords.none` for a word that it does not hold.
    var learned = LearnedWords.none
    /// What it does in the grammar.
    var role: GrammarRole = .other
    var marks: Marks = []

    init() {}
  }

  /// What a word may have to do with phrases.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// It is a phrase by itself.
    static let isPhrase = Marks(rawValue: 1 << 0)
    /// Phrases pass it over: ます and ある before a negation.
    static let mayPassOver = Marks(rawValue: 1 << 1)
    /// It is written in katakana.
    static let isKatakana = Marks(rawValue: 1 << 2)
    /// も: what stands before it is so as well.
    static let isAlso = Marks(rawValue: 1 << 3)
    /// It stands in the continuative form.
    static let isContinuative = Marks(rawValue: 1 << 4)
    /// It stands in the conditional form.
    static let isConditional = Marks(rawValue: 1 << 5)
    /// Conditions ask for it.
    static let isHead = Marks(rawValue: 1 << 6)
  }

  /// More lexemes than most archives have: columns that grow are copied, and take their memory twice.
  static let usualCount = 1 << 15

  private let lexicon: SentimentLexicon
  private let grammarWords = GrammarWords()
  private(set) var records = ScratchColumn(repeating: Record(), count: 0, capacity: usualCount)
  /// For each lexeme the number of its surface or base form among the heads of conditions, or 0.
  private(set) var heads = ScratchColumn<UInt16>(repeating: 0, count: 0, capacity: usualCount)
  /// Where words lead in the lexicon's trie.
  var states: PhraseStates
  private var generation = -1

  init(_ lexicon: SentimentLexicon) {
    self.lexicon = lexicon
    states = PhraseStates(lexicon)
  }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable, _ learned: borrowing LearnedWords) {
    if lexemes.generation != generation {
      records.removeAll()
      heads.removeAll()
      states.removeAll()
      generation = lexemes.generation
    }
    while records.count < lexemes.count { read(records.count, in: lexemes, learned) }
  }

  private static func isKatakana(_ word: Span<UInt8>) -> Bool {
    var place = 0
    while place < word.count {
      let scalar = UTF8Scan.scalar(at: place, in: word)
      guard scalar.value >= 0x30A1, scalar.value <= 0x30FC else { return false }
      place += scalar.length
    }
    return word.count > 0
  }

  private mutating func read(_ lexeme: Int, in lexemes: borrowing LexemeTable, _ learned: borrowing LearnedWords) {
    var record = Record()
    record.role = GrammarRole(lexeme, in: lexemes, grammarWords)
    switch lexemes.forms[lexeme] {
    case .continuative: record.marks.insert(.isContinuative)
    case .conditional: record.marks.insert(.isConditional)
    default: break
    }
    let part = lexemes.partsOfSpeech[lexeme]
    let pool = lexemes.vocabulary.pool.span
    let surface = pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[lexeme]))
    let inflects = lexemes.baseForms[lexeme] != lexemes.surfaces[lexeme]
    let surfaceNode = lexicon.trie.follow(surface, from: 0)
    var baseNode: UInt32 = 0
    var beginning = PhraseStates.Beginning(surface: CueTrie.firstScalar(of: surface), base: 0)
    record.firstBits = CueTrie.bit(beginning.surface) | (record.role == .negation ? PhraseStates.negationBit : 0)
    if Self.isKatakana(surface) { record.marks.insert(.isKatakana) }
    var head = lexicon.head(at: surfaceNode)
    if inflects {
      let base = pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme]))
      baseNode = lexicon.trie.follow(base, from: 0)
      beginning.base = CueTrie.firstScalar(of: base)
      record.firstBits |= CueTrie.bit(beginning.base)
      if head == 0 { head = lexicon.head(at: baseNode) }
      record.learned = learned.number(of: base)
    } else {
      record.learned = learned.number(of: surface)
    }
    if head != 0 { record.marks.insert(.isHead) }
    if record.role == .topic, surface.isEqual(to: "も") { record.marks.insert(.isAlso) }
    if record.role == .polite || record.role == .existence {
      record.marks.insert(.mayPassOver)
      record.firstBits = .max
    }
    if surfaceNode != 0 { Self.note(surfaceNode, lexicon, &record) }
    if baseNode != 0 { Self.note(baseNode, lexicon, &record) }
    record.state = baseNode == 0 ? surfaceNode : states.state(baseNode, surfaceNode)
    // One character of an inflected word is no word by itself: 得 of 得た.
    let isStem = surface.count <= 3 && inflects && (part == .verb || part == .dependentVerb || part == .adjective)
    let asSurface = isStem ? .none : lexicon.ending(at: surfaceNode)
    let asBase = lexicon.ending(at: baseNode)
    record.asNoun = asSurface != .none ? asSurface : asBase
    record.asVerb = asBase != .none ? asBase : asSurface
    records.append(record)
    heads.append(head)
    states.append(beginning)
  }

  /// Notes that a node of the trie is reached by a word alone.
  private static func note(_ node: UInt32, _ lexicon: SentimentLexicon, _ record: inout Record) {
    record.nextBits |= lexicon.trie.filter(at: node)
    // What lets the word go need not be found.
    let rows = lexicon.rows(at: node)
    if !rows.isEmpty, lexicon.entries[Int(lexicon.listed[rows.lowerBound])].kind != .role {
      record.marks.insert(.isPhrase)
    }
  }
}
