/// Finds the cheapest path of morphemes through a sentence, as MeCab finds it.
///
/// The lattice, the costs and what decides between equal costs are those of MeCab 0.996 (`viterbi.cpp`, `tokenizer.cpp`;
/// Kudo, Yamamoto, Matsumoto: Applying Conditional Random Fields to Japanese Morphological Analysis, EMNLP 2004), so that
/// the answer is. What differs is the way there: words are looked up side by side (`SentenceScan`), and nodes that begin
/// at one place with the same left id share the search for what precedes them best.
struct PathFinder: ~Copyable {
  /// A node of the lattice.
  struct Node {
    /// What the best path up to the node costs, the node included.
    var cost = 0
    /// The node before it on that path.
    var previous: UInt32 = 0
    /// The node that was added before it of those that end where it does; 0 at the first.
    var next: UInt32 = 0
    /// The character that its word begins at.
    var start: UInt32 = 0
    /// The token that it is made of.
    var token: UInt32 = 0
    /// The characters of its word.
    var length: UInt16 = 0
    /// The id by which it joins what follows.
    var rightID: UInt16 = 0
    /// Which dictionary the token is of.
    var lexicon: UInt16 = 0
  }

  /// A morpheme of the best path.
  struct Morpheme {
    /// Where it begins and ends, in bytes of the sentence.
    var start: Int
    var end: Int
    /// Where its feature lies: a C string.
    var feature: UnsafePointer<CChar>
    /// Whether it is a word of a dictionary.
    var isKnown: Bool
  }

  /// What precedes nodes with one left id best, at the place that `place` numbers.
  struct Best {
    var place = 0
    var packed = 0
  }

  /// A node that ends at the place in hand: its cost and its number among them, and the id by which it is joined.
  struct Left {
    var packed = 0
    var node: UInt32 = 0
    var rightID: UInt16 = 0
  }

  /// How far costs are shifted to make room for numbers of `Left`s: the least of such values is the least cost, and of
  /// equal costs the one that comes first.
  static let shift = 20

  let model: LatticeModel
  /// Copies of what `model` has, that are read without counting references.
  let lexicons: ScratchBuffer<Lexicon>
  let matrix: ConnectionMatrix
  let unknownTokens: ScratchBuffer<Lexicon.TokenRange>
  /// The number of the dictionary of unknown words.
  let unknown: UInt16
  var scan = SentenceScan()
  var nodes = ScratchBuffer(Node(), capacity: 4_096)
  var nodeCount = 0
  var lefts = ScratchBuffer(Left(), capacity: 256)
  var leftCount = 0
  var bests: ScratchBuffer<Best>
  /// The nodes of the best path, up to the end of the sentence's characters; where they begin.
  private var path = ScratchBuffer<UInt32>(0, capacity: 512)
  private var pathStart = 0
  /// Numbers the places at which nodes begin, over all sentences.
  var place = 0

  /// Prepares to search with `model`.
  init(_ model: LatticeModel) {
    self.model = model
    lexicons = ScratchBuffer(model.lexicons)
    matrix = model.matrix
    unknownTokens = ScratchBuffer(model.unknownTokens)
    unknown = UInt16(model.lexicons.count - 1)
    bests = ScratchBuffer(Best(), capacity: model.matrix.leftCount)
  }

  /// Finds the morphemes of `sentence`; `morpheme(_:)` tells of each.
  ///
  /// - Precondition: `sentence` is a piece, as `SentencePieces` cuts them: not empty, no white space at its ends.
  /// - Returns: How many there are.
  /// - Complexity: O(*n*) in bytes, times the nodes that meet at a place.
  mutating func find(_ sentence: UnsafeBufferPointer<UInt8>) -> Int {
    if scan.count > 1 << 12 {
      scan.shrink()
      nodes.shrink(over: 1 << 16, Node())
    }
    guard let text = sentence.baseAddress else { return 0 }
    scan.read(text, sentence.count, in: lexicons)
    buildLattice()
    path.reserve(scan.count, 0)
    var (index, first) = (lastNode().node, scan.count)
    while index > 0 {
      first -= 1
      path[first] = index
      index = nodes[Int(index)].previous
    }
    pathStart = first
    return scan.count - first
  }

  /// The morpheme at `index` of the path that was found.
  @inline(__always)
  func morpheme(_ index: Int) -> Morpheme {
    let node = nodes[Int(path[pathStart + index])]
    return Morpheme(
      start: Int(scan.places[Int(node.start)].offset), end: Int(scan.places[Int(node.start) + Int(node.length)].offset),
      feature: lexicons[Int(node.lexicon)].feature(ofToken: Int(node.token)), isKnown: node.lexicon != unknown)
  }

  /// The node that the best path ends with, and what all of that path costs.
  ///
  /// Where no node ends with the sentence, MeCab takes those that end last.
  func lastNode() -> (node: UInt32, cost: Int) {
    let row = matrix.row(0)
    var (best, cost) = (UInt32(0), Int.max)
    var end = scan.count
    while end > 0 && scan.places[end].ending == 0 { end -= 1 }
    var index = scan.places[end].ending
    while index > 0 {
      let node = nodes[Int(index)]
      let sum = node.cost + Int(row[matrix.column(node.rightID)])
      if sum < cost { (best, cost) = (index, sum) }
      index = node.next
    }
    return (best, cost)
  }
}
