import Morphology

/// Reads phrases of several words.
extension PhraseStates {
  /// The most morphemes of a phrase.
  private static let longestPhrase = 16

  /// Keeps the phrase that ends with a step over `word`, before the word `end`; it is longer than the one before.
  @inline(__always)
  static func note(
    _ step: Step, behind word: SentimentLexemes.Record, _ end: Int, _ match: inout SentimentLexicon.Match
  ) {
    // A base form ends no phrase where the word goes on as a condition: なければ is no ない.
    if word.role == .negation && word.marks.contains(.isConditional) { return }
    if step.ending != .none { match = .init(end: end, ending: step.ending) }
  }

  /// Reads on from the word `place` in a phrase that begins with the word `start`: `match` becomes the longest one. Before
  /// `place` stands `state`, with the bits `filter` of the scalars that lead on.
  ///
  /// ます is passed over, and so is the ある of ありません, so that polite forms are found by the plain one.
  /// - Complexity: O(1): phrases are limited.
  mutating func readOn(
    from start: Int, _ place: Int, _ state: UInt32, _ filter: UInt64, in words: borrowing SentenceWords,
    _ ids: Span<UInt32>, _ lexemes: borrowing LexemeTable, _ match: inout SentimentLexicon.Match
  ) {
    var (place, state, filter) = (place, state, filter)
    let limit = min(words.count, start + Self.longestPhrase)
    while place < limit {
      let word = words.record(place)
      if word.marks.contains(.mayPassOver), Self.passesOver(place, limit, words) {
        place += 1
        continue
      }
      let bits = word.firstBits
      guard filter & bits != 0 else { return }
      let step = follow(ids[place], bits, isNegation: word.role == .negation, from: state, in: lexemes)
      place += 1
      Self.note(step, behind: word, place, &match)
      (state, filter) = (step.state, step.filter)
    }
  }

  /// Whether the word is one that phrases are written without: ます, and ある before ません.
  private static func passesOver(_ place: Int, _ limit: Int, _ words: borrowing SentenceWords) -> Bool {
    switch words.role(place) {
    case .polite: return place + 1 < limit && words.role(place + 1) == .negation
    case .existence:
      return place + 2 < limit && words.role(place + 1) == .polite && words.role(place + 2) == .negation
    default: return false
    }
  }
}
