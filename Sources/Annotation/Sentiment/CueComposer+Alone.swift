/// What judges alone, beside words that the lexicon does not judge.
extension CueComposer {
  /// Judges やすい, にくい and すぎる behind words that the lexicon does not judge.
  mutating func addSuffixes(_ words: borrowing SentenceWords) {
    guard !words.roles.isDisjoint(with: Self.suffixes) else { return }
    for word in 1..<max(words.count, 1) {
      let role = words.role(word)
      guard role == .ease || role == .difficulty || role == .excess else { continue }
      guard words.phrase(covering: word) == nil,
        words.phrase(covering: word - 1).map({ words.phrase($0).kind.sign == 0 }) ?? true,
        !words.role(word - 1).isSupport
      else { continue }
      let weight =
        role == .ease
        ? CompositionWeights.ease : role == .difficulty ? CompositionWeights.difficulty : CompositionWeights.excess
      var cue = ComposedCue(
        words: word - 1..<word + 1, base: 0, value: weight,
        rules: role == .ease ? .ease : role == .difficulty ? .difficulty : .excess)
      if words.role(word + 1) == .negation { deny(&cue, .init(denials: 1)) }
      cues.append(cue)
    }
  }

  /// Whether a judgement covers one of the words.
  private func judges(_ words: Range<Int>) -> Bool {
    for index in 0..<cues.count where cues[index].words.overlaps(words) { return true }
    return false
  }

  /// 計画性に欠ける: to lack what nothing is known of is a fault.
  mutating func addLacks(_ words: borrowing SentenceWords) {
    for number in 0..<words.phraseCount where words.phrase(number).kind == .lacking {
      let phrase = words.phrase(number)
      guard words.role(phrase.words.lowerBound - 1).isNominal else { continue }
      let next = phrase.words.upperBound
      // 計画性に欠けるわけではない finds no fault.
      let isDenied =
        words.role(next) == .negation || words.phrase(at: next).map { words.phrase($0).kind == .denial } ?? false
      guard !isDenied, !judges(phrase.words) else { continue }
      var start = phrase.words.lowerBound - 1
      while words.role(start - 1).isNominal, words.phrase(covering: start - 1) == nil { start -= 1 }
      cues.append(ComposedCue(words: start..<next, base: 0, value: CompositionWeights.lacked))
    }
  }
}
