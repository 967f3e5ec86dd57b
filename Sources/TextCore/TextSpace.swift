/// A text that offsets can speak of.
///
/// Spaces are never instantiated; they only mark offsets, so that an offset in one text
/// does not compile where an offset in another is due.
public protocol TextSpace: Sendable {}

/// The decoded source file: valid UTF-8, front matter included, byte order mark left out.
public enum FileSpace: TextSpace {}

/// The prose of an article: what a reader reads, without markup and code.
public enum ProseSpace: TextSpace {}

/// The prose after normalization: what is segmented.
public enum NormalizedSpace: TextSpace {}
