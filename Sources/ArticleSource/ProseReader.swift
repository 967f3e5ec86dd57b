/// Reads the prose of an article.
public enum ProseReader {
  /// The prose of `source` from the byte `bodyStart` on, written in `format`.
  ///
  /// Always answers: a text that is too complex for its format is read as a simpler one, and a diagnostic says so.
  /// - Parameter bodyStart: Where the front matter ends; 0 where there is none.
  /// - Complexity: O(*n*) in bytes.
  package static func read(_ source: DecodedSource, bodyStart: Int, format: InputFormat) -> ProseText {
    source.bytes.withUnsafeBufferPointer { bytes in
      let body = min(max(bodyStart, 0), bytes.count)..<bytes.count
      switch format {
      case .markdown: return MarkdownReader.read(bytes, body)
      case .html: return HTMLReader.read(bytes, body)
      case .plain: return PlainTextReader.read(bytes, body)
      }
    }
  }
}
