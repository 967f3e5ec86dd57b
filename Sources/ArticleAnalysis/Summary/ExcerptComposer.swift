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
  /// The characters below which an excerpt says too little.
  let least: Int
  let style: ExcerptStyle
  /// The places among the article's sentences of those that a shorter summary says: the longer one had better say them
  /// too.
  var kept: [Int] = []

  /// Sentences and the texts they give.
  struct Choice {
    let text: String
    let sentences: [SummarySentence]
  }

  /// A sentence that keeps the rules.
  private struct Candidate {
    let form: SentenceForm
    let cover: TitleCover.Mask
    /// Whether a space parts it from a Latin letter before it.
    let startsLatin: Bool
  }

  /// The best run of sentences so far.
  private struct Winner {
    var value = -Double.infinity
    var run: [Int] = []

    /// Takes a run in that is better, or as good and begins earlier.
    mutating func challenge(_ value: Double, _ run: [Int]) {
      if value > self.value || value == self.value && run[0] < self.run[0] {
        self.value = value
        self.run = run
      }
    }
  }

  /// The best excerpt out of `pool`, sentences of like kinds in the order of the text; `nil` where none keeps the rules.
  ///
  /// Sentences out of which code was left are passed over unless `allowsHoles`.
  /// Runs are tried from the sentences on that promise most, and no more from those that promise less than the best run
  /// found has.
  func best(
    of pool: [SummarySentence], allowsHoles: Bool, _ forms: inout SentenceForms, in article: ArticleDraft,
    _ antecedents: borrowing Antecedents, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Choice? {
    let prose = article.prose.bytes.span
    let isLooked = looks(pool)
    let starts = starts(pool, isLooked)
    var candidates = [Candidate??](repeating: .none, count: pool.count)
    var winner = Winner()
    for (first, promise) in starts {
      if promise < winner.value { break }
      for index in first..<min(first + Self.longestReach, pool.count) where candidates[index] == nil {
        let found =
          isLooked[index] ? candidate(pool[index], &forms, in: article, antecedents, table, lexemes) : nil
        candidates[index] = .some(found.flatMap { $0.form.hasHole && !allowsHoles ? nil : $0 })
      }
      guard let candidate = candidates[first] ?? nil, candidate.form.openingLength <= limit else { continue }
      extend(Run(pool[first], form: candidate.form, cover: candidate.cover, at: first), pool, candidates, &winner)
    }
    guard !winner.run.isEmpty else { return nil }
    var text = ""
    for (place, index) in winner.run.enumerated() {
      guard let candidate = candidates[index] ?? nil else { continue }
      let piece = candidate.form.text(prose, opensExcerpt: place == 0)
      if let last = text.last, let next = piece.first, last.isASCII, next.isASCII { text += " " }
      text += piece
    }
    return Choice(text: text, sentences: winner.run.map { pool[$0] })
  }

  /// The sentences from the first to the last of a run, at most.
  private static let longestReach = 1 + (mostSentences - 1) * reach

  /// The sentences that runs may begin with, and what the best run from each on may be worth: the most promising first.
  private func starts(_ pool: [SummarySentence], _ isLooked: [Bool]) -> [(first: Int, promise: Double)] {
    var starts: [(first: Int, promise: Double)] = []
    starts.reserveCapacity(pool.count)
    for first in pool.indices where isLooked[first] {
      starts.append((first, style == .lead ? .infinity : promise(pool, first)))
    }
    starts.sort { $0.promise != $1.promise ? $0.promise > $1.promise : $0.first < $1.first }
    return starts
  }

  /// What a run that begins at `first` is worth at most.
  private func promise(_ pool: [SummarySentence], _ first: Int) -> Double {
    // Spaces between Latin letters lessen what is below 0.
    var merits = 0.0
    var cover = TitleCover.Mask()
    for index in first..<min(first + Self.longestReach, pool.count) {
      merits = max(merits, pool[index].merits.total)
      cover.formUnion(title.termMask(order: pool[index].order))
    }
    let sentence = pool[first]
    var extra = Self.rounding
    if sentence.isBesideTitle { extra += Weights.besideTitle }
    if sentence.head.isDependent { extra += Weights.dependent }
    if sentence.merits.wording <= Weights.poorWording { extra += Weights.poorSentence }
    let last = pool[min(first + Self.longestReach, pool.count) - 1]
    if let start = kept.first, let end = kept.last, sentence.order <= start, last.order >= end { extra += Weights.kept }
    return merits + extra + Weights.fill + title.greatestValue(of: cover)
  }

  /// More than the rounding of a value makes.
  private static let rounding = 1e-6

  private func candidate(
    _ sentence: SummarySentence, _ forms: inout SentenceForms, in article: ArticleDraft,
    _ antecedents: borrowing Antecedents, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Candidate? {
    guard var form = forms.form(of: sentence, limit: limit, in: article, table: table, lexemes: lexemes) else {
      return nil
    }
    let prose = article.prose.bytes.span
    if let name = antecedents.name(for: sentence, article, table, lexemes) {
      form.opening = name.end
      form.antecedent = name.text
      form.measure(prose)
    }
    return Candidate(
      form: form, cover: title.mask(of: prose.extracting(sentence.prose.offsets), order: sentence.order),
      startsLatin: prose[form.pieces[0].lowerBound] < 0x80)
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
    /// Whether its last sentence leads on to one that is not in it.
    var leadsOn: Bool

    init(_ sentence: SummarySentence, form: SentenceForm, cover: TitleCover.Mask, at index: Int) {
      indices = [index]
      length = form.openingLength
      merits = sentence.merits.total * Double(length)
      self.cover = cover
      leadsOn = sentence.cues.contains(.opener)
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
        + (form.length < Weights.stubLength ? Weights.stub : 0)
        + (sentence.merits.wording <= Weights.poorWording ? Weights.poorSentence : 0)
    }
  }

  /// Weighs a run, and the runs that go on from it.
  private func extend(
    _ run: Run, _ pool: [SummarySentence], _ candidates: [Candidate??], _ winner: inout Winner
  ) {
    let keeps = !kept.isEmpty && kept.allSatisfy { kept in run.indices.contains { pool[$0].order == kept } }
    winner.challenge(value(of: run, opensAt: pool[run.indices[0]], keeps: keeps), run.indices)
    guard run.indices.count < Self.mostSentences, let last = run.indices.last else { return }
    for next in last + 1..<min(last + 1 + Self.reach, pool.count) {
      guard let candidate = candidates[next] ?? nil, pool[next].isFit || !pool[run.indices[0]].isFit else { continue }
      let isNeighbour = pool[next].order == pool[last].order + 1
      if !isNeighbour, style == .lead || pool[next].leansBack { continue }
      var longer = run
      longer.length += candidate.form.length + (candidate.startsLatin ? 1 : 0)
      guard longer.length <= limit else { continue }
      longer.indices.append(next)
      longer.merits += pool[next].merits.total * Double(candidate.form.length)
      longer.cover.formUnion(candidate.cover)
      if !isNeighbour { longer.extra += Weights.gap }
      if pool[next].section != pool[last].section { longer.extra += Weights.heading }
      longer.extra += Run.extra(of: pool[next], candidate.form)
      longer.leadsOn = pool[next].cues.contains(.opener)
      extend(longer, pool, candidates, &winner)
    }
  }

  private func value(of run: Run, opensAt first: SummarySentence, keeps: Bool) -> Double {
    let share = min(1, Double(run.length) / (Double(max(limit, 1)) * Weights.fullShare))
    var fill = Weights.fill * (share + share * share) / 2
    if run.length < least { fill += Weights.shortfall * (1 - Double(run.length) / Double(least)) }
    if run.leadsOn { fill += Weights.leadsOn }
    if style == .lead {
      // The first sentence that says something, and what follows it.
      return fill + run.extra - Double(first.place) * Weights.fill + (first.isFit ? 0 : Weights.unfit)
        + first.merits.wording
    }
    return run.merits / Double(max(run.length, 1)) + run.extra + fill + title.value(of: run.cover)
      + (keeps ? Weights.kept : 0)
  }

  /// Whether each sentence is looked at: the first ones are, and the ones with most merits with the sentence after each.
  private func looks(_ pool: [SummarySentence]) -> [Bool] {
    guard pool.count > Self.firstLooks + Self.bestLooks * 2 else { return [Bool](repeating: true, count: pool.count) }
    var best: [(index: Int, merits: Double)] = []
    best.reserveCapacity(Self.bestLooks + 1)
    for index in pool.indices {
      let merits = pool[index].merits.total
      if best.count == Self.bestLooks, let last = best.last, merits <= last.merits { continue }
      var place = best.count
      while place > 0, best[place - 1].merits < merits { place -= 1 }
      best.insert((index, merits), at: place)
      if best.count > Self.bestLooks { best.removeLast() }
    }
    var isLooked = [Bool](repeating: false, count: pool.count + 1)
    for index in 0..<Self.firstLooks { isLooked[index] = true }
    for (index, _) in best {
      isLooked[index] = true
      isLooked[index + 1] = true
    }
    isLooked.removeLast()
    return isLooked
  }
}
