import Morphology

/// The words of one sentence as composition sees them: roles, phrases found, clauses.
///
/// Scratch: one is used for all sentences of a worker. Indices of words count from the sentence's first morpheme. The
/// columns lie behind a pointer: the compiler (6.3.1) copies a value that owns memory whole where it is lent out of
/// another one, and the words are lent many times for each sentence.
struct SentenceWords: ~Copyable {
  /// A phrase that was found.
  struct Phrase {
    var words: Range<Int>
    var entry: Int
    var kind: CueKind
    /// Whether another phrase's judgement has taken it in.
    var isUsed = false
    /// How strongly it does what it does.
    var strength: Float

    /// The strength from which a contrast weighs both sides alike.
    private static let balancedContrast: Float = 0.8
    /// Whether it is a contrast that weighs both sides alike.
    var isBalanced: Bool { kind == .contrast && strength >= Self.balancedContrast }
  }

  /// Where a word stands, asked only of sentences that hold phrases; at first all bits are 0.
  struct Place {
    /// The number of the phrase that covers it, plus 1; 0 for none.
    var cover: Int32 = 0
    var clause: UInt16 = 0
    var bracket: Bracket = .none
  }

  /// What a pair of brackets holds.
  enum Bracket: UInt8 {
    case none
    /// Words of others, or a title.
    case quotation
    /// What somebody says or thinks: 「…」と話す.
    case speech
    /// A word as a word: 「…」という語.
    case name
  }

  // SAFETY: made with the value, freed with it, and handed to nobody.
  let columns: UnsafeMutablePointer<Columns>

  init() {
    columns = .allocate(capacity: 1)
    columns.initialize(to: Columns())
  }

  deinit {
    columns.deinitialize(count: 1)
    columns.deallocate()
  }

  /// Starts the sentence of the lexemes `ids`: one look at each, which finds out what kinds of words there are; returns
  /// what was learned of them.
  @inline(__always)
  mutating func begin(
    _ ids: Span<UInt32>, _ lexemes: borrowing SentimentLexemes, _ learned: inout LearnedWords
  ) -> LearnedWords.Sum {
    columns.pointee.begin(ids, lexemes.records, learned)
    lexemes.states.prepare(self, ids)
    return learned.sum(of: columns.pointee.records, ids.count)
  }

  /// Adds a phrase.
  @inline(__always)
  mutating func append(_ phrase: Phrase) { columns.pointee.append(phrase) }

  /// Makes the words ready to be composed; the first phrase does so as well.
  mutating func clearPlaces() { columns.pointee.clearPlaces() }

  /// Marks a phrase as taken in by another one's judgement.
  @inline(__always)
  mutating func use(_ phrase: Int) { columns.pointee.phrases[phrase].isUsed = true }
}

// The columns are owned by one value and never shared.
extension SentenceWords: @unchecked Sendable {}

/// What is asked of the words.
extension SentenceWords {
  /// The number of words.
  @inline(__always)
  var count: Int { columns.pointee.count }

  /// A bit for each role that a word of the sentence has.
  @inline(__always)
  var roles: RoleSet { columns.pointee.roles }

  /// How many words have the role.
  @inline(__always)
  func count(of role: GrammarRole) -> Int { Int(columns.pointee.roleCounts[Int(role.rawValue)]) }

  /// The number of words that a phrase may begin with.
  @inline(__always)
  var openerCount: Int { columns.pointee.openerCount }

  /// A word that a phrase may begin with, by its number among those.
  @inline(__always)
  func opener(_ number: Int) -> Int { Int(columns.pointee.openers[number]) }

  /// What is known of the word at `index`; nothing of the one behind the last.
  @inline(__always)
  func record(_ index: Int) -> SentimentLexemes.Record { columns.pointee.records[index] }

  /// The role of the word at `index`; `.stop` outside.
  @inline(__always)
  func role(_ index: Int) -> GrammarRole { index >= 0 && index < count ? columns.pointee.records[index].role : .stop }

  /// Whether the word at `index` stands in the continuative form.
  @inline(__always)
  func isContinuative(_ index: Int) -> Bool { record(index).marks.contains(.isContinuative) }

  /// The number of phrases.
  @inline(__always)
  var phraseCount: Int { columns.pointee.phrases.count }

  /// A phrase by its number, in the order of the text; none overlaps another.
  @inline(__always)
  func phrase(_ number: Int) -> Phrase { columns.pointee.phrases[number] }

  /// The phrase that covers the word.
  @inline(__always)
  func phrase(covering word: Int) -> Int? {
    guard word >= 0, word < count, columns.pointee.places[word].cover > 0 else { return nil }
    return Int(columns.pointee.places[word].cover) &- 1
  }

  /// The phrase that starts at the word.
  @inline(__always)
  func phrase(at word: Int) -> Int? {
    guard let number = phrase(covering: word), phrase(number).words.lowerBound == word else { return nil }
    return number
  }

  /// Whether the sentence begins with a word that sets it against the one before.
  @inline(__always)
  var beginsWithContrast: Bool {
    phraseCount > 0 && phrase(0).words.lowerBound == 0 && phrase(0).kind == .contrast
  }
}
