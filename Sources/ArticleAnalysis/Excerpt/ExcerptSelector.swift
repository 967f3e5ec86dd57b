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
  /// Where it stands in the normalized text.
  let normalized: ByteRange<NormalizedSpace>
  let block: ProseBlock.Kind
  /// The place of the sentence among the article's, from 0.
  let order: Int
  /// What its terms weigh together, and the share of that which stands in the title.
  let weight: Double
  let titleWeight: Double
}

/// Chooses the sentences of an article that stand for it in a list of posts.
///
/// Each sentence gets a score from what its terms weigh against its length, from its place, from the terms it shares
/// with the title, and against it from greetings, fillers, asides, questions, words that point outside it, and
/// announcements (`dictionaries/excerpt-cues.tsv`). The best run of one to three neighbouring sentences that fits the
/// limit wins; longer runs win over shorter ones while there is room.
struct ExcerptSelector {
  /// The phrases that speak against a sentence.
  let cues: ExcerptCues

  /// What is wanted of an excerpt.
  struct Wish {
    /// The title, which the excerpt must not repeat.
    let title: String?
    let style: ExcerptStyle
    /// The most grapheme clusters.
    let limit: Int
  }

  /// The chosen text and the sentences it was taken from.
  struct Choice {
    let text: String
    let orders: [Int]
  }

  /// The most sentences of an excerpt.
  private static let mostSentences = 3
  /// The most bytes that a grapheme cluster of an excerpt is expected to have; longer ones are not worth a look.
  private static let maximumBytes = 16
  /// The sentences that are looked at closely: so many of the heaviest ones and of the first ones.
  private static let closeLooks = 24

  /// Chooses from `candidates`, in the order of the text; `nil` where there are none.
  /// - Parameters:
  ///   - prose: The text that is quoted.
  ///   - normalized: The text in which cues are looked for.
  func choose(
    from candidates: [ExcerptCandidate], prose: Span<UInt8>, normalized: Span<UInt8>, wish: Wish
  ) -> Choice? {
    let paragraphs = candidates.filter { $0.block == .paragraph }
    let prosaic = candidates.filter { $0.block != .heading }
    let scorer = ExcerptScorer(cues: cues, wish: wish)
    for pool in [paragraphs, prosaic, candidates] where !pool.isEmpty {
      if let choice = best(of: pool, prose, normalized, scorer) { return choice }
    }
    guard let first = paragraphs.first ?? prosaic.first ?? candidates.first else { return nil }
    let text = ExcerptForm.line(prose.string(first.prose.offsets))
    return Choice(
      text: text.count <= wish.limit ? text : ExcerptForm.clause(of: text, limit: wish.limit), orders: [first.order])
  }

  /// The best run of neighbouring sentences in `pool`; `nil` where no sentence keeps the rules.
  private func best(
    of pool: [ExcerptCandidate], _ prose: Span<UInt8>, _ normalized: Span<UInt8>, _ scorer: ExcerptScorer
  ) -> Choice? {
    let limit = scorer.wish.limit
    var scored = [ExcerptScorer.Scored?](repeating: nil, count: pool.count)
    for index in closeIndices(pool) where pool[index].prose.count <= limit * Self.maximumBytes {
      scored[index] = scorer.score(
        pool[index], at: index, text: prose.extracting(pool[index].prose.offsets),
        normalized: normalized.extracting(pool[index].normalized.offsets))
    }
    var winner: (value: Double, run: Range<Int>)?
    for first in pool.indices {
      var length = 0
      var total = 0.0
      for next in first..<min(first + Self.mostSentences, pool.count) {
        guard let sentence = scored[next] else { break }
        if next > first, sentence.score < 0 || pool[next].order != pool[next - 1].order + 1 { break }
        let added = next == first ? sentence.length - sentence.head.characters : sentence.length + sentence.space
        guard length + added <= limit else { break }
        length += added
        total += sentence.score * Double(added)
        let value = scorer.value(total: total, length: length)
        if value > (winner?.value ?? -.infinity) { winner = (value, first..<next + 1) }
      }
    }
    guard let run = winner?.run, let head = scored[run.lowerBound]?.head else { return nil }
    var text = ""
    for index in run {
      let range = pool[index].prose.offsets
      let piece = prose.string(index == run.lowerBound ? range.lowerBound + head.bytes..<range.upperBound : range)
      if let last = text.last, let next = piece.first, last.isASCII, next.isASCII { text += " " }
      text += ExcerptForm.line(piece)
    }
    return Choice(text: text, orders: run.map { pool[$0].order })
  }

  /// The first sentences, and the heaviest ones with the sentence after each.
  private func closeIndices(_ pool: [ExcerptCandidate]) -> [Int] {
    guard pool.count > Self.closeLooks * 3 else { return Array(pool.indices) }
    let heaviest = pool.indices.sorted {
      pool[$0].weight != pool[$1].weight ? pool[$0].weight > pool[$1].weight : $0 < $1
    }
    var isChosen = [Bool](repeating: false, count: pool.count + 1)
    for index in 0..<Self.closeLooks { isChosen[index] = true }
    for index in heaviest.prefix(Self.closeLooks) {
      isChosen[index] = true
      isChosen[index + 1] = true
    }
    return pool.indices.filter { isChosen[$0] }
  }
}
