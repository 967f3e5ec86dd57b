package import Annotation
public import ArticleSource
public import Normalization
public import TextCore

/// The parts of an analysis, named as the keys of its JSON object.
public enum AnalysisPart: String, CaseIterable, Sendable {
  /// Path, format, encoding, size, fingerprint.
  case source
  /// What the front matter says.
  case frontMatter
  /// Counts and the reading time.
  case statistics
  /// How it reads: lengths of sentences, kanji, style, particles.
  case readability
  /// What the article is about.
  case terms
  /// What it names, and the values that it gives.
  case entities
  /// The deals that it tells of.
  case relations
  /// How the article judges, and by which words.
  case sentiment
  /// The sentences with their places.
  case sentences
  /// The excerpt.
  case summary
  /// Tags that suit it.
  case tags
  /// Categories of the archive that suit it.
  case categories
  /// What is off in the source.
  case diagnostics

  /// What is computed unless more is asked for: all but the figures of readability, which most readers of an analysis
  /// have no use for.
  public static let standard = Set(allCases).subtracting([.readability])

  /// Whether the part needs the prose segmented.
  var needsMorphemes: Bool {
    switch self {
    case .source, .frontMatter, .diagnostics: false
    case .statistics, .readability, .terms, .entities, .relations, .sentiment, .sentences, .summary, .tags,
      .categories:
      true
    }
  }

  /// Whether the part needs the terms weighed.
  var needsTerms: Bool { self == .terms || self == .sentences || self == .summary || needsTopics }

  /// Whether the part needs the sentences weighed.
  var needsImportance: Bool { self == .sentences || self == .summary }

  /// Whether the part needs the entities found.
  var needsEntities: Bool { self == .entities || self == .relations }

  /// Whether the part needs the topics gathered.
  var needsTopics: Bool { self == .tags || self == .categories }

  /// Whether the part needs the sentences judged.
  var needsSentiment: Bool { self == .sentiment || self == .sentences }
}

/// What an analysis computes, and how.
public struct AnalysisOptions: Sendable {
  /// The parts to compute.
  public var parts = AnalysisPart.standard
  /// The unit of all offsets in the result.
  public var offsetUnit: OffsetUnit = .scalar
  /// The form of the text, or `nil` to tell by the file's name and content.
  public var inputFormat: InputFormat?
  /// How the prose is normalized before it is segmented.
  public var normalization: NormalizationForm = .japanese
  /// How the source is decoded: the size limit, and the encoding where it is known.
  public var decoding = SourceDecoder.Options()
  /// The most terms in the result; 0 for all.
  public var termLimit = 50
  /// The most characters of an excerpt, in grapheme clusters; at least 1.
  public var excerptLimit = 120
  /// The most tags in the result, at least 1; an article without an archive gets six at most.
  public var tagLimit = 10
  /// The score below which a tag is left out where there are three better ones, 0 to 1.
  package var tagFloor = 0.0
  /// Where tags come from.
  package var tagSource = TagSource.article
  /// How the excerpt is made.
  public var excerptStyle: ExcerptStyle = .sentence
  /// What sentiment leaves out, to measure what it is good for.
  package var sentimentAblation: SentimentAnnotator.Ablation = []
  /// How fast a reader reads.
  public var readingSpeed = ReadingSpeed()

  /// The defaults: the standard parts, in Unicode scalars.
  public init() {}
}

/// Where tags come from.
package enum TagSource: Sendable {
  /// The article alone, with the names that it holds.
  case article
  /// An archive's model, which needs the topics only.
  case archive
}

extension AnalysisOptions {
  /// Leaves tags to an archive's model, so that the names of articles need not be found for them.
  package mutating func usesArchiveTags() { tagSource = .archive }

  /// Whether any part needs the entities found; tags do where they come from the article alone.
  var needsEntities: Bool {
    parts.contains(where: \.needsEntities) || parts.contains(.tags) && tagSource == .article
  }
}
