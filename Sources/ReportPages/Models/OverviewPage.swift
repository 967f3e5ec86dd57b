package import Annotation
package import ArchiveAnalysis

/// The first page: what the archive is about, how it changed, what is off.
package struct OverviewPage: ReportPage, Sendable {
  /// Two articles that are nearly the same.
  package struct Duplicate: Equatable, Sendable {
    package let first, second: ArticleEntry
    package let similarity: Double
  }
  /// A passage that stands in several articles.
  package struct Passage: Equatable, Sendable {
    package let text: String
    package let count, articles: Int
    package let first: ArticleEntry
  }
  /// A deal, in however many articles it is told of.
  package struct Deal: Equatable, Sendable {
    package let type: RelationType
    package let from: String
    package let to: String?
    /// The amount that is written most often.
    package let amount: String?
    package let articles: Int
    package let newest: ArticleEntry
  }

  package let articles, characters, medianSeconds, names, terms: Int
  package let firstDay, lastDay: String?
  package let score: Double
  package let axis: PeriodAxis
  /// The months that have articles.
  package let months: [String]
  package let articlesByPeriod: [Int]
  /// What came in bursts, by kind.
  package let bursts: [(kind: TopicKind, courses: [NamedCourse])]
  /// For the names in most articles, how many articles of each period have them.
  package let nameCourses: [(name: String, articles: [Int])]
  package let sentiment: [PeriodSentiment]
  package let network: NameNetwork
  package let tagWeights: [TagWeight]
  package let tagSpellings: [TagFindings.Spellings]
  package let categories: [CountedName]
  package let readingMinutes, sentenceLengths, hanShares: Histogram
  package let findings: FindingSummary?
  package let variants: [VariantGroup]?
  package let duplicates: [Duplicate]
  package let passages: [Passage]
  package let deals: [Deal]
  package let heaviestTerms, heaviestNames: [CountedName]

  package var target: PageTarget { .overview }
}
