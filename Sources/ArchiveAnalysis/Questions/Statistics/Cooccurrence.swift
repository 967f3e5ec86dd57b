/// Counts what stands together in the same sentence, paragraph or article.
package struct Cooccurrence {
  /// Two nodes that stand together.
  package struct Edge: Equatable, Sendable {
    /// The number of the first node, which is less than that of the second.
    package let first: Int
    package let second: Int
    /// The units that hold both.
    package let count: Int
    /// Dunning's log-likelihood.
    package let logLikelihood: Double
    /// Normalized pointwise mutual information.
    package let information: Double
  }

  /// The units in all.
  package private(set) var units = 0
  /// The units that hold each node.
  package private(set) var counts: [Int]
  private var pairs: [UInt64: Int] = [:]

  /// Begins with so many nodes, which are numbered from 0.
  package init(nodes: Int) { counts = Array(repeating: 0, count: nodes) }

  /// Adds a unit with the nodes that it holds, each once, ascending.
  /// - Complexity: O(*k*²) in nodes.
  package mutating func add(_ nodes: [Int]) {
    units += 1
    for (place, node) in nodes.enumerated() {
      counts[node] += 1
      for other in nodes[(place + 1)...] { pairs[UInt64(node) << 32 | UInt64(other), default: 0] += 1 }
    }
  }

  /// The pairs that at least so many units hold and that stand together more often than by chance, the strongest
  /// log-likelihood first.
  package func edges(minimum: Int) -> [Edge] {
    var edges: [Edge] = []
    for pair in pairs.keys.sorted() {
      guard let count = pairs[pair], count >= minimum else { continue }
      let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let information = Association.normalizedInformation(count, counts[first], counts[second], units)
      guard information > 0 else { continue }
      edges.append(
        Edge(
          first: first, second: second, count: count,
          logLikelihood: Association.logLikelihood(count, counts[first], counts[second], units),
          information: information))
    }
    return edges.sorted { left, right in
      if left.logLikelihood != right.logLikelihood { return left.logLikelihood > right.logLikelihood }
      return left.first != right.first ? left.first < right.first : left.second < right.second
    }
  }
}
