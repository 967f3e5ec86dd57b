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

  private(set) var roles: [GrammarRole] = []
  private(set) var forms: [InflectionForm] = []
  /// The phrases in the order of the text; none overlaps another.
  var phrases: [Phrase] = []
  /// For each word the phrase that starts there, or -1.
  private var phraseStarts: [Int32] = []
  /// For each word the phrase that covers it, or -1.
  private var covers: [Int32] = []
  /// For each word the number of its clause, from 0.
  private(set) var clauses: [UInt16] = []
  /// For each clause how it ends.
  private(set) var clauseEnds: [GrammarRole] = []
  /// For each word what brackets it stands in.
  private(set) var brackets: [Bracket] = []

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
  var count: Int { roles.count }

  /// Starts a sentence of `count` words.
  mutating func begin() {
    roles.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    phraseStarts.removeAll(keepingCapacity: true)
    covers.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    clauseEnds.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
  }

  /// Adds a word.
  @inline(__always)
  mutating func append(_ role: GrammarRole, _ form: InflectionForm) {
    roles.append(role)
    forms.append(form)
    phraseStarts.append(-1)
    covers.append(-1)
  }

  /// Adds a phrase.
  mutating func append(_ phrase: Phrase) {
    phraseStarts[phrase.words.lowerBound] = Int32(phrases.count)
    for word in phrase.words { covers[word] = Int32(phrases.count) }
    phrases.append(phrase)
  }

  /// The role of the word at `index`; `.stop` behind the end.
  @inline(__always)
  func role(_ index: Int) -> GrammarRole { index >= 0 && index < roles.count ? roles[index] : .stop }

  /// The phrase that starts at the word.
  @inline(__always)
  func phrase(at word: Int) -> Int? {
    guard word < phraseStarts.count, phraseStarts[word] >= 0 else { return nil }
    return Int(phraseStarts[word])
  }

  /// The phrase that covers the word.
  @inline(__always)
  func phrase(covering word: Int) -> Int? {
    guard word >= 0, word < covers.count, covers[word] >= 0 else { return nil }
    return Int(covers[word])
  }

  /// Numbers the clauses: they end behind particles that join clauses, before contrasts and at stops. て and a verb's
  /// continuative form end none: what such a chain ends in concerns all of it.
  mutating func findClauses() {
    var clause: UInt16 = 0
    var depth = 0
    var opening = 0
    for word in roles.indices {
      clauses.append(clause)
      let covering = phrase(covering: word)
      if roles[word] == .openBracket, covering == nil {
        if depth == 0 { opening = word }
        depth += 1
      }
      brackets.append(depth > 0 ? .quotation : .none)
      if roles[word] == .closeBracket, covering == nil, depth > 0 {
        depth -= 1
        if depth == 0 { nameBracket(opening..<word) }
      }
      let isWithin = covering.map { phrases[$0].words.upperBound > word + 1 } ?? false
      let kind = covering.map { phrases[$0].kind }
      switch roles[word] {
      case .concession, .clause, .conditional, .stop, .questionMark:
        // Particles inside of a phrase join no clauses: なければならない.
        if !isWithin && kind != .keep && depth == 0 { close(roles[word], &clause) }
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
  private mutating func nameBracket(_ words: Range<Int>) {
    let next = words.upperBound + 1
    let bracket: Bracket =
      if let phrase = phrase(at: next), phrases[phrase].kind == .handling {
        .name
      } else if role(next) == .quote || role(next) == .quoteAdnominal || phrase(at: next).map({ phrases[$0].kind == .report }) ?? false {
        .speech
      } else {
        .quotation
      }
    guard bracket != .quotation else { return }
    for word in words { brackets[word] = bracket }
  }

  /// Whether the sentence breaks off at the end of a clause: …のだが。
  var endsWithClause: Bool {
    var last = roles.count - 1
    while last >= 0, roles[last] == .stop || roles[last] == .symbol || roles[last] == .final { last -= 1 }
    return last >= 0 && roles[last] == .concession
  }

  private mutating func close(_ role: GrammarRole, _ clause: inout UInt16) {
    clauseEnds.append(role)
    if clause < .max { clause += 1 }
  }
}
