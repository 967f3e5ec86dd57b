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
  static let descriptionLengths = 80...160
  /// The share of its limit that an excerpt has at least, if it can.
  private static let leastShare = 3

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
    titleTerms: [Bool], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ memo: inout WordingMemo
  ) -> [SummarySentence] {
    var results = article.summarySentences(sentences, cues: cues, table: table, lexemes: lexemes)
    let weigher = SentenceWeigher(cues: cues, isReview: article.title.map(cues.isReview) ?? false)
    weigher.readWording(&results, article.normalized.bytes.span, table, lexemes, &memo)
    weigher.weigh(&results, terms: terms, titleTerms: titleTerms)
    return results
  }

  /// The summary out of weighed sentences; `nil` where there are none.
  func summary(
    of sentences: [SummarySentence], _ article: ArticleDraft, terms: TermOccurrences, titleTerms: [Bool], wish: Wish,
    topicLine: String?, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> ArticleSummary? {
    guard !sentences.isEmpty else { return nil }
    let title = article.title.map(ExcerptForm.TitlePairs.init)
    // A judgement need not name again what is judged.
    let isJudged =
      article.title.map(cues.isReview) == true && sentences.contains(where: \.closesWithVerdict)
    let cover = TitleCover(
      title: title, terms: terms, titleTerms: titleTerms, sentenceCount: sentences.count,
      share: isJudged ? SentenceWeights.judgedTitle : 1)
    var forms = SentenceForms(compressor: SentenceCompressor(cues: cues, title: title), count: sentences.count)
    let antecedents = Antecedents(cues: cues, sentences: sentences)
    let style = wish.style == .topic ? .sentence : wish.style
    var composer = ExcerptComposer(
      title: cover, limit: wish.limit, least: wish.limit / Self.leastShare, style: style)
    guard let choice = Self.choice(composer, sentences, &forms, article, antecedents, table, lexemes) else {
      return nil
    }
    composer = ExcerptComposer(
      title: cover, limit: Self.descriptionLengths.upperBound, least: Self.descriptionLengths.lowerBound, style: style,
      kept: choice.sentences.map(\.order))
    guard let description = Self.choice(composer, sentences, &forms, article, antecedents, table, lexemes) else {
      return nil
    }
    let points = PointSelector().points(
      from: sentences, &forms, terms: terms, in: article, antecedents, table, lexemes)
    return ArticleSummary(
      excerpt: wish.style == .topic ? topicLine ?? choice.text : choice.text, description: description.text,
      points: points,
      ranges: choice.sentences.map { article.range(of: $0.normalized) },
      sentences: choice.sentences.map { ExcerptForm.line(article.prose.bytes.span.string($0.prose.offsets)) },
      reasons: choice.sentences.map(\.merits))
  }

  /// The sentences that an excerpt is made of, the strictest pool first; the last one has all.
  private enum Pool: CaseIterable {
    case fitParagraphs, fit, endedParagraphs, paragraphs, prosaic

    /// Whether sentences may lack words that were code.
    var allowsHoles: Bool { self != .fitParagraphs && self != .fit }

    func contains(_ sentence: SummarySentence) -> Bool {
      switch self {
      case .fitParagraphs: sentence.block == .paragraph && sentence.isFit
      case .fit: sentence.block != .heading && sentence.isFit
      case .endedParagraphs: sentence.block == .paragraph && sentence.ending != .open
      case .paragraphs: sentence.block == .paragraph
      case .prosaic: sentence.block != .heading
      }
    }
  }

  /// The best choice of the strictest pool that gives any; a cut sentence where none does.
  private static func choice(
    _ composer: ExcerptComposer, _ sentences: [SummarySentence], _ forms: inout SentenceForms, _ article: ArticleDraft,
    _ antecedents: borrowing Antecedents, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> ExcerptComposer.Choice? {
    var fallback: SummarySentence?
    for pool in Pool.allCases {
      let members = sentences.filter(pool.contains)
      if fallback == nil { fallback = members.first }
      let choice = composer.best(
        of: members, allowsHoles: pool.allowsHoles, &forms, in: article, antecedents, table, lexemes)
      if let choice { return choice }
    }
    guard let first = fallback ?? sentences.first else { return nil }
    let text = ExcerptForm.plain(ExcerptForm.line(article.prose.bytes.span.string(first.prose.offsets)))
    return ExcerptComposer.Choice(
      text: text.count <= composer.limit ? text : ExcerptForm.clause(of: text, limit: composer.limit),
      sentences: [first])
  }
}
