import ArticleSource
import Morphology
import TextCore

/// The forms of an article's sentences, each made once where the limit does not matter.
struct SentenceForms: ~Copyable {
  private let compressor: SentenceCompressor
  /// For each sentence its form with all but its long asides; `nil` where it was not asked for yet.
  private var wholes: [SentenceForm??]

  init(compressor: SentenceCompressor, count: Int) {
    self.compressor = compressor
    wholes = [SentenceForm??](repeating: nil, count: count)
  }

  /// The form of a sentence with at most `limit` characters; `nil` where there is none.
  mutating func form(
    of sentence: SummarySentence, limit: Int, in article: ArticleDraft, table: borrowing MorphemeTable,
    lexemes: borrowing LexemeTable
  ) -> SentenceForm? {
    guard sentence.order < wholes.count else { return nil }
    let whole: SentenceForm?
    if let known = wholes[sentence.order] {
      whole = known
    } else {
      whole = compressor.whole(of: sentence, in: article)
      wholes[sentence.order] = .some(whole)
    }
    guard let whole else { return nil }
    if whole.length <= limit { return whole.isSound ? whole : nil }
    return compressor.cut(sentence, limit: limit, in: article, table: table, lexemes: lexemes)
  }
}
