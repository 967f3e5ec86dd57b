/// Articles by their numbers, a bit for each number up to the highest.
struct ArticleSet {
  private var words: [UInt64]

  /// No article, with room for numbers below `limit`.
  init(limit: Int) { words = [UInt64](repeating: 0, count: limit / 64 + 1) }

  /// The number of articles.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ article: Int) -> Bool {
    article >= 0 && article / 64 < words.count && words[article / 64] >> UInt64(article % 64) & 1 == 1
  }

  /// Adds an article; one that there is no room for came in later, and is left out.
  mutating func insert(_ article: Int) {
    if article >= 0, article / 64 < words.count { words[article / 64] |= 1 << UInt64(article % 64) }
  }

  mutating func formUnion(_ other: ArticleSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: ArticleSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: ArticleSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Calls `body` with each article, the lowest number first.
  func forEach(_ body: (Int) throws -> Void) rethrows {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        try body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
