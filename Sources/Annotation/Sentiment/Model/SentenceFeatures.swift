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
  /// The values, in the order of the features.
  package let values: [Float]
}
