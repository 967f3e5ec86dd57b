internal import Annotation
internal import ArchiveIndex
package import ArticleAnalysis
internal import ArticleSource
internal import TextCore

extension ArticlePage {
  /// The page of an article that is in no index: a draft that was pasted.
  /// - Parameters:
  ///   - analysis: The whole analysis of it.
  ///   - path: What stands where an article of the archive has its path.
  package init(analysis: ArticleAnalysis, path: String) {
    let matter = analysis.frontMatter
    let statistics = analysis.statistics
    entry = ArticleEntry(
      path: path, title: analysis.title ?? path, day: matter?.date.map { String($0.iso8601.prefix(10)) },
      excerpt: analysis.summary?.excerpt,
      readingSeconds: statistics?.readingTime.seconds ?? 0, polarity: analysis.sentiment?.polarity ?? .neutral,
      score: analysis.sentiment?.score ?? 0)
    author = matter?.author
    tags = matter?.tags ?? []
    categories = matter?.categories ?? []
    suggestedTags = analysis.tags
    suggestedCategories = analysis.categories
    authorExcerpt = matter?.excerpt
    excerpt = analysis.summary?.excerpt
    points = analysis.summary?.points ?? []
    let scripts = statistics?.scripts
    figures = Figures(
      characters: statistics?.characters ?? 0, sentences: statistics?.sentences ?? 0,
      paragraphs: statistics?.paragraphs ?? 0, han: scripts?.han ?? 0, hiragana: scripts?.hiragana ?? 0,
      katakana: scripts?.katakana ?? 0, latin: scripts?.latin ?? 0, digits: scripts?.digits ?? 0,
      codeCharacters: statistics?.codeCharacters ?? 0, images: statistics?.images ?? 0,
      readingSeconds: statistics?.readingTime.seconds ?? 0)
    let marker = TextMarker(
      unit: analysis.offsetUnit, marks: Self.marks(analysis), summary: (analysis.summary?.ranges ?? [], points))
    blocks = marker.blocks(
      of: analysis.sentences.map { sentence in
        PlacedSentence(
          text: sentence.text, range: sentence.range, line: sentence.line, block: sentence.block,
          blockKind: sentence.blockKind.rawValue, polarity: sentence.polarity)
      })
    terms = analysis.terms.map { CountedTermScore(term: $0.term, count: $0.count, score: $0.score) }
    names = analysis.entities.filter(\.type.isName)
      .map { Named(name: $0.name, type: $0.type, count: $0.mentions.count) }
    deals = analysis.relations.map {
      DealRow(
        type: $0.type, from: $0.from, to: $0.to, amount: $0.amount?.text, certainty: $0.certainty, article: nil)
    }
    judged = (analysis.sentiment?.aspects ?? []).map {
      Judged(name: $0.entity, polarity: $0.polarity, score: $0.score, places: $0.ranges.count)
    }
    let found = analysis.sentiment?.cues ?? []
    cues = (found.count { $0.polarity == .positive }, found.count { $0.polarity == .negative })
    problems = analysis.diagnostics.map {
      ArticleFinding(
        code: $0.diagnostic.code.name, message: $0.diagnostic.message, line: $0.position?.line ?? 1)
    }
    isBetterThan = nil
  }

  private static func marks(_ analysis: ArticleAnalysis) -> [TextMark] {
    analysis.entities.flatMap { entity in
      entity.mentions.map {
        TextMark(range: $0.range, text: $0.text, entity: .init(name: entity.name, type: entity.type))
      }
    }
      + (analysis.sentiment?.cues ?? []).map {
        TextMark(range: $0.range, text: $0.text, cue: .init(polarity: $0.polarity, isNegated: $0.isNegated))
      }
  }
}
