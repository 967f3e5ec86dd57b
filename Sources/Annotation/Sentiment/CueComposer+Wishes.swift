/// What is wished for, and so is lacking.
extension CueComposer {
  /// もっと安ければいいのに: the clause before it is what is lacking.
  mutating func wish(_ index: Int, _ words: borrowing SentenceWords) {
    let phrase = words.phrase(index)
    let clause = words.clause(phrase.words.lowerBound)
    // Judgements and wishes are each in order; a wish looks back over those of two clauses, and not far.
    var place = cues.count - 1
    while place >= 0, phrase.words.lowerBound - cues[place].words.lowerBound <= Self.reach {
      defer { place -= 1 }
      guard cues[place].words.upperBound <= phrase.words.upperBound, !cues[place].rules.contains(.wish) else {
        continue
      }
      guard clause - min(clause, words.clause(cues[place].words.lowerBound)) <= 1, cues[place].value > 0 else {
        continue
      }
      cues[place].value *= CompositionWeights.subject
      cues[place].rules.insert(.wish)
    }
    wishes.append(
      ComposedCue(
        words: phrase.words, base: 0, value: CompositionWeights.wished * phrase.strength * 2,
        rules: .wish))
  }

  /// 近ければ言うことはないのだが: a condition, and what would be good under it, left open at the end.
  mutating func regret(_ words: borrowing SentenceWords) {
    var last = words.clauseCount - 1
    while last > 0, words.clauseEnd(last) == .stop { last -= 1 }
    guard last > 0, words.clauseEnd(last) == .concession, words.clauseEnd(last - 1) == .conditional,
      words.endsWithClause
    else { return }
    for index in 0..<cues.count where Int(words.clause(cues[index].words.lowerBound)) == last {
      guard cues[index].value > 0 else { continue }
      cues[index].value = CompositionWeights.wished
      cues[index].rules.insert(.wish)
    }
  }
}
