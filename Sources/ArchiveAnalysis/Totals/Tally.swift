import TextCore

/// How often each of many strings was counted, and in how many articles; sums merge exactly.
///
/// Strings are told apart by their bytes, not by canonical equivalence.
package struct Tally: Sendable {
  private var vocabulary = Vocabulary()
  private var counts: [Int] = []
  private var articles: [Int] = []
  /// For each string, how many articles had it in each variant; `variantCount` numbers a string.
  private var variants: [Int] = []
  private let variantCount: Int

  /// An empty tally.
  /// - Parameter variantCount: How many variants a string may have, such as kinds of terms.
  package init(variantCount: Int = 1) { self.variantCount = max(1, variantCount) }

  /// The number of distinct strings.
  package var count: Int { counts.count }

  /// A string with its sums.
  package struct Entry: Equatable, Sendable {
    /// The string.
    package let text: String
    /// How often it was counted.
    package let count: Int
    /// In how many articles.
    package let articles: Int
    /// The variant that most articles had; of equal ones the first.
    package let variant: Int
  }

  /// Adds what one article has of a string; to be called once for each string of an article.
  package mutating func add(_ text: Span<UInt8>, count: Int, variant: Int = 0) {
    let id = add(text, count: count, articles: 1)
    variants[id * variantCount + min(max(variant, 0), variantCount - 1)] += 1
  }

  /// Adds what one article has of a string.
  package mutating func add(_ text: String, count: Int, variant: Int = 0) {
    var text = text
    text.withUTF8 { add($0.span, count: count, variant: variant) }
  }

  /// Adds the sums of another tally with the same number of variants.
  package mutating func merge(_ other: Tally) {
    precondition(variantCount == other.variantCount, "tallies of one kind")
    let pool = other.vocabulary.pool.span
    for id in 0..<other.counts.count {
      let text = pool.extracting(other.vocabulary.range(of: UInt32(id)))
      let own = add(text, count: other.counts[id], articles: other.articles[id])
      for variant in 0..<variantCount {
        variants[own * variantCount + variant] += other.variants[id * variantCount + variant]
      }
    }
  }

  /// The strings in most articles first; then those that stand most often, then by their bytes.
  /// - Parameter limit: How many; 0 for all.
  package func ranked(limit: Int) -> [Entry] {
    let pool = vocabulary.pool
    var order = counts.indices.map { UInt32($0) }
    // What cannot be among the first is left out before sorting: most strings stand in one article.
    if limit > 0, order.count > limit {
      let least = articles.sorted(by: >)[limit - 1]
      order.removeAll { articles[Int($0)] < least }
    }
    order.sort { left, right in
      if articles[Int(left)] != articles[Int(right)] { return articles[Int(left)] > articles[Int(right)] }
      if counts[Int(left)] != counts[Int(right)] { return counts[Int(left)] > counts[Int(right)] }
      return pool[vocabulary.range(of: left)].lexicographicallyPrecedes(pool[vocabulary.range(of: right)])
    }
    if limit > 0, order.count > limit { order.removeLast(order.count - limit) }
    return order.map(entry)
  }

  /// The strings that were counted most often first; of equal ones those in most articles, then by their bytes.
  package func heaviest(limit: Int) -> [Entry] {
    let pool = vocabulary.pool
    var order = counts.indices.map { UInt32($0) }
    order.sort { left, right in
      if counts[Int(left)] != counts[Int(right)] { return counts[Int(left)] > counts[Int(right)] }
      if articles[Int(left)] != articles[Int(right)] { return articles[Int(left)] > articles[Int(right)] }
      return pool[vocabulary.range(of: left)].lexicographicallyPrecedes(pool[vocabulary.range(of: right)])
    }
    return order.prefix(limit).map(entry)
  }

  /// What was counted of a string; `nil` where it was not.
  package func entry(of text: String) -> Entry? {
    vocabulary.id(of: Array(text.utf8).span).map(entry)
  }

  private func entry(_ id: UInt32) -> Entry {
    Entry(
      text: vocabulary.string(of: id), count: counts[Int(id)], articles: articles[Int(id)],
      variant: commonest(variants[Int(id) * variantCount..<(Int(id) + 1) * variantCount]))
  }

  private mutating func add(_ text: Span<UInt8>, count: Int, articles: Int) -> Int {
    let id = Int(vocabulary.intern(text))
    if id == counts.count {
      counts.append(0)
      self.articles.append(0)
      variants.append(contentsOf: repeatElement(0, count: variantCount))
    }
    counts[id] += count
    self.articles[id] += articles
    return id
  }

  private func commonest(_ shares: ArraySlice<Int>) -> Int {
    var best = shares.startIndex
    for index in shares.indices where shares[index] > shares[best] { best = index }
    return best - shares.startIndex
  }
}
