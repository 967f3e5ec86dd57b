internal import CMeCab

/// The ways to cut a word into morphemes of a dictionary and into other new words, to find what the best one costs.
///
/// MeCab itself cannot be asked: it knows new words only from a compiled file, and a word's neighbours only as text.
/// The search is Viterbi's, as in MeCab.
package struct WordLattice: ~Copyable {
  /// What stands left or right of a word: the context ids of a morpheme, or 0 for begin and end of a text.
  package struct Neighbour: Hashable {
    /// The id by which it joins what stands left of it.
    var leftID: UInt16
    /// The id by which it joins what stands right of it.
    var rightID: UInt16
    /// Begin or end of a text; its ids are 0 in every dictionary (`ContextID::addBOS` of MeCab sets them so).
    package static let boundary = Neighbour(leftID: 0, rightID: 0)
  }

  /// A morpheme, or a new word, that the path may go through.
  private struct Node {
    var leftID: UInt16
    var rightID: UInt16
    var cost: Int
    var end: Int
  }

  private let model: MeCabModel
  private let lattice: OpaquePointer
  /// For each byte offset, the nodes that start there.
  private var starting: [[Node]] = []
  /// For each byte offset, the right ids of the nodes that end there, each with what the best paths up to it cost.
  private var ending: [[(rightID: UInt16, costs: [Int])]] = []

  /// Prepares to search with the dictionary of `model`.
  package init(model: MeCabModel) throws(MorphologyError) {
    // SAFETY: the lattice only lends room for nodes; `deinit` frees it.
    guard let lattice = unsafe mecab_model_new_lattice(model.handle.model) else {
      throw .segmentationFailed(reason: "mecab_model_new_lattice")
    }
    self.model = model
    self.lattice = lattice
  }

  deinit { mecab_lattice_destroy(lattice) }

  /// Finds all nodes of `text`.
  /// - Parameter newWords: Lends the length and the token of each new word that begins at an offset of `text`; the one
  ///   of its whole length is left out.
  package mutating func read(
    _ text: [UInt8], newWords: (_ start: Int, _ body: (Int, CompiledDictionary.Token) -> Void) -> Void = { _, _ in }
  ) {
    starting = [[Node]](repeating: [], count: text.count)
    var isReached = [Bool](repeating: false, count: text.count + 1)
    isReached[0] = true
    // A NUL behind the text: see `Segmenter.characters`.
    let terminated = text + [0]
    for start in text.indices where isReached[start] {
      addMorphemes(terminated, from: start)
      newWords(start) { length, token in
        guard length < text.count else { return }
        starting[start].append(
          Node(leftID: token.leftID, rightID: token.rightID, cost: Int(token.cost), end: start + length))
      }
      for node in starting[start] { isReached[node.end] = true }
    }
  }

  /// The costs of the best paths through the text that was read: for each of `lefts`, to each of `rights`.
  ///
  /// All left neighbours are searched at once, and nodes of the same ids as one, so that each connection is looked up
  /// once: the lookups are what takes time.
  package mutating func bestCosts(from lefts: [Neighbour], to rights: [Neighbour]) -> [[Int]] {
    ending = Array(repeating: [], count: starting.count + 1)
    for start in starting.indices where start == 0 || !ending[start].isEmpty {
      var reached: [(leftID: UInt16, costs: [Int])] = []
      for node in starting[start] {
        let known = reached.firstIndex { $0.leftID == node.leftID }
        let costs = known.map { reached[$0].costs } ?? pathCosts(to: node.leftID, at: start, from: lefts)
        if known == nil { reached.append((node.leftID, costs)) }
        if let same = ending[node.end].firstIndex(where: { $0.rightID == node.rightID }) {
          for index in costs.indices {
            ending[node.end][same].costs[index] = min(ending[node.end][same].costs[index], costs[index] + node.cost)
          }
        } else {
          ending[node.end].append((node.rightID, costs.map { $0 + node.cost }))
        }
      }
    }
    let columns = rights.map { pathCosts(to: $0.leftID, at: starting.count, from: lefts) }
    return lefts.indices.map { left in columns.map { $0[left] } }
  }

  /// The costs of the best paths from each of `lefts` up to `start`, and on to what has the left id `leftID`.
  private func pathCosts(to leftID: UInt16, at start: Int, from lefts: [Neighbour]) -> [Int] {
    if start == 0 { return lefts.map { connection($0.rightID, leftID) } }
    // Far above any cost of a path, and far from an overflow.
    var best = [Int](repeating: .max / 2, count: lefts.count)
    for (rightID, costs) in ending[start] {
      let connection = connection(rightID, leftID)
      for index in costs.indices { best[index] = min(best[index], costs[index] + connection) }
    }
    return best
  }

  /// What it costs to join what has the right id `rightID` to what has the left id `leftID`.
  package func connection(_ rightID: UInt16, _ leftID: UInt16) -> Int {
    Int(mecab_model_transition_cost(model.handle.model, rightID, leftID))
  }

  private mutating func addMorphemes(_ terminated: [UInt8], from start: Int) {
    terminated.withUnsafeBytes { bytes in
      // SAFETY: nodes live until the lattice is cleared; the text has no white space at its end, so that MeCab does
      // not look for a word of length 0.
      guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
      mecab_lattice_clear(lattice)
      var node = unsafe mecab_model_lookup(model.handle.model, base + start, base + (bytes.count - 1), lattice)
      while let current = node {
        let morpheme = unsafe current.pointee
        let end = start + Int(morpheme.rlength)
        if end > start && end < bytes.count {
          starting[start].append(
            Node(leftID: morpheme.lcAttr, rightID: morpheme.rcAttr, cost: Int(morpheme.wcost), end: end))
        }
        node = unsafe morpheme.bnext
      }
    }
  }
}
