import TextCore

/// Phrases by their scalars, to be followed word by word.
///
/// Node 0 is the root. The children of a node lie side by side, in the order of their scalars; a node also keeps a
/// filter of those scalars, so that most words that do not go on a phrase are told by one bit. `CueTrieBuilder` makes it.
struct CueTrie: Sendable {
  /// One node, as the compiled table has it.
  struct Node: BitwiseCopyable {
    /// The number of the first child.
    var first: UInt32
    /// The number of children.
    var count: UInt16
    /// The number of the list of rows for the phrase that ends here, plus 1; 0 for none.
    var list: UInt16
    /// One bit for each hash of a scalar that leads on.
    var filter: UInt64
  }

  let nodes: [Node]
  /// For each node the scalar that leads to it.
  let scalars: [UInt32]
  /// The children of the root for ASCII and for the scalars of kana and kanji, side by side; 0 for none. Every word of a
  /// text asks the root.
  private let roots: [UInt32]
  private static let rootScalars = 0x3000..<0xA000
  private static let asciiCount = 0x80
  /// Among more children than so many a scalar is looked for by halves.
  private static let fewChildren = 8

  /// A trie of nodes that fit one another.
  init(nodes: [Node], scalars: [UInt32]) {
    self.nodes = nodes
    self.scalars = scalars
    var roots = [UInt32](repeating: 0, count: Self.asciiCount + Self.rootScalars.count)
    let children = nodes.isEmpty ? 0..<0 : Int(nodes[0].first)..<Int(nodes[0].first) + Int(nodes[0].count)
    for child in children {
      if let place = Self.place(ofRoot: scalars[child]) { roots[place] = UInt32(child) }
    }
    self.roots = roots
  }

  /// The bits of the scalars that lead on from `node`.
  @inline(__always)
  func filter(at node: UInt32) -> UInt64 { nodes[Int(node)].filter }

  /// The number of the list of rows for the phrase that ends at `node`, plus 1; 0 for none.
  @inline(__always)
  func list(at node: UInt32) -> UInt16 { nodes[Int(node)].list }

  /// The node after `word`, from `node` on; 0 where no phrase goes on so.
  func follow(_ word: Span<UInt8>, from node: UInt32) -> UInt32 {
    var node = node
    var place = 0
    if node == 0, word.count > 0 {
      let scalar = UTF8Scan.scalar(at: 0, in: word)
      if let root = Self.place(ofRoot: scalar.value) {
        node = roots[root]
        guard node != 0 else { return 0 }
        place = scalar.length
      }
    }
    while place < word.count {
      let scalar = UTF8Scan.scalar(at: place, in: word)
      node = child(of: node, scalar.value)
      guard node != 0 else { return 0 }
      place += scalar.length
    }
    return node
  }

  /// The place of a scalar in `roots`; `nil` for one that is looked for among all children.
  @inline(__always)
  private static func place(ofRoot scalar: UInt32) -> Int? {
    if scalar < asciiCount { return Int(scalar) }
    return rootScalars.contains(Int(scalar)) ? asciiCount + Int(scalar) - rootScalars.lowerBound : nil
  }

  /// The child that `scalar` leads to; 0 for none.
  @inline(__always)
  private static func child(of node: Node, _ scalar: UInt32, _ scalars: Span<UInt32>) -> UInt32 {
    var (low, high) = (Int(node.first), Int(node.first) + Int(node.count))
    while high - low > fewChildren {
      let middle = (low + high) / 2
      if scalars[middle] <= scalar { low = middle } else { high = middle }
    }
    for child in low..<high where scalars[child] == scalar { return UInt32(child) }
    return 0
  }

  /// The child that `scalar` leads to; 0 for none.
  @inline(__always)
  func child(of node: UInt32, _ scalar: UInt32) -> UInt32 {
    guard nodes[Int(node)].filter & Self.bit(scalar) != 0 else { return 0 }
    return Self.child(of: nodes[Int(node)], scalar, scalars.span)
  }

  /// The first scalar of a word; 0 of an empty one.
  static func firstScalar(of word: Span<UInt8>) -> UInt32 {
    word.count > 0 ? UTF8Scan.scalar(at: 0, in: word).value : 0
  }

  /// The bit of a scalar in a filter.
  @inline(__always)
  static func bit(_ scalar: UInt32) -> UInt64 { 1 << UInt64(bitNumber(scalar)) }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4) to the 64 bits of a filter.
  @inline(__always)
  private static func bitNumber(_ scalar: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: (scalar &* 0x9E37_79B1) >> 26) }
}
