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
  private enum Phase {
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
  private static let mostOtherNouns = 3

  /// The strength from which a handling concerns what stands before it as its object too: 探す 0.4, but 評価 0.2.
  private static let handlingOfObjects: Float = 0.3

  private var phase: Phase
  private var word: Int
  private let start: Int
  private let isNegative: Bool
  /// Whether the cue is an adverb, which describes no noun.
  private let isAdverbial: Bool
  /// Whether it is an adjectival noun with に, which tells how something is done.
  private let isManner: Bool
  private let entries: [SentimentLexicon.Entry]
  /// Whether only that there is none counts as denial, since the predicate no longer speaks of the cue itself.
  private var isExistenceOnly = false
  /// Whether the cue describes a noun.
  private var isAdnominal = false
  private var particle: GrammarRole = .other
  private var otherNouns = 0
  /// Whether しか was met, whose denial is to come.
  private var awaitsDenial = false
  private var effects = Effects()

  /// Walks from the phrase `index`.
  static func walk(
    from index: Int, in words: borrowing SentenceWords, _ entries: [SentimentLexicon.Entry]
  ) -> Effects {
    let phrase = words.phrases[index]
    var walk = PredicateWalk(phrase, words, entries)
    while walk.word < words.count, walk.word - walk.start < limit, walk.step(words) {}
    return walk.effects
  }

  private init(
    _ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords, _ entries: [SentimentLexicon.Entry]
  ) {
    self.entries = entries
    start = phrase.words.upperBound
    word = start
    phase = words.role(start - 1).isNominal ? .nominal : .predicate
    isNegative = phrase.kind.sign < 0
    isManner =
      words.role(start - 1) == .adjectivalNoun && (words.role(start) == .oblique || words.role(start) == .phrase)
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

  /// Takes a phrase of the lexicon.
  private mutating func take(_ index: Int, _ words: borrowing SentenceWords) -> Bool {
    let phrase = words.phrases[index]
    switch phrase.kind {
    case .denial:
      guard !isExistenceOnly else { return false }
      effects.denialStrength = min(effects.denialStrength, entries[phrase.entry].strength)
      return deny(words, to: phrase.words.upperBound)
    case .keep, .hedge, .report, .need, .rhetoric:
      word = phrase.words.upperBound
      phase = .predicate
      return true
    case .intensifier, .diminisher, .neutral, .former, .superlative:
      guard phase != .predicate || phrase.kind == .neutral else { return false }
      if phrase.kind == .neutral, words.role(phrase.words.upperBound - 1) == .verb {
        return passGenericVerb(phrase, words)
      }
      word = phrase.words.upperBound
      if phase == .seeking && phrase.kind == .neutral { otherNouns += 1 }
      return otherNouns <= Self.mostOtherNouns
    case .handling:
      // 面白い本を探す, 事故の件数を集計する: what is sought or told about is not said to be so.
      let isObject =
        phase == .seeking && particle == .object && entries[phrase.entry].strength >= Self.handlingOfObjects
      guard isObject || phase == .nominal && word == start else { return passOver(phrase, words) }
      effects.rules.insert(.subject)
      effects.end = phrase.words.upperBound
      return false
    case .negator where isManner, .up where isManner, .down where isManner:
      // 見事に消す.
      word = phrase.words.upperBound
      phase = .predicate
      return true
    case .negator:
      guard phase != .predicate, effects.remover < 0, !isExistenceOnly else { return false }
      effects.remover = index
      return pass(phrase, words)
    case .high where isAdverb(phrase, words), .low where isAdverb(phrase, words):
      // 改善を強く望む.
      guard phase == .seeking else { return false }
      word = phrase.words.upperBound
      return true
    case .up, .down, .high, .low:
      guard phase != .predicate, !isExistenceOnly else { return false }
      if effects.direction >= 0 {
        guard effects.check < 0, phrase.kind == .up || phrase.kind == .down else { return false }
        effects.check = index
      } else {
        effects.direction = index
      }
      return pass(phrase, words)
    case .exceed, .fallShort:
      guard phase == .seeking, particle == .object || particle == .oblique else {
        guard phase != .predicate, effects.direction < 0 else { return false }
        effects.direction = index
        return pass(phrase, words)
      }
      effects.rules.insert(.expectation)
      return false
    case .positive, .negative:
      // Another noun is another judgement: 長所も短所も.
      let isNoun = words.role(phrase.words.upperBound - 1).isNominal
      if isNoun, phase == .seeking, particle == .phrase || particle == .topic,
        phrase.kind.sign * (isNegative ? -1 : 1) > 0,
        words.phrases[index].words.upperBound < words.count
      {
        word = phrase.words.upperBound
        phase = .nominal
        return true
      }
      // 弱点だった守備が改善された.
      let isMended = isExistenceOnly && isNegative && phrase.kind == .positive
      if phase == .seeking, !isExistenceOnly || isMended, particle != .phrase, !isNoun || particle != .topic {
        effects.governor = index
      }
      // 苦労した甲斐.
      if phase == .predicate, isNegative, isNoun, phrase.kind == .positive { effects.governor = index }
      return false
    case .goodThing, .badThing:
      guard phase == .nominal else { return false }
      word = phrase.words.upperBound
      return true
    case .lack, .wish, .contrast, .condition, .advice, .complaint, .question, .mere, .role: return false
    }
  }

  /// Whether an adjective describes the verb behind it.
  private func isAdverb(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) -> Bool {
    let next = words.role(phrase.words.upperBound)
    return words.form(phrase.words.upperBound - 1) == .continuative && (next == .verb || next == .cognition)
  }

  /// A phrase that does nothing here: a noun goes on, a verb ends the walk.
  private mutating func passOver(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) -> Bool {
    guard words.role(phrase.words.upperBound - 1).isNominal, phase != .seeking || otherNouns < Self.mostOtherNouns
    else { return false }
    if phase == .predicate {
      if isAdverbial && word == start { return false }
      isAdnominal = true
    }
    if phase == .seeking { otherNouns += 1 } else { phase = .nominal }
    word = phrase.words.upperBound
    return true
  }

  private mutating func pass(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) -> Bool {
    word = phrase.words.upperBound
    effects.end = word
    phase = words.role(word - 1).isNominal ? .nominal : .predicate
    return true
  }

  /// A verb that judges nothing: its negation denies the noun that it governs.
  private mutating func passGenericVerb(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) -> Bool {
    guard phase == .seeking else { return false }
    word = phrase.words.upperBound
    phase = .predicate
    return true
  }

  private mutating func deny(_ words: borrowing SentenceWords, to next: Int) -> Bool {
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

  private mutating func afterPredicate(_ role: GrammarRole, _ words: borrowing SentenceWords) -> Bool {
    if role.isInflection || role.isSupport {
      if role == .difficulty || role == .excess || role == .ease {
        effects.rules.insert(role == .difficulty ? .difficulty : role == .excess ? .excess : .ease)
        effects.end = word + 1
      }
      // 幸せになりたい does not say that one is.
      if role == .desire, effects.denials == 0 { effects.rules.insert(.need) }
      return go(.predicate)
    }
    let next = words.role(word + 1)
    switch role {
    case .te:
      return next.isSupport || next == .desire || next == .topic || next == .negation ? go(.predicate) : false
    case .topic: return next.isSupport || next == .negation ? go(.predicate) : false
    case .quote: return next == .cognition || next == .topic || next == .potential ? go(.predicate) : false
    case .cognition: return go(.predicate)
    case .quoteAdnominal: return go(.nominal)
    case .verb:
      // 楽しく過ごす, 使い続ける: the cue goes with the verb.
      guard words.role(word - 1) == .adjective || words.form(word - 1) == .continuative else { return false }
      return go(.predicate)
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
      guard let next = words.phrase(at: word + 1), (words.phrases[next].kind.sign < 0) == isNegative,
        words.phrases[next].kind.sign != 0, words.role(words.phrases[next].words.upperBound - 1).isNominal
      else { return false }
      word = words.phrases[next].words.upperBound
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
    case .subject, .object, .genitive, .quote: return otherNouns > 0 && particle != .topic ? go(.seeking) : false
    case .auxiliary, .past, .polite: return go(.predicate)
    default: return false
    }
  }
}
