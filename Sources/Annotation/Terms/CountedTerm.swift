import TextCore

/// A term and how often it stands in an article on its own.
package struct CountedTerm: Equatable, Sendable {
  /// The term, normalized; verbs and adjectives in their base form.
  package let term: String
  /// Its kind.
  package let kind: Term.Kind
  /// The count, at least 1.
  package let count: Int

  /// Creates a counted term.
  package init(term: String, kind: Term.Kind, count: Int) {
    self.term = term
    self.kind = kind
    self.count = count
  }
}

extension TermExtractor {
  /// All terms of the article that was looked at last, however light, in the order of their first occurrence.
  package var countedTerms: [CountedTerm] {
    counter.found.map { id in
      let entry = counter.entries[Int(id)]
      return CountedTerm(term: counter.vocabulary.string(of: id), kind: entry.kind, count: Int(entry.count))
    }
  }
}
