extension CueComposer {
  /// Lets what concerns whole clauses and the sentence work on the judgements.
  mutating func applyClauses(
    _ words: borrowing SentenceWords, _ mood: SentenceMood, _ ablation: SentimentAnnotator.Ablation
  ) {
    let last = cues.count > 0 ? words.clause(cues[cues.count - 1].words.lowerBound) : 0
    // 評判が良かったので期待したが、…: what gives the reason stands before the contrast as well.
    let contrast = words.lastConcession(in: 0..<min(Int(last), words.clauseCount))
    // From the end, so that what stands behind a judgement in its clause is known when its turn comes.
    var phrase = words.phraseCount - 1
    var clauseBehind = UInt16.max
    var behind: CueRules = []
    for index in stride(from: cues.count - 1, through: 0, by: -1) {
      let word = cues[index].words.lowerBound
      let clause = words.clause(word)
      while phrase >= 0, words.phrase(phrase).words.lowerBound > word {
        let start = words.clause(words.phrase(phrase).words.lowerBound)
        if start != clauseBehind { (clauseBehind, behind) = (start, []) }
        behind.formUnion(Self.clauseRule(of: words.phrase(phrase).kind))
        phrase -= 1
      }
      if clauseBehind != clause { (clauseBehind, behind) = (clause, []) }
      applyRules(behind, to: index)
      let end = Int(clause) < words.clauseCount ? words.clauseEnd(Int(clause)) : .stop
      if end == .conditional && !cues[index].rules.contains(.wish) {
        weaken(index, CompositionWeights.conditional, .condition)
      }
      if end == .question { weaken(index, CompositionWeights.asked, .question) }
      if Int(clause) <= contrast && !ablation.contains(.contrast) {
        weaken(index, CompositionWeights.contrasted, .contrast)
      }
      switch words.bracket(word) {
      case .none, .speech: break
      case .quotation: weaken(index, CompositionWeights.quoted, .quotation)
      case .name: weaken(index, CompositionWeights.subject, .quotation)
      }
      if mood.isQuestion, !(mood.asksWhy && cues[index].value < 0), Int(clause) + 2 >= words.clauseCount {
        weaken(index, CompositionWeights.asked, .question)
      }
      cues[index].value = max(-1, min(1, cues[index].value))
    }
  }

  private mutating func applyRules(_ rules: CueRules, to index: Int) {
    if rules.contains(.hedge) { weaken(index, CompositionWeights.hedged, .hedge) }
    if rules.contains(.need) { weaken(index, CompositionWeights.needed, .need) }
    if rules.contains(.advice) { weaken(index, CompositionWeights.advised, .advice) }
    if rules.contains(.report) { weaken(index, CompositionWeights.reported, .report) }
  }

  /// The rule by which a phrase concerns the judgements before it in its clause.
  private static func clauseRule(of kind: CueKind) -> CueRules {
    switch kind {
    case .hedge: .hedge
    case .need, .wish: .need
    case .advice: .advice
    case .report: .report
    default: []
    }
  }

  /// Drops judgements that rules have brought down to nothing.
  mutating func drop(below least: Float) {
    var index = 0
    while index < cues.count, abs(cues[index].value) >= least { index += 1 }
    guard index < cues.count else { return }
    wishes.removeAll()
    for index in 0..<cues.count where abs(cues[index].value) >= least { wishes.append(cues[index]) }
    swap(&cues, &wishes)
  }

  private mutating func weaken(_ index: Int, _ factor: Float, _ rule: CueRules) {
    guard !cues[index].rules.contains(rule) else { return }
    cues[index].value *= factor
    cues[index].rules.insert(rule)
  }
}
