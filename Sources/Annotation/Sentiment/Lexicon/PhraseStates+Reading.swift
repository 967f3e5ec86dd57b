import Morphology

/// Reads phrases of several words.
extension PhraseStates {
  /// The most morphemes of a phrase.
  private static let longestPhrase = 16

  /// Whether a phrase may go on with `word`, or with one behind it, from a state: the filter tells of most words that they
  /// do not.
  @inline(__always)
  func mayGoOn(_ state: UInt32, _ word: SentimentLexemes.Record) -> Bool {
    // A word that may be passed over has all bits.
    filter(of: state) & word.firstBits != 0
  }

  /// Keeps the phrase that ends with a state, behind `word` and before the word `end`; it is longer than the one before.
  @inline(__always)
  func note(
    _ state: UInt32, behind word: SentimentLexemes.Record, _ end: Int, _ match: inout SentimentLexicon.Match
  ) {
    // A base form ends no phrase where the word goes on as a condition: なければ is no ない.
    if word.role == .negation && word.marks.contains(.isConditional) { return }
    let node = phrase(of: state)
    if node != 0 { match = .init(end: end, node: node) }
  }

  /// Reads on from the word `place`, before which stands `state`, in a phrase that begins with the word `start`: `match`
  /// becomes the longest one.
  ///
  /// ます is passed over, and so is the ある of ありません, so that polite forms are found by the plain one.
  /// - Complexity: O(1): phrases are limited.
  mutating func readOn(
    from start: Int, _ place: Int, _ state: UInt32, in words: borrowing SentenceWords, _ ids: Span<UInt32>,
    _ lexemes: borrowing LexemeTable, _ match: inout SentimentLexicon.Match
  ) {
    var (state, place) = (state, place)
    let limit = min(words.count, start + Self.longestPhrase)
    while place < limit {
      let word = words.record(place)
      if word.marks.contains(.mayPassOver), Self.passesOver(place, limit, words) {
        place += 1
        continue
      }
      let bits = word.firstBits
      guard filter(of: state) & bits != 0 else { return }
      state = follow(ids[place], bits, isNegation: word.role == .negation, from: state, in: lexemes)
      guard state != 0 else { return }
      place += 1
      note(state, behind: word, place, &match)
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
