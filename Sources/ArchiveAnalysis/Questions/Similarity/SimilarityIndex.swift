internal import Annotation

/// How articles are compared: each is a sparse vector of its heaviest topics.
///
/// A topic weighs tf·idf: tf is 1 + log2 of the count, more in title and headings, less for parts of compounds; idf is
/// ln(*N* / *df*). Two articles are as similar as the cosine of their vectors (Salton and Buckley, "Term-weighting
/// approaches in automatic text retrieval", 1988). In a large archive only the heaviest topics of an article are
/// multiplied (`TopicWeight.limit(among:)`); lengths are those over all topics.
///
/// Here are the articles with the lengths of their vectors; for each topic, which articles have it is read as it is
/// needed (`TopicLists`), so that a question costs what its own topics cost, however large the archive is.
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

  private static let form = "kiji.similar"
  private static let version = 2
  /// The most topics in common that are told.
  private static let sharedLimit = 12

  /// The number of each article, in the order in which lists count them.
  private let numbers: [UInt32]
  /// The length of each article's vector.
  private let norms: [Float]

  init(numbers: [UInt32], norms: [Float]) {
    self.numbers = numbers
    self.norms = norms
  }

  /// The articles that are most similar to one with these features; of equal ones, those that came in first.
  /// - Parameters:
  ///   - excluded: The number of the article itself.
  ///   - limit: The most articles.
  ///   - lists: Which articles have which topic.
  /// - Complexity: O(*n*) in articles, and in the lists of its heaviest topics.
  package func matches(
    for features: ArticleFeatures, excluding excluded: Int?, limit: Int, among lists: some TopicLists
  ) throws -> [Match] {
    let vector = try TopicWeight.vector(of: features, among: numbers.count, count: lists.count)
    var sums = [Double](repeating: 0, count: numbers.count)
    var postings: [TopicPostings] = []
    for topic in vector.topics {
      let own = topic.weight * topic.rarity
      postings.append(try lists.postings(of: topic.key))
      postings[postings.count - 1].forEach(upTo: numbers.count) { order, weight in
        sums[order] += own * weight * topic.rarity
      }
    }
    guard vector.square > 0 else { return [] }
    var best: [(order: Int, score: Double)] = []
    for order in numbers.indices where sums[order] > 0 && Int(numbers[order]) != excluded {
      let score = sums[order] / (Double(norms[order]) * vector.square.squareRoot())
      if best.count == limit, let last = best.last, score <= last.score { continue }
      let place = best.firstIndex { score > $0.score } ?? best.count
      best.insert((order, score), at: place)
      if best.count > limit { best.removeLast() }
    }
    let shared = sharedKeys(vector.topics, postings, best.map(\.order))
    return zip(best, shared).map { best, shared in
      Match(article: Int(numbers[best.order]), score: min(1, best.score), shared: shared)
    }
  }

  /// For each of some articles, the keys that it shares with a vector, the weightiest first.
  private func sharedKeys(_ vector: [TopicWeight], _ postings: [TopicPostings], _ orders: [Int]) -> [[UInt32]] {
    // For each article, its place among those asked for; -1 for all others. A dictionary is too slow for each entry.
    var places = [Int32](repeating: -1, count: numbers.count)
    for (place, order) in orders.enumerated() { places[order] = Int32(truncatingIfNeeded: place) }
    var shared: [[(key: UInt32, weight: Double)]] = Array(repeating: [], count: orders.count)
    for (topic, list) in zip(vector, postings) where topic.rarity > 0 {
      let own = topic.weight * topic.rarity * topic.rarity
      list.forEach(upTo: numbers.count) { order, weight in
        let place = Int(places[order])
        if place >= 0 { shared[place].append((topic.key, own * weight)) }
      }
    }
    return shared.map { keys in
      keys.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.key < $1.key }.prefix(Self.sharedLimit)
        .map(\.key)
    }
  }
}

extension SimilarityIndex {
  /// The articles as bytes.
  package var bytes: [UInt8] {
    var writer = BinaryWriter(form: Self.form, version: Self.version)
    writer.integer(numbers.count)
    for (number, norm) in zip(numbers, norms) {
      writer.integer(Int(number))
      writer.integer(Int(norm.bitPattern))
    }
    return writer.bytes
  }

  /// Reads the articles.
  /// - Throws: `BinaryFormError` where the bytes are none, or those of another version.
  package init(bytes: [UInt8]) throws(BinaryFormError) {
    var reader = try BinaryReader(bytes, form: Self.form, version: Self.version)
    let count = try reader.integer(upTo: bytes.count)
    var numbers: [UInt32] = []
    var norms: [Float] = []
    numbers.reserveCapacity(count)
    norms.reserveCapacity(count)
    for _ in 0..<count {
      numbers.append(UInt32(try reader.integer(upTo: Int(UInt32.max))))
      norms.append(Float(bitPattern: UInt32(try reader.integer(upTo: Int(UInt32.max)))))
    }
    try reader.finish()
    self.init(numbers: numbers, norms: norms)
  }
}
