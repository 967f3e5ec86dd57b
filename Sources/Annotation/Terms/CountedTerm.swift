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

  /// The same with the terms' bytes in one place.
  package var countedTermList: CountedTermList {
    var list = CountedTermList(capacity: counter.found.count)
    let pool = counter.vocabulary.pool
    for id in counter.found {
      let entry = counter.entries[Int(id)]
      list.append(pool[counter.vocabulary.range(of: id)], kind: entry.kind, count: Int(entry.count))
    }
    return list
  }
}

/// Terms with their counts, of which there are some hundred in an article: their bytes lie in one place, since most are
/// only written down.
package struct CountedTermList: Equatable, Sendable {
  /// A term.
  package struct Entry: Equatable, Sendable {
    /// Where its bytes stand.
    package let range: Range<Int>
    /// Its kind.
    package let kind: Term.Kind
    /// The count, at least 1.
    package let count: Int
  }

  /// The bytes of all terms.
  package private(set) var pool: [UInt8] = []
  /// The terms.
  package private(set) var entries: [Entry] = []

  /// No terms, with room for some.
  package init(capacity: Int = 0) {
    pool.reserveCapacity(capacity * 12)
    entries.reserveCapacity(capacity)
  }

  /// Appends a term.
  package mutating func append(_ term: ArraySlice<UInt8>, kind: Term.Kind, count: Int) {
    let start = pool.count
    pool.append(contentsOf: term)
    entries.append(Entry(range: start..<pool.count, kind: kind, count: count))
  }
}
