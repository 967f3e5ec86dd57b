import TextCore

/// Collects phrases, and lays them out as a `CueTrie`.
struct CueTrieBuilder {
  /// A node in the making.
  private struct Node {
    var scalar: UInt32
    var children: [Int] = []
    var list: UInt16 = 0
  }

  private var nodes = [Node(scalar: 0)]
  private var numbers: [Key: Int] = [:]

  private struct Key: Hashable {
    var node: Int
    var scalar: UInt32
  }

  /// The node of `phrase`, made where it was not there.
  mutating func insert(_ phrase: Span<UInt8>) -> Int {
    var node = 0
    var place = 0
    while place < phrase.count {
      let scalar = UTF8Scan.scalar(at: place, in: phrase)
      node = child(of: node, scalar.value)
      place += scalar.length
    }
    return node
  }

  private mutating func child(of node: Int, _ scalar: UInt32) -> Int {
    let key = Key(node: node, scalar: scalar)
    if let known = numbers[key] { return known }
    numbers[key] = nodes.count
    nodes[node].children.append(nodes.count)
    nodes.append(Node(scalar: scalar))
    return nodes.count - 1
  }

  /// Sets the number of the list of rows for the phrase that ends at `node`.
  mutating func setList(_ list: Int, at node: Int) { nodes[node].list = UInt16(list + 1) }

  /// The trie: level by level, the children of each node side by side.
  func trie() -> CueTrie {
    var order = [0]
    var laid: [CueTrie.Node] = []
    var scalars: [UInt32] = []
    while laid.count < order.count {
      let node = nodes[order[laid.count]]
      let children = node.children.sorted { nodes[$0].scalar < nodes[$1].scalar }
      laid.append(
        CueTrie.Node(
          first: UInt32(order.count), count: UInt16(children.count), list: node.list,
          filter: children.reduce(0) { $0 | CueTrie.bit(nodes[$1].scalar) }))
      scalars.append(node.scalar)
      order += children
    }
    return CueTrie(nodes: laid, scalars: scalars)
  }
}
