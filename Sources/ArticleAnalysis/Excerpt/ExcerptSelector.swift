import ArticleSource
internal import Foundation
import TextCore

/// How an excerpt is made.
public enum ExcerptStyle: String, Sendable, CaseIterable {
  /// The sentences that say most of what the article is about.
  case sentence
  /// The first sentences that say something.
  case lead
}

/// A sentence as the excerpt sees it.
struct ExcerptCandidate {
  /// Where the sentence stands in the prose.
  let prose: ByteRange<ProseSpace>
  /// The normalized sentence within the normalized text.
  let normalized: ByteRange<NormalizedSpace>
  let block: ProseBlock.Kind
  /// The paragraph it stands in; sentences are only put together within one.
  let blockIndex: Int
  /// The place of the sentence among the article's, from 0.
  let order: Int
  /// What its terms weigh together, and the share of that which stands in the title.
  let weight: Double
  let titleWeight: Double
}

/// Chooses the sentences of an article that stand for it in a list of posts.
///
/// Each sentence gets a score from what its terms weigh against its length, from its place, from the terms it shares
/// with the title, and against it from greetings, fillers, asides, questions, words that point outside it, and announcements
/// (`dictionaries/excerpt-cues.tsv`). The best run of one to three neighbouring sentences that fits the limit wins;
/// longer runs win over shorter ones while there is room. The weights were set on 117 posts with descriptions by
/// their author (`Documentation/Evaluation.md`).
struct ExcerptSelector {
  /// Weights of the parts of a score.
  private enum Weight {
    static let lead = 0.9
    static let leadDecay = 4.0
    static let title = 0.8
    static let figure = 0.05
    /// For using the room that the limit leaves.
    static let fill = 0.35
    static let mildPenalty = 0.35
    static let strongPenalty = 2.5
  }
  /// The length in characters under which a sentence says too little.
  private static let shortLength = 22
  /// The most bytes that a grapheme cluster of an excerpt is expected to have; longer ones are not worth a look.
  private static let maximumBytes = 16
  /// The sentences that are looked at closely: the heaviest ones and the first ones.
  private static let closeLooks = 24

  let cues: ExcerptCues

  /// The chosen text and the sentences it was taken from.
  struct Choice {
    let text: String
    let orders: [Int]
  }

  /// What is wanted of an excerpt.
  struct Wish {
    /// The title, which the excerpt must not repeat.
    let title: String?
    let style: ExcerptStyle
    /// The most grapheme clusters.
    let limit: Int
  }

  /// Chooses from `candidates`, in the order of the text; `nil` where there are none.
  /// - Parameters:
  ///   - prose: The text that is quoted.
  ///   - normalized: The text in which cues are looked for.
  func choose(
    from candidates: [ExcerptCandidate], prose: Span<UInt8>, normalized: Span<UInt8>, wish: Wish
  ) -> Choice? {
    let paragraphs = candidates.filter { $0.block == .paragraph }
    let prosaic = candidates.filter { $0.block != .heading }
    for pool in [paragraphs, prosaic, candidates] where !pool.isEmpty {
      if let choice = best(of: pool, prose, normalized, wish) { return choice }
    }
    guard let first = paragraphs.first ?? prosaic.first ?? candidates.first else { return nil }
    let text = ExcerptForm.line(prose.string(first.prose.offsets))
    return Choice(text: ExcerptForm.clause(of: text, limit: wish.limit), orders: [first.order])
  }

  /// The best run of neighbouring sentences in `pool`; `nil` where no sentence keeps the rules.
  private func best(
    of pool: [ExcerptCandidate], _ prose: Span<UInt8>, _ normalized: Span<UInt8>, _ wish: Wish
  ) -> Choice? {
    var scores: [Int: Double] = [:]
    var texts: [Int: String] = [:]
    for index in closeIndices(pool) where pool[index].prose.count <= wish.limit * Self.maximumBytes {
      let text = ExcerptForm.line(prose.string(pool[index].prose.offsets))
      texts[index] = text
      if let score = score(pool[index], text, at: index, normalized, wish) { scores[index] = score }
    }
    var winner: (value: Double, text: String, orders: [Int])?
    for index in scores.keys.sorted() {
      var joined = ""
      var total = 0.0
      var orders: [Int] = []
      for next in index..<min(index + 3, pool.count) {
        guard let score = scores[next], next == index || pool[next].order == pool[next - 1].order + 1 else { break }
        if next > index && score < 0 { break }
        let text = texts[next] ?? ""
        let piece = next == index ? withoutHead(text, pool[next], normalized) : text
        let separator = needsSpace(joined, piece) ? " " : ""
        guard joined.count + separator.count + piece.count <= wish.limit else { break }
        joined += separator + piece
        total += score * Double(piece.count)
        orders.append(pool[next].order)
        let fill = min(1, Double(joined.count) / Double(max(wish.limit, 1)))
        let value = total / Double(max(joined.count, 1)) + Weight.fill * fill
        if value > (winner?.value ?? -.infinity) { winner = (value, joined, orders) }
      }
    }
    return winner.map { Choice(text: $0.text, orders: $0.orders) }
  }

  /// The first sentences and the heaviest ones, in the order of the text.
  private func closeIndices(_ pool: [ExcerptCandidate]) -> [Int] {
    let heaviest = pool.indices.sorted {
      pool[$0].weight != pool[$1].weight ? pool[$0].weight > pool[$1].weight : $0 < $1
    }
    var chosen = Set(pool.indices.prefix(Self.closeLooks))
    for index in heaviest.prefix(Self.closeLooks) { chosen.formUnion(index..<min(index + 2, pool.count)) }
    return chosen.sorted()
  }

  /// The score of a sentence; `nil` where the rules forbid it.
  private func score(
    _ sentence: ExcerptCandidate, _ text: String, at index: Int, _ normalized: Span<UInt8>, _ wish: Wish
  ) -> Double? {
    let length = text.count
    guard length <= wish.limit, ExcerptForm.isBalanced(text), !ExcerptForm.hasMarkup(text) else { return nil }
    if let title = wish.title, ExcerptForm.echoes(text, title: title) { return nil }
    let found = cues.cues(of: normalized.extracting(sentence.normalized.offsets))
    guard found.isDisjoint(with: [.greeting, .filler]) else { return nil }
    let size = Double(max(length, 1))
    var score =
      switch wish.style {
      case .sentence: sentence.weight / (1 + size / 40) + Weight.lead * exp(-Double(index) / Weight.leadDecay)
      case .lead: 3 * exp(-Double(index) / 3)
      }
    score += Weight.title * min(1, sentence.titleWeight)
    if text.contains(where: \.isNumber) { score += Weight.figure }
    if !found.isDisjoint(with: [.question, .call, .aside, .vague]) { score -= Weight.strongPenalty }
    if found.contains(.pointer) { score -= Weight.strongPenalty / 2 }
    if found.contains(.announcement) { score -= Weight.mildPenalty }
    if length < Self.shortLength { score -= Weight.strongPenalty / 2 }
    if !ExcerptForm.endsAsSentence(text) { score -= Weight.strongPenalty }
    return score
  }

  /// The sentence without a connective at its head that would point at what is not shown.
  private func withoutHead(_ text: String, _ sentence: ExcerptCandidate, _ normalized: Span<UInt8>) -> String {
    let length = cues.headLength(of: normalized.extracting(sentence.normalized.offsets))
    guard length > 0, let comma = text.firstIndex(where: { $0 == "、" || $0 == "，" }) else { return text }
    return String(text[text.index(after: comma)...].drop(while: \.isWhitespace))
  }

  private func needsSpace(_ before: String, _ after: String) -> Bool {
    guard let last = before.last, let first = after.first else { return false }
    return last.isASCII && first.isASCII
  }
}
