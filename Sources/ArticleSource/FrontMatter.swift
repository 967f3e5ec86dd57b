public import TextCore

/// What an article's file says about the article, above its text.
public struct FrontMatter: Sendable, Equatable {
  /// The language that a block is written in.
  public enum Kind: String, Sendable {
    /// Between lines of `---`, as Jekyll writes it.
    case yaml
    /// Between lines of `+++`, as Hugo writes it.
    case toml
    /// One JSON object at the start of the file.
    case json
  }

  /// The language.
  public let kind: Kind
  /// The title; a number keeps its spelling.
  public var title: String?
  /// The date of publication.
  public var date: ArticleDate?
  /// Who wrote it; several names are joined by `、`.
  public var author: String?
  /// The categories, each once, in the order of the file.
  public var categories: [String] = []
  /// The tags, each once, in the order of the file.
  public var tags: [String] = []
  /// The excerpt that the author wrote.
  public var excerpt: String?
  /// The description, or the summary where there is none.
  public var description: String?
  /// The reading time in minutes.
  public var readingTime: Double?
  /// Every field that is none of the above, in the order of the file.
  public var other: [FrontMatterField] = []
  /// The whole block, with its delimiters and the line end after it.
  public let range: ByteRange<FileSpace>
  /// Where the fields of the top level stand, by their names as written: from the name to the end of the value.
  public var places: [String: ByteRange<FileSpace>] = [:]

  /// Creates a block with nothing in it.
  public init(kind: Kind, range: ByteRange<FileSpace>) {
    self.kind = kind
    self.range = range
  }
}
