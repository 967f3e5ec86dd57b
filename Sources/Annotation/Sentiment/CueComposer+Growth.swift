/// Growth and shrinking of things: what grows, and what is compared with what was expected.
extension CueComposer {
  /// Finds the thing that grows or shrinks, behind an attributive verb or before the growth.
  mutating func findThing(
    for index: Int, _ words: inout SentenceWords, _ lexicon: SentimentLexicon
  ) {
    let phrase = words.phrase(index)
    guard let thing = thing(for: phrase, words) else {
      if phrase.kind == .up || phrase.kind == .down {
        let denied = words.role(phrase.words.upperBound) == .negation
        looseGrowth += (phrase.kind == .up) == denied ? -1 : 1
      }
      if phrase.kind == .exceed || phrase.kind == .fallShort { compareAlone(phrase, words) }
      return
    }
    let found = words.phrase(thing)
    var cue = ComposedCue(
      words: phrase.words, thing: found.words.lowerBound, base: 0, value: found.kind.sign * found.strength,
      emotions: lexicon.entries[found.entry].emotions)
    grow(&cue, by: phrase)
    let effects = PredicateWalk.walk(from: index, in: words)
    deny(&cue, effects)
    modify(&cue, before: phrase.words.lowerBound, words)
    cues.append(cue)
  }

  /// 予想を上回る without a thing that is better or worse: above is good.
  private mutating func compareAlone(_ phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) {
    var cue = ComposedCue(
      words: phrase.words, base: 0, value: phrase.kind.direction * phrase.strength, rules: .expectation)
    if words.role(phrase.words.upperBound) == .negation { deny(&cue, .init(denials: 1)) }
    cues.append(cue)
  }

  /// The nearest thing before a growth, or the one right behind an attributive one: 増え続けるコスト, 低いリスク.
  private func thing(for phrase: SentenceWords.Phrase, _ words: borrowing SentenceWords) -> Int? {
    let isAdjective = phrase.kind == .high || phrase.kind == .low
    for ahead in phrase.words.upperBound..<min(phrase.words.upperBound + 3, words.count) {
      guard let index = words.phrase(at: ahead) else {
        let role = words.role(ahead)
        if role.isInflection || role == .genitive || role.isSupport || role == .prefix { continue }
        break
      }
      if words.phrase(index).kind.sign != 0, words.role(ahead).isNominal { return index }
      break
    }
    guard !isAdjective else { return nil }
    let isComparison = phrase.kind == .exceed || phrase.kind == .fallShort
    var place = phrase.words.lowerBound - 1
    while place >= 0, phrase.words.lowerBound - place <= Self.reach {
      guard let index = words.phrase(covering: place) else {
        place -= 1
        continue
      }
      let found = words.phrase(index)
      let next = words.role(found.words.upperBound)
      // What is surpassed is not what grows: 予想を上回る.
      let isMeasure =
        isComparison && (next == .object || next == .oblique) && found.words.upperBound + 1 >= phrase.words.lowerBound
      // A thing may be the topic of the whole sentence; a judgement is of its clause.
      let isNear = found.kind.isThing || words.clause(found.words.lowerBound) == words.clause(phrase.words.lowerBound)
      // 減損損失の影響により、前年度を上回る利益: what is compared is a subject, or good.
      let isSubject = next == .topic || next == .subject
      if isComparison, found.kind.sign < 0, !isSubject {
        place = found.words.lowerBound - 1
        continue
      }
      if found.kind.sign != 0, isNear, words.role(found.words.upperBound - 1).isNominal, !isMeasure { return index }
      place = found.words.lowerBound - 1
    }
    return nil
  }
}
