/// Who can be a party of a deal.
struct Party {
  enum Kind: UInt8 {
    case organization, person, product
  }

  /// The entity of the article.
  var entity: Int
  var kind: Kind
}

/// What the ending of a predicate says.
struct PredicateForm {
  /// How a predicate goes on.
  enum Ending: UInt8 {
    /// The sentence ends.
    case final
    /// It modifies the phrase that follows.
    case attributive
    /// と and という follow: it is what somebody says.
    case quoted
    /// Another clause follows, with the same subject as a rule: 〜して、〜し
    case continued
    /// Another clause follows that may have its own subject: 〜が、〜ため
    case closed
  }

  var ending = Ending.final
  var isPassive = false
  var isCausative = false
  var isNegative = false
  /// Whether it is wished, demanded, supposed, possible, or a condition: nothing that holds.
  var isUnreal = false
  /// Whether it is about to be done: 〜しようとする
  var isIntended = false
  /// Whether it is hearsay: 〜らしい
  var isHearsay = false
  var isPast = false
}

/// A noun with its particles, or a predicate with its endings.
struct RelationPhrase {
  enum Kind: UInt8 {
    /// Parties of deals.
    case party
    case money
    /// A date, or a noun that stands as an adverb.
    case time
    case noun
    /// A noun or verb that names a deal.
    case trigger
    case predicate
    /// An adverb, an adjective before its noun, a conjunction.
    case modifier
  }

  var kind: Kind
  /// Its tokens in the sentence.
  var tokens: Range<Int>
  /// The parties of a `party`; of a `noun` those that stand before it without a particle.
  var parties = 0..<0
  /// What its head does.
  var roles: WordRoles = []
  /// What any of its words does.
  var content: WordRoles = []
  var mark = CaseMark.none
  /// Whether the particle makes an attribute of it: の, への, による.
  var isAdnominal = false
  /// Whether は stands behind another particle: には, では.
  var isTopical = false
  var hasComma = false
  /// Whether a list of parties goes on to it with a comma alone: A、B
  var hasBareComma = false
  /// Whether it is a list of some of many: AやB, AやBといった企業.
  var isOpenList = false
  /// Whether と joins its last two parties.
  var isPair = false
  /// Where the name of the deal begins, a token, and which it is; -1 for none.
  var triggerToken = -1
  var trigger = -1
  /// What follows the name of the deal in the same compound: 額, 計画.
  var tail: WordRoles = []
  /// Whether the name of the deal is a verb or has する.
  var isVerbal = false
  /// Whether だ or である follows a noun.
  var isCopular = false
  /// The mention of the money.
  var money = -1
  var form = PredicateForm()

  init(_ kind: Kind, _ tokens: Range<Int>) {
    self.kind = kind
    self.tokens = tokens
  }

  /// Whether it is some predicate's subject or topic, however far from it.
  var isSubject: Bool { (mark == .subject || mark == .topic) && kind != .time && !isPredicate }

  /// Whether other phrases to the left may belong to it rather than to a later predicate.
  var isPredicate: Bool { kind == .predicate || isVerbal || isCopular }
}
