public import TextCore

/// An article file as valid UTF-8.
public struct DecodedSource: Sendable {
  /// The text: valid UTF-8 without a byte order mark.
  public let bytes: [UInt8]
  /// The encoding of the file.
  public let encoding: String
  /// The size of the file.
  public let byteCount: Int
  /// What was found broken.
  public let diagnostics: [Diagnostic]

  /// Creates a decoded text.
  public init(bytes: [UInt8], encoding: String = "UTF-8", byteCount: Int? = nil, diagnostics: [Diagnostic] = []) {
    self.bytes = bytes
    self.encoding = encoding
    self.byteCount = byteCount ?? bytes.count
    self.diagnostics = diagnostics
  }
}
