/// What a word does around the name of a deal.
///
/// The names are those of the column `use` in `dictionaries/relations.tsv`, where each has its words and an example.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // What a predicate does to the deal that is its object.
  static let performing = WordRoles(bit: 0)
  static let receiving = WordRoles(bit: 1)
  static let planning = WordRoles(bit: 2)
  static let reporting = WordRoles(bit: 3)
  static let denying = WordRoles(bit: 4)
  static let doubting = WordRoles(bit: 5)
  static let announcing = WordRoles(bit: 6)
  static let taking = WordRoles(bit: 7)
  static let joining = WordRoles(bit: 8)

  // Nouns.
  static let news = WordRoles(bit: 9)
  static let agent = WordRoles(bit: 10)
  static let companion = WordRoles(bit: 11)
  static let amountTail = WordRoles(bit: 12)
  static let tail = WordRoles(bit: 13)
  static let valuation = WordRoles(bit: 14)
  static let funds = WordRoles(bit: 15)
  static let measure = WordRoles(bit: 16)
  static let stake = WordRoles(bit: 17)
  static let whole = WordRoles(bit: 18)
  static let business = WordRoles(bit: 19)
  static let tie = WordRoles(bit: 20)
  static let source = WordRoles(bit: 21)

  // Words that point back.
  static let sameCompany = WordRoles(bit: 22)
  static let bothCompanies = WordRoles(bit: 23)
  static let they = WordRoles(bit: 24)

  static let this = WordRoles(bit: 45)
  static let mere = WordRoles(bit: 50)
  static let between = WordRoles(bit: 51)

  // Function words.
  static let hypothesis = WordRoles(bit: 25)
  static let according = WordRoles(bit: 26)
  static let toward = WordRoles(bit: 27)
  static let saying = WordRoles(bit: 28)
  static let likeness = WordRoles(bit: 29)
  static let seeming = WordRoles(bit: 30)
  static let doing = WordRoles(bit: 31)
  static let enabling = WordRoles(bit: 32)
  static let passive = WordRoles(bit: 33)
  static let causative = WordRoles(bit: 34)
  static let negative = WordRoles(bit: 35)
  static let wishing = WordRoles(bit: 36)
  static let volition = WordRoles(bit: 37)
  static let copula = WordRoles(bit: 38)
  static let past = WordRoles(bit: 39)
  static let also = WordRoles(bit: 40)
  static let conditional = WordRoles(bit: 41)
  static let question = WordRoles(bit: 42)
  static let counter = WordRoles(bit: 43)
  static let conjunction = WordRoles(bit: 44)
  static let gerund = WordRoles(bit: 46)
  static let formal = WordRoles(bit: 47)
  static let purpose = WordRoles(bit: 48)
  static let opining = WordRoles(bit: 49)

  /// All words that point back.
  static let pronouns: WordRoles = [.sameCompany, .bothCompanies, .they]

  /// All words that tell how surely a deal holds.
  static let judging: WordRoles = [
    .performing, .receiving, .planning, .reporting, .denying, .doubting, .announcing, .taking, .joining,
  ]

  private static let names: [String: WordRoles] = [
    "performing": .performing, "receiving": .receiving, "planning": .planning, "reporting": .reporting,
    "denying": .denying, "doubting": .doubting, "announcing": .announcing, "taking": .taking, "joining": .joining,
    "news": .news, "agent": .agent, "companion": .companion, "amountTail": .amountTail, "tail": .tail,
    "valuation": .valuation, "funds": .funds, "measure": .measure, "stake": .stake, "whole": .whole,
    "business": .business, "tie": .tie, "source": .source, "sameCompany": .sameCompany,
    "bothCompanies": .bothCompanies, "they": .they, "hypothesis": .hypothesis, "according": .according,
    "toward": .toward, "saying": .saying, "likeness": .likeness, "seeming": .seeming, "doing": .doing,
    "enabling": .enabling, "passive": .passive, "causative": .causative, "negative": .negative, "wishing": .wishing,
    "volition": .volition, "copula": .copula, "past": .past, "also": .also, "conditional": .conditional,
    "question": .question, "counter": .counter, "conjunction": .conjunction, "gerund": .gerund, "this": .this,
    "mere": .mere, "between": .between,
    "formal": .formal, "purpose": .purpose, "opining": .opining,
  ]

  /// The role of that name in the table.
  init?(name: Substring) {
    guard let role = Self.names[String(name)] else { return nil }
    self = role
  }
}

/// What marks a phrase's place in the clause.
enum CaseMark: UInt8, Sendable {
  /// No particle follows.
  case none
  /// が, は and も.
  case subject, topic, also
  case object
  /// に, へ, に対して.
  case dative
  /// と, とともに.
  case with
  case from
  case at
  case of
  /// や, とか: one of a list.
  case list
  /// によって, による.
  case by
  /// のような.
  case like
  /// を通じて.
  case through
  /// といった.
  case such
  /// という.
  case named
  case other
}
