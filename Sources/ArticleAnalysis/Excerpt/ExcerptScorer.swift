internal import Foundation
import TextCore

/// Weighs one sentence as a part of an excerpt.
struct ExcerptScorer {
  let wish: ExcerptSelector.Wish
  private let cues: ExcerptCues
  private let title: ExcerptForm.TitlePairs?

  init(cues: ExcerptCues, wish: ExcerptSelector.Wish) {
    self.cues = cues
    self.wish = wish
    title = wish.title.map(ExcerptForm.TitlePairs.init)
  }

  /// A sentence that keeps the rules.
  struct Scored {
    let score: Double
    /// Its grapheme clusters.
    let length: Int
    /// The connective at its head, which is left out where the sentence comes first.
    let head: (bytes: Int, characters: Int)
    /// 1 where a space parts it from a Latin sentence before it.
    let space: Int
  }

  /// Weights of the parts of a score.
  private enum Weight {
    /// For the first sentence, falling by a factor of e over so many sentences.
    static let lead = 1.2
    static let leadDecay = 4.0
    /// For terms of the title.
    static let title = 0.8
    /// For a figure.
    static let figure = 0.05
    /// For using the room that the limit leaves.
    static let fill = 0.8
    static let announcement = 0.35
    static let pointer = 1.25
    static let short = 2.5
    /// For questions, calls, asides, vague words, and sentences without an end.
    static let unfit = 2.5
  }
  /// The length in characters under which a sentence says too little.
  private static let shortLength = 26
  /// The length in characters at which the weight of the terms counts half.
  private static let halfLength = 40.0

  /// The score of a sentence; `nil` where the rules forbid it.
  func score(
    _ sentence: ExcerptCandidate, at index: Int, text: Span<UInt8>, normalized: Span<UInt8>
  ) -> Scored? {
    let length = GraphemeCount.count(text)
    guard length <= wish.limit, ExcerptForm.isBalanced(text), !ExcerptForm.hasMarkup(text) else { return nil }
    if let title, title.echoes(text) { return nil }
    let found = cues.cues(of: normalized)
    guard found.isDisjoint(with: [.greeting, .filler]) else { return nil }
    var score =
      switch wish.style {
      case .sentence:
        sentence.weight / (1 + Double(length) / Self.halfLength)
          + Weight.lead * exp(-Double(index) / Weight.leadDecay)
      case .lead: 3 * exp(-Double(index) / 3)
      }
    score += Weight.title * min(1, sentence.titleWeight)
    if hasFigure(normalized) { score += Weight.figure }
    if !found.isDisjoint(with: [.question, .call, .aside, .vague]) { score -= Weight.unfit }
    if found.contains(.pointer) { score -= Weight.pointer }
    if found.contains(.announcement) { score -= Weight.announcement }
    if length < Self.shortLength { score -= Weight.short }
    if !ExcerptForm.endsAsSentence(text) { score -= Weight.unfit }
    let startsLatin = text.count > 0 && text[0] < 0x80
    return Scored(score: score, length: length, head: head(text, normalized), space: startsLatin ? 1 : 0)
  }

  /// The value of a run of sentences: its mean score, and a bonus for using the room.
  func value(total: Double, length: Int) -> Double {
    total / Double(max(length, 1)) + Weight.fill * min(1, Double(length) / Double(max(wish.limit, 1)))
  }

  private func hasFigure(_ normalized: Span<UInt8>) -> Bool {
    for index in 0..<normalized.count where normalized[index] >= 0x30 && normalized[index] <= 0x39 { return true }
    return false
  }

  /// The connective and its comma at the head of a sentence, where the author's text has the same bytes.
  private func head(_ text: Span<UInt8>, _ normalized: Span<UInt8>) -> (bytes: Int, characters: Int) {
    let length = cues.headLength(of: normalized)
    guard length > 0, length < text.count else { return (0, 0) }
    for index in 0..<length where text[index] != normalized[index] { return (0, 0) }
    return (length, GraphemeCount.count(text.extracting(0..<length)))
  }
}
