internal import Foundation
internal import GRDB

/// The words that stand in many articles, each with its articles, so that a search need not look at each place of it.
///
/// FTS5 counts the places of a word in every article that has it, whichever are shown: 20,000 articles with する take
/// it 80 ms. A publication counts them once. Scores are FTS5's own, Okapi BM25, from the same numbers.
package struct FrequentWords {
  /// A word that stands in fewer articles is quickly found by FTS5.
  package static let fewestArticles = 1_000
  /// What a word of the title weighs against one of the text.
  static let titleWeight = 5.0
  /// The name of the articles' lengths among the models.
  static let lengths = "lengths"

  /// FTS5's constants (Robertson and Zaragoza 2009).
  private static let k1 = 1.2
  private static let b = 0.75
  /// What FTS5 takes for the rarity of a word that stands in more than half of the articles.
  private static let leastRarity = 1e-6

  private let words: RowQuery
  private let counts: RowQuery
  /// How many words each article has, by its number; 0 where there is none.
  private let lengths: [Int32]
  private let articleCount: Int
  private let meanLength: Double

  /// Opens the lists of an index.
  init?(_ database: Database, _ path: String) throws {
    var bytes: [UInt8] = []
    try RowQuery("SELECT model FROM models WHERE name = ?", on: database, path: path).bind(Self.lengths)
      .forEach { bytes = $0.bytes(0) }
    guard !bytes.isEmpty else { return nil }
    var lengths: [Int32] = []
    var (count, sum) = (0, 0)
    PairList(bytes: bytes).forEach { article, length in
      while lengths.count <= article { lengths.append(0) }
      lengths[article] = Int32(clamping: length)
      count += 1
      sum += length
    }
    guard count > 0, sum > 0 else { return nil }
    self.lengths = lengths
    articleCount = count
    meanLength = Double(sum) / Double(count)
    counts = try RowQuery("SELECT articles FROM frequent_words WHERE word = ?", on: database, path: path)
    words = try RowQuery("SELECT articles, postings FROM frequent_words WHERE word = ?", on: database, path: path)
  }

  /// Whether there is a list of a word.
  func contains(_ word: String) throws -> Bool {
    var found = false
    try counts.bind(word).forEach { _ in found = true }
    return found
  }

  /// The articles that hold a word, with their scores; `nil` where there is no list.
  func articles(with word: String) throws -> [SearchReader.Scored]? {
    var scored: [SearchReader.Scored]?
    try words.bind(word).forEach { row in
      let count = Double(row.integer(0))
      let odds = (Double(articleCount) - count + 0.5) / (count + 0.5)
      let rarity = odds > 1 ? log(odds) : Self.leastRarity
      var found: [SearchReader.Scored] = []
      found.reserveCapacity(row.integer(0))
      PairList(bytes: row.bytes(1)).forEach { article, frequency in
        let length = article < lengths.count ? Double(lengths[article]) : 0
        let weight = Double(frequency)
        let saturation = weight + Self.k1 * (1 - Self.b + Self.b * length / meanLength)
        found.append((article, rarity * (weight * (Self.k1 + 1)) / saturation))
      }
      scored = found
    }
    return scored
  }
}

/// Pairs of numbers as bytes, both LEB128: how far the first is above that of the pair before, and the second.
struct PairList {
  private(set) var bytes: [UInt8]
  private var last = 0

  /// Takes bytes that were stored.
  init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// Appends a pair whose first number is not below the one before.
  mutating func append(_ first: Int, _ second: Int) {
    append(first - last)
    append(second)
    last = first
  }

  private mutating func append(_ value: Int) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Calls `body` with each pair.
  func forEach(_ body: (Int, Int) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      var first = 0
      func number() -> Int? {
        var (value, shift) = (0, 0)
        while place < bytes.count, shift < 35 {
          let byte = bytes[place]
          place += 1
          value |= Int(byte & 0x7F) << shift
          if byte < 0x80 { return value }
          shift += 7
        }
        return nil
      }
      while let step = number(), let second = number() {
        first += step
        // No archive has as many articles: the bytes are damaged.
        guard first < 1 << 31 else { return }
        body(first, second)
      }
    }
  }
}
