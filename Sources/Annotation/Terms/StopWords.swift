import LexicalResources
import TextCore

/// Words that say nothing about what an article is about.
public struct StopWords: Sendable {
  private let words: Vocabulary

  /// The list that the package carries.
  public init() { self.init(LexicalResource.stopwords.rows.map { String($0[0]) }) }

  /// A list of its own, of base forms.
  public init(_ words: [String]) {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.intern(word) }
    self.words = vocabulary
  }

  /// Whether the word is on the list; Latin letters must be small.
  package func contains(_ word: Span<UInt8>) -> Bool { words.id(of: word) != nil }
}
