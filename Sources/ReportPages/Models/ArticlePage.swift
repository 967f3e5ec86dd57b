package import Annotation
internal import ArchiveIndex
package import ArticleAnalysis
internal import TextCore

/// The page of an article: its text with what was found in it marked in place, and what is told of it.
package struct ArticlePage: ReportPage, Sendable {
  /// The figures of the text.
  package struct Figures: Equatable, Sendable {
    package let characters, sentences, paragraphs, han, hiragana, katakana, latin, digits, codeCharacters, images: Int
    package let readingSeconds: Int
  }

  /// A name with how often it is mentioned.
  package struct Named: Equatable, Sendable {
    package let name: String
    package let type: EntityType
    package let count: Int
  }

  /// A judgment of something that is named.
  package struct Judged: Equatable, Sendable {
    package let name: String
    package let polarity: Polarity
    package let score: Double
    package let places: Int
  }

  /// An article that is like this one.
  package struct Related: Equatable, Sendable {
    package let article: ArticleEntry
    package let score: Double
    /// What both name.
    package let shared: [String]

    /// A related article.
    package init(_ related: RelatedArticle) {
      (article, score, shared) = (related.article, related.score, related.shared.names)
    }
  }

  package let entry: ArticleEntry
  package let author: String?
  /// The tags and categories that the author gave.
  package let tags, categories: [String]
  package let suggestedTags: [TagSuggestion]
  package let suggestedCategories: [CategorySuggestion]
  /// The excerpt of the front matter.
  package let authorExcerpt: String?
  package let excerpt: String?
  package let points: [String]
  package let figures: Figures
  package let blocks: [MarkedBlock]
  package let terms: [CountedTermScore]
  package let names: [Named]
  package let deals: [DealRow]
  package let judged: [Judged]
  /// How many words judge well, and how many badly.
  package let cues: (positive: Int, negative: Int)
  /// What was off when the file was read.
  package let problems: [ArticleFinding]
  /// The share of the archive's articles that judge worse; `nil` for an article that is in none.
  package let isBetterThan: Double?
  /// Figures of how easily it is read; `nil` where only those of ``figures`` are known.
  package var readability: ReadabilityFigures?
  package var related: [Related] = []
  package var findings: [ArticleFinding] = []
  package var previous: ArticleEntry?
  package var next: ArticleEntry?

  /// A term with its weight in the article.
  package struct CountedTermScore: Equatable, Sendable {
    package let term: String
    package let count: Int
    /// Above 0 up to 1.
    package let score: Double
  }

  package var target: PageTarget { .article(entry.path) }
}

extension ArticlePage {
  /// The page of an article of an index.
  /// - Throws: `DecodingError` where the index is damaged.
  init(entry: ArticleEntry, author: String?, record: ArticleRecord, isBetterThan: Double) throws {
    let stored = try StoredArticle(record.object)
    self.entry = entry
    self.author = author
    self.isBetterThan = isBetterThan
    tags = stored.frontMatter?.tags ?? []
    categories = stored.frontMatter?.categories ?? []
    suggestedTags = record.tags
    suggestedCategories = record.categories
    authorExcerpt = stored.frontMatter?.excerpt
    excerpt = stored.summary?.excerpt
    points = stored.summary?.points ?? []
    figures = Figures(stored.statistics)
    let marker = TextMarker(
      unit: OffsetUnit(rawValue: stored.offsetUnit) ?? .scalar, marks: stored.marks,
      summary: ((stored.summary?.ranges ?? []).compactMap(StoredArticle.range), points))
    blocks = marker.blocks(of: record.sentences)
    terms = stored.terms.map { CountedTermScore(term: $0.term, count: $0.count, score: $0.score) }
    names = stored.entities.compactMap { entity in
      EntityType(rawValue: entity.type).map { Named(name: entity.name, type: $0, count: entity.mentions.count) }
    }.filter(\.type.isName)
    deals = stored.relations.compactMap { deal in
      RelationType(rawValue: deal.type).map {
        DealRow(
          type: $0, from: deal.from, to: deal.to, amount: deal.amount?.text,
          certainty: deal.certainty.flatMap { Certainty(rawValue: $0) } ?? .stated, article: nil)
      }
    }
    judged = (stored.sentiment?.aspects ?? []).compactMap { aspect in
      Polarity(rawValue: aspect.polarity).map {
        Judged(name: aspect.entity, polarity: $0, score: aspect.score, places: aspect.ranges.count)
      }
    }
    let cues = stored.sentiment?.cues ?? []
    self.cues = (
      cues.count { $0.polarity == Polarity.positive.rawValue }, cues.count { $0.polarity == Polarity.negative.rawValue }
    )
    problems = stored.diagnostics.map { ArticleFinding(code: $0.code, message: $0.message, line: $0.line ?? 1) }
  }
}

extension ArticlePage.Figures {
  fileprivate init(_ figures: StoredArticle.Statistics) {
    self.init(
      characters: figures.characters, sentences: figures.sentences, paragraphs: figures.paragraphs, han: figures.han,
      hiragana: figures.hiragana, katakana: figures.katakana, latin: figures.latin, digits: figures.digits,
      codeCharacters: figures.codeCharacters, images: figures.images, readingSeconds: figures.readingTime.seconds)
  }
}

extension StoredArticle {
  /// What is marked in the text.
  fileprivate var marks: [TextMark] {
    var marks: [TextMark] = []
    for entity in entities {
      guard let type = EntityType(rawValue: entity.type) else { continue }
      for mention in entity.mentions {
        guard let range = Self.range(mention.range) else { continue }
        marks.append(TextMark(range: range, text: mention.text, entity: .init(name: entity.name, type: type)))
      }
    }
    for cue in sentiment?.cues ?? [] {
      guard let range = Self.range(cue.range), let polarity = Polarity(rawValue: cue.polarity) else { continue }
      marks.append(TextMark(range: range, text: cue.text, cue: .init(polarity: polarity, isNegated: cue.negated)))
    }
    return marks
  }

  fileprivate static func range(_ bounds: [Int]) -> Range<Int>? {
    guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else { return nil }
    return bounds[0]..<bounds[1]
  }
}
