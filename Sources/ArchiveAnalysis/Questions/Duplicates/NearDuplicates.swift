/// Finds articles of which large parts are the same.
package struct NearDuplicates {
  /// Two articles, by the order in which they came in.
  package struct Pair: Equatable, Sendable {
    package let first: Int
    package let second: Int
    /// The Jaccard index of their shingles.
    package let similarity: Double
  }

  /// Buckets with more articles than this compare each with its next ones only, so that a text that stands in all
  /// articles does not make all pairs.
  private static let neighbours = 40

  private var bands: [(band: UInt64, article: Int)] = []
  private var shingles: [[UInt64]] = []

  /// No articles.
  package init() {}

  /// Adds an article by the shingles of its words.
  package mutating func add(_ own: [UInt64]) {
    if let sketch = MinHash(own) { for band in sketch.bands { bands.append((band, shingles.count)) } }
    shingles.append(own)
  }

  /// The pairs that are at least so similar, the most similar first.
  /// - Complexity: O(*n* log *n*) in articles, and the pairs that agree in a band.
  package func pairs(atLeast threshold: Double) -> [Pair] {
    let ordered = bands.sorted { $0.band != $1.band ? $0.band < $1.band : $0.article < $1.article }
    var candidates: Set<UInt64> = []
    for place in ordered.indices {
      var next = place + 1
      while next < ordered.count, next <= place + Self.neighbours, ordered[next].band == ordered[place].band {
        candidates.insert(UInt64(ordered[place].article) << 32 | UInt64(ordered[next].article))
        next += 1
      }
    }
    var pairs: [Pair] = []
    for candidate in candidates.sorted() {
      let (first, second) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
      guard first != second else { continue }
      let similarity = Shingles.jaccard(shingles[first], shingles[second])
      if similarity >= threshold { pairs.append(Pair(first: first, second: second, similarity: similarity)) }
    }
    return pairs.sorted { left, right in
      if left.similarity != right.similarity { return left.similarity > right.similarity }
      return left.first != right.first ? left.first < right.first : left.second < right.second
    }
  }
}

/// Finds passages that stand in several articles in the same words, but for numbers and white space.
package struct RepeatedPassages {
  /// A passage and where it stands.
  package struct Passage: Equatable, Sendable {
    /// The words as they stand in the first place.
    package let text: String
    /// The articles, by number, each once, with the line of the first place in each.
    package let places: [(article: Int, line: Int)]
    /// How often it stands in all.
    package let count: Int

    package static func == (left: Passage, right: Passage) -> Bool {
      left.text == right.text && left.count == right.count && left.places.elementsEqual(right.places, by: ==)
    }
  }

  private struct Entry {
    var text: String
    var places: [(article: Int, line: Int)]
    var count: Int
  }

  private let minimumLength: Int
  private var numbers: [UInt64: Int] = [:]
  private var entries: [Entry] = []

  /// Begins with passages of at least so many letters.
  package init(minimumLength: Int) { self.minimumLength = minimumLength }

  /// Adds a passage of an article. All passages of an article come together.
  package mutating func add(_ text: String, article: Int, line: Int) {
    var hash = Shingles.basis
    var letters = 0
    var isNumber = false
    for scalar in text.unicodeScalars {
      // Kana and kanji are neither white space nor digits; the tables of Unicode take long.
      let isPlain = (0x3041...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
      if !isPlain, scalar.properties.isWhitespace { continue }
      letters += 1
      let isDigit = !isPlain && scalar.properties.numericType == .decimal
      if isDigit && isNumber { continue }
      isNumber = isDigit
      hash = Shingles.mixed(hash ^ UInt64(isDigit ? 0x30 : scalar.value))
    }
    guard letters >= minimumLength else { return }
    guard let number = numbers[hash] else {
      numbers[hash] = entries.count
      entries.append(Entry(text: text, places: [(article, line)], count: 1))
      return
    }
    entries[number].count += 1
    if entries[number].places.last?.article != article { entries[number].places.append((article, line)) }
  }

  /// The passages that stand in at least so many articles; those that stand in most first, longer ones before.
  package func passages(inAtLeast articles: Int) -> [Passage] {
    entries.filter { $0.places.count >= articles }
      .map { Passage(text: $0.text, places: $0.places, count: $0.count) }
      .sorted { left, right in
        if left.places.count != right.places.count { return left.places.count > right.places.count }
        let lengths = (left.text.unicodeScalars.count, right.text.unicodeScalars.count)
        return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : left.text < right.text
      }
  }
}
