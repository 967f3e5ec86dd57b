package import Annotation
package import ArchiveAnalysis

/// The page of a tag, a category, a name or a term.
package struct TopicPage: ReportPage, Sendable {
  /// A sentence that names it.
  package struct Quotation: Equatable, Sendable {
    package let article: ArticleEntry
    package let line: Int
    package let text: String
    /// The words that name it, as they stand in the sentence.
    package let words: String
  }

  package let kind: TopicKind
  package let name: String
  /// What a name is.
  package let type: EntityType?
  /// How often it is named; `nil` for labels.
  package let count: Int?
  /// The articles of the archive.
  package let archiveArticles: Int
  package let axis: PeriodAxis
  /// All articles of each period.
  package let articlesByPeriod: [Int]
  /// Its own course; `nil` where no article has a date.
  package let course: NamedCourse?
  /// The months that have articles.
  package let months: [String]
  package let sentiment: [PeriodSentiment]
  package let typical: [TypicalTerm]
  package let companions: [Companion]
  package let judgments: PeriodPolarities
  package let deals: [DealRow]
  package let sentences: [Quotation]
  /// What a tag says.
  package let weight: TagWeight?
  /// Other spellings of a tag.
  package let spellings: [String]
  /// The articles, the newest first.
  package let articles: [ArticleEntry]

  package var target: PageTarget { .topic(kind, name) }
}

/// The page of a month.
package struct MonthPage: ReportPage, Sendable {
  package let month: String
  package let previous, next: String?
  package let characters, readingSeconds: Int
  package let score, archiveScore: Double
  /// Sentences that judge how, in the order of `Polarity`.
  package let sentences: [Int]
  package let typical: [TypicalTerm]
  package let companions: [Companion]
  package let tags: [CountedName]
  package let deals: [DealRow]
  package let articles: [ArticleEntry]

  package var target: PageTarget { .month(month) }
}

/// The list of all articles.
package struct ArticleListPage: ReportPage, Sendable {
  package let articles: [ArticleEntry]
  package var target: PageTarget { .articles }
}

/// The list of all tags and categories, or of the names that have a page.
package struct TopicListPage: ReportPage, Sendable {
  package let kind: TopicKind
  package let topics: [CountedName]
  /// The categories, on the page of tags.
  package let categories: [CountedName]
  package let weights: [TagWeight]
  package let archiveArticles: Int
  package var target: PageTarget { kind == .tag ? .tags : .entities }
}
