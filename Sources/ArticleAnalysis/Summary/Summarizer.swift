import ArticleSource
import Normalization
import Annotation
import Morphology
import TextCore

/// Makes the summary of an article out of its own sentences.
///
/// Each sentence is weighed (``SentenceWeigher``); an excerpt is the run of one to three sentences near each other that
/// has most merits, covers most of the title and uses the room best (``ExcerptComposer``), each sentence whole or cut
/// so that it stays one (``SentenceCompressor``).
struct Summarizer {
  /// The characters of a description.
  static let descriptionLimit = 160

  let cues: CuePhrases

  /// What is wanted of an excerpt.
  struct Wish {
    let style: ExcerptStyle
    /// The most grapheme clusters.
    let limit: Int
  }

  /// The sentences of an article, weighed.
  func weighed(
    _ sentences: [ByteRange<NormalizedSpace>], _ article: ArticleDraft, terms: TermOccurrences,
    _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> [SummarySentence] {
    var results = article.summarySentences(sentences, cues: cues, table: table, lexemes: lexemes)
    let weigher = SentenceWeigher(cues: cues, isReview: article.title.map(cues.isReview) ?? false)
    let normalized = article.normalized.bytes.span
    weigher.readWording(&results, normalized, table, lexemes)
    weigher.weigh(
      &results, terms: terms, titleTerms: article.titleTerms(terms), table: table, lexemes: lexemes,
      normalized: normalized)
    return results
  }

  /// The summary out of weighed sentences; `nil` where there are none.
  func summary(
    of sentences: [SummarySentence], _ article: ArticleDraft, terms: TermOccurrences, wish: Wish,
    topicLine: String?, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> ArticleSummary? {
    guard !sentences.isEmpty else { return nil }
    let title = article.title.map(ExcerptForm.TitlePairs.init)
    let cover = TitleCover(
      title: title, terms: terms, titleTerms: article.titleTerms(terms), sentenceCount: sentences.count)
    var forms = SentenceForms(compressor: SentenceCompressor(cues: cues, title: title), count: sentences.count)
    let antecedents = Antecedents(cues: cues, sentences: sentences)
    let style = wish.style == .topic ? .sentence : wish.style
    let pools = Self.pools(sentences)
    let composer = ExcerptComposer(title: cover, limit: wish.limit, style: style)
    let longComposer = ExcerptComposer(title: cover, limit: Self.descriptionLimit, style: style)
    guard let choice = Self.choice(composer, pools, &forms, article, antecedents, table, lexemes),
      let description = Self.choice(longComposer, pools, &forms, article, antecedents, table, lexemes)
    else { return nil }
    let points = PointSelector().points(
      from: sentences, &forms, terms: terms, in: article, antecedents, table, lexemes)
    return ArticleSummary(
      excerpt: wish.style == .topic ? topicLine ?? choice.text : choice.text, description: description.text,
      points: points,
      ranges: choice.sentences.map { article.range(of: $0.normalized) },
      sentences: choice.sentences.map { ExcerptForm.line(article.prose.bytes.span.string($0.prose.offsets)) },
      reasons: choice.sentences.map(\.merits))
  }

  /// The sentences in pools, the strictest first; the last one has all that is prose.
  private static func pools(_ sentences: [SummarySentence]) -> [[SummarySentence]] {
    let prosaic = sentences.filter { $0.block != .heading }
    let paragraphs = prosaic.filter { $0.block == .paragraph }
    return [
      paragraphs.filter(\.isFit), prosaic.filter(\.isFit), paragraphs.filter { $0.ending != .open }, paragraphs,
      prosaic,
      sentences,
    ].filter { !$0.isEmpty }
  }

  /// The best choice of the strictest pool that gives any; a cut sentence where none does.
  private static func choice(
    _ composer: ExcerptComposer, _ pools: [[SummarySentence]], _ forms: inout SentenceForms, _ article: ArticleDraft,
    _ antecedents: borrowing Antecedents, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> ExcerptComposer.Choice? {
    for pool in pools where pool.contains(where: { $0.block != .heading }) {
      if let choice = composer.best(of: pool, &forms, in: article, antecedents, table, lexemes) { return choice }
    }
    guard let first = pools.first?.first else { return nil }
    let text = ExcerptForm.plain(ExcerptForm.line(article.prose.bytes.span.string(first.prose.offsets)))
    return ExcerptComposer.Choice(
      text: text.count <= composer.limit ? text : ExcerptForm.clause(of: text, limit: composer.limit),
      sentences: [first])
  }
}
