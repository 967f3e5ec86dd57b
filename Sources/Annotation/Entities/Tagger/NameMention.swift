package import TextCore

/// A name that the tagger found.
package struct NameMention: Equatable, Sendable {
  /// Where it lies in the normalized text.
  package var range: ByteRange<NormalizedSpace>
  /// The morphemes that it is made of.
  package var morphemes: Range<Int>
  /// The sentence that it stands in.
  package var sentence: Int
  /// What it names.
  package var name: NameClass

  /// Creates a mention.
  package init(range: ByteRange<NormalizedSpace>, morphemes: Range<Int>, sentence: Int, name: NameClass) {
    self.range = range
    self.morphemes = morphemes
    self.sentence = sentence
    self.name = name
  }
}
