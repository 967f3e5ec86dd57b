public import ArticleSource
public import TextCore

/// Something that an editor would change in a front matter.
public struct FrontMatterFinding: Sendable, Hashable {
  /// The stable code.
  public let code: DiagnosticCode
  /// How bad it is.
  public let severity: Diagnostic.Severity
  /// What was found and what to do, in Japanese.
  public let message: String
  /// Where the value begins, or the front matter where the value is missing.
  public let position: TextPosition
  /// The field that a fix would rewrite; `nil` where none would.
  public let field: FrontMatterEditableField?
  /// The tag that it is about.
  public let tag: String?
  /// The tag that a fix would write instead; `nil` where it would take the tag away.
  public let replacement: String?

  /// Creates a finding.
  public init(
    code: DiagnosticCode, severity: Diagnostic.Severity, message: String, position: TextPosition,
    field: FrontMatterEditableField? = nil, tag: String? = nil, replacement: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.position = position
    self.field = field
    self.tag = tag
    self.replacement = replacement
  }
}

/// What a review of front matters looks at, and how strictly.
public struct FrontMatterReviewSettings: Sendable {
  /// What becomes of a rule's findings.
  public enum Level: String, Sendable, CaseIterable {
    /// They are not looked for.
    case off
    /// They are notes.
    case note
    /// They are warnings.
    case warning
    /// They are errors.
    case error

    /// The severity; `nil` for `off`.
    public var severity: Diagnostic.Severity? {
      switch self {
      case .off: nil
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// Levels of rules that differ from the default, a warning.
  public var levels: [FrontMatterRule: Level] = [:]
  /// The fields that every post must have; `nil` for those that most posts of the archive have.
  public var requiredFields: Set<FrontMatterEditableField>?
  /// The longest excerpt, in grapheme clusters.
  public var excerptLimit = 160
  /// The longest description, in grapheme clusters: what search engines show.
  public var descriptionLimit = 160
  /// The longest title, in grapheme clusters.
  public var titleLimit = 70
  /// How far a reading time may be off, as a share of the estimate.
  public var readingTimeTolerance = 1.0 / 3

  /// The defaults.
  public init() {}

  /// The severity of a rule's findings; `nil` where the rule is off.
  public func severity(of rule: FrontMatterRule) -> Diagnostic.Severity? { (levels[rule] ?? .warning).severity }
}
