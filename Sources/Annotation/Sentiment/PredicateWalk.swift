import Morphology

/// Goes from a cue to the right, through its predicate, and collects what turns it.
///
/// Negation in Japanese stands behind the predicate, so what it denies is found by walking from the cue: through the
/// rest of its predicate (楽しく*なかった*), through the noun that it describes (良い*点がない*), through the particle and
/// the predicate that governs it (不満*を感じない*). The walk ends where a clause ends or another subject begins.
struct PredicateWalk {
  /// What was met on the way.
  struct Effects {
    /// How often the cue is denied.
    var denials = 0
    /// What is left of it after the denials, 0 to 1: 良いとは限らない denies less than 良くない.
    var denialStrength: Float = 1
    /// The verb that removes it, as a phrase; -1 for none.
    var remover = -1
    /// The growth or shrinking that concerns it, as a phrase; -1 for none.
    var direction = -1
    /// What becomes of the growth: 増加*を抑える*; a phrase, -1 for none.
    var check = -1
    /// Rules that do not turn it.
    var rules: CueRules = []
    /// A judgement whose object or subject it is, as a phrase; -1 for none.
    var governor = -1
    /// The word behind the last one that had an effect.
    var end = 0
  }

  /// Where the walk is.
  enum Phase {
    /// Behind a predicate.
    case predicate
    /// Behind a noun.
    case nominal
    /// Behind a noun and its particle: a predicate is to come.
    case seeking
  }

  /// The most words of a walk: what is farther away is not governed by the cue, or not for sure.
  private static let limit = 24
  /// The most nouns of another phrase between a noun and its predicate.
  static let mostOtherNouns = 3

  /// The strength from which a handling concerns what stands before it as its object too: 探す 0.4, but 評価 0.2.
  static let handlingOfObjects: Float = 0.3

  var phase: Phase
  var word: Int
  let start: Int
  let isNegative: Bool
  /// Whether the cue is an adverb, which describes no noun.
  let isAdverbial: Bool
  /// Whether it is an adverb by itself.
  let isAdverb: Bool
  /// Whether it is an adjectival noun with に, which tells how something is done.
  let isManner: Bool
  /// Whether only that there is none counts as denial, since the predicate no longer speaks of the cue itself.
  var isExistenceOnly = false
  /// Whether the cue describes a noun.
  var isAdnominal = false
  var particle: GrammarRole = .other
  var otherNouns = 0
  /// Whether しか was met, whose denial is to come.
  var awaitsDenial = false
  var effects = Effects()

  /// Walks from the phrase `index`.
  static func walk(from index: Int, in words: borrowing SentenceWords) -> Effects {
    var walk = PredicateWalk(words.phrase(index), words)
    while walk.word < words.count, walk.word - walk.start < limit, walk.step(words) {}
    return walk.effects
  }

  @inline(__always)
  private init(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) {
    start = phrase.words.upperBound
    word = start
    phase = words.role(start - 1).isNominal ? .nominal : .predicate
    isNegative = phrase.kind.sign < 0
    isManner =
      words.role(start - 1) == .adjectivalNoun && (words.role(start) == .oblique || words.role(start) == .phrase)
    isAdverb = words.role(start - 1) == .adverb
    switch words.role(start - 1) {
    case .adverb, .quote, .oblique, .phrase, .adnominal: isAdverbial = true
    default: isAdverbial = false
    }
    effects.end = start
  }

  /// Takes the next word or phrase; returns whether the walk goes on.
  private mutating func step(_ words: borrowing SentenceWords) -> Bool {
    if let index = words.phrase(at: word) { return take(index, words) }
    let role = words.role(word)
    switch role {
    case .negation: return deny(words, to: word + 1)
    case .only:
      awaitsDenial = true
      particle = .topic
      return go(phase == .nominal ? .seeking : phase)
    case .stop, .questionMark, .openBracket, .closeBracket, .symbol, .conjunction, .concession, .conditional, .clause,
      .question, .final:
      return false
    default: break
    }
    switch phase {
    case .predicate: return afterPredicate(role, words)
    case .nominal: return afterNoun(role, words)
    case .seeking: return seek(role, words)
    }
  }

  mutating func deny(_ words: borrowing SentenceWords, to next: Int) -> Bool {
    // 喜ぶしかない denies nothing.
    if awaitsDenial { awaitsDenial = false } else { effects.denials += 1 }
    word = next
    effects.end = next
    phase = .predicate
    return true
  }

  private mutating func go(_ next: Phase) -> Bool {
    phase = next
    word += 1
    return true
  }

  /// Whether the word is the verb right behind an adverb that judges how it is done, so that to deny the one denies the
  /// other: すんなり決まらない.
  private var isManneredVerb: Bool { isAdverb && !isNegative && word == start }

  /// Whether a wish at the word is for a state to come about: 上手になりたい.
  private func isBecoming(_ words: borrowing SentenceWords) -> Bool {
    words.role(word - 1) == .lightVerb && (words.role(word - 2) == .oblique || words.role(word - 2) == .adjective)
  }

  private mutating func afterPredicate(_ role: GrammarRole, _ words: borrowing SentenceWords) -> Bool {
    if role.isInflection || role.isSupport {
      if role == .difficulty || role == .excess || role == .ease {
        effects.rules.insert(role == .difficulty ? .difficulty : role == .excess ? .excess : .ease)
        effects.end = word + 1
      }
      // 幸せになりたい does not say that one is, and less so than 幸せに暮らしたい.
      if role == .desire, effects.denials == 0 { effects.rules.insert(isBecoming(words) ? .subject : .need) }
      return go(.predicate)
    }
    let next = words.role(word + 1)
    switch role {
    case .te:
      let isGoingOn = next.isSupport || next == .desire || next == .topic || next == .negation || next == .cognition
      return isGoingOn ? go(.predicate) : false
    case .topic: return next.isSupport || next == .negation || next == .cognition ? go(.predicate) : false
    case .quote: return next == .cognition || next == .topic || next == .potential ? go(.predicate) : false
    case .cognition: return go(.predicate)
    case .quoteAdnominal: return go(.nominal)
    case .verb:
      // 楽しく過ごす, 使い続ける: the cue goes with the verb.
      let isOne = words.role(word - 1) == .adjective || words.isContinuative(word - 1)
      return isOne || isManneredVerb ? go(.predicate) : false
    // しっかり固定できない.
    case .verbalNoun where isManneredVerb && next.isSupport: return go(.predicate)
    // 恐れるほどの相手ではない.
    case .genitive where words.role(word - 1) == .phrase:
      isAdnominal = true
      return go(.nominal)
    // 使いにくさを感じない.
    case .suffix: return go(.nominal)
    case .phrase: return go(.predicate)
    case .oblique where next == .verb || next.isSupport: return go(.predicate)
    case .lightNoun, .noun, .verbalNoun, .adjectivalNoun, .adverbialNoun:
      if isAdverbial && word == start { return false }
      if role != .lightNoun || isAdnominal {
        if isAdnominal { isExistenceOnly = true }
        isAdnominal = true
      }
      return go(.nominal)
    default: return false
    }
  }

  private mutating func afterNoun(_ role: GrammarRole, _ words: borrowing SentenceWords) -> Bool {
    if role.isNominal || role == .genitive || role == .quoteAdnominal || role == .prefix { return go(.nominal) }
    if role.isInflection || role.isSupport || role == .cognition { return go(.predicate) }
    switch role {
    case .subject, .object, .oblique, .topic, .phrase, .quote:
      particle = role
      // 悪い部品を使わない does not say that the part is good.
      if isAdnominal && isNegative { isExistenceOnly = true }
      return go(.seeking)
    case .comma:
      // 不満、不安はない, but not 料理は絶品、接客は….
      guard let next = words.phrase(at: word + 1), (words.phrase(next).kind.sign < 0) == isNegative,
        words.phrase(next).kind.sign != 0, words.role(words.phrase(next).words.upperBound - 1).isNominal
      else { return false }
      word = words.phrase(next).words.upperBound
      return true
    default: return false
    }
  }

  private mutating func seek(_ role: GrammarRole, _ words: borrowing SentenceWords) -> Bool {
    if isExistenceOnly {
      switch role {
      case .existence: return go(.predicate)
      case .lightVerb where words.role(word + 1) == .negation || words.role(word + 1) == .polite: return go(.predicate)
      case .adverb, .adverbialNoun, .numeral, .topic: return go(.seeking)
      // 褒めるところが一つもない.
      case .noun where particle == .subject && words.role(word + 1) == .topic && words.role(word + 2) == .negation:
        return go(.seeking)
      default: return false
      }
    }
    switch role {
    case .existence, .lightVerb, .regret, .benefit, .potential, .verb, .adjective, .cognition: return go(.predicate)
    case .adverb, .adverbialNoun, .numeral, .prefix, .adnominal, .suffix: return go(.seeking)
    case .topic, .phrase, .oblique: return go(.seeking)
    case .comma: return particle == .topic ? go(.seeking) : false
    case .noun, .verbalNoun, .adjectivalNoun, .lightNoun:
      otherNouns += 1
      // Another subject begins: 価格は性能が…; or the predicate is a noun, and its denial its own: 欠点は問題ではない.
      let next = words.role(word + 1)
      guard particle != .topic || next != .subject && next != .auxiliary, otherNouns <= Self.mostOtherNouns else {
        return false
      }
      return go(.seeking)
    // 苦労というほどのことはない.
    case .genitive where particle == .phrase && words.role(word - 1) == .phrase: return go(.nominal)
    case .subject, .object, .genitive, .quote: return otherNouns > 0 && particle != .topic ? go(.seeking) : false
    case .auxiliary, .past, .polite: return go(.predicate)
    default: return false
    }
  }
}
