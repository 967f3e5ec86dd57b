import Morphology

/// Finds the phrases of a sentence.
extension SentimentLexicon {
  /// A phrase that was met.
  struct Match {
    /// The word behind it.
    var end: Int
    /// What it says.
    var ending: Ending
  }

  /// The longest phrase that begins at the word `start` of a sentence; `nil` where none does.
  /// - Complexity: O(1): phrases and readings are limited.
  @inline(__always)
  func longestMatch(
    at start: Int, in words: borrowing SentenceWords, _ ids: Span<UInt32>, _ lexemes: inout SentimentLexemes,
    _ table: borrowing LexemeTable
  ) -> Match? {
    let (first, next) = (words.record(start), words.record(start &+ 1))
    // 望み of 望みます is the verb, 望み of 望みが the noun.
    var match = Match(end: start &+ 1, ending: next.role.marksNoun ? first.asNoun : first.asVerb)
    if first.nextBits & next.firstBits != 0 {
      if next.marks.contains(.mayPassOver) {
        lexemes.states.readOn(from: start, start &+ 1, first.state, first.nextBits, in: words, ids, table, &match)
      } else {
        let step = lexemes.states.follow(
          ids[start &+ 1], next.firstBits, isNegation: next.role == .negation, from: first.state, in: table)
        PhraseStates.note(step, behind: next, start &+ 2, &match)
        // A word that may be passed over has all bits.
        if step.filter & words.record(start &+ 2).firstBits != 0 {
          lexemes.states.readOn(from: start, start &+ 2, step.state, step.filter, in: words, ids, table, &match)
        }
      }
    }
    return match.ending == .none ? nil : match
  }

  /// The entry of the phrase that covers `phrase` and whose rows are those of a list: of rows whose condition holds that
  /// counts whose head is nearest; a row without comes last.
  func entry(
    ofList list: Int, _ phrase: Range<Int>, in words: borrowing SentenceWords, _ ids: Span<UInt32>,
    _ numbers: borrowing ScratchColumn<UInt16>, _ lexemes: borrowing LexemeTable
  ) -> Int? {
    let heads = Condition.heads(around: phrase, in: words)
    var best: (entry: Int, distance: Int)?
    for row in rows(ofList: list) {
      let number = Int(listed[row])
      let condition = entries[number].condition
      guard condition >= 0 else { return best?.entry ?? number }
      if let distance = conditions[condition].distance(phrase, heads, ids, numbers, lexemes),
        best.map({ distance < $0.distance }) ?? true
      {
        best = (number, distance)
      }
    }
    return best?.entry
  }
}
