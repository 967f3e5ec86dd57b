import Annotation
internal import Foundation

/// An archive's articles as sparse vectors, to find those that are like another one.
///
/// Two articles are as similar as the cosine of their vectors, whose entries are term frequency times inverse document
/// frequency (Salton and Buckley, 1988, "Term-weighting approaches in automatic text retrieval"). Weights are whole
/// numbers, so that sums are exact in any order.
struct SimilarArticles: Sendable {
  /// A similar article.
  struct Neighbour: Equatable {
    /// Its place in the archive.
    let article: Int
    /// How similar it is, 0 to 1.
    let similarity: Float
  }

  /// What an entry of a vector is: 1 is this many. Thirteen bits hold it, and four bytes the product of two vectors.
  private static let unit: Float = 4096

  private let count: Int
  /// For each key, its row.
  private let rows: KeyTable
  private let keys: [Key]
  /// The articles that hold each key, counted from `first`, in the lower bits, and its weight there above.
  private let postings: [UInt32]
  /// The oldest article that is compared with.
  private let first: Int

  /// The bits of an article in a posting; older ones than these can count are compared with no more.
  private static let articleBits: UInt32 = 19
  private static let articleMask: UInt32 = 1 << articleBits - 1

  /// What is known of a key, in one place of the memory: a question looks at a thousand of them.
  private struct Key {
    /// Its inverse document frequency; 0 for a common one.
    let rarity: Float
    /// Where its postings begin.
    let start: Int32
    /// How many articles hold it.
    let share: Int32

    var postings: Range<Int> { Int(start)..<Int(start + share) }
  }

  /// Takes in articles, each a list of keys with weights above 0 before rarity counts; no key twice.
  /// - Complexity: O(*n*) in entries.
  init(_ vectors: [[(key: TermKey, weight: Float)]]) {
    count = vectors.count
    first = max(0, vectors.count - (1 << Int(Self.articleBits)))
    var rows: [UInt32: Int32] = [:]
    var keys: [TermKey] = []
    var shares: [Int32] = []
    var rowsOfEntries: [Int32] = []
    rowsOfEntries.reserveCapacity(vectors.reduce(0) { $0 + $1.count })
    for vector in vectors {
      for entry in vector {
        if let row = rows[entry.key.value] {
          shares[Int(row)] += 1
          rowsOfEntries.append(row)
        } else {
          rows[entry.key.value] = Int32(shares.count)
          keys.append(entry.key)
          rowsOfEntries.append(Int32(shares.count))
          shares.append(1)
        }
      }
    }
    let rarities = shares.map { [count] in Self.rarity($0, of: count) }
    var starts = [Int32](repeating: 0, count: shares.count + 1)
    for row in shares.indices { starts[row + 1] = starts[row] + shares[row] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: rowsOfEntries.count)
    var entry = 0
    for (order, vector) in vectors.enumerated() {
      var values: [Float] = []
      values.reserveCapacity(vector.count)
      for place in vector.indices { values.append(vector[place].weight * rarities[Int(rowsOfEntries[entry + place])]) }
      let scale = Self.scale(values.reduce(0) { $0 + $1 * $1 })
      for value in values {
        let place = Int(next[Int(rowsOfEntries[entry])])
        next[Int(rowsOfEntries[entry])] += 1
        // What is too old has the weight 0.
        if order >= first {
          postings[place] = UInt32((value * scale).rounded()) << Self.articleBits | UInt32(order - first)
        }
        entry += 1
      }
    }
    self.rows = KeyTable(keys)
    self.keys = shares.indices.map { Key(rarity: rarities[$0], start: starts[$0], share: shares[$0]) }
    self.postings = postings
  }

  /// The share of articles above which a key tells nothing of likeness; most entries are of such keys, so leaving them
  /// out saves most of the time.
  private static let commonShare: Float = 0.3
  /// The fewest articles that tell a key to be common.
  private static let telling = 30

  /// The inverse document frequency of a key that `share` of `count` articles hold; 0 for a common one.
  private static func rarity(_ share: Int32, of count: Int) -> Float {
    if count >= telling && Float(share) > commonShare * Float(count) { return 0 }
    return log((Float(count) + 1) / (Float(share) + 0.5))
  }

  /// What makes a vector of that squared length as long as a unit; 0 for one that has none.
  private static func scale(_ square: Float) -> Float { square > 0 ? unit / square.squareRoot() : 0 }

  /// The share of articles that hold a key.
  func share(of key: TermKey) -> Double {
    guard count > 0, let row = rows[key] else { return 0 }
    return Double(keys[row].share) / Double(count)
  }

  /// How similar each article is to a vector, 0 to 1.
  /// - Complexity: O(*p*) in the articles that hold each of the vector's keys.
  func similarities(to vector: [(key: TermKey, weight: Float)]) -> [Float] {
    var sums = [Int32](repeating: 0, count: count)
    var known: [(key: Key, value: Float)] = []
    known.reserveCapacity(vector.count)
    for entry in vector {
      guard let row = rows[entry.key], keys[row].rarity > 0 else { continue }
      known.append((keys[row], entry.weight * keys[row].rarity))
    }
    let scale = Self.scale(known.reduce(0) { $0 + $1.value * $1.value })
    var total = sums.mutableSpan
    for entry in known {
      let weight = UInt32((entry.value * scale).rounded())
      let holding = postings.span.extracting(entry.key.postings)
      for place in holding.indices {
        // SAFETY: `init` numbers articles from `first` and below `count`. Products have twice thirteen bits, and vectors
        // are of length 1: no sum leaves 31 bits.
        let posting = unsafe holding[unchecked: place]
        let article = first &+ Int(posting & Self.articleMask)
        unsafe total[unchecked: article] &+= Int32(bitPattern: weight &* (posting >> Self.articleBits))
      }
    }
    return sums.map { Float($0) / (Self.unit * Self.unit) }
  }

  /// The most similar articles, the most similar first; of equals, the newer.
  /// - Parameter scores: For each article of the archive, oldest first, how similar it is.
  /// - Complexity: O(*n*) in articles, for few neighbours.
  static func nearest(_ scores: [Float], count: Int, except: Int? = nil) -> [Neighbour] {
    var best: [Neighbour] = []
    best.reserveCapacity(count + 1)
    for article in scores.indices.reversed() where scores[article] > 0 && article != except {
      let score = scores[article]
      if best.count == count, let last = best.last, last.similarity >= score { continue }
      var place = best.count
      while place > 0, best[place - 1].similarity < score { place -= 1 }
      best.insert(Neighbour(article: article, similarity: score), at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}
