import Morphology
import TextCore

/// What the stages of sentiment ask about each lexeme, read once: its role, and where it leads in the lexicon's trie.
struct SentimentLexemes: ~Copyable {
  /// One lexeme.
  struct Record {
    /// The node that the surface leads to from the root; 0 for none.
    var surfaceNode: UInt32 = 0
    /// The node that the base form leads to from the root, where it is another word; 0 for none.
    var baseNode: UInt32 = 0
    /// The bits of the first scalars of the surface, of the base form and of the form that it is followed as, to ask
    /// whether a phrase may go on with it.
    var firstBits: UInt64 = 0
    /// The bits of the first scalars that a phrase may go on with which begins here.
    var nextBits: UInt64 = 0
    /// Whether the word is a phrase by itself.
    var isPhrase = false
    /// Whether phrases pass it over: ます and ある before a negation.
    var mayPassOver = false
    /// The number of the surface or base form among the heads of conditions, or 0.
    var head: UInt16 = 0
    /// What it does in the grammar.
    var role: GrammarRole = .other
    /// Its inflected form.
    var form: InflectionForm = .none
    /// Its class.
    var part: PartOfSpeech = .other

    /// Whether the surface begins and ends with katakana.
    var isKatakana = false
    /// Whether the surface is one character of an inflected word, which is no word by itself: 得 of 得た.
    var isStem = false

    /// Whether a phrase of the lexicon may begin here, where `next` is the word behind.
    @inline(__always)
    func mayBegin(before next: Record?) -> Bool {
      if isPhrase { return true }
      guard nextBits != 0, let next else { return false }
      return next.mayPassOver || nextBits & next.firstBits != 0
    }
  }

  private let lexicon: SentimentLexicon
  private(set) var records: [Record] = []
  private var generation = -1

  init(_ lexicon: SentimentLexicon) { self.lexicon = lexicon }

  /// All negations are followed as this word.
  static let negation: [UInt8] = Array("ない".utf8)

  @inline(__always)
  subscript(lexeme: UInt32) -> Record { records[Int(lexeme)] }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      records.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while records.count < lexemes.count { records.append(record(of: records.count, in: lexemes)) }
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

  private func record(of lexeme: Int, in lexemes: borrowing LexemeTable) -> Record {
    var record = Record()
    record.role = GrammarRole(lexeme, in: lexemes)
    record.form = lexemes.forms[lexeme]
    record.part = lexemes.partsOfSpeech[lexeme]
    let pool = lexemes.vocabulary.pool.span
    let surface = pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[lexeme]))
    record.surfaceNode = lexicon.trie.follow(surface, from: 0) ?? 0
    record.firstBits = CueTrie.filterBit(of: surface)
    record.isKatakana = Self.isKatakana(surface)
    record.isStem =
      surface.count <= 3 && lexemes.baseForms[lexeme] != lexemes.surfaces[lexeme]
      && (record.part == .verb || record.part == .dependentVerb || record.part == .adjective)
    record.head = lexicon.heads.id(of: surface).map { UInt16($0 + 1) } ?? 0
    if lexemes.baseForms[lexeme] != lexemes.surfaces[lexeme] {
      let base = pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme]))
      record.baseNode = lexicon.trie.follow(base, from: 0) ?? 0
      record.firstBits |= CueTrie.filterBit(of: base)
      if record.head == 0 { record.head = lexicon.heads.id(of: base).map { UInt16($0 + 1) } ?? 0 }
    }
    if record.role == .negation { record.firstBits |= CueTrie.filterBit(of: Self.negation.span) }
    record.mayPassOver = record.role == .polite || record.role == .existence
    for node in [record.surfaceNode, record.baseNode] where node != 0 {
      record.nextBits |= lexicon.trie.filter(at: node)
      // What lets the word go need not be found.
      if let entry = lexicon.trie.value(at: node), lexicon.entries[entry].kind != .role { record.isPhrase = true }
    }
    return record
  }
}
