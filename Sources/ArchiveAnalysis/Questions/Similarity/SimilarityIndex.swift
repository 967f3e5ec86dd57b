internal import Annotation
internal import Foundation

/// Which articles speak of what, turned round: for each topic the articles that have it.
///
/// An article is a sparse vector of its topics' weights, tf·idf: tf is 1 + log2 of the count, more in title and
/// headings, less for parts of compounds; idf is ln(*N* / *df*). Two articles are as similar as the cosine of their
/// vectors (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988).
///
/// It is one array of bytes, as it stands in the index: a question reads the lists of its own topics, and nothing else.
package struct SimilarityIndex: Sendable {
  /// A similar article.
  package struct Match: Equatable, Sendable {
    /// The number of the article.
    package let article: Int
    /// The cosine, 0 to 1.
    package let score: Double
    /// The keys of the topics in common, those that weigh most first.
    package let shared: [UInt32]
  }

  private static let magic = Array("kiji.similar\u{01}".utf8) + [0, 0, 0]
  private static let headerSize = magic.count + 12
  /// The most topics in common that are told.
  private static let sharedLimit = 12

  /// The index as bytes.
  package let bytes: [UInt8]
  private let articleCount: Int
  private let keyCount: Int

  /// Turns the vectors of articles round.
  /// - Parameter articles: The number and the features of each, in any order that is always the same.
  /// - Complexity: O(*n* log *n*) in features.
  package init(_ articles: [(article: Int, features: ArticleFeatures)]) {
    var entries: [UInt64] = []
    entries.reserveCapacity(articles.reduce(0) { $0 + $1.features.features.count })
    for (order, article) in articles.enumerated() {
      for feature in article.features.features {
        entries.append(
          UInt64(feature.key.value) << 32 | UInt64(order & 0xFF_FFFF) << 8 | UInt64(Self.weight(feature)))
      }
    }
    entries.sort()
    var keys: [(key: UInt32, start: Int, count: Int)] = []
    var postings: [UInt8] = []
    var last = 0
    for entry in entries {
      let (key, order) = (UInt32(entry >> 32), Int(entry >> 8 & 0xFF_FFFF))
      if keys.last?.key != key {
        keys.append((key, postings.count, 0))
        last = 0
      }
      keys[keys.count - 1].count += 1
      Self.append(order - last, to: &postings)
      postings.append(UInt8(truncatingIfNeeded: entry))
      last = order
    }
    // In the order of the keys, so that the sums are always the same.
    var squares = [Double](repeating: 0, count: articles.count)
    var next = 0
    for key in keys {
      let idf = Self.inverseFrequency(key.count, of: articles.count)
      for entry in entries[next..<next + key.count] {
        let weight = Double(entry & 0xFF) * idf
        squares[Int(entry >> 8 & 0xFF_FFFF)] += weight * weight
      }
      next += key.count
    }
    var bytes = Self.magic
    for value in [articles.count, keys.count, postings.count] { Self.append(UInt32(value), to: &bytes) }
    for (order, article) in articles.enumerated() {
      Self.append(UInt32(truncatingIfNeeded: article.article), to: &bytes)
      Self.append(Float(squares[order].squareRoot()).bitPattern, to: &bytes)
    }
    for key in keys {
      Self.append(key.key, to: &bytes)
      Self.append(UInt32(key.start), to: &bytes)
      Self.append(UInt32(key.count), to: &bytes)
    }
    self.bytes = bytes + postings
    articleCount = articles.count
    keyCount = keys.count
  }

  /// Takes the bytes of an index.
  /// - Throws: `BinaryFormError` where they are none.
  package init(bytes: [UInt8]) throws(BinaryFormError) {
    guard bytes.starts(with: Self.magic) else { throw .otherForm(expected: "kiji.similar") }
    guard bytes.count >= Self.headerSize else { throw .damaged(offset: bytes.count) }
    self.bytes = bytes
    articleCount = Int(Self.number(bytes, Self.magic.count))
    keyCount = Int(Self.number(bytes, Self.magic.count + 4))
    let postings = Int(Self.number(bytes, Self.magic.count + 8))
    guard bytes.count == Self.headerSize + articleCount * 8 + keyCount * 12 + postings else {
      throw .damaged(offset: bytes.count)
    }
  }

  /// The articles that are most similar to one with these features; of equal ones, those with lower numbers first.
  /// - Parameters:
  ///   - excluded: The number of the article itself.
  ///   - limit: The most articles.
  /// - Complexity: O(*n*) in articles and in the lists of its topics.
  package func matches(for features: ArticleFeatures, excluding excluded: Int?, limit: Int) -> [Match] {
    var sums = [Double](repeating: 0, count: articleCount)
    var square = 0.0
    for feature in features.features {
      guard let key = find(feature.key.value) else { continue }
      let idf = Self.inverseFrequency(key.count, of: articleCount)
      let own = Double(Self.weight(feature)) * idf
      square += own * own
      forEachPosting(key) { order, weight in sums[order] += own * weight * idf }
    }
    guard square > 0 else { return [] }
    var best: [(order: Int, score: Double)] = []
    for order in 0..<articleCount where sums[order] > 0 && article(order) != excluded {
      let score = sums[order] / (norm(order) * square.squareRoot())
      if best.count == limit, let last = best.last, score <= last.score { continue }
      let place = best.firstIndex { score > $0.score } ?? best.count
      best.insert((order, score), at: place)
      if best.count > limit { best.removeLast() }
    }
    let shared = sharedKeys(features, best.map(\.order))
    return zip(best, shared).map { best, shared in
      Match(article: article(best.order), score: min(1, best.score), shared: shared)
    }
  }

  /// For each of some articles, the keys that it shares with the features, the weightiest first.
  private func sharedKeys(_ features: ArticleFeatures, _ orders: [Int]) -> [[UInt32]] {
    // For each article, its place among those asked for; -1 for all others. A dictionary is too slow for each entry.
    var places = [Int32](repeating: -1, count: articleCount)
    for (place, order) in orders.enumerated() { places[order] = Int32(truncatingIfNeeded: place) }
    var shared: [[(key: UInt32, weight: Double)]] = Array(repeating: [], count: orders.count)
    for feature in features.features {
      guard let key = find(feature.key.value) else { continue }
      let idf = Self.inverseFrequency(key.count, of: articleCount)
      let own = Double(Self.weight(feature)) * idf * idf
      guard own > 0 else { continue }
      forEachPosting(key) { order, weight in
        let place = Int(places[order])
        if place >= 0 { shared[place].append((feature.key.value, own * weight)) }
      }
    }
    return shared.map { keys in
      keys.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.key < $1.key }.prefix(Self.sharedLimit)
        .map(\.key)
    }
  }

  private struct Key { let start, count: Int }

  private func find(_ key: UInt32) -> Key? {
    let table = Self.headerSize + articleCount * 8
    var (low, high) = (0, keyCount)
    while low < high {
      let middle = (low + high) / 2
      if Self.number(bytes, table + middle * 12) < key { low = middle + 1 } else { high = middle }
    }
    guard low < keyCount, Self.number(bytes, table + low * 12) == key else { return nil }
    return Key(
      start: Int(Self.number(bytes, table + low * 12 + 4)), count: Int(Self.number(bytes, table + low * 12 + 8)))
  }

  @inline(__always)
  private func forEachPosting(_ key: Key, _ body: (Int, Double) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var place = Self.headerSize + articleCount * 8 + keyCount * 12 + key.start
      var order = 0
      for _ in 0..<key.count {
        var (step, shift) = (0, 0)
        while place < bytes.count, bytes[place] >= 0x80, shift < 28 {
          step |= Int(bytes[place] & 0x7F) << shift
          shift += 7
          place += 1
        }
        guard place + 1 < bytes.count else { return }
        order += step | Int(bytes[place]) << shift
        guard order < articleCount else { return }
        body(order, Double(bytes[place + 1]))
        place += 2
      }
    }
  }

  private func article(_ order: Int) -> Int { Int(Self.number(bytes, Self.headerSize + order * 8)) }

  private func norm(_ order: Int) -> Double {
    let norm = Double(Float(bitPattern: Self.number(bytes, Self.headerSize + order * 8 + 4)))
    return norm > 0 ? norm : 1
  }

  /// The weight of a feature in its article, before idf, in sixteenths.
  private static func weight(_ feature: ArticleFeatures.Feature) -> UInt8 {
    var weight = 1 + log2(Double(max(feature.count, 1)))
    if feature.zones.contains(.title) {
      weight *= titleBoost
    } else if feature.zones.contains(.heading) {
      weight *= headingBoost
    }
    if feature.zones.contains(.part) { weight *= partShare }
    return UInt8(clamping: Int((weight * 16).rounded()))
  }

  /// What a topic in the title weighs more than elsewhere, and one in a heading; set by reading lists of similar posts.
  private static let titleBoost = 1.5
  private static let headingBoost = 1.2
  /// What a part of compounds weighs against a topic of its own, since the compound counts too.
  private static let partShare = 0.5

  private static func inverseFrequency(_ count: Int, of all: Int) -> Double {
    log(Double(max(all, 1)) / Double(max(count, 1)))
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
      | UInt32(bytes[place + 3]) << 24
  }
}
