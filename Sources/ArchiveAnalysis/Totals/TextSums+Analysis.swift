import Annotation
package import ArticleAnalysis

extension TextSums {
  /// The sums of one article.
  package init(_ analysis: ArticleAnalysis) {
    self.init()
    bytes = analysis.source.byteCount
    if let statistics = analysis.statistics {
      characters = statistics.characters
      sentences = statistics.sentences
      paragraphs = statistics.paragraphs
      morphemes = statistics.morphemes
      han = statistics.scripts.han
      hiragana = statistics.scripts.hiragana
      katakana = statistics.scripts.katakana
      latin = statistics.scripts.latin
      digits = statistics.scripts.digits
      codeCharacters = statistics.codeCharacters
      images = statistics.images
      readingSeconds = statistics.readingTime.seconds
    }
    for sentence in analysis.sentences {
      switch sentence.polarity {
      case .positive: positive += 1
      case .negative: negative += 1
      case .neutral: neutral += 1
      case .mixed: mixed += 1
      }
    }
  }
}
