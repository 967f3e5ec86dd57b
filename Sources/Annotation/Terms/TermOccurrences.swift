/// The terms of an article, and the sentences that hold them.
package struct TermOccurrences: Sendable {
  /// The terms by score, descending; equal scores in the order of their first occurrence.
  package internal(set) var terms: [Term] = []
  /// Where `terms` stand: pairs of an index into `terms` and a sentence, in the order of the text.
  package internal(set) var places: [Place] = []

  /// No terms.
  package init() {}

  /// A term in a sentence.
  package struct Place: Equatable, Sendable {
    /// The index into `terms`.
    package let term: Int
    /// The sentence, by its index.
    package let sentence: Int
  }
}
