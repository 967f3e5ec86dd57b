internal import CMeCab
internal import TextCore

extension Segmenter {
  /// Appends the morphemes of one piece of a sentence: no white space at its ends, not empty, not too long.
  @inline(__always)
  mutating func segment(
    _ text: Span<UInt8>, _ piece: Range<Int>, into table: inout MorphemeTable
  ) throws(MorphologyError) {
    try text.withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: MeCab keeps `bytes` only until the next sentence is set; all that is kept of the nodes is copied out
      // before this closure returns. Surfaces lie in the piece, features in the dictionaries, which the model maps.
      let characters = UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: CChar.self)
      guard let base = characters.baseAddress else { return }
      var node = try unsafe parse(base + piece.lowerBound, count: piece.count).pointee.next
      while let current = node, unsafe Int(current.pointee.stat) != MECAB_EOS_NODE {
        let (surface, feature) = unsafe (current.pointee.surface, current.pointee.feature)
        guard let surface, let feature else { break }
        let start = surface - base
        let length = Int(current.pointee.length)
        let word = UnsafeBufferPointer(rebasing: bytes[start..<start + length])
        let lexeme = unsafe Int(current.pointee.stat) == MECAB_NOR_NODE
          ? lexemes.known(feature: feature, surface: word) : lexemes.unknown(feature: feature, surface: word)
        table.append(lexeme, start: start, end: start + length)
        node = unsafe current.pointee.next
      }
    }
  }

  /// The lexeme of `text` where MeCab takes all of it for one known word.
  ///
  /// - Precondition: `text` is a piece, as `SentencePieces` cuts them.
  mutating func singleMorpheme(_ text: [UInt8]) throws(MorphologyError) -> UInt32? {
    try text.withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: as above.
      let characters = UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: CChar.self)
      guard let base = characters.baseAddress else { return nil }
      let first = try unsafe parse(base, count: bytes.count).pointee.next
      guard let first, unsafe Int(first.pointee.length) == bytes.count,
        unsafe Int(first.pointee.stat) == MECAB_NOR_NODE, let feature = unsafe first.pointee.feature
      else { return nil }
      return unsafe lexemes.known(feature: feature, surface: bytes)
    }
  }

  /// Appends MeCab's own lines for one piece of a sentence.
  func writeLines(_ text: Span<UInt8>, _ piece: Range<Int>, to output: inout [UInt8]) throws(MorphologyError) {
    try text.extracting(piece).withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // SAFETY: as above; the formatted text is MeCab's until the next sentence, and is copied here.
      let characters = UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: CChar.self)
      guard let base = characters.baseAddress else { return }
      let first = try unsafe parse(base, count: bytes.count)
      // MeCab's formatter gives a C string, which would end at a NUL of the text.
      if model.hasOwnFormat && !bytes.contains(0) {
        guard let lines = unsafe mecab_lattice_tostr(lattice) else {
          throw .segmentationFailed(reason: failure)
        }
        unsafe output.append(contentsOf: lines.bytesToNUL)
        return
      }
      var node = unsafe first.pointee.next
      while let current = node, unsafe Int(current.pointee.stat) != MECAB_EOS_NODE {
        guard let surface = unsafe current.pointee.surface, let feature = unsafe current.pointee.feature else { break }
        let start = surface - base
        output.append(contentsOf: bytes[start..<start + Int(unsafe current.pointee.length)])
        output.append(UInt8(ascii: "\t"))
        unsafe output.append(contentsOf: feature.bytesToNUL)
        output.append(UInt8(ascii: "\n"))
        node = unsafe current.pointee.next
      }
      output.append(contentsOf: "EOS\n".utf8)
    }
  }

  /// The node at the beginning of the best path through a sentence.
  @inline(__always)
  private func parse(_ base: UnsafePointer<CChar>, count: Int) throws(MorphologyError) -> UnsafeMutablePointer<mecab_node_t> {
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
