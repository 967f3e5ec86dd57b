public import TextCore

/// A text in a normalization form, and the way back to the text it was made of.
public struct NormalizedText: Sendable {
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// Carries ranges of `bytes` to the text that was normalized, and back.
  public let map: OffsetMap<ProseSpace, NormalizedSpace>

  /// Creates a text of its parts.
  package init(bytes: [UInt8], map: OffsetMap<ProseSpace, NormalizedSpace>) {
    self.bytes = bytes
    self.map = map
  }
}

/// The text after broken bytes were replaced and over-long runs of combining marks cut.
enum RepairedSpace: TextSpace {}

/// The text in NFC or NFKC.
enum FormSpace: TextSpace {}

/// The text after the Japanese rewrites.
enum RewrittenSpace: TextSpace {}
