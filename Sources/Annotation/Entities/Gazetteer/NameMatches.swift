import Morphology
import TextCore

/// The names of the gazetteer that stand in a sentence: at each place the longest one, from left to right.
struct NameMatches: ~Copyable {
  /// A name that stands in the sentence.
  struct Match {
    /// The morphemes of the sentence that it covers, counted from the sentence's first.
    let morphemes: Range<Int>
    /// Its newest entry in the gazetteer.
    let entry: Int32
  }

  private(set) var matches: [Match] = []
  /// For each morpheme that a name may begin at, the most bytes of one.
  private var limits = ScratchColumn<Int>(repeating: 0, count: 0)

  /// Forgets the names of the sentence before.
  mutating func removeAll() { if !matches.isEmpty { matches.removeAll(keepingCapacity: true) } }

  /// Finds the names of a sentence.
  /// - Parameters:
  ///   - places: The morphemes, counted from the sentence's first, that a name may begin at, in order: the first `count`.
  ///   - starts: What is known of the names that begin with each lexeme.
  /// - Complexity: O(*n* *m*) in such morphemes and in morphemes of the longest name.
  mutating func find(
    in gazetteer: Gazetteer, _ sentence: Range<Int>, at places: borrowing ScratchColumn<Int>, _ count: Int,
    _ starts: [NameStart], _ table: borrowing MorphemeTable, _ text: Span<UInt8>
  ) {
    removeAll()
    // How far to look, for all places before any is looked at: so these reads wait for memory together.
    limits.extend(to: count, with: 0)
    for number in 0..<count {
      let index = sentence.lowerBound + places[number]
      let known = Int(starts[Int(table.lexemes[index])].limit)
      limits[number] = known >= 0 ? known : gazetteer.longestName(at: Int(table.starts[index]), in: text)
    }
    var next = 0
    for number in 0..<count where places[number] >= next {
      let index = sentence.lowerBound + places[number]
      let known = starts[Int(table.lexemes[index])]
      guard let match = longest(gazetteer, index, known, limits[number], sentence, table, text) else { continue }
      matches.append(match)
      next = match.morphemes.upperBound
    }
  }

  @inline(__always)
  private func longest(
    _ gazetteer: Gazetteer, _ first: Int, _ known: NameStart, _ longest: Int, _ sentence: Range<Int>,
    _ table: borrowing MorphemeTable, _ text: Span<UInt8>
  ) -> Match? {
    let start = Int(table.starts[first])
    var place = Int(table.ends[first])
    var best = known.entry
    var behind = first + 1
    let limit = start + longest
    var hash = ByteHash(known.hash)
    for index in first + 1..<max(sentence.upperBound, first + 1) {
      let end = Int(table.ends[index])
      guard end <= limit else { break }
      while place < end {
        hash.add(text[place])
        place += 1
      }
      let entry = gazetteer.entry(ofHash: hash.value)
      if entry >= 0 {
        best = entry
        behind = index + 1
      }
    }
    guard best >= 0 else { return nil }
    return Match(morphemes: first - sentence.lowerBound..<behind - sentence.lowerBound, entry: best)
  }
}

/// What is known of the names of a gazetteer that begin with a lexeme.
struct NameStart {
  /// The number of the lexeme's bytes.
  let hash: UInt64
  /// The newest entry of the name that is the lexeme alone, or -1.
  let entry: Int32
  /// The most bytes of a name that begins with it; -1 where that depends on the text behind.
  let limit: Int32

  init(_ word: Span<UInt8>, hash: UInt64, in gazetteer: Gazetteer) {
    self.hash = hash
    entry = gazetteer.entry(ofHash: hash)
    limit = gazetteer.longestName(beginningWith: word).map(Int32.init) ?? -1
  }

  /// Whether there may be a name that begins with the lexeme, of so many bytes, at all.
  func mayBeginName(_ count: Int) -> Bool { entry >= 0 || limit < 0 || limit > count }
}
