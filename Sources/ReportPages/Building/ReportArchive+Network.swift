package import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex

/// A network of names that stand in the same sentences, with places on a plane.
package struct NameNetwork: Equatable, Sendable {
  package struct Node: Equatable, Sendable {
    package let name: String
    package let type: EntityType
    package let articles: Int
    /// The sentences that hold it.
    package let sentences: Int
  }
  package struct Edge: Equatable, Sendable {
    /// The places of its ends among the nodes.
    package let first, second: Int
    /// The sentences that hold both.
    package let count: Int
    package let logLikelihood: Double
    package let information: Double
  }

  package let nodes: [Node]
  /// The strongest first.
  package let edges: [Edge]

  /// The part with the first `count` nodes that still has edges.
  package func limited(to count: Int) -> NameNetwork {
    let kept = edges.filter { $0.first < count && $0.second < count }
    let used = Set(kept.flatMap { [$0.first, $0.second] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    return NameNetwork(
      nodes: used.map { nodes[$0] },
      edges: kept.compactMap { edge in
        guard let first = numbers[edge.first], let second = numbers[edge.second] else { return nil }
        return Edge(
          first: first, second: second, count: edge.count, logLikelihood: edge.logLikelihood,
          information: edge.information)
      })
  }
}

extension ReportArchive {
  /// The names that most articles have, and the edges between them: for each the strongest, so that none hides the rest.
  func network(nodes limit: Int, edgesOfNode: Int, fewest: Int) throws -> NameNetwork {
    let own = names.prefix(limit)
    let numbers = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1.name, $0) })
    var counter = Cooccurrence(nodes: own.count)
    let sentenceCounts = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0.sentences) })
    try index.forEachMentions { article, mentions in
      var units: [Int: Set<Int>] = [:]
      for mention in mentions {
        guard let node = numbers[mention.name] else { continue }
        units[mention.sentence, default: []].insert(node)
      }
      for unit in units.keys.sorted() { counter.add((units[unit] ?? []).sorted()) }
      let rest = max(0, (sentenceCounts[article] ?? 0) - units.count)
      for _ in 0..<rest { counter.add([]) }
    }
    var degrees = [Int](repeating: 0, count: own.count)
    var kept: [NameNetwork.Edge] = []
    for edge in counter.edges(minimum: fewest) {
      guard min(degrees[edge.first], degrees[edge.second]) < edgesOfNode else { continue }
      degrees[edge.first] += 1
      degrees[edge.second] += 1
      kept.append(
        NameNetwork.Edge(
          first: edge.first, second: edge.second, count: edge.count, logLikelihood: edge.logLikelihood,
          information: edge.information))
    }
    let all = NameNetwork(
      nodes: own.enumerated().map { number, topic in
        NameNetwork.Node(
          name: topic.name, type: topic.type ?? .organization, articles: topic.articles.count,
          sentences: counter.counts[number])
      }, edges: kept)
    return all.limited(to: own.count)
  }
}
