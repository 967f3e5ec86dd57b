import TextCore

/// Phrases by their scalars, to be followed word by word.
///
/// Node 0 is the root. Children are found in one hash table keyed by node and scalar; a node also keeps a filter of the
/// scalars that its children begin with, so that most words that do not go on a phrase are told by one bit.
struct CueTrie: Sendable {
  /// One node.
  private struct Node: Sendable {
    /// One bit for each hash of a scalar that leads on.
    var filter: UInt64 = 0
    /// The number of the first value that ends here, plus 1; 0 for none.
    var value: UInt32 = 0
    /// The number of the word that ends here among the heads of conditions, or 0.
    var head: UInt16 = 0
  }

  private var nodes: [Node] = [Node()]
  /// Keys with the child that each leads to. Open addressing, linear probing; 0 is free. The count is a power of two, at
  /// most half full.
  private var slots: [UInt64]

  /// The children of the root for the scalars of kana and kanji; 0 for none. Every word of a text asks the root.
  private var roots = [UInt32](repeating: 0, count: rootScalars.count)
  private static let rootScalars = 0x3000..<0xA000

  /// The bits of a node's number; a trie of more nodes takes no more phrases in.
  private static let nodeBits: UInt64 = 21
  /// The bits of a scalar.
  private static let scalarBits: UInt64 = 21

  /// Creates an empty trie with room for about `nodes` nodes.
  init(nodes count: Int = 0) {
    var size = 1 << 6
    while size < count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    nodes.reserveCapacity(count + 1)
  }

  /// The value that was set for the phrase that ends at `node`.
  @inline(__always)
  func value(at node: UInt32) -> Int? {
    let value = nodes[Int(node)].value
    return value == 0 ? nil : Int(value) - 1
  }

  /// The bits of the scalars that lead on from `node`.
  func filter(at node: UInt32) -> UInt64 { nodes[Int(node)].filter }

  /// The number of the word that ends at `node` among the heads of conditions, or 0.
  func head(at node: UInt32) -> UInt16 { nodes[Int(node)].head }

  /// Sets the number among heads of the word that ends at `node`.
  mutating func setHead(_ head: UInt16, at node: UInt32) { nodes[Int(node)].head = head }

  /// Sets the value of the phrase that ends at `node`.
  mutating func setValue(_ value: Int, at node: UInt32) { nodes[Int(node)].value = UInt32(value + 1) }

  /// Whether a phrase that has come to `node` may go on with a word whose first scalar has this bit.
  @inline(__always)
  func mayContinue(_ node: UInt32, with bit: UInt64) -> Bool { nodes[Int(node)].filter & bit != 0 }

  /// The bit of a word by its first scalar; 0 for no word.
  static func filterBit(of word: Span<UInt8>) -> UInt64 {
    guard word.count > 0 else { return 0 }
    return bit(UTF8Scan.scalar(at: 0, in: word).value)
  }

  /// The node after `word`, from `node` on; `nil` where no phrase goes on so.
  func follow(_ word: Span<UInt8>, from node: UInt32) -> UInt32? {
    let (nodes, slots) = (nodes.span, slots.span)
    var node = node
    var place = 0
    if node == 0, word.count > 2 {
      let scalar = UTF8Scan.scalar(at: 0, in: word)
      if Self.rootScalars.contains(Int(scalar.value)) {
        node = roots[Int(scalar.value) - Self.rootScalars.lowerBound]
        guard node != 0 else { return nil }
        place = scalar.length
      }
    }
    while place < word.count {
      let scalar = UTF8Scan.scalar(at: place, in: word)
      guard nodes[Int(node)].filter & Self.bit(scalar.value) != 0,
        let child = Self.child(of: node, scalar.value, slots)
      else { return nil }
      node = child
      place += scalar.length
    }
    return node
  }

  /// The node of `phrase`, made where it was not there.
  mutating func insert(_ phrase: Span<UInt8>) -> UInt32 {
    var node: UInt32 = 0
    var place = 0
    while place < phrase.count {
      let scalar = UTF8Scan.scalar(at: place, in: phrase)
      // The filter spares most of the looks that would find nothing.
      let known =
        nodes[Int(node)].filter & Self.bit(scalar.value) == 0 ? nil : Self.child(of: node, scalar.value, slots.span)
      node = known ?? add(scalar.value, to: node)
      place += scalar.length
    }
    return node
  }

  private mutating func add(_ scalar: UInt32, to parent: UInt32) -> UInt32 {
    guard nodes.count < 1 << Int(Self.nodeBits) else { return 0 }
    if (nodes.count + 1) * 2 > slots.count { grow() }
    let child = UInt32(nodes.count)
    nodes.append(Node())
    nodes[Int(parent)].filter |= Self.bit(scalar)
    if parent == 0, Self.rootScalars.contains(Int(scalar)) { roots[Int(scalar) - Self.rootScalars.lowerBound] = child }
    place(Self.key(parent, scalar) | UInt64(child))
    return child
  }

  @inline(__always)
  private static func child(of node: UInt32, _ scalar: UInt32, _ slots: Span<UInt64>) -> UInt32? {
    let key = Self.key(node, scalar)
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ key) >> nodeBits == 0 { return UInt32(truncatingIfNeeded: slots[slot] ^ key) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func place(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Self.hash((entry >> Self.nodeBits) << Self.nodeBits) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { place(entry) }
  }

  /// Node and scalar, above the bits of the child; never 0 with a child, since the root is none.
  @inline(__always)
  private static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 {
    (UInt64(node) << scalarBits | UInt64(scalar)) << nodeBits
  }

  @inline(__always)
  private static func bit(_ scalar: UInt32) -> UInt64 { 1 << UInt64((scalar &* 0x9E37_79B1) >> 26) }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4); high bits, since the low ones of a key are empty.
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 43) }
}
