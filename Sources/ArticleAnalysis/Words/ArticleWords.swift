package import Annotation

/// The words of an article as they are searched for, and how often each of its terms stands in it.
package struct ArticleWords: Equatable, Sendable {
  /// The base forms of the text's words, in their order, each followed by a space.
  package internal(set) var text: [UInt8] = []
  /// The same of the title.
  package internal(set) var title: [UInt8] = []
  /// For each sentence, how many words of the text stand before it.
  package internal(set) var sentenceStarts: [Int] = []
  /// The number of words of the text.
  package internal(set) var count = 0
  /// All terms, in the order of their first occurrence.
  package internal(set) var terms = CountedTermList()

  /// No words.
  package init() {}
}
