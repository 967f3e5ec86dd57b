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

  /// The number of words.
  private(set) var count = 0

  /// Starts the sentence of the morphemes `range`.
  mutating func begin(_ ids: Span<UInt32>, _ range: Range<Int>, _ records: Span<SentimentLexemes.Record>) {
    phrases.removeAll(keepingCapacity: true)
    clauseEnds.removeAll(keepingCapacity: true)
    count = range.count
    if words.count < count { words = [Word](repeating: Word(role: .other, form: .none), count: count * 2) }
    var found = RoleSet()
    var span = words.mutableSpan
    for index in range {
      let record = records[Int(ids[index])]
      span[index - range.lowerBound] = Word(role: record.role, form: record.form)
      found.insert(record.role)
    }
    roles = found
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
  mutating func findClauses() {
    // Most sentences have one clause and no brackets.
    guard !roles.isDisjoint(with: Self.separators) || phrases.contains(where: { $0.kind.separates }) else {
      clauseEnds.append(.stop)
      return
    }
    var clause: UInt16 = 0
    var depth = 0
    var opening = 0
    for word in 0..<count {
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
      let kind = covering.map { phrases[$0].kind }
      switch role {
      case .concession, .clause, .conditional, .stop, .questionMark:
        // Particles inside of a phrase join no clauses: なければならない.
        if !isWithin && kind != .keep && depth == 0 { close(role, &clause) }
      default:
        // 一方 sets two judgements side by side, and takes nothing off the first.
        if kind == .contrast && !isWithin && depth == 0 {
          close(covering.map { phrases[$0].isBalanced } ?? false ? .clause : .concession, &clause)
        }
        if kind == .condition && !isWithin && depth == 0 { close(.conditional, &clause) }
      }
    }
    clauseEnds.append(.stop)
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

  /// Whether no role is in both sets.
  func isDisjoint(with other: RoleSet) -> Bool { bits & other.bits == 0 }
}
