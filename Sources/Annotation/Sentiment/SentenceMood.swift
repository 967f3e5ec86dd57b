/// How a sentence speaks: does it ask, bid, wish, tell what has to be, or tell what is.
struct SentenceMood: Equatable {
  /// It asks, and not for the sake of the answer.
  var isQuestion = false
  /// It asks for a reason or for how long yet, which complains where it is about something bad.
  var asksWhy = false
  /// It ends in a noun: a heading, an item of a list.
  var endsInNoun = false
  /// It ends in だ or です behind a noun.
  var endsInCopula = false
  /// It ends in た.
  var endsInPast = false
  /// It ends in a denial.
  var endsInNegation = false
  /// It begins with a conjunction.
  var beginsWithConjunction = false
  /// Words that say how it is meant, each with its count.
  var needs: Int32 = 0
  var advices: Int32 = 0
  var wishes: Int32 = 0
  var hedges: Int32 = 0
  var conditions: Int32 = 0
  var reports: Int32 = 0
  var rhetoric: Int32 = 0
  var questions: Int32 = 0
  var contrasts: Int32 = 0
  var denials: Int32 = 0
  var intensifiers: Int32 = 0
  var desires: Int32 = 0
  var regrets: Int32 = 0
  var benefits: Int32 = 0
  var potentials: Int32 = 0
  /// Potentials that are denied: できない.
  var inabilities: Int32 = 0
  var cognitions: Int32 = 0
  var finals: Int32 = 0
  var numerals: Int32 = 0

  /// Reads the mood off the words.
  /// - Complexity: O(*n*) in words.
  init(_ words: borrowing SentenceWords) {
    for number in 0..<words.phraseCount { count(words.phrase(number).kind) }
    denials = Int32(words.count(of: .negation))
    desires = Int32(words.count(of: .desire))
    regrets = Int32(words.count(of: .regret))
    benefits = Int32(words.count(of: .benefit))
    potentials = Int32(words.count(of: .potential))
    cognitions = Int32(words.count(of: .cognition))
    finals = Int32(words.count(of: .final))
    numerals = Int32(words.count(of: .numeral))
    conditions += Int32(words.count(of: .conditional))
    contrasts += Int32(words.count(of: .concession))
    if potentials > 0 {
      for word in 0..<words.count where words.role(word) == .potential {
        let next = words.role(word + 1) == .polite ? word + 2 : word + 1
        if words.role(next) == .negation { inabilities += 1 }
      }
    }
    readEnds(words)
  }

  private mutating func count(_ kind: CueKind) {
    switch kind {
    case .need, .wish: needs += 1
    case .advice: advices += 1
    case .lack: wishes += 1
    case .hedge: hedges += 1
    case .condition: conditions += 1
    case .report: reports += 1
    case .rhetoric: rhetoric += 1
    case .contrast: contrasts += 1
    case .intensifier: intensifiers += 1
    case .complaint: asksWhy = true
    case .question: questions += 1
    default: break
    }
  }

  private mutating func readEnds(_ words: borrowing SentenceWords) {
    var first = 0
    while first < words.count, Self.isSign(words.role(first)) { first += 1 }
    beginsWithConjunction = words.role(first) == .conjunction
    var last = words.count - 1
    var asks = false
    while last >= 0, Self.isSign(words.role(last)) || words.role(last) == .questionMark {
      if words.role(last) == .questionMark { asks = true }
      last -= 1
    }
    while last >= 0, words.role(last) == .final { last -= 1 }
    guard last >= 0 else { return }
    if words.role(last) == .question { asks = true }
    isQuestion = (asks || questions > 0) && rhetoric == 0
    switch words.role(last) {
    case .noun, .verbalNoun, .adjectivalNoun, .suffix, .lightNoun, .numeral, .adverbialNoun: endsInNoun = true
    case .past: endsInPast = true
    case .negation: endsInNegation = true
    case .auxiliary: endsInCopula = last > 0 && words.role(last - 1).isNominal
    default: break
    }
  }

  private static func isSign(_ role: GrammarRole) -> Bool {
    switch role {
    case .stop, .symbol, .closeBracket, .openBracket, .comma: true
    default: false
    }
  }
}
