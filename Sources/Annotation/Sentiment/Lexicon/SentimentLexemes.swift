import Morphology
import TextCore

/// What the stages of sentiment ask about each lexeme, read once: its role, and where it leads in the lexicon's trie.
struct SentimentLexemes: ~Copyable {
  /// What is asked of every word of a text, in sixteen bytes: the records of common words stay in the processor's cache.
  struct Record {
    /// The bits of the first scalars that a phrase may go on with which begins with the word.
    var nextBits: UInt64 = 0
    /// What it does in the grammar.
    var role: GrammarRole = .other
    var marks: Marks = []
    /// The bits of the first scalars of surface and base form in a filter of the trie.
    var surfaceBit: UInt8 = 0
    var baseBit: UInt8 = 0
    /// The number of the word in the model; `LearnedWords.none` for a word that it does not hold.
    var learned = LearnedWords.none
    /// Fills the place up, so that a record is copied as one vector.
    private var spare: UInt16 = 0

    init() {}

    /// The bits of the first scalars of the surface, of the base form and of the form that it is followed as, to ask
    /// whether a phrase may go on with it.
    @inline(__always)
    var firstBits: UInt64 {
      1 &<< UInt64(surfaceBit) | 1 &<< UInt64(baseBit) | (role == .negation ? PhraseStates.negationBit : 0)
    }
  }

  /// What a word may have to do with phrases.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// It is a phrase by itself.
    static let isPhrase = Marks(rawValue: 1 << 0)
    /// A phrase of several words may begin with it.
    static let mayGoOn = Marks(rawValue: 1 << 1)
    /// Phrases pass it over: ます and ある before a negation.
    static let mayPassOver = Marks(rawValue: 1 << 2)
    /// It is written in katakana.
    static let isKatakana = Marks(rawValue: 1 << 3)
    /// も: what stands before it is so as well.
    static let isAlso = Marks(rawValue: 1 << 4)
    /// It stands in the continuative form.
    static let isContinuative = Marks(rawValue: 1 << 5)
    /// It stands in the conditional form.
    static let isConditional = Marks(rawValue: 1 << 6)
    /// Conditions ask for it.
    static let isHead = Marks(rawValue: 1 << 7)
    /// A phrase may begin with it.
    static let opens: Marks = [.isPhrase, .mayGoOn]
  }

  /// What is asked of a word that begins a phrase.
  struct Reading {
    /// The state of a phrase that begins with it: with the base form, where that is another word, or with the surface.
    var state: UInt32 = 0
    /// The node of the phrase that the word is by itself as a noun, of which the surface goes first; 0 for none.
    var asNoun: UInt32 = 0
    /// The same as a verb, of which the base form goes first.
    var asVerb: UInt32 = 0
    /// The number of the surface or base form among the heads of conditions, or 0.
    var head: UInt16 = 0
  }

  private let lexicon: SentimentLexicon
  private let grammarWords = GrammarWords()
  private(set) var records = ScratchColumn(repeating: Record(), count: 0)
  private(set) var readings = ScratchColumn(repeating: Reading(), count: 0)
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
      readings.removeAll()
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
    var reading = Reading()
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
    record.surfaceBit = CueTrie.filterBit(of: surface)
    record.baseBit = record.surfaceBit
    if Self.isKatakana(surface) { record.marks.insert(.isKatakana) }
    reading.head = lexicon.head(at: surfaceNode)
    if inflects {
      let base = pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme]))
      baseNode = lexicon.trie.follow(base, from: 0)
      record.baseBit = CueTrie.filterBit(of: base)
      if reading.head == 0 { reading.head = lexicon.head(at: baseNode) }
      record.learned = learned.number(of: base)
    } else {
      record.learned = learned.number(of: surface)
    }
    if reading.head != 0 { record.marks.insert(.isHead) }
    if record.role == .topic, surface.isEqual(to: "も") { record.marks.insert(.isAlso) }
    if record.role == .polite || record.role == .existence { record.marks.insert(.mayPassOver) }
    if surfaceNode != 0 { Self.note(surfaceNode, lexicon, &record) }
    if baseNode != 0 { Self.note(baseNode, lexicon, &record) }
    reading.state = baseNode == 0 ? surfaceNode : states.state(baseNode, surfaceNode)
    // One character of an inflected word is no word by itself: 得 of 得た.
    let isStem = surface.count <= 3 && inflects && (part == .verb || part == .dependentVerb || part == .adjective)
    let asSurface = isStem || !lexicon.isPhrase(surfaceNode) ? 0 : surfaceNode
    let asBase = lexicon.isPhrase(baseNode) ? baseNode : 0
    reading.asNoun = asSurface != 0 ? asSurface : asBase
    reading.asVerb = asBase != 0 ? asBase : asSurface
    records.append(record)
    readings.append(reading)
  }

  /// Notes that a node of the trie is reached by a word alone.
  private static func note(_ node: UInt32, _ lexicon: SentimentLexicon, _ record: inout Record) {
    record.nextBits |= lexicon.trie.filter(at: node)
    if record.nextBits != 0 { record.marks.insert(.mayGoOn) }
    // What lets the word go need not be found.
    let rows = lexicon.rows(at: node)
    if !rows.isEmpty, lexicon.entries[Int(lexicon.listed[rows.lowerBound])].kind != .role {
      record.marks.insert(.isPhrase)
    }
  }
}
