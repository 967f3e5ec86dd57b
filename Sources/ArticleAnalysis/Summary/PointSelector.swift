import ArticleSource
import Normalization
import Annotation
import Morphology

/// Chooses sentences that tell of different things.
///
/// By maximal marginal relevance (Carbonell and Goldstein 1998): each next sentence is the one with most merits after
/// what it shares with those already chosen is taken off.
struct PointSelector {
  /// The points of a summary.
  private static let count = 3
  /// The characters of a point.
  private static let shortest = 16
  private static let limit = 120
  /// What position counts for in a point: less than in an excerpt.
  private static let positionShare = 0.2
  /// What the centrality of a point counts for, against that of an excerpt.
  private static let centralityShare = 2.0
  /// What substance counts for in a point.
  private static let substanceShare = 1.5
  /// What is taken off for terms that were all named before.
  private static let redundancy = 6.0
  /// What is taken off for a section that has a point already, and for standing next to one.
  private static let sameSection = 1.0
  private static let neighbour = 2.0
  /// The terms that are told apart.
  private static let mostTerms = 64
  /// The sentences that are tried.
  private static let tries = 24

  /// Up to three sentences, in the order of the text.
  func points(
    from sentences: [SummarySentence], _ forms: inout SentenceForms, terms: TermOccurrences, in article: ArticleDraft,
    _ antecedents: borrowing Antecedents, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> [String] {
    var masks = [UInt64](repeating: 0, count: sentences.count)
    for place in terms.places where place.term < Self.mostTerms && place.sentence < sentences.count {
      masks[place.sentence] |= 1 << UInt64(place.term)
    }
    let weights = terms.terms.prefix(Self.mostTerms).map { $0.score.squareRoot() }
    let values = sentences.map(Self.value)
    let hasParagraphs = sentences.contains { $0.block == .paragraph && $0.isFit }
    var open = sentences.indices.filter {
      sentences[$0].isFit && (hasParagraphs ? sentences[$0].block == .paragraph : sentences[$0].block != .heading)
        && !sentences[$0].head.isDependent
    }
    open.sort { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
    open = Array(open.prefix(Self.tries))
    var chosen: [(index: Int, text: String)] = []
    var named: UInt64 = 0
    while chosen.count < Self.count, !open.isEmpty {
      var best = (place: 0, value: -Double.infinity)
      for place in open.indices {
        let index = open[place]
        var value = values[index] - Self.redundancy * Self.share(of: masks[index], in: named, weights)
        for other in chosen {
          if sentences[other.index].section == sentences[index].section { value -= Self.sameSection }
          if abs(other.index - index) == 1 { value -= Self.neighbour }
        }
        if value > best.value { best = (place, value) }
      }
      let index = open.remove(at: best.place)
      guard let text = text(of: sentences[index], &forms, article, antecedents, table, lexemes),
        !chosen.contains(where: { $0.text == text })
      else { continue }
      chosen.append((index, text))
      named |= masks[index]
    }
    return chosen.sorted { $0.index < $1.index }.map(\.text)
  }

  private static func value(_ sentence: SummarySentence) -> Double {
    let merits = sentence.merits
    // A pointer at the start is filled with a name, or its sentence is no point.
    let isLoose = sentence.cues.contains(.pronoun) && !sentence.cues.contains(.pointer)
    return (isLoose ? SentenceWeights.pronoun : 0) + merits.total - (1 - positionShare)
      * merits.position + (centralityShare - 1) * merits.centrality
      + (substanceShare - 1) * merits.substance
  }

  /// The share, by weight, of the terms of `mask` that stand in `named` too.
  private static func share(of mask: UInt64, in named: UInt64, _ weights: [Double]) -> Double {
    var total = 0.0
    var shared = 0.0
    for term in weights.indices where mask & 1 << UInt64(term) != 0 {
      total += weights[term]
      if named & 1 << UInt64(term) != 0 { shared += weights[term] }
    }
    return total > 0 ? shared / total : 0
  }

  private func text(
    of sentence: SummarySentence, _ forms: inout SentenceForms, _ article: ArticleDraft,
    _ antecedents: borrowing Antecedents,
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> String? {
    guard var form = forms.form(of: sentence, limit: Self.limit, in: article, table: table, lexemes: lexemes)
    else {
      return nil
    }
    if let name = antecedents.name(for: sentence, article, table, lexemes) {
      form.opening = name.end
      form.antecedent = name.text
      form.measure(article.prose.bytes.span)
    } else if sentence.cues.contains(.pointer) {
      return nil
    }
    guard !form.hasHole, form.openingLength >= Self.shortest, form.openingLength <= Self.limit else { return nil }
    return form.text(article.prose.bytes.span, opensExcerpt: true)
  }
}
