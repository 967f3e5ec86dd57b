public import TextCore

/// An article file as text: what every range in `FileSpace` speaks of.
public struct DecodedSource: Sendable {
  /// Valid UTF-8 without byte order mark and without NUL; line ends are as in the file.
  public let bytes: [UInt8]
  /// The encoding of the file: the `name` of a `SourceEncoding`.
  public let encoding: String
  /// The size of the file as it was, in bytes.
  public let byteCount: Int
  /// What could not be read, with its place in `bytes`, in ascending order.
  public let diagnostics: [Diagnostic]

  /// Creates a source from text that is decoded already, with no byte that is not valid UTF-8 and no NUL.
  package init(
    bytes: [UInt8], encoding: SourceEncoding = .utf8, byteCount: Int? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.bytes = bytes
    self.encoding = encoding.name
    self.byteCount = byteCount ?? bytes.count
    self.diagnostics = diagnostics
  }

  /// Creates a source from text that a program holds already.
  ///
  /// A byte order mark at the start is left out, and NUL becomes U+FFFD with a diagnostic, as in a file.
  public init(_ text: String) {
    var bytes = Array(text.utf8)
    let byteCount = bytes.count
    if bytes.starts(with: ByteOrderMark.utf8.bytes) { bytes.removeFirst(ByteOrderMark.utf8.bytes.count) }
    let text = UTF8Repair.repaired(bytes)
    self.init(bytes: text.bytes, encoding: .utf8, byteCount: byteCount, diagnostics: text.diagnostics)
  }
}
