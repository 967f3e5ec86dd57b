internal import CMeCab

/// The ways to cut a word into morphemes of a dictionary and into other new words, to find what the best one costs.
///
/// MeCab itself cannot be asked: it knows new words only from a compiled file. The search is Viterbi's, as in MeCab.
package struct WordLattice: ~Copyable {
  /// A morpheme, or a new word, that the path may go through.
  private struct Node {
    var leftID: UInt16
    var rightID: UInt16
    var cost: Int
  }

  private let model: MeCabModel
  private let lattice: OpaquePointer
  /// For each byte offset, the nodes that end there with what the best path up to their ends costs.
  private var ending: [[Node]] = []

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

  /// The cost of the best path from begin to end of `text` that goes through no new word of its whole length.
  /// - Parameter newWords: Lends the length and the token of each new word that begins at an offset of `text`.
  package mutating func bestCost(
    of text: [UInt8], newWords: (_ start: Int, _ body: (Int, CompiledDictionary.Token) -> Void) -> Void
  ) -> Int? {
    ending = [[Node]](repeating: [], count: text.count + 1)
    ending[0] = [Node(leftID: 0, rightID: 0, cost: 0)]
    // A NUL behind the text: see `Segmenter.characters`.
    let terminated = text + [0]
    for start in text.indices where !ending[start].isEmpty {
      addMorphemes(terminated, from: start)
      newWords(start) { length, token in
        if length < text.count { add(token.leftID, token.rightID, Int(token.cost), from: start, to: start + length) }
      }
    }
    return ending[text.count].map { $0.cost + connection($0.rightID, 0) }.min()
  }

  /// What the connections of a lone word to the begin and the end of a text cost.
  ///
  /// The ids of begin and end are 0 in every dictionary (`ContextID::addBOS` of MeCab sets them so).
  func endCosts(_ token: CompiledDictionary.Token) -> Int { connection(0, token.leftID) + connection(token.rightID, 0) }

  private mutating func addMorphemes(_ terminated: [UInt8], from start: Int) {
    terminated.withUnsafeBytes { bytes in
      // SAFETY: nodes live until the lattice is cleared; the text has no white space at its end, so that MeCab does
      // not look for a word of length 0.
      guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
      mecab_lattice_clear(lattice)
      var node = unsafe mecab_model_lookup(model.handle.model, base + start, base + (bytes.count - 1), lattice)
      while let current = node {
        let morpheme = unsafe current.pointee
        add(
          morpheme.lcAttr, morpheme.rcAttr, Int(morpheme.wcost), from: start, to: start + Int(morpheme.rlength))
        node = unsafe morpheme.bnext
      }
    }
  }

  private mutating func add(_ leftID: UInt16, _ rightID: UInt16, _ cost: Int, from start: Int, to end: Int) {
    guard end > start, end < ending.count else { return }
    guard let best = ending[start].map({ $0.cost + connection($0.rightID, leftID) }).min() else { return }
    ending[end].append(Node(leftID: leftID, rightID: rightID, cost: best + cost))
  }

  private func connection(_ rightID: UInt16, _ leftID: UInt16) -> Int {
    Int(mecab_model_transition_cost(model.handle.model, rightID, leftID))
  }
}
