internal import Foundation

/// Measures the features of sentences, one after the other.
///
/// Scratch: one is used for all sentences of a worker.
struct FeatureMeasure: ~Copyable {
  private var values = ScratchColumn<Float>(repeating: 0, count: SentenceFeature.allCases.count)
  /// One bit for each feature that was set: most are 0 in most sentences.
  private var present: UInt64 = 0

  /// A judgement for each of so many words counts as dense.
  private static let densityScale: Float = 8

  /// For each count of words what `length` is, up to 1.
  private var lengths = ScratchColumn<Float>(repeating: 0, count: 150)

  init() { for count in 1..<lengths.count { lengths[count] = min(1, log(Float(count)) / 5) } }

  /// What was measured.
  var features: SentenceFeatures { SentenceFeatures(values: (0..<values.count).map { values[$0] }) }

  /// The value of a feature.
  @inline(__always)
  private(set) subscript(feature: SentenceFeature) -> Float {
    get { values[feature.rawValue] }
    set {
      values[feature.rawValue] = newValue
      present |= 1 &<< UInt64(truncatingIfNeeded: feature.rawValue)
    }
  }

  /// What the features weigh together with `sum`, in a sentence that is a report by `share`.
  mutating func weighed(_ sum: SentimentModel.Weights, _ model: SentimentModel, _ share: Float)
    -> SentimentModel.Weights
  {
    var sum = SIMD2(sum.positive, sum.negative)
    var rest = present
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest &- 1
      let lanes = model.features[index].lanes
      sum += (lanes.lowHalf + share * lanes.highHalf) * values[index]
    }
    return SentimentModel.Weights(positive: sum[0], negative: sum[1])
  }

  /// Measures a sentence that was composed.
  mutating func measure(
    _ words: borrowing SentenceWords, _ composer: borrowing CueComposer, _ mood: SentenceMood
  ) {
    while present != 0 {
      values[present.trailingZeroBitCount] = 0
      present &= present &- 1
    }
    self[.bias] = 1
    self[.length] = lengths[min(words.count, lengths.count - 1)]
    put(.numerals, min(1, Float(mood.numerals) / 6))
    measure(mood)
    guard !composer.isEmpty else {
      self[.noCue] = 1
      return
    }
    measure(composer, words)
    put(.looseGrowth, min(1, Float(max(0, composer.looseGrowth)) / 2))
    put(.looseShrinking, min(1, Float(max(0, -composer.looseGrowth)) / 2))
    put(.goodThings, min(1, Float(max(0, composer.looseThings)) / 2))
    put(.badThings, min(1, Float(max(0, -composer.looseThings)) / 2))
    let last = composer.cues.count - 1
    if last >= 0, words.isConceded(upTo: composer.cues[last].words.lowerBound) {
      repeatSums(.concededGood, .concededBad)
    }
    if composer.isConditioned { repeatSums(.conditionedGood, .conditionedBad) }
    if mood.needs > 0 { repeatSums(.neededGood, .neededBad) }
    if mood.isQuestion { repeatSums(.askedGood, .askedBad) }
    if mood.hedges > 0 { repeatSums(.hedgedGood, .hedgedBad) }
  }

  private mutating func measure(_ composer: borrowing CueComposer, _ words: borrowing SentenceWords) {
    var (good, bad, rawGood, rawBad) = (Float(0), Float(0), Float(0), Float(0))
    var (finalGood, finalBad, final) = (Float(0), Float(0), UInt16(0))
    var (bestGood, worstBad) = (Float(0), Float(0))
    var (goods, bads) = (0, 0)
    for index in 0..<composer.cues.count {
      let cue = composer.cues[index]
      let clause = words.clause(cue.words.lowerBound)
      if clause != final { (finalGood, finalBad, final) = (0, 0, clause) }
      if cue.value > 0 {
        good += cue.value
        finalGood += cue.value
        goods += cue.value > 0.1 ? 1 : 0
        bestGood = max(bestGood, cue.value)
      } else {
        bad -= cue.value
        finalBad -= cue.value
        bads += cue.value < -0.1 ? 1 : 0
        worstBad = max(worstBad, -cue.value)
      }
      if cue.base > 0 { rawGood += cue.base } else { rawBad -= cue.base }
    }
    let share = Self.densityScale / Float(max(words.count, 1))
    let last = composer.cues.count > 0 ? composer.cues[composer.cues.count - 1].value : 0
    let bentGood = put(.good, .finalGood, .wordsGood, .denseGood, good, finalGood, rawGood, share)
    let bentBad = put(.bad, .finalBad, .wordsBad, .denseBad, bad, finalBad, rawBad, share)
    put(.bestGood, bestGood)
    put(.worstBad, worstBad)
    put(.goodCount, Float(min(goods, 3)) / 3)
    put(.badCount, Float(min(bads, 3)) / 3)
    put(.both, min(bentGood, bentBad))
    put(.noCue, composer.cues.count == 0 ? 1 : 0)
    put(.lastGood, max(0, last))
    put(.lastBad, max(0, -last))
  }

  /// Bends the sums of one side, of all its judgements, of those of the last clause and of the words alone, and the first
  /// one for each word; returns the first one bent. Most are 0, or the same as the first.
  @inline(__always)
  private mutating func put(
    _ all: SentenceFeature, _ final: SentenceFeature, _ words: SentenceFeature, _ dense: SentenceFeature, _ sum: Float,
    _ finalSum: Float, _ wordSum: Float, _ share: Float
  ) -> Float {
    let bent = sum == 0 ? 0 : Self.bent(sum)
    put(all, bent)
    if sum != 0 { put(dense, Self.bent(sum * share)) }
    if finalSum != 0 { put(final, finalSum == sum ? bent : Self.bent(finalSum)) }
    if wordSum != 0 { put(words, wordSum == sum ? bent : Self.bent(wordSum)) }
    return bent
  }

  /// The hyperbolic tangent, by an exponential: `tanhf` of glibc takes twice as long. It differs by 10^-7 at most.
  @inline(__always)
  private static func bent(_ sum: Float) -> Float { 1 - 2 / (exp(2 * sum) + 1) }

  /// Sets two features to the sums of the judgements.
  @inline(__always)
  private mutating func repeatSums(_ good: SentenceFeature, _ bad: SentenceFeature) {
    put(good, self[.good])
    put(bad, self[.bad])
  }

  /// Sets a feature; 0 is what it was before, and weighs nothing.
  @inline(__always)
  private mutating func put(_ feature: SentenceFeature, _ value: Float) { if value != 0 { self[feature] = value } }

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
  private mutating func share(_ feature: SentenceFeature, _ count: Int32) {
    if count > 0 { self[feature] = min(1, Float(count) / 2) }
  }
}
