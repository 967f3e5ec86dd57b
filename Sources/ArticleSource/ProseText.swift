public import TextCore

/// What a reader reads of an article, without markup and code, and where each byte of it stands in the file.
public struct ProseText: Sendable {
  /// The prose as UTF-8.
  ///
  /// One line feed stands between two blocks, and inside a block only for a hard line break. A soft line break
  /// became a space, or nothing between two Japanese characters.
  public let bytes: [UInt8]
  /// Carries places of the prose back to the decoded file.
  ///
  /// Front matter and markup are deletions; a decoded entity, a line break and a separator of blocks are edits.
  public let map: OffsetMap<FileSpace, ProseSpace>
  /// The blocks: ascending, disjoint, none empty; they cover every byte but the separators.
  public let blocks: [ProseBlock]
  /// The number of Unicode scalars in code blocks and in inline code that is no prose, line ends left out.
  public let codeCharacters: Int
  /// The number of pictures.
  public let images: Int
  /// The title that the document gives itself outside of its text: the `title` or `og:title` of a web page.
  public let documentTitle: String?
  /// What could not be read as it was meant.
  public let diagnostics: [Diagnostic]

  /// Creates a prose text of its parts.
  package init(
    bytes: [UInt8], map: OffsetMap<FileSpace, ProseSpace>, blocks: [ProseBlock], codeCharacters: Int = 0,
    images: Int = 0, documentTitle: String? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.bytes = bytes
    self.map = map
    self.blocks = blocks
    self.codeCharacters = codeCharacters
    self.images = images
    self.documentTitle = documentTitle
    self.diagnostics = diagnostics
  }
}

/// A block of prose: a heading, a paragraph, an item of a list.
public struct ProseBlock: Sendable, Equatable {
  /// What part a block plays.
  public enum Kind: String, Sendable, CaseIterable {
    /// A heading.
    case heading
    /// Running text.
    case paragraph
    /// The own text of an item of a list, without the items below it.
    case listItem
    /// A cell of a table.
    case tableCell
    /// A paragraph of a quotation.
    case quote
    /// The caption of a figure or table, or the text that stands for a picture.
    case caption
  }

  /// What part it plays.
  public let kind: Kind
  /// The level of a heading, from 1 to 6; 0 for anything else.
  public let level: Int
  /// Its bytes.
  public let range: ByteRange<ProseSpace>

  /// Creates a block.
  package init(kind: Kind, level: Int = 0, range: ByteRange<ProseSpace>) {
    self.kind = kind
    self.level = level
    self.range = range
  }
}
