/// The clauses of a sentence, and what its brackets hold.
extension SentenceWords {
  /// The number of the word's clause, from 0.
  @inline(__always)
  func clause(_ index: Int) -> UInt16 { columns.pointee.places[index].clause }

  /// What brackets the word stands in.
  @inline(__always)
  func bracket(_ index: Int) -> Bracket { columns.pointee.places[index].bracket }

  /// The number of clauses.
  @inline(__always)
  var clauseCount: Int { columns.pointee.clauseEnds.count }

  /// How a clause ends.
  @inline(__always)
  func clauseEnd(_ clause: Int) -> GrammarRole { columns.pointee.clauseEnds[clause] }

  /// The last clause of those in `clauses` that ends in a concession; -1 for none.
  func lastConcession(in clauses: Range<Int>) -> Int {
    var clause = clauses.upperBound - 1
    while clause >= clauses.lowerBound, clauseEnd(clause) != .concession { clause -= 1 }
    return clause >= clauses.lowerBound ? clause : -1
  }

  /// Numbers the clauses: they end behind particles that join clauses, before contrasts and at stops. て and a verb's
  /// continuative form end none: what such a chain ends in concerns all of it.
  /// - Complexity: O(1) for a sentence of one clause without brackets, else O(*n*) in words.
  mutating func findClauses() {
    columns.pointee.addPhraseEnds()
    var clause: UInt16 = 0
    var (depth, opening, done) = (0, 0, 0)
    var last = -1
    for number in 0..<columns.pointee.borderCount where Int(columns.pointee.borders[number]) != last {
      let word = Int(columns.pointee.borders[number])
      last = word
      mark(done..<word, clause, depth > 0 ? .quotation : .none)
      done = word + 1
      columns.pointee.places[word].clause = clause
      let role = record(word).role
      let covering = phrase(covering: word)
      if role == .openBracket, covering == nil {
        if depth == 0 { opening = word }
        depth += 1
      }
      columns.pointee.places[word].bracket = depth > 0 ? .quotation : .none
      if role == .closeBracket, covering == nil, depth > 0 {
        depth -= 1
        if depth == 0 { nameBracket(opening..<word) }
      }
      let isWithin = covering.map { phrase($0).words.upperBound > word + 1 } ?? false
      if !isWithin && depth == 0 {
        if role == .question {
          if covering == nil, isEmbeddedQuestion(word, clause) { columns.pointee.close(.question, &clause) }
        } else {
          closeClause(role, covering, &clause)
        }
      }
    }
    mark(done..<count, clause, depth > 0 ? .quotation : .none)
    columns.pointee.clauseEnds.append(.stop)
  }

  /// Gives words between borders their clause and bracket; at first they have clause 0 and no bracket.
  @inline(__always)
  private mutating func mark(_ range: Range<Int>, _ clause: UInt16, _ bracket: Bracket) {
    guard clause > 0 || bracket != .none else { return }
    for word in range {
      columns.pointee.places[word].clause = clause
      columns.pointee.places[word].bracket = bracket
    }
  }

  /// Ends the clause behind a word where its role, or the phrase that ends with it, ends one.
  private mutating func closeClause(_ role: GrammarRole, _ covering: Int?, _ clause: inout UInt16) {
    let kind = covering.map { phrase($0).kind }
    switch role {
    case .concession, .clause, .conditional, .stop, .questionMark:
      // Particles inside of a phrase join no clauses: なければならない.
      if kind != .keep { columns.pointee.close(role, &clause) }
    default:
      // 一方 sets two judgements side by side, and takes nothing off the first.
      if kind == .contrast {
        columns.pointee.close(covering.map { phrase($0).isBalanced } ?? false ? .clause : .concession, &clause)
      }
      if kind == .condition { columns.pointee.close(.conditional, &clause) }
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
    for number in 0..<phraseCount where phrase(number).kind == .complaint || phrase(number).kind == .intensifier {
      let words = phrase(number).words
      if words.upperBound <= word, self.clause(words.lowerBound) == clause { return false }
    }
    // 何か, 誰か ask nothing.
    let before = role(word - 1)
    return before == .verb || before == .adjective || before == .lightNoun || before == .negation
      || before.isInflection || before.isSupport
      || phrase(covering: word - 1).map { phrase($0).kind.sign != 0 } ?? false
  }

  /// Tells by what follows what a pair of brackets holds.
  private mutating func nameBracket(_ range: Range<Int>) {
    let next = range.upperBound + 1
    let bracket: Bracket =
      if let number = phrase(at: next), phrase(number).kind == .handling {
        .name
      } else if role(next) == .quote || role(next) == .quoteAdnominal
        || phrase(at: next).map({ phrase($0).kind == .report }) ?? false
      {
        .speech
      } else {
        .quotation
      }
    guard bracket != .quotation else { return }
    for word in range { columns.pointee.places[word].bracket = bracket }
  }

  /// Whether the sentence breaks off at the end of a clause: …のだが。
  var endsWithClause: Bool {
    var last = count - 1
    while last >= 0, record(last).role == .stop || record(last).role == .symbol || record(last).role == .final {
      last -= 1
    }
    return last >= 0 && record(last).role == .concession
  }

  /// Whether a contrast stands behind the word, and more of the sentence behind that.
  func isConceded(upTo word: Int) -> Bool {
    // Few sentences hold one, so that is asked first.
    lastConcession(in: Int(clause(word))..<clauseCount) >= 0 && !endsWithClause
  }
}
