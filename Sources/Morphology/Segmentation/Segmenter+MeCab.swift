internal import CMeCab
internal import TextCore

extension Segmenter {
  /// Appends the morphemes of one piece of a sentence as libmecab finds them, where a dictionary's settings ask for what
  /// `PathFinder` leaves to it; tests compare the two.
  mutating func segmentByLibrary(
    _ text: Span<UInt8>, _ piece: Range<Int>, into table: inout MorphemeTable
  ) throws(MorphologyError) {
    try text.withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: MeCab keeps the characters only until the next sentence is set; all that is kept of the nodes is
      // copied out before this closure returns. Surfaces lie in the piece, features in the dictionaries, which the
      // model maps.
      guard let base = unsafe characters(bytes, piece) else { return }
      var node = try unsafe parse(base, count: piece.count).pointee.next
      while let current = node, unsafe Int(current.pointee.stat) != MECAB_EOS_NODE {
        let (surface, feature) = unsafe (current.pointee.surface, current.pointee.feature)
        guard let surface, let feature else { break }
        let start = piece.lowerBound + (surface - base)
        let end = start + Int(current.pointee.length)
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let isKnown = unsafe Int(current.pointee.stat) == MECAB_NOR_NODE
        let lexeme =
          unsafe isKnown
          ? lexemes.known(feature: feature, surface: word) : lexemes.unknown(feature: feature, surface: word)
        table.append(lexeme, start: start, end: end)
        node = unsafe current.pointee.next
      }
    }
  }

  /// The cost of MeCab's best path through `sentence`.
  ///
  /// - Precondition: `sentence` is a piece, as `SentencePieces` cuts them.
  package mutating func bestCost(of sentence: [UInt8]) throws(MorphologyError) -> Int {
    try sentence.withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: as above.
      guard let base = unsafe characters(bytes, bytes.indices) else { return 0 }
      var last = try unsafe parse(base, count: bytes.count)
      while let next = unsafe last.pointee.next { last = next }
      return unsafe last.pointee.cost
    }
  }

  /// Begin and end of text, and the context ids that the commonest particles and punctuation have next to nouns.
  mutating func usualNeighbours() throws(MorphologyError) -> [WordLattice.Neighbour] {
    let sentence = Array("会社は会社が会社を会社の会社に会社で会社と会社も会社、会社。".utf8)
    return try sentence.withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: as above.
      guard let base = unsafe characters(bytes, bytes.indices) else { return [.boundary] }
      var neighbours: Set<WordLattice.Neighbour> = [.boundary]
      var node = try unsafe parse(base, count: bytes.count).pointee.next
      while let current = node {
        let morpheme = unsafe current.pointee
        // One kana or one mark: 3 bytes, where 会社 has 6.
        if morpheme.length == 3 { neighbours.insert(.init(leftID: morpheme.lcAttr, rightID: morpheme.rcAttr)) }
        node = unsafe morpheme.next
      }
      return neighbours.sorted { ($0.leftID, $0.rightID) < ($1.leftID, $1.rightID) }
    }
  }

  /// Appends libmecab's own lines for one piece of a sentence.
  mutating func writeLibraryLines(
    _ text: Span<UInt8>, _ piece: Range<Int>, to output: inout [UInt8]
  ) throws(MorphologyError) {
    try text.withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: as above; the formatted text is MeCab's until the next sentence, and is copied here.
      guard let base = unsafe characters(bytes, piece) else { return }
      _ = try unsafe parse(base, count: piece.count)
      guard let lines = unsafe mecab_lattice_tostr(lattice) else { throw .segmentationFailed(reason: failure) }
      unsafe output.append(contentsOf: lines.bytesToNUL)
    }
  }

  /// The piece's characters, with at least one readable byte behind them.
  ///
  /// Where a run of unknown characters ends with the sentence, MeCab looks at the byte after it, though not at its
  /// value (`Tokenizer::lookup` calls `getCharInfo` at the end). A piece that ends with its text is therefore copied.
  @inline(__always)
  private mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> UnsafePointer<CChar>? {
    if piece.upperBound < bytes.count {
      let all = UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: CChar.self)
      return unsafe all.baseAddress.map { $0 + piece.lowerBound }
    }
    // SAFETY: the buffer has room for the longest piece and one byte; it lives as long as the segmenter.
    for (index, byte) in bytes[piece].enumerated() { ending[index] = CChar(bitPattern: byte) }
    ending[piece.count] = 0
    return unsafe UnsafePointer(ending.baseAddress)
  }

  /// The node at the beginning of the best path through a sentence.
  @inline(__always)
  private func parse(_ base: UnsafePointer<CChar>, count: Int) throws(MorphologyError) -> UnsafeMutablePointer<
    mecab_node_t
  > {
    mecab_lattice_set_sentence2(lattice, base, count)
    guard mecab_parse_lattice(tagger, lattice) != 0, let node = mecab_lattice_get_bos_node(lattice) else {
      throw .segmentationFailed(reason: failure)
    }
    return node
  }

  private var failure: String {
    // SAFETY: the lattice's own buffer, read at once.
    guard let text = unsafe mecab_lattice_strerror(lattice) else { return "" }
    return unsafe String(cString: text)
  }
}
