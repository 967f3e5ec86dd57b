import Morphology

/// The words of one sentence as composition sees them: roles, phrases found, clauses.
///
/// Scratch: one is used for all sentences of a worker. Indices of words count from the sentence's first morpheme.
struct SentenceWords: ~Copyable {
  /// A phrase that was found.
  struct Phrase {
    var words: Range<Int>
    var entry: Int
    var kind: CueKind
    /// Whether it is a contrast that weighs both sides alike.
    var isBalanced = false
    /// Whether another phrase's judgement has taken it in.
    var isUsed = false
  }

  /// A word.
  private struct Word {
    var role: GrammarRole
    var form: InflectionForm
    var bracket: Bracket = .none
    var clause: UInt16 = 0
    /// The phrase that starts there, or -1.
    var start: Int32 = -1
    /// The phrase that covers it, or -1.
    var cover: Int32 = -1
  }

  private var words: [Word] = []
  /// The phrases in the order of the text; none overlaps another.
  var phrases: [Phrase] = []
  /// For each clause how it ends.
  private(set) var clauseEnds: [GrammarRole] = []
  /// A bit for each role that a word of the sentence has.
  private(set) var roles = RoleSet()

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

  /// The words at which a clause or a bracket may begin or end.
  private var borders: [Int] = []

  /// The number of words.
  private(set) var count = 0

  /// Starts the sentence of the morphemes `range`.
  mutating func begin(_ ids: Span<UInt32>, _ range: Range<Int>, _ records: Span<SentimentLexemes.Record>) {
    phrases.removeAll(keepingCapacity: true)
    clauseEnds.removeAll(keepingCapacity: true)
    count = range.count
    // Out of `self` while the words are lent.
    var borders: [Int] = []
    swap(&borders, &self.borders)
    borders.removeAll(keepingCapacity: true)
    if words.count < count { words = [Word](repeating: Word(role: .other, form: .none), count: count * 2) }
    var found = RoleSet()
    let separators = Self.separators
    var span = words.mutableSpan
    for index in range {
      let record = records[Int(ids[index])]
      span[index - range.lowerBound] = Word(role: record.role, form: record.form)
      found.insert(record.role)
      if separators.contains(record.role) { borders.append(index - range.lowerBound) }
    }
    roles = found
    swap(&borders, &self.borders)
  }

  /// Adds a phrase.
  mutating func append(_ phrase: Phrase) {
    words[phrase.words.lowerBound].start = Int32(phrases.count)
    for word in phrase.words { words[word].cover = Int32(phrases.count) }
    phrases.append(phrase)
  }

  /// The role of the word at `index`; `.stop` outside.
  @inline(__always)
  func role(_ index: Int) -> GrammarRole { index >= 0 && index < count ? words[index].role : .stop }

  /// The inflected form of the word at `index`.
  @inline(__always)
  func form(_ index: Int) -> InflectionForm { words[index].form }

  /// The number of the word's clause, from 0.
  @inline(__always)
  func clause(_ index: Int) -> UInt16 { words[index].clause }

  /// What brackets the word stands in.
  @inline(__always)
  func bracket(_ index: Int) -> Bracket { words[index].bracket }

  /// The phrase that starts at the word.
  @inline(__always)
  func phrase(at word: Int) -> Int? {
    guard word < count, words[word].start >= 0 else { return nil }
    return Int(words[word].start)
  }

  /// The phrase that covers the word.
  @inline(__always)
  func phrase(covering word: Int) -> Int? {
    guard word >= 0, word < count, words[word].cover >= 0 else { return nil }
    return Int(words[word].cover)
  }

  /// Numbers the clauses: they end behind particles that join clauses, before contrasts and at stops. て and a verb's
  /// continuative form end none: what such a chain ends in concerns all of it.
  /// - Complexity: O(1) for a sentence of one clause without brackets, else O(*n*) in words.
  mutating func findClauses() {
    var sorts = false
    for phrase in phrases where phrase.kind.separates {
      borders.append(phrase.words.upperBound - 1)
      sorts = true
    }
    // A phrase's last word may be a border by itself.
    if sorts { borders.sort() }
    var clause: UInt16 = 0
    var (depth, opening, done) = (0, 0, 0)
    var last = -1
    for word in borders where word != last {
      last = word
      mark(done..<word, clause, depth > 0 ? .quotation : .none)
      done = word + 1
      words[word].clause = clause
      let role = words[word].role
      let covering = phrase(covering: word)
      if role == .openBracket, covering == nil {
        if depth == 0 { opening = word }
        depth += 1
      }
      words[word].bracket = depth > 0 ? .quotation : .none
      if role == .closeBracket, covering == nil, depth > 0 {
        depth -= 1
        if depth == 0 { nameBracket(opening..<word) }
      }
      let isWithin = covering.map { phrases[$0].words.upperBound > word + 1 } ?? false
      if !isWithin && depth == 0 { closeClause(role, covering, &clause) }
    }
    mark(done..<count, clause, depth > 0 ? .quotation : .none)
    clauseEnds.append(.stop)
  }

  /// Gives words between borders their clause and bracket; at first they have clause 0 and no bracket.
  private mutating func mark(_ range: Range<Int>, _ clause: UInt16, _ bracket: Bracket) {
    guard clause > 0 || bracket != .none else { return }
    for word in range { (words[word].clause, words[word].bracket) = (clause, bracket) }
  }

  /// Ends the clause behind a word where its role, or the phrase that ends with it, ends one.
  private mutating func closeClause(_ role: GrammarRole, _ covering: Int?, _ clause: inout UInt16) {
    let kind = covering.map { phrases[$0].kind }
    switch role {
    case .concession, .clause, .conditional, .stop, .questionMark:
      // Particles inside of a phrase join no clauses: なければならない.
      if kind != .keep { close(role, &clause) }
    default:
      // 一方 sets two judgements side by side, and takes nothing off the first.
      if kind == .contrast {
        close(covering.map { phrases[$0].isBalanced } ?? false ? .clause : .concession, &clause)
      }
      if kind == .condition { close(.conditional, &clause) }
    }
  }

  /// Tells by what follows what a pair of brackets holds.
  private mutating func nameBracket(_ range: Range<Int>) {
    let next = range.upperBound + 1
    let bracket: Bracket =
      if let phrase = phrase(at: next), phrases[phrase].kind == .handling {
        .name
      } else if role(next) == .quote || role(next) == .quoteAdnominal
        || phrase(at: next).map({ phrases[$0].kind == .report }) ?? false
      {
        .speech
      } else {
        .quotation
      }
    guard bracket != .quotation else { return }
    for word in range { words[word].bracket = bracket }
  }

  /// Whether the sentence breaks off at the end of a clause: …のだが。
  var endsWithClause: Bool {
    var last = count - 1
    while last >= 0, words[last].role == .stop || words[last].role == .symbol || words[last].role == .final {
      last -= 1
    }
    return last >= 0 && words[last].role == .concession
  }

  /// Whether a contrast stands behind the word, and more of the sentence behind that.
  func isConceded(upTo word: Int?) -> Bool {
    guard let word, !endsWithClause else { return false }
    return clauseEnds[Int(words[word].clause)...].contains(.concession)
  }

  /// The roles that end clauses or open brackets.
  private static let separators: RoleSet = [
    .concession, .clause, .conditional, .stop, .questionMark, .openBracket, .closeBracket,
  ]

  private mutating func close(_ role: GrammarRole, _ clause: inout UInt16) {
    clauseEnds.append(role)
    if clause < .max { clause += 1 }
  }
}

/// A set of roles.
struct RoleSet: Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init() {}

  init(arrayLiteral roles: GrammarRole...) {
    for role in roles { insert(role) }
  }

  /// Adds a role.
  @inline(__always)
  mutating func insert(_ role: GrammarRole) { bits |= 1 << UInt64(role.rawValue) }

  /// Whether a role is in the set.
  @inline(__always)
  func contains(_ role: GrammarRole) -> Bool { bits & 1 << UInt64(role.rawValue) != 0 }

  /// Whether no role is in both sets.
  func isDisjoint(with other: RoleSet) -> Bool { bits & other.bits == 0 }
}
