import Morphology

/// What phrases of the lexicon do to a walk that meets them.
extension PredicateWalk {
  /// Takes a phrase of the lexicon.
  mutating func take(_ index: Int, _ words: borrowing SentenceWords) -> Bool {
    let phrase = words.phrase(index)
    switch phrase.kind {
    case .denial, .lacking:
      guard !isExistenceOnly else { return false }
      effects.denialStrength = min(effects.denialStrength, phrase.strength)
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
        phase == .seeking && particle == .object && phrase.strength >= Self.handlingOfObjects
      guard isObject || phase == .nominal && word == start else { return passOver(phrase, words) }
      effects.rules.insert(.subject)
      effects.end = phrase.words.upperBound
      return false
    case .negator where isManner, .up where isManner, .down where isManner:
      // 見事に消す.
      word = phrase.words.upperBound
      phase = .predicate
      return true
    // 楽しくなくなる: dictionaries part なく and なる, which is no word of its own there.
    case .negator where phase == .predicate && words.role(phrase.words.lowerBound) == .negation:
      return deny(words, to: phrase.words.upperBound)
    case .negator:
      guard phase != .predicate, effects.remover < 0, !isExistenceOnly || isNegative else { return false }
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
      // 事故の被害が減る: what becomes of the one becomes of the other.
      if isNoun, phase == .nominal, words.role(word - 1) == .genitive, phrase.kind.sign * (isNegative ? -1 : 1) > 0 {
        word = phrase.words.upperBound
        return true
      }
      if isNoun, phase == .seeking, particle == .phrase || particle == .topic,
        phrase.kind.sign * (isNegative ? -1 : 1) > 0,
        words.phrase(index).words.upperBound < words.count
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
      if phase == .predicate, isNegative, words.role(word).isNominal, phrase.kind == .positive {
        effects.governor = index
      }
      return false
    case .goodThing, .badThing:
      // 不満に思わない客はいない: who only counts is a noun like any other.
      if phase == .predicate, phrase.strength < CueComposer.leastThing { return passOver(phrase, words) }
      guard phase == .nominal else { return false }
      word = phrase.words.upperBound
      return true
    case .lack, .wish, .contrast, .condition, .advice, .complaint, .question, .mere, .role: return false
    }
  }

  /// Whether an adjective describes the verb behind it.
  private func isAdverb(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) -> Bool {
    let next = words.role(phrase.words.upperBound)
    return words.isContinuative(phrase.words.upperBound - 1) && (next == .verb || next == .cognition)
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
}
