public import TextCore

/// What is wrong with a front matter, as a rule that can be set by its name.
public enum FrontMatterRule: String, Sendable, CaseIterable {
  /// There is no excerpt.
  case excerptMissing = "excerpt-missing"
  /// The excerpt is a frame around the title, or a frame of the archive.
  case excerptTemplated = "excerpt-templated"
  /// The excerpt is the title again.
  case excerptTitle = "excerpt-title"
  /// The excerpt begins with a greeting or an aside.
  case excerptFiller = "excerpt-filler"
  /// The excerpt holds markup.
  case excerptMarkup = "excerpt-markup"
  /// The excerpt ends in the middle of a sentence.
  case excerptCut = "excerpt-cut"
  /// The excerpt is longer than the limit.
  case excerptTooLong = "excerpt-too-long"
  /// The excerpt says what the body does not.
  case excerptUnsupported = "excerpt-unsupported"
  /// There is no description.
  case descriptionMissing = "description-missing"
  /// The description is a frame around the title, or a frame of the archive.
  case descriptionTemplated = "description-templated"
  /// The description is the title again.
  case descriptionTitle = "description-title"
  /// The description begins with a greeting or an aside.
  case descriptionFiller = "description-filler"
  /// The description holds markup.
  case descriptionMarkup = "description-markup"
  /// The description ends in the middle of a sentence.
  case descriptionCut = "description-cut"
  /// The description is longer than the limit.
  case descriptionTooLong = "description-too-long"
  /// The description says what the body does not.
  case descriptionUnsupported = "description-unsupported"
  /// There are no tags.
  case tagsMissing = "tags-missing"
  /// A tag is not in the text.
  case tagUnsupported = "tag-unsupported"
  /// A tag is nearly another one of the archive.
  case tagNearDuplicate = "tag-near-duplicate"
  /// A tag is another spelling of a more usual one.
  case tagVariant = "tag-variant"
  /// A tag that the archive pastes on posts whatever they say.
  case tagPasted = "tag-pasted"
  /// The category's other posts are about something else.
  case categoryImplausible = "category-implausible"
  /// The reading time is more than a third off.
  case readingTimeOff = "reading-time-off"
  /// The archive gives posts of every length the same reading time.
  case readingTimeConstant = "reading-time-constant"
  /// There is no date.
  case dateMissing = "date-missing"
  /// The date has not come yet.
  case dateFuture = "date-future"
  /// There is no title.
  case titleMissing = "title-missing"
  /// The title is longer than the limit.
  case titleTooLong = "title-too-long"
  /// The title ends in the middle of a word or bracket.
  case titleCut = "title-cut"
  /// Another post has the same title.
  case titleDuplicate = "title-duplicate"

  /// The stable code: the name behind `front-matter.`.
  public var code: DiagnosticCode {
    switch self {
    case .excerptMissing: DiagnosticCode("front-matter.excerpt-missing")
    case .excerptTemplated: DiagnosticCode("front-matter.excerpt-templated")
    case .excerptTitle: DiagnosticCode("front-matter.excerpt-title")
    case .excerptFiller: DiagnosticCode("front-matter.excerpt-filler")
    case .excerptMarkup: DiagnosticCode("front-matter.excerpt-markup")
    case .excerptCut: DiagnosticCode("front-matter.excerpt-cut")
    case .excerptTooLong: DiagnosticCode("front-matter.excerpt-too-long")
    case .excerptUnsupported: DiagnosticCode("front-matter.excerpt-unsupported")
    case .descriptionMissing: DiagnosticCode("front-matter.description-missing")
    case .descriptionTemplated: DiagnosticCode("front-matter.description-templated")
    case .descriptionTitle: DiagnosticCode("front-matter.description-title")
    case .descriptionFiller: DiagnosticCode("front-matter.description-filler")
    case .descriptionMarkup: DiagnosticCode("front-matter.description-markup")
    case .descriptionCut: DiagnosticCode("front-matter.description-cut")
    case .descriptionTooLong: DiagnosticCode("front-matter.description-too-long")
    case .descriptionUnsupported: DiagnosticCode("front-matter.description-unsupported")
    case .tagsMissing: DiagnosticCode("front-matter.tags-missing")
    case .tagUnsupported: DiagnosticCode("front-matter.tag-unsupported")
    case .tagNearDuplicate: DiagnosticCode("front-matter.tag-near-duplicate")
    case .tagVariant: DiagnosticCode("front-matter.tag-variant")
    case .tagPasted: DiagnosticCode("front-matter.tag-pasted")
    case .categoryImplausible: DiagnosticCode("front-matter.category-implausible")
    case .readingTimeOff: DiagnosticCode("front-matter.reading-time-off")
    case .readingTimeConstant: DiagnosticCode("front-matter.reading-time-constant")
    case .dateMissing: DiagnosticCode("front-matter.date-missing")
    case .dateFuture: DiagnosticCode("front-matter.date-future")
    case .titleMissing: DiagnosticCode("front-matter.title-missing")
    case .titleTooLong: DiagnosticCode("front-matter.title-too-long")
    case .titleCut: DiagnosticCode("front-matter.title-cut")
    case .titleDuplicate: DiagnosticCode("front-matter.title-duplicate")
    }
  }
}
