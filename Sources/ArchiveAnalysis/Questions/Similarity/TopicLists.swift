/// Which articles have which topic.
package protocol TopicLists {
  /// The number of articles that have a topic; `nil` where at most one has.
  func count(of key: UInt32) throws -> Int?

  /// The articles that have it; none where at most one has.
  func postings(of key: UInt32) throws -> TopicPostings
}

/// The articles that have a topic, as bytes: for each, how far it is behind the one before (LEB128), and the topic's
/// weight in it.
package struct TopicPostings: Sendable {
  /// The bytes, as they are stored.
  package private(set) var bytes: [UInt8]
  private var last = 0

  /// Takes bytes that were stored; whatever they are, they name articles that there are.
  package init(bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func append(_ order: Int, _ weight: UInt8) {
    var rest = order - last
    last = order
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
    bytes.append(weight)
  }

  /// Calls `body` with each article below `limit`, by its order, and the topic's weight in it.
  @inline(__always)
  func forEach(upTo limit: Int, _ body: (Int, Double) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      var order = 0
      while place < bytes.count {
        var (step, shift) = (0, 0)
        while place < bytes.count, bytes[place] >= 0x80, shift < 28 {
          step |= Int(bytes[place] & 0x7F) << shift
          shift += 7
          place += 1
        }
        guard place + 1 < bytes.count else { return }
        order += step | Int(bytes[place]) << shift
        guard order < limit else { return }
        body(order, Double(bytes[place + 1]))
        place += 2
      }
    }
  }
}

/// Lists of topics that are held in memory.
package struct TopicListsInMemory: TopicLists {
  private var lists: [UInt32: (count: Int, postings: TopicPostings)] = [:]

  /// No lists.
  package init() {}

  /// Takes in a list.
  package mutating func add(_ key: UInt32, count: Int, postings: TopicPostings) { lists[key] = (count, postings) }

  package func count(of key: UInt32) -> Int? { lists[key]?.count }

  package func postings(of key: UInt32) -> TopicPostings { lists[key]?.postings ?? TopicPostings() }
}
