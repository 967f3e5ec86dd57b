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
    /// Its inflected form.
    var form: InflectionForm = .none
    /// The number of the word in the model; `LearnedWords.none` for a word that it does not hold.
    var learned = LearnedWords.none
    /// The bits of the first scalars of surface and base form in a filter of the trie.
    var surfaceBit: UInt8 = 0
    var baseBit: UInt8 = 0
    var marks: Marks = []

    /// The bits of the first scalars of the surface, of the base form and of the form that it is followed as, to ask
    /// whether a phrase may go on with it.
    @inline(__always)
    var firstBits: UInt64 {
      1 &<< UInt64(surfaceBit) | 1 &<< UInt64(baseBit) | (role == .negation ? SentimentLexemes.negationBit : 0)
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
    /// A phrase may begin with it.
    static let opens: Marks = [.isPhrase, .mayGoOn]
  }

  /// What is asked of a word that begins a phrase.
  struct Reading {
    /// The node that the surface leads to from the root; 0 for none.
    var surfaceNode: UInt32 = 0
    /// The node that the base form leads to from the root, where it is another word; 0 for none.
    var baseNode: UInt32 = 0
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
  private var generation = -1
  /// Where lexemes lead from nodes of the trie; a newer step takes the place of an older one.
  private var steps = ScratchColumn(repeating: Step(), count: stepSlots)
  private static let stepSlots = 1 << 12

  /// Pairs of words of which the second goes on no phrase that begins with the first; a newer one takes the place of an
  /// older one, and 0 is free.
  private var closedPairs = ScratchColumn<UInt64>(repeating: 0, count: pairSlots)
  private static let pairSlots = 1 << 13

  /// Where a lexeme leads from a node: as its surface, as its base form, as ない; 0 for nowhere.
  struct Step {
    /// Node and lexeme; 0 is free.
    var key: UInt64 = 0
    var nodes = Nodes()
  }

  /// The nodes that the ways to read a word lead to.
  struct Nodes {
    var surface: UInt32 = 0
    var base: UInt32 = 0
    var negation: UInt32 = 0
  }

  init(_ lexicon: SentimentLexicon) { self.lexicon = lexicon }

  /// All negations are followed as this word.
  static let negation: [UInt8] = Array("ない".utf8)
  /// The bit of な, with which it begins.
  static let negationBit = CueTrie.bit(0x306A)

  /// What is asked of a word that may begin a phrase.
  @inline(__always)
  func reading(_ lexeme: UInt32) -> Reading { readings[Int(lexeme)] }

  /// Where `lexeme` leads from `node`.
  @inline(__always)
  mutating func follow(_ lexeme: UInt32, from node: UInt32, in lexemes: borrowing LexemeTable) -> Nodes {
    let key = UInt64(node) << 32 | UInt64(lexeme) + 1
    // Fibonacci hashing (Knuth, vol. 3, 6.4).
    let slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & (Self.stepSlots - 1)
    if steps[slot].key == key { return steps[slot].nodes }
    let nodes = find(lexeme, from: node, in: lexemes)
    steps[slot] = Step(key: key, nodes: nodes)
    return nodes
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32) -> (key: UInt64, slot: Int) {
    let key = UInt64(first) << 32 | UInt64(second) + 1
    return (key, Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & (pairSlots - 1))
  }

  /// Whether it is known that `second` goes on no phrase that begins with `first`.
  @inline(__always)
  func isClosed(_ first: UInt32, _ second: UInt32) -> Bool {
    let pair = Self.pair(first, second)
    return closedPairs[pair.slot] == pair.key
  }

  /// Keeps that `second` goes on no phrase that begins with `first`.
  @inline(__always)
  mutating func close(_ first: UInt32, _ second: UInt32) {
    let pair = Self.pair(first, second)
    closedPairs[pair.slot] = pair.key
  }

  private func find(_ lexeme: UInt32, from node: UInt32, in lexemes: borrowing LexemeTable) -> Nodes {
    let pool = lexemes.vocabulary.pool.span
    let (surface, base) = (lexemes.surfaces[Int(lexeme)], lexemes.baseForms[Int(lexeme)])
    var nodes = Nodes()
    nodes.surface = lexicon.trie.follow(pool.extracting(lexemes.vocabulary.range(of: surface)), from: node)
    if base != surface {
      nodes.base = lexicon.trie.follow(pool.extracting(lexemes.vocabulary.range(of: base)), from: node)
    }
    if records[Int(lexeme)].role == .negation {
      nodes.negation = lexicon.trie.follow(Self.negation.span, from: node)
    }
    return nodes
  }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable, _ learned: borrowing LearnedWords) {
    if lexemes.generation != generation {
      records.removeAll()
      readings.removeAll()
      steps.fill(Step())
      closedPairs.fill(0)
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
    record.form = lexemes.forms[lexeme]
    let part = lexemes.partsOfSpeech[lexeme]
    let pool = lexemes.vocabulary.pool.span
    let surface = pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[lexeme]))
    let inflects = lexemes.baseForms[lexeme] != lexemes.surfaces[lexeme]
    reading.surfaceNode = lexicon.trie.follow(surface, from: 0)
    record.surfaceBit = CueTrie.filterBit(of: surface)
    record.baseBit = record.surfaceBit
    if Self.isKatakana(surface) { record.marks.insert(.isKatakana) }
    reading.head = lexicon.head(at: reading.surfaceNode)
    if inflects {
      let base = pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme]))
      reading.baseNode = lexicon.trie.follow(base, from: 0)
      record.baseBit = CueTrie.filterBit(of: base)
      if reading.head == 0 { reading.head = lexicon.head(at: reading.baseNode) }
      record.learned = learned.number(of: base)
    } else {
      record.learned = learned.number(of: surface)
    }
    if record.role == .topic, surface.isEqual(to: "も") { record.marks.insert(.isAlso) }
    if record.role == .polite || record.role == .existence { record.marks.insert(.mayPassOver) }
    if reading.surfaceNode != 0 { note(reading.surfaceNode, &record) }
    if reading.baseNode != 0 { note(reading.baseNode, &record) }
    // One character of an inflected word is no word by itself: 得 of 得た.
    let isStem = surface.count <= 3 && inflects && (part == .verb || part == .dependentVerb || part == .adjective)
    let (asSurface, asBase) = (
      isStem || !lexicon.isPhrase(reading.surfaceNode) ? 0 : reading.surfaceNode,
      lexicon.isPhrase(reading.baseNode) ? reading.baseNode : 0
    )
    reading.asNoun = asSurface != 0 ? asSurface : asBase
    reading.asVerb = asBase != 0 ? asBase : asSurface
    records.append(record)
    readings.append(reading)
  }

  /// Notes that a node of the trie is reached by a word alone.
  private func note(_ node: UInt32, _ record: inout Record) {
    record.nextBits |= lexicon.trie.filter(at: node)
    if record.nextBits != 0 { record.marks.insert(.mayGoOn) }
    // What lets the word go need not be found.
    let rows = lexicon.rows(at: node)
    if !rows.isEmpty, lexicon.entries[Int(lexicon.listed[rows.lowerBound])].kind != .role {
      record.marks.insert(.isPhrase)
    }
  }
}
