/// Makes judgements of the phrases of a sentence.
///
/// First each phrase that judges, and each thing that grows or shrinks, is taken along its predicate (`PredicateWalk`);
/// then what stands alone: growth that found no thing, ease and difficulty, wishes; then what concerns whole clauses:
/// conditions, contrasts, needs, questions.
struct CueComposer: ~Copyable {
  /// The judgements of the sentence, in the order of the text.
  var cues = ScratchColumn(repeating: nothing, count: 0)
  /// Growth and shrinking whose thing is not known: growth less shrinking.
  var looseGrowth = 0
  /// Good less bad things named of which nothing is said.
  private(set) var looseThings = 0
  /// Those of what is wished for, which come last; at the end room for those that are kept.
  var wishes = ScratchColumn(repeating: nothing, count: 0)
  private var ablation: SentimentAnnotator.Ablation = []

  /// The strength from which a thing is good or bad in itself, and not only by its number.
  static let leastThing: Float = 0.35
  /// How far back a growth looks for its thing, in words.
  static let reach = 48

  private static let nothing = ComposedCue(words: 0..<0, base: 0, value: 0)

  init() {}

  /// Whether the sentence holds nothing that judges, and names nothing that could.
  var isEmpty: Bool { cues.count == 0 && looseGrowth == 0 && looseThings == 0 }

  /// Whether all judgements stand under a condition.
  var isConditioned: Bool {
    for index in 0..<cues.count where !cues[index].rules.contains(.condition) { return false }
    return true
  }

  /// Forgets the sentence before.
  mutating func clear() {
    cues.removeAll()
    looseGrowth = 0
    looseThings = 0
  }

  /// Whether there is anything to compose: a phrase or an ending that may make a judgement.
  static func concerns(_ words: borrowing SentenceWords) -> Bool {
    if !words.roles.isDisjoint(with: suffixes) { return true }
    for number in 0..<words.phraseCount where words.phrase(number).kind.mayJudge { return true }
    return false
  }

  /// The endings that judge.
  static let suffixes: RoleSet = [.ease, .difficulty, .excess]

  /// Composes the sentence.
  /// - Complexity: O(*p* · *w*) in phrases and in words of a walk, whose number is limited.
  mutating func compose(
    _ words: inout SentenceWords, _ lexicon: SentimentLexicon, _ ablation: SentimentAnnotator.Ablation
  ) {
    self.ablation = ablation
    clear()
    for index in 0..<words.phraseCount where words.phrase(index).kind.sign != 0 {
      if !words.phrase(index).isUsed { judge(index, &words, lexicon) }
    }
    for index in 0..<words.phraseCount where words.phrase(index).kind.direction != 0 {
      if !words.phrase(index).isUsed { findThing(for: index, &words, lexicon) }
    }
    addSuffixes(words)
    addLacks(words)
    sort()
    denyBoth(words)
    wishes.removeAll()
    regret(words)
    for index in 0..<words.phraseCount where words.phrase(index).kind == .lack { wish(index, words) }
    guard wishes.count > 0 else { return }
    for index in 0..<wishes.count { cues.append(wishes[index]) }
    sort()
  }

  /// Puts the judgements into the order of the text, by insertion: most are, and they are few.
  private mutating func sort() {
    guard cues.count > 1 else { return }
    for index in 1..<cues.count {
      let cue = cues[index]
      var place = index
      while place > 0, cues[place - 1].words.lowerBound > cue.words.lowerBound {
        cues[place] = cues[place - 1]
        place -= 1
      }
      if place < index { cues[place] = cue }
    }
  }

  /// Takes a polar phrase or a thing along its predicate.
  private mutating func judge(
    _ index: Int, _ words: inout SentenceWords, _ lexicon: SentimentLexicon
  ) {
    let phrase = words.phrase(index)
    // 欠点らしい欠点もない judges once.
    if index + 1 < words.phraseCount, words.phrase(index + 1).entry == phrase.entry,
      words.phrase(index + 1).words.lowerBound == phrase.words.upperBound + 1,
      words.role(phrase.words.upperBound) == .auxiliary || words.role(phrase.words.upperBound) == .suffix
    {
      return
    }
    let entry = lexicon.entries[phrase.entry]
    let effects = PredicateWalk.walk(from: index, in: words)
    var cue = ComposedCue(
      words: phrase.words, base: phrase.kind.sign * phrase.strength, value: phrase.kind.sign * phrase.strength,
      rules: effects.rules, emotions: entry.emotions)
    // 最低の水準まで下がる goes on the same way, and 損害を最小限に食い止める turns once.
    let isDegree = effects.direction >= 0 && words.phrase(effects.direction).kind.isDegree
    if effects.direction >= 0 {
      words.use(effects.direction)
      grow(&cue, by: words.phrase(effects.direction))
      if effects.check >= 0 {
        words.use(effects.check)
        // 増加を抑える turns it.
        if words.phrase(effects.check).kind == .down, !isDegree { cue.value *= CompositionWeights.removed }
        cue.rules.insert(words.phrase(effects.check).kind == .down ? .decrease : .increase)
      }
    }
    // What only counts, and is no thing by itself: 客が減る, but not 客を待たせる.
    let isCounted = phrase.kind.isThing && phrase.strength < Self.leastThing
    if isCounted, effects.direction < 0, effects.remover < 0 { return }
    if effects.remover >= 0 {
      words.use(effects.remover)
      if !isDegree { cue.value *= CompositionWeights.removed }
      cue.rules.insert(.removal)
    } else if phrase.kind.isThing, effects.direction < 0 {
      if effects.denials == 0 { looseThings += phrase.kind == .goodThing ? 1 : -1 }
      guard entry.isFault || effects.denials > 0 else { return }
      if effects.denials == 0 { cue.value *= CompositionWeights.namedBadThing }
    }
    if effects.direction >= 0 || effects.remover >= 0 || effects.denials > 0 {
      cue.words = phrase.words.lowerBound..<max(effects.end, phrase.words.upperBound)
    }
    deny(&cue, effects)
    if effects.rules.contains(.subject) { cue.value *= CompositionWeights.subject }
    if effects.rules.contains(.expectation) { cue.value *= CompositionWeights.subject }
    if effects.rules.contains(.need) { cue.value *= CompositionWeights.needed }
    if effects.rules.contains(.difficulty) {
      cue.value = cue.value < 0 ? -cue.value * CompositionWeights.diminished : CompositionWeights.difficulty
    }
    if effects.rules.contains(.excess), cue.value < 0 {
      cue.value = max(-1, cue.value * CompositionWeights.intensified)
    }
    if effects.governor >= 0, words.phrase(effects.governor).kind.sign != phrase.kind.sign {
      cue.value *= CompositionWeights.governed
      cue.rules.insert(.governed)
    }
    modify(&cue, before: phrase.words.lowerBound, words)
    cues.append(cue)
  }

  /// Lets what grows or shrinks turn the judgement: less of a bad thing is good.
  func grow(_ cue: inout ComposedCue, by phrase: SentenceWords.Phrase) {
    let direction = phrase.kind.direction
    let strength = max(abs(cue.value), phrase.strength)
    let sign: Float = cue.value < 0 ? -1 : 1
    cue.value = sign * direction * strength
    cue.rules.insert(direction > 0 ? .increase : .decrease)
  }

  func deny(_ cue: inout ComposedCue, _ effects: PredicateWalk.Effects) {
    guard effects.denials > 0, !ablation.contains(.negation) else { return }
    if effects.denials % 2 == 0 {
      cue.value *= CompositionWeights.doublyDenied
      cue.rules.insert(.doubleNegation)
    } else {
      let factor = cue.value > 0 ? CompositionWeights.deniedGood : CompositionWeights.deniedBad
      cue.value *= factor * effects.denialStrength
      cue.rules.insert(.negation)
    }
  }

  /// Lets adverbs before the cue make it stronger or weaker, and turns what was so only before.
  func modify(_ cue: inout ComposedCue, before word: Int, _ words: borrowing SentenceWords) {
    var place = word - 1
    let clause = words.clause(word)
    // Far enough for 前の方が画面もずっと見やすく.
    while place >= 0, word - place <= 8, words.clause(place) == clause {
      guard let index = words.phrase(covering: place) else {
        place -= 1
        continue
      }
      let phrase = words.phrase(index)
      switch phrase.kind {
      case .intensifier where word - place <= 3:
        cue.value = max(-1, min(1, cue.value * CompositionWeights.intensified))
        cue.rules.insert(.intensified)
      case .diminisher where word - place <= 3:
        cue.value *= CompositionWeights.diminished
        cue.rules.insert(.diminished)
      case .mere where cue.rules.contains(.negation):
        cue.value *= CompositionWeights.subject
        cue.rules.insert(.subject)
      case .superlative where cue.rules.contains(.negation) && cue.value * cue.base < 0:
        cue.value = -cue.value
        cue.rules.insert(.superlative)
      case .former where cue.value > 0:
        cue.value *= CompositionWeights.deniedGood
        cue.rules.insert(.former)
      default: break
      }
      place = phrase.words.lowerBound - 1
    }
  }

  /// 高くも安くもない: of two contraries denied together neither is so.
  private mutating func denyBoth(_ words: borrowing SentenceWords) {
    guard cues.count > 1 else { return }
    for index in 1..<cues.count where cues[index].rules.contains(.negation) {
      let (first, second) = (cues[index - 1], cues[index])
      let gap = second.words.lowerBound - first.words.upperBound
      guard first.base * second.base < 0, gap >= 0, gap <= 3,
        (first.words.lowerBound..<second.words.lowerBound).contains(where: { Self.joins(words, $0) }),
        second.words.contains(where: { Self.joins(words, $0) })
      else { continue }
      for place in [index - 1, index] {
        cues[place].value *= CompositionWeights.subject
        cues[place].rules.insert(.subject)
      }
    }
  }

  /// Whether the word may stand between contraries that are denied together: も, and the とも that dictionaries take for
  /// one word.
  private static func joins(_ words: borrowing SentenceWords, _ word: Int) -> Bool {
    words.record(word).marks.contains(.isAlso) || words.role(word) == .clause && words.role(word - 1) == .adjective
  }
}
