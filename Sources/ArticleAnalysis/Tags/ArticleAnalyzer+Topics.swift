import Annotation
import ArticleSource
import Morphology
import Normalization
import TextCore

extension ArticleAnalyzer {
  /// The sentences of running text that make the lead.
  private static let leadSentences = 4

  /// The topics of a title, segmented on its own; what the analyzer knew of another text is lost.
  mutating func topics(ofTitle title: String?) throws(MorphologyError) -> [Topic] {
    guard let title else { return [] }
    let normalized = normalizer.normalize(Array(title.utf8).span)
    try segment(normalized)
    extractor.read(table, segmenter.lexemes, normalized.bytes.span)
    return extractor.topics(zones: [])
  }

  /// The topics of the article whose terms were extracted last.
  ///
  /// - Parameter frontMatterEnd: Where the text begins in the source.
  mutating func topics(
    _ article: borrowing ArticleDraft, title: [Topic], frontMatterEnd: Int
  ) -> ArticleTopics {
    var zones: [Topic.Zones] = []
    zones.reserveCapacity(sentences.count)
    var block = 0
    var running = 0
    let blocks = article.prose.blocks
    for sentence in sentences {
      let start = article.normalized.map.sourceRange(of: sentence).lowerBound
      while block + 1 < blocks.count, blocks[block].range.upperBound <= start { block += 1 }
      guard block < blocks.count else {
        zones.append(.nowhere)
        continue
      }
      if blocks[block].kind == .heading {
        zones.append(.heading)
      } else {
        zones.append(running < Self.leadSentences ? .lead : .nowhere)
        if blocks[block].kind == .paragraph { running += 1 }
      }
    }
    let traces = CodeTraces(article.source.bytes.span, from: frontMatterEnd)
    // An archive spells its tags itself; of others only what may become one has to be spelled.
    let spelling: TopicSpelling =
      options.tagSource == .article ? .all : .frequent(ArticleTopics.newTagCount, orAmong: title)
    return ArticleTopics(
      text: traces.added(to: extractor.topics(zones: zones, spelling: spelling)), title: article.title,
      titleTopics: title)
  }

  /// The tags of the article by itself; none where an archive gives them.
  borrowing func tags(
    _ article: borrowing ArticleDraft, _ topics: ArticleTopics?, _ found: EntityFindings
  ) -> [TagSuggestion] {
    guard let topics, options.parts.contains(.tags), options.tagSource == .article else { return [] }
    return keyphrases.tags(
      of: topics, entities: found, text: article.normalized.bytes.span, limit: options.tagLimit)
  }
}
