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

  /// Where a word stands, asked only of sentences that hold phrases.
  struct Place {
    /// The phrase that starts there, or -1.
    var start: Int32 = -1
    /// The phrase that covers it, or -1.
    var cover: Int32 = -1
    var clause: UInt16 = 0
    var bracket: Bracket = .none
  }

  /// What is known of the words; behind them room for longer sentences.
  private var records = ScratchColumn(repeating: SentimentLexemes.Record(), count: 0)
  private var places = ScratchColumn(repeating: Place(), count: 0)
  /// The numbers of the words in the model.
  private var numbers = ScratchColumn<UInt16>(repeating: 0, count: 0)
  /// The phrases in the order of the text; none overlaps another.
  var phrases: [Phrase] = []
  /// For each clause how it ends.
  private(set) var clauseEnds: [GrammarRole] = []
  /// A bit for each role that a word of the sentence has.
  private(set) var roles = RoleSet()
  /// How many words have each role.
  private var roleCounts = ScratchColumn<UInt16>(repeating: 0, count: GrammarRole.limit)
  /// The words that a phrase may begin with, and behind them room.
  private var openers = ScratchColumn<Int32>(repeating: 0, count: 0)
  /// The number of words that a phrase may begin with.
  private(set) var openerCount = 0

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

  /// The words at which a clause or a bracket may begin or end, and behind them room.
  private var borders = ScratchColumn<Int32>(repeating: 0, count: 0)
  private var borderCount = 0

  /// The number of words.
  private(set) var count = 0

  /// Starts the sentence of the lexemes `ids`: one look at each, which finds out what kinds of words there are; returns
  /// what was learned of them.
  mutating func begin(
    _ ids: Span<UInt32>, _ lexemes: borrowing SentimentLexemes, _ learned: inout LearnedWords
  ) -> LearnedWords.Sum {
    if !phrases.isEmpty { phrases.removeAll(keepingCapacity: true) }
    if !clauseEnds.isEmpty { clauseEnds.removeAll(keepingCapacity: true) }
    count = ids.count
    if records.count < count { makeRoom(count * 2) }
    roleCounts.fill(0)
    var found = RoleSet()
    let separators = Self.separators
    var (openerCount, borderCount) = (0, 0)
    for index in 0..<ids.count {
      let record = lexemes.records[Int(ids[index])]
      records[index] = record
      found.insert(record.role)
      roleCounts[Int(record.role.rawValue)] &+= 1
      // Written each time and counted where it is one: no branch to guess.
      openers[openerCount] = Int32(truncatingIfNeeded: index)
      openerCount += record.marks.isDisjoint(with: .opens) ? 0 : 1
      borders[borderCount] = Int32(truncatingIfNeeded: index)
      borderCount += separators.contains(record.role) ? 1 : 0
      numbers[index] = record.learned
    }
    (self.openerCount, self.borderCount) = (openerCount, borderCount)
    roles = found
    return learned.sum(of: numbers, count)
  }

  private mutating func makeRoom(_ count: Int) {
    records.extend(to: count, with: .init())
    places.extend(to: count, with: Place())
    numbers.extend(to: count, with: LearnedWords.none)
    openers.extend(to: count, with: 0)
    borders.extend(to: count, with: 0)
  }

  /// How many words have the role.
  @inline(__always)
  func count(of role: GrammarRole) -> Int { Int(roleCounts[Int(role.rawValue)]) }

  /// Makes the words ready to be composed; `append(_:)` does so with the first phrase.
  mutating func clearPlaces() {
    for index in 0..<count { places[index] = Place() }
  }

  /// A word that a phrase may begin with, by its number among those.
  @inline(__always)
  func opener(_ number: Int) -> Int { Int(openers[number]) }

  /// Adds a phrase.
  mutating func append(_ phrase: Phrase) {
    if phrases.isEmpty { clearPlaces() }
    places[phrase.words.lowerBound].start = Int32(phrases.count)
    for word in phrase.words { places[word].cover = Int32(phrases.count) }
    phrases.append(phrase)
  }

  /// What is known of the word at `index`.
  @inline(__always)
  func record(_ index: Int) -> SentimentLexemes.Record { records[index] }

  /// The role of the word at `index`; `.stop` outside.
  @inline(__always)
  func role(_ index: Int) -> GrammarRole { index >= 0 && index < count ? records[index].role : .stop }

  /// The inflected form of the word at `index`.
  @inline(__always)
  func form(_ index: Int) -> InflectionForm { records[index].form }

  /// The number of the word's clause, from 0.
  @inline(__always)
  func clause(_ index: Int) -> UInt16 { places[index].clause }

  /// What brackets the word stands in.
  @inline(__always)
  func bracket(_ index: Int) -> Bracket { places[index].bracket }

  /// The phrase that starts at the word.
  @inline(__always)
  func phrase(at word: Int) -> Int? {
    guard word < count, places[word].start >= 0 else { return nil }
    return Int(places[word].start)
  }

  /// The phrase that covers the word.
  @inline(__always)
  func phrase(covering word: Int) -> Int? {
    guard word >= 0, word < count, places[word].cover >= 0 else { return nil }
    return Int(places[word].cover)
  }

  /// Whether the sentence begins with a word that sets it against the one before.
  var beginsWithContrast: Bool {
    phrases.first.map { $0.words.lowerBound == 0 && $0.kind == .contrast } ?? false
  }

  /// Numbers the clauses: they end behind particles that join clauses, before contrasts and at stops. て and a verb's
  /// continuative form end none: what such a chain ends in concerns all of it.
  /// - Complexity: O(1) for a sentence of one clause without brackets, else O(*n*) in words.
  mutating func findClauses() {
    addPhraseEnds()
    var clause: UInt16 = 0
    var (depth, opening, done) = (0, 0, 0)
    var last = -1
    for number in 0..<borderCount where Int(borders[number]) != last {
      let word = Int(borders[number])
      last = word
      mark(done..<word, clause, depth > 0 ? .quotation : .none)
      done = word + 1
      places[word].clause = clause
      let role = records[word].role
      let covering = phrase(covering: word)
      if role == .openBracket, covering == nil {
        if depth == 0 { opening = word }
        depth += 1
      }
      places[word].bracket = depth > 0 ? .quotation : .none
      if role == .closeBracket, covering == nil, depth > 0 {
        depth -= 1
        if depth == 0 { nameBracket(opening..<word) }
      }
      let isWithin = covering.map { phrases[$0].words.upperBound > word + 1 } ?? false
      if !isWithin && depth == 0 {
        if role == .question {
          if covering == nil, isEmbeddedQuestion(word, clause) { close(.question, &clause) }
        } else {
          closeClause(role, covering, &clause)
        }
      }
    }
    mark(done..<count, clause, depth > 0 ? .quotation : .none)
    clauseEnds.append(.stop)
  }

  /// Puts the last words of phrases that end clauses among the borders, in order; one may be a border by itself.
  private mutating func addPhraseEnds() {
    for phrase in phrases where phrase.kind.separates {
      let end = Int32(phrase.words.upperBound - 1)
      borders.extend(to: borderCount + 1, with: 0)
      var place = borderCount
      while place > 0, borders[place - 1] > end {
        borders[place] = borders[place - 1]
        place -= 1
      }
      borders[place] = end
      borderCount += 1
    }
  }

  /// Gives words between borders their clause and bracket; at first they have clause 0 and no bracket.
  private mutating func mark(_ range: Range<Int>, _ clause: UInt16, _ bracket: Bracket) {
    guard clause > 0 || bracket != .none else { return }
    for word in range { (places[word].clause, places[word].bracket) = (clause, bracket) }
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

  /// Whether か asks within a sentence, which then leaves open what it asks: 良いか悪いかは好みによる, 誰が悪いのか調べる.
  private func isEmbeddedQuestion(_ word: Int, _ clause: UInt16) -> Bool {
    switch role(word + 1) {
    // 便利かと思う leaves nothing open.
    case .stop, .questionMark, .closeBracket, .final, .symbol, .quote: return false
    default: break
    }
    // どれだけ便利かが分かった, なぜ使いにくいのか: that it is so is taken for granted.
    let isGranted = phrases.contains { phrase in
      (phrase.kind == .complaint || phrase.kind == .intensifier) && phrase.words.upperBound <= word
        && places[phrase.words.lowerBound].clause == clause
    }
    if isGranted { return false }
    // 何か, 誰か ask nothing.
    let before = role(word - 1)
    return before == .verb || before == .adjective || before == .lightNoun || before == .negation
      || before.isInflection || before.isSupport
      || phrase(covering: word - 1).map { phrases[$0].kind.sign != 0 } ?? false
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
    for word in range { places[word].bracket = bracket }
  }

  /// Whether the sentence breaks off at the end of a clause: …のだが。
  var endsWithClause: Bool {
    var last = count - 1
    while last >= 0, records[last].role == .stop || records[last].role == .symbol || records[last].role == .final {
      last -= 1
    }
    return last >= 0 && records[last].role == .concession
  }

  /// Whether a contrast stands behind the word, and more of the sentence behind that.
  func isConceded(upTo word: Int?) -> Bool {
    guard let word, !endsWithClause else { return false }
    return clauseEnds[Int(places[word].clause)...].contains(.concession)
  }

  /// The roles that end clauses or open brackets.
  private static let separators: RoleSet = [
    .concession, .clause, .conditional, .question, .stop, .questionMark, .openBracket, .closeBracket,
  ]

  private mutating func close(_ role: GrammarRole, _ clause: inout UInt16) {
    clauseEnds.append(role)
    if clause < .max { clause += 1 }
  }
}
