import ArticleSource
import Normalization
import Annotation
import Morphology
import TextCore

/// Puts an excerpt together of one to three sentences near each other.
struct ExcerptComposer {
  private typealias Weights = SentenceWeights

  /// The most sentences of an excerpt.
  private static let mostSentences = 3
  /// How far apart two sentences of an excerpt may stand, in sentences of the same kind.
  private static let reach = 2
  /// The sentences that are looked at closely: the first ones, and the ones with most merits.
  private static let firstLooks = 32
  private static let bestLooks = 16

  let title: TitleCover
  let limit: Int
  let style: ExcerptStyle

  /// Sentences and the texts they give.
  struct Choice {
    let text: String
    let sentences: [SummarySentence]
  }

  /// A sentence that keeps the rules.
  private struct Candidate {
    let sentence: SummarySentence
    let form: SentenceForm
    let cover: TitleCover.Mask
    /// Whether a space parts it from a Latin letter before it.
    let startsLatin: Bool
  }

  /// The best excerpt out of `pool`, sentences of like kinds in the order of the text; `nil` where none keeps the rules.
  func best(
    of pool: [SummarySentence], _ forms: inout SentenceForms, in article: ArticleDraft,
    _ antecedents: borrowing Antecedents,
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Choice? {
    let prose = article.prose.bytes.span
    var candidates = [Candidate?](repeating: nil, count: pool.count)
    for index in looks(pool) {
      let sentence = pool[index]
      guard
        var form = forms.form(of: sentence, limit: limit, in: article, table: table, lexemes: lexemes)
      else { continue }
      if let name = antecedents.name(for: sentence, article, table, lexemes) {
        form.opening = name.end
        form.antecedent = name.text
        form.measure(prose)
      }
      candidates[index] = Candidate(
        sentence: sentence, form: form,
        cover: title.mask(of: prose.extracting(sentence.prose.offsets), order: sentence.order),
        startsLatin: prose[form.pieces[0].lowerBound] < 0x80)
    }
    var winner: (value: Double, run: [Int])?
    for first in pool.indices {
      guard let candidate = candidates[first], candidate.form.openingLength <= limit else { continue }
      extend(
        Run(candidate.sentence, form: candidate.form, cover: candidate.cover, at: first), pool, candidates, &winner)
    }
    guard let run = winner?.run else { return nil }
    var text = ""
    for (place, index) in run.enumerated() {
      guard let candidate = candidates[index] else { continue }
      let piece = candidate.form.text(prose, opensExcerpt: place == 0)
      if let last = text.last, let next = piece.first, last.isASCII, next.isASCII { text += " " }
      text += piece
    }
    return Choice(text: text, sentences: run.map { pool[$0] })
  }

  /// A run of sentences under way.
  private struct Run {
    var indices: [Int]
    var length: Int
    /// Merits times characters.
    var merits: Double
    var cover: TitleCover.Mask
    /// What is added once for the run.
    var extra: Double

    init(_ sentence: SummarySentence, form: SentenceForm, cover: TitleCover.Mask, at index: Int) {
      indices = [index]
      length = form.openingLength
      merits = sentence.merits.total * Double(length)
      self.cover = cover
      extra = 0
      if sentence.cues.contains(.pointer), form.antecedent.isEmpty {
        extra += Weights.pointer
      } else if sentence.cues.contains(.pronoun) {
        extra += Weights.pronoun
      }
      if sentence.isBesideTitle { extra += Weights.besideTitle }
      if sentence.head.isDependent { extra += Weights.dependent }
      extra += Run.extra(of: sentence, form)
    }

    /// What each sentence adds besides its merits.
    static func extra(of sentence: SummarySentence, _ form: SentenceForm) -> Double {
      (form.isCut ? Weights.cut : 0) + (form.hasHole ? Weights.hole : 0)
        + (sentence.merits.wording <= Weights.poorWording ? Weights.poorSentence : 0)
    }
  }

  /// Weighs a run, and the runs that go on from it.
  private func extend(
    _ run: Run, _ pool: [SummarySentence], _ candidates: [Candidate?], _ winner: inout (value: Double, run: [Int])?
  ) {
    let value = value(of: run, opensAt: pool[run.indices[0]])
    if value > (winner?.value ?? -.infinity) { winner = (value, run.indices) }
    guard run.indices.count < Self.mostSentences, let last = run.indices.last else { return }
    for next in last + 1..<min(last + 1 + Self.reach, pool.count) {
      guard let candidate = candidates[next], candidate.sentence.isFit || !pool[run.indices[0]].isFit else { continue }
      let isNeighbour = pool[next].order == pool[last].order + 1
      if !isNeighbour, style == .lead || candidate.sentence.leansBack { continue }
      var longer = run
      longer.length += candidate.form.length + (candidate.startsLatin ? 1 : 0)
      guard longer.length <= limit else { continue }
      longer.indices.append(next)
      longer.merits += candidate.sentence.merits.total * Double(candidate.form.length)
      longer.cover.formUnion(candidate.cover)
      if !isNeighbour { longer.extra += Weights.gap }
      if pool[next].section != pool[last].section { longer.extra += Weights.heading }
      longer.extra += Run.extra(of: candidate.sentence, candidate.form)
      extend(longer, pool, candidates, &winner)
    }
  }

  private func value(of run: Run, opensAt first: SummarySentence) -> Double {
    let share = min(1, Double(run.length) / (Double(max(limit, 1)) * Weights.fullShare))
    let fill = Weights.fill * (share + share * share) / 2
    if style == .lead {
      // The first sentence that says something, and what follows it.
      return fill + run.extra - Double(first.place) * Weights.fill + (first.isFit ? 0 : Weights.unfit)
        + first.merits.wording
    }
    return run.merits / Double(max(run.length, 1)) + run.extra + fill + title.value(of: run.cover)
  }

  /// The first sentences, and the ones with most merits with the sentence after each.
  private func looks(_ pool: [SummarySentence]) -> [Int] {
    guard pool.count > Self.firstLooks + Self.bestLooks * 2 else { return Array(pool.indices) }
    let best = pool.indices.sorted {
      let merits = (pool[$0].merits.total, pool[$1].merits.total)
      return merits.0 != merits.1 ? merits.0 > merits.1 : $0 < $1
    }
    var isChosen = [Bool](repeating: false, count: pool.count + 1)
    for index in 0..<Self.firstLooks { isChosen[index] = true }
    for index in best.prefix(Self.bestLooks) {
      isChosen[index] = true
      isChosen[index + 1] = true
    }
    return pool.indices.filter { isChosen[$0] }
  }
}
