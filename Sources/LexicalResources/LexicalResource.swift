internal import CDictionaries

/// A table of the folder `dictionaries/` as it was when the package was built.
///
/// The tables are embedded in the binary, so reading one needs no file and cannot fail.
public enum LexicalResource: String, CaseIterable, Sendable {
  /// Words that a dictionary of 2007 lacks: surface, type, reading.
  case words
  /// Words that say nothing about what an article is about.
  case stopwords
  /// How common terms are in blog posts at large.
  case background
  /// Phrases that speak for or against a sentence as an excerpt.
  case excerptCues
  /// Words that judge, and words that change what others judge; the tables of `sentiment/`, one after the other.
  case sentiment
  /// What was learned about judging sentences.
  case sentimentModel

  /// Lends the table's bytes, UTF-8; they live as long as the process.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let table =
      switch self {
      case .words: kiji_table_words()
      case .stopwords: kiji_table_stopwords()
      case .background: kiji_table_background()
      case .excerptCues: kiji_table_excerpt_cues()
      case .sentiment: kiji_table_sentiment()
      case .sentimentModel: kiji_table_sentiment_model()
      }
    // SAFETY: the C side returns static constant storage with its size.
    return try body(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }

  /// A copy of the table's bytes.
  public var bytes: [UInt8] { withBytes(Array.init) }

  /// The table's rows without comments and empty lines, each split at tabs.
  package var rows: [[Substring]] {
    withBytes { String(decoding: $0, as: UTF8.self) }
      .split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
