public import TextCore

/// An article as its file has it: decoded, with its front matter and its prose.
public struct ArticleDocument: Sendable {
  /// The decoded file.
  public let source: DecodedSource
  /// How it was read.
  public let format: InputFormat
  /// What its front matter says; `nil` where there is none.
  public let frontMatter: FrontMatter?
  /// What a reader reads.
  public let prose: ProseText
  /// What is off in the file, in the order of the stages.
  public let diagnostics: [Diagnostic]
}

/// Reads articles from the bytes of their files.
public enum ArticleReader {
  /// How much of an article is read.
  public enum Depth: Sendable {
    /// The front matter alone; the prose stays empty.
    case frontMatter
    /// Everything.
    case prose
  }

  /// Reads an article.
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - path: The file's path; its extension tells the format.
  ///   - format: The format, where it is known; plain text has no front matter.
  ///   - decoding: How the file is decoded.
  ///   - depth: How much is read.
  /// - Throws: `SourceError` where the file is larger than the limit.
  /// - Complexity: O(*n*) in bytes.
  public static func read(
    _ bytes: [UInt8], path: String? = nil, format: InputFormat? = nil,
    decoding: SourceDecoder.Options = SourceDecoder.Options(), depth: Depth = .prose
  ) throws(SourceError) -> ArticleDocument {
    let source = try SourceDecoder(options: decoding).decode(bytes)
    let format = format ?? InputFormat.detect(path: path, bytes: source.bytes)
    let head =
      format == .plain ? (frontMatter: nil, bodyStart: 0, diagnostics: []) : FrontMatterReader.read(source)
    let prose =
      switch depth {
      case .frontMatter: ProseText(bytes: [], map: OffsetMap(), blocks: [])
      case .prose: ProseReader.read(source, bodyStart: head.bodyStart, format: format)
      }
    return ArticleDocument(
      source: source, format: format, frontMatter: head.frontMatter, prose: prose,
      diagnostics: source.diagnostics + head.diagnostics + prose.diagnostics)
  }
}
