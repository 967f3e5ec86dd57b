/// Phrases with numbers, to find the longest one that begins at a place.
struct PhraseTrie: Sendable {
  private struct Node {
    let byte: UInt8
    /// The number of the phrase that ends here, or -1.
    var value: Int32 = -1
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
  }

  private var nodes: [Node] = []
  /// The node of each first byte, or -1.
  private var roots = [Int32](repeating: -1, count: 256)

  /// Adds a phrase; of two that are the same the first one stays.
  mutating func insert(_ phrase: some Collection<UInt8>, _ value: Int) {
    guard let first = phrase.first else { return }
    if roots[Int(first)] < 0 {
      roots[Int(first)] = Int32(nodes.count)
      nodes.append(Node(byte: first))
    }
    var node = Int(roots[Int(first)])
    for byte in phrase.dropFirst() {
      if let child = child(of: node, byte) {
        node = child
      } else {
        nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
        nodes[node].firstChild = Int32(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    if nodes[node].value < 0 { nodes[node].value = Int32(value) }
  }

  /// The longest phrase that begins at `place` and that `isAllowed` is true of, and where it ends.
  ///
  /// `text` must end with a 0, which no phrase holds.
  func longest(
    in text: [UInt8], at place: Int, where isAllowed: (_ value: Int, _ end: Int) -> Bool = { _, _ in true }
  ) -> (value: Int, end: Int)? {
    var found: (value: Int, end: Int)?
    var node = Int(roots[Int(text[place])])
    var next = place + 1
    while node >= 0 {
      let value = Int(nodes[node].value)
      if value >= 0, isAllowed(value, next) { found = (value, next) }
      guard let child = child(of: node, text[next]) else { break }
      node = child
      next += 1
    }
    return found
  }

  /// Whether some phrase begins with `bytes`, or is them.
  func hasPhrase(beginningWith bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0, roots[Int(bytes[0])] >= 0 else { return false }
    var node = Int(roots[Int(bytes[0])])
    for index in 1..<max(1, bytes.count) {
      guard let child = child(of: node, bytes[index]) else { return false }
      node = child
    }
    return true
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var child = Int(nodes[node].firstChild)
    while child >= 0, nodes[child].byte != byte { child = Int(nodes[child].nextSibling) }
    return child < 0 ? nil : child
  }
}
