import Morphology
import TextCore

/// The names of the gazetteer that stand in a sentence: at each place the longest one, from left to right.
struct NameMatches {
  /// A name that stands in the sentence.
  struct Match {
    /// The morphemes of the sentence that it covers, counted from the sentence's first.
    let morphemes: Range<Int>
    /// Its newest entry in the gazetteer.
    let entry: Int32
  }

  private(set) var matches: [Match] = []

  /// Forgets the names of the sentence before.
  mutating func removeAll() { matches.removeAll(keepingCapacity: true) }

  /// Finds the names of a sentence.
  /// - Parameter places: The morphemes, counted from the sentence's first, that a name may begin at, in order.
  /// - Complexity: O(*n* *m*) in such morphemes and in morphemes of the longest name.
  mutating func find(
    in gazetteer: Gazetteer, _ sentence: Range<Int>, at places: [Int], _ table: borrowing MorphemeTable,
    _ text: Span<UInt8>
  ) {
    removeAll()
    var next = 0
    for place in places where place >= next {
      let index = sentence.lowerBound + place
      let limit = gazetteer.longestName(at: Int(table.starts[index]), in: text)
      guard limit > 0, let match = longest(gazetteer, index, limit, sentence, table, text) else { continue }
      matches.append(match)
      next = match.morphemes.upperBound
    }
  }

  private func longest(
    _ gazetteer: Gazetteer, _ first: Int, _ limit: Int, _ sentence: Range<Int>, _ table: borrowing MorphemeTable,
    _ text: Span<UInt8>
  ) -> Match? {
    let start = Int(table.starts[first])
    var hash = ByteHash()
    var place = start
    var best: Match?
    for index in first..<sentence.upperBound {
      let end = Int(table.ends[index])
      guard end - start <= limit else { break }
      while place < end {
        hash.add(text[place])
        place += 1
      }
      let entry = gazetteer.entry(ofHash: hash.value)
      if entry >= 0 {
        best = Match(morphemes: first - sentence.lowerBound..<index + 1 - sentence.lowerBound, entry: entry)
      }
    }
    return best
  }
}
