import Morphology
import TextCore

/// What the stages of sentiment ask about each lexeme, read once: its role, and where it leads in the lexicon's trie.
struct SentimentLexemes: ~Copyable {
  /// What is asked of every word of a text: small, so that the records of common words stay in the processor's cache.
  struct Record {
    /// The bits of the first scalars that a phrase may go on with which begins here.
    var nextBits: UInt64 = 0
    /// The bits of the first scalars of the surface, of the base form and of the form that it is followed as, to
    /// ask whether a phrase may go on with it.
    var firstBits: UInt64 = 0
    /// What it does in the grammar.
    var role: GrammarRole = .other
    /// Its inflected form.
    var form: InflectionForm = .none
    /// The number of the word in the model; `LearnedWords.none` for a word that it does not hold.
    var learned = LearnedWords.none
    /// Whether the word is a phrase by itself.
    var isPhrase = false
    /// Whether phrases pass it over: ます and ある before a negation.
    var mayPassOver = false
  }

  /// What is asked of a word that may begin a phrase.
  struct Reading {
    /// The node that the surface leads to from the root; 0 for none.
    var surfaceNode: UInt32 = 0
    /// The node that the base form leads to from the root, where it is another word; 0 for none.
    var baseNode: UInt32 = 0
    /// The number of the surface or base form among the heads of conditions, or 0.
    var head: UInt16 = 0
    /// Whether the surface is katakana.
    var isKatakana = false
    /// Whether the surface is one character of an inflected word, which is no word by itself: 得 of 得た.
    var isStem = false
  }

  private let lexicon: SentimentLexicon
  private let grammarWords = GrammarWords()
  private(set) var records: [Record] = []
  private(set) var readings: [Reading] = []
  private var generation = -1
  /// Where lexemes lead from nodes of the trie; a newer step takes the place of an older one.
  private var steps = [Step](repeating: Step(), count: stepSlots)
  private static let stepSlots = 1 << 13

  /// Pairs of words of which the second goes on no phrase that begins with the first; a newer one takes the place of an
  /// older one, and 0 is free.
  private var closedPairs = [UInt64](repeating: 0, count: pairSlots)
  private static let pairSlots = 1 << 13

  /// Where a lexeme leads from a node: as its surface, as its base form, as ない; 0 for nowhere.
  private struct Step {
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

  @inline(__always)
  subscript(lexeme: UInt32) -> Record { records[Int(lexeme)] }

  /// What is asked of a word that may begin a phrase.
  @inline(__always)
  func reading(_ lexeme: UInt32) -> Reading { readings[Int(lexeme)] }

  /// The node of the phrase that the word is by itself; as a noun the surface goes first, as a verb the base form.
  func phrase(_ lexeme: UInt32, asNoun isNoun: Bool) -> UInt32? {
    let reading = readings[Int(lexeme)]
    let surface = reading.isStem || lexicon.first(at: reading.surfaceNode) == nil ? 0 : reading.surfaceNode
    let base = lexicon.first(at: reading.baseNode) == nil ? 0 : reading.baseNode
    let node = isNoun ? (surface != 0 ? surface : base) : (base != 0 ? base : surface)
    return node == 0 ? nil : node
  }

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
    nodes.surface = lexicon.trie.follow(pool.extracting(lexemes.vocabulary.range(of: surface)), from: node) ?? 0
    if base != surface {
      nodes.base = lexicon.trie.follow(pool.extracting(lexemes.vocabulary.range(of: base)), from: node) ?? 0
    }
    if records[Int(lexeme)].role == .negation {
      nodes.negation = lexicon.trie.follow(Self.negation.span, from: node) ?? 0
    }
    return nodes
  }

  /// Reads the lexemes that came in since the last call; returns whether their numbers were given anew.
  mutating func update(_ lexemes: borrowing LexemeTable, _ learned: borrowing LearnedWords) -> Bool {
    let isNew = lexemes.generation != generation
    if isNew {
      records.removeAll(keepingCapacity: true)
      readings.removeAll(keepingCapacity: true)
      for slot in steps.indices { steps[slot] = Step() }
      for slot in closedPairs.indices { closedPairs[slot] = 0 }
      generation = lexemes.generation
    }
    while records.count < lexemes.count {
      read(records.count, in: lexemes)
      let lexeme = records.count - 1
      records[lexeme].learned = learned.number(of: lexemes.baseForms[lexeme], in: lexemes)
    }
    return isNew
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

  private mutating func read(_ lexeme: Int, in lexemes: borrowing LexemeTable) {
    var record = Record()
    var reading = Reading()
    record.role = GrammarRole(lexeme, in: lexemes, grammarWords)
    record.form = lexemes.forms[lexeme]
    let part = lexemes.partsOfSpeech[lexeme]
    let pool = lexemes.vocabulary.pool.span
    let surface = pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[lexeme]))
    let inflects = lexemes.baseForms[lexeme] != lexemes.surfaces[lexeme]
    reading.surfaceNode = lexicon.trie.follow(surface, from: 0) ?? 0
    var bits = CueTrie.filterBit(of: surface)
    reading.isKatakana = Self.isKatakana(surface)
    reading.isStem = surface.count <= 3 && inflects && (part == .verb || part == .dependentVerb || part == .adjective)
    reading.head = lexicon.trie.head(at: reading.surfaceNode)
    if inflects {
      let base = pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme]))
      reading.baseNode = lexicon.trie.follow(base, from: 0) ?? 0
      bits |= CueTrie.filterBit(of: base)
      if reading.head == 0 { reading.head = lexicon.trie.head(at: reading.baseNode) }
    }
    if record.role == .negation { bits |= CueTrie.filterBit(of: Self.negation.span) }
    record.firstBits = bits
    record.mayPassOver = record.role == .polite || record.role == .existence
    for node in [reading.surfaceNode, reading.baseNode] where node != 0 {
      record.nextBits |= lexicon.trie.filter(at: node)
      // What lets the word go need not be found.
      if let entry = lexicon.trie.value(at: node), lexicon.entries[entry].kind != .role { record.isPhrase = true }
    }
    records.append(record)
    readings.append(reading)
  }
}
