internal import Foundation

/// What the rules found out about a sentence, as numbers that the learned weights are for.
///
/// Each is between -1 and 1, mostly 0 to 1. The names are those of the model's rows.
package enum SentenceFeature: Int, CaseIterable, Sendable {
  case bias
  /// Sums of the judgements, bent by tanh.
  case good, bad
  /// The strongest judgement.
  case bestGood, worstBad
  /// How many judgements, up to three, in thirds.
  case goodCount, badCount
  /// The last judgement.
  case lastGood, lastBad
  /// The sums in the last clause that holds a judgement, bent by tanh.
  case finalGood, finalBad
  /// The same before rules, as the words alone have it.
  case wordsGood, wordsBad
  /// Both good and bad.
  case both
  /// The sums for each word of the sentence, bent by tanh.
  case denseGood, denseBad
  case noCue
  case looseGrowth, looseShrinking, goodThings, badThings
  case question, need, advice, wish, hedge, condition, report, rhetoric, contrast
  case endsInNoun, endsInCopula, endsInPast, endsInNegation, beginsWithConjunction
  case denial, desire, regret, benefit, potential, cognition, final, intensifier, numerals
  case length
  /// Judgements in sentences that only say what has to be, ask, or bid.
  case neededGood, neededBad, askedGood, askedBad, hedgedGood, hedgedBad
  /// できない.
  case inability
  /// Judgements before a contrast behind which none stands: 見た目は豪華だが、….
  case concededGood, concededBad
}

/// The features of one sentence.
package struct SentenceFeatures: Sendable {
  package private(set) var values = [Float](repeating: 0, count: SentenceFeature.allCases.count)

  /// A judgement for each of so many words counts as dense.
  private static let densityScale: Float = 8

  init() {}

  /// The value of a feature.
  package subscript(feature: SentenceFeature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  /// Measures a sentence that was composed.
  mutating func measure(
    _ words: borrowing SentenceWords, _ composer: borrowing CueComposer, _ mood: SentenceMood
  ) {
    for index in values.indices { values[index] = 0 }
    self[.bias] = 1
    self[.length] = min(1, log(Float(max(words.count, 1))) / 5)
    self[.numerals] = min(1, Float(mood.numerals) / 6)
    measure(mood)
    measure(composer, words)
    self[.looseGrowth] = min(1, Float(max(0, composer.looseGrowth)) / 2)
    self[.looseShrinking] = min(1, Float(max(0, -composer.looseGrowth)) / 2)
    self[.goodThings] = min(1, Float(max(0, composer.looseThings)) / 2)
    self[.badThings] = min(1, Float(max(0, -composer.looseThings)) / 2)
    let (good, bad) = (self[.good], self[.bad])
    if words.isConceded(upTo: composer.cues.last?.words.lowerBound) {
      (self[.concededGood], self[.concededBad]) = (good, bad)
    }
    if mood.needs > 0 { (self[.neededGood], self[.neededBad]) = (good, bad) }
    if mood.isQuestion { (self[.askedGood], self[.askedBad]) = (good, bad) }
    if mood.hedges > 0 { (self[.hedgedGood], self[.hedgedBad]) = (good, bad) }
  }

  private mutating func measure(_ composer: borrowing CueComposer, _ words: borrowing SentenceWords) {
    var (good, bad, rawGood, rawBad) = (Float(0), Float(0), Float(0), Float(0))
    var (finalGood, finalBad, final) = (Float(0), Float(0), UInt16(0))
    var (goods, bads) = (0, 0)
    for cue in composer.cues {
      let clause = words.clause(cue.words.lowerBound)
      if clause != final { (finalGood, finalBad, final) = (0, 0, clause) }
      if cue.value > 0 {
        good += cue.value
        finalGood += cue.value
        goods += cue.value > 0.1 ? 1 : 0
        self[.bestGood] = max(self[.bestGood], cue.value)
      } else {
        bad -= cue.value
        finalBad -= cue.value
        bads += cue.value < -0.1 ? 1 : 0
        self[.worstBad] = max(self[.worstBad], -cue.value)
      }
      if cue.base > 0 { rawGood += cue.base } else { rawBad -= cue.base }
    }
    (self[.good], self[.bad]) = (tanh(good), tanh(bad))
    let share = Self.densityScale / Float(max(words.count, 1))
    (self[.denseGood], self[.denseBad]) = (tanh(good * share), tanh(bad * share))
    (self[.wordsGood], self[.wordsBad]) = (tanh(rawGood), tanh(rawBad))
    (self[.finalGood], self[.finalBad]) = (tanh(finalGood), tanh(finalBad))
    (self[.goodCount], self[.badCount]) = (Float(min(goods, 3)) / 3, Float(min(bads, 3)) / 3)
    self[.both] = min(tanh(good), tanh(bad))
    self[.noCue] = composer.cues.isEmpty ? 1 : 0
    let last = composer.cues.last?.value ?? 0
    (self[.lastGood], self[.lastBad]) = (max(0, last), max(0, -last))
  }

  private mutating func measure(_ mood: SentenceMood) {
    func flag(_ isSet: Bool) -> Float { isSet ? 1 : 0 }
    func share(_ count: Int) -> Float { min(1, Float(count) / 2) }
    self[.question] = flag(mood.isQuestion)
    self[.need] = flag(mood.needs > 0)
    self[.advice] = flag(mood.advices > 0)
    self[.wish] = flag(mood.wishes > 0)
    self[.hedge] = flag(mood.hedges > 0)
    self[.condition] = flag(mood.conditions > 0)
    self[.report] = flag(mood.reports > 0)
    self[.rhetoric] = flag(mood.rhetoric > 0)
    self[.contrast] = flag(mood.contrasts > 0)
    self[.endsInNoun] = flag(mood.endsInNoun)
    self[.endsInCopula] = flag(mood.endsInCopula)
    self[.endsInPast] = flag(mood.endsInPast)
    self[.endsInNegation] = flag(mood.endsInNegation)
    self[.beginsWithConjunction] = flag(mood.beginsWithConjunction)
    self[.denial] = share(mood.denials)
    self[.desire] = flag(mood.desires > 0)
    self[.regret] = flag(mood.regrets > 0)
    self[.benefit] = flag(mood.benefits > 0)
    self[.potential] = share(mood.potentials)
    self[.inability] = flag(mood.inabilities > 0)
    self[.cognition] = share(mood.cognitions)
    self[.final] = share(mood.finals)
    self[.intensifier] = share(mood.intensifiers)
  }
}
