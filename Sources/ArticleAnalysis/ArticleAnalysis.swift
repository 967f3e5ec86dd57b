public import Annotation
public import ArticleSource
public import TextCore

/// What an article says about itself and what was found out about it.
///
/// Plain values: it can be kept, sent between tasks and compared. Parts that were not asked for are empty.
public struct ArticleAnalysis: Equatable, Sendable {
  /// Where the article came from.
  public let source: SourceDescription
  /// The unit of all ranges.
  public let offsetUnit: OffsetUnit
  /// The title: of the front matter, of the HTML page, or the first heading of level 1.
  public let title: String?
  /// What the front matter says; `nil` where there is none.
  public let frontMatter: FrontMatter?
  /// The figures; `nil` where they were not asked for.
  public let statistics: ArticleStatistics?
  /// How it reads; `nil` where it was not asked for.
  public let readability: ArticleReadability?
  /// The terms by score, descending.
  public let terms: [Term]
  /// What the article names and the values that it gives, by first mention.
  public let entities: [AnalyzedEntity]
  /// The deals that the article tells of, in the order of the text.
  public let relations: [AnalyzedRelation]
  /// How it judges; `nil` where it was not asked for.
  public let sentiment: ArticleSentiment?
  /// The sentences in the order of the text.
  public let sentences: [AnalyzedSentence]
  /// The excerpt; `nil` where it was not asked for or there is no sentence.
  public let summary: ArticleSummary?
  /// Tags that suit it, by score, descending.
  public package(set) var tags: [TagSuggestion]
  /// Categories of the archive that suit it, by score, descending; empty without an archive.
  public package(set) var categories: [CategorySuggestion]
  /// What it is about, for tags and categories; `nil` where neither was asked for.
  package let topics: ArticleTopics?
  /// What is off in the source, in the order of the text; what concerns the whole file comes first.
  public let diagnostics: [PlacedDiagnostic]
}

/// Where an article came from.
public struct SourceDescription: Equatable, Sendable {
  /// The path as it was given, or `nil` for a string or standard input.
  public let path: String?
  /// The form it was read as.
  public let format: InputFormat
  /// The encoding by its usual name, such as `UTF-8` or `Shift_JIS`.
  public let encoding: String
  /// The size of the source as it was.
  public let byteCount: Int
  /// The SHA-256 of the source as it was, in hexadecimal digits.
  public let sha256: String
}

/// A sentence and its place in the source.
public struct AnalyzedSentence: Equatable, Sendable {
  /// The words as the author wrote them, without markup.
  public let text: String
  /// The half-open range in the decoded source, in the analysis's offset unit.
  public let range: Range<Int>
  /// The line of the decoded source, from 1.
  public let line: Int
  /// How the sentence judges.
  public let polarity: Polarity
  /// How strongly it judges, -1 to 1.
  public let score: Double
  /// How much it has of what makes a summary, 0 to 1; the weightiest sentence has 1, headings have 0.
  public let importance: Double
  /// The block that it stands in, by its number in the article, from 0.
  package let block: Int
  /// What kind of block that is.
  package let blockKind: ProseBlock.Kind
}

/// A diagnostic with its place as editors show it.
public struct PlacedDiagnostic: Equatable, Sendable {
  /// The diagnostic.
  public let diagnostic: Diagnostic
  /// The line and the column; `nil` where it concerns the whole file.
  public let position: TextPosition?
}
