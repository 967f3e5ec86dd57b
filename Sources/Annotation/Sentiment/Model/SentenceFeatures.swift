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
  /// Judgements all of which stand under a condition: 不備があれば….
  case conditionedGood, conditionedBad
}

/// The features of one sentence.
package struct SentenceFeatures: Sendable {
  package private(set) var values = [Float](repeating: 0, count: SentenceFeature.allCases.count)
  /// One bit for each feature that was set: most are 0 in most sentences.
  private var present: UInt64 = 0

  /// A judgement for each of so many words counts as dense.
  private static let densityScale: Float = 8

  init() {}

  /// The value of a feature.
  @inline(__always)
  package subscript(feature: SentenceFeature) -> Float {
    get { values[feature.rawValue] }
    set {
      values[feature.rawValue] = newValue
      present |= 1 << UInt64(feature.rawValue)
    }
  }

  /// What the features weigh together with `sum`, in a sentence that is a report by `share`.
  func weighed(_ sum: SentimentModel.Weights, _ weights: [SentimentModel.DomainWeights], _ share: Float)
    -> SentimentModel.Weights
  {
    var sum = sum
    var rest = present
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest - 1
      let weight = weights[index].mixed(share)
      sum.positive += weight.positive * values[index]
      sum.negative += weight.negative * values[index]
    }
    return sum
  }

  /// Measures a sentence that was composed.
  mutating func measure(
    _ words: borrowing SentenceWords, _ composer: borrowing CueComposer, _ mood: SentenceMood
  ) {
    while present != 0 {
      values[present.trailingZeroBitCount] = 0
      present &= present - 1
    }
    self[.bias] = 1
    self[.length] = min(1, log(Float(max(words.count, 1))) / 5)
    self[.numerals] = min(1, Float(mood.numerals) / 6)
    measure(mood)
    guard !composer.isEmpty else {
      self[.noCue] = 1
      return
    }
    measure(composer, words)
    self[.looseGrowth] = min(1, Float(max(0, composer.looseGrowth)) / 2)
    self[.looseShrinking] = min(1, Float(max(0, -composer.looseGrowth)) / 2)
    self[.goodThings] = min(1, Float(max(0, composer.looseThings)) / 2)
    self[.badThings] = min(1, Float(max(0, -composer.looseThings)) / 2)
    let (good, bad) = (self[.good], self[.bad])
    if words.isConceded(upTo: composer.cues.last?.words.lowerBound) {
      (self[.concededGood], self[.concededBad]) = (good, bad)
    }
    if composer.cues.allSatisfy({ $0.rules.contains(.condition) }) {
      (self[.conditionedGood], self[.conditionedBad]) = (good, bad)
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
    flag(.question, mood.isQuestion)
    flag(.need, mood.needs > 0)
    flag(.advice, mood.advices > 0)
    flag(.wish, mood.wishes > 0)
    flag(.hedge, mood.hedges > 0)
    flag(.condition, mood.conditions > 0)
    flag(.report, mood.reports > 0)
    flag(.rhetoric, mood.rhetoric > 0)
    flag(.contrast, mood.contrasts > 0)
    flag(.endsInNoun, mood.endsInNoun)
    flag(.endsInCopula, mood.endsInCopula)
    flag(.endsInPast, mood.endsInPast)
    flag(.endsInNegation, mood.endsInNegation)
    flag(.beginsWithConjunction, mood.beginsWithConjunction)
    share(.denial, mood.denials)
    flag(.desire, mood.desires > 0)
    flag(.regret, mood.regrets > 0)
    flag(.benefit, mood.benefits > 0)
    share(.potential, mood.potentials)
    flag(.inability, mood.inabilities > 0)
    share(.cognition, mood.cognitions)
    share(.final, mood.finals)
    share(.intensifier, mood.intensifiers)
  }
  @inline(__always)
  private mutating func flag(_ feature: SentenceFeature, _ isSet: Bool) { if isSet { self[feature] = 1 } }

  @inline(__always)
  private mutating func share(_ feature: SentenceFeature, _ count: Int) {
    if count > 0 { self[feature] = min(1, Float(count) / 2) }
  }
}
