internal import TextCore

extension Segmenter {
  /// Appends the morphemes of one piece of a sentence: no white space at its ends, not empty, not too long.
  @inline(__always)
  mutating func segment(
    _ text: Span<UInt8>, _ piece: Range<Int>, into table: inout MorphemeTable
  ) throws(MorphologyError) {
    guard model.isOrdinary else { return try segmentByLibrary(text, piece, into: &table) }
    text.extracting(piece).withUnsafeBufferPointer { bytes in
      let count = finder.find(bytes)
      for index in 0..<count {
        let morpheme = finder.morpheme(index)
        let surface = UnsafeBufferPointer(rebasing: bytes[morpheme.start..<morpheme.end])
        let lexeme =
          morpheme.isKnown
          ? lexemes.known(feature: morpheme.feature, surface: surface)
          : lexemes.unknown(feature: morpheme.feature, surface: surface)
        table.append(lexeme, start: piece.lowerBound + morpheme.start, end: piece.lowerBound + morpheme.end)
      }
    }
  }

  /// The lexeme of `word` where the dictionary's best path takes all of it for one known word.
  ///
  /// - Precondition: `word` is a piece, as `SentencePieces` cuts them.
  mutating func singleMorpheme(_ word: [UInt8]) throws(MorphologyError) -> UInt32? {
    var table = MorphemeTable()
    try segment(word.span, word.indices, into: &table)
    guard table.count == 1, let lexeme = table.lexemes.first, !lexemes.isUnknown[Int(lexeme)] else { return nil }
    return lexeme
  }

  /// Appends the lines of the `mecab` command for one piece of a sentence.
  mutating func writeLines(
    _ text: Span<UInt8>, _ piece: Range<Int>, to output: inout [UInt8]
  ) throws(MorphologyError) {
    try text.extracting(piece).withUnsafeBufferPointer { bytes throws(MorphologyError) in
      // MeCab's formatter gives a C string, which would end at a NUL of the text.
      if (model.hasOwnFormat || !model.isOrdinary) && !bytes.contains(0) {
        return try writeLibraryLines(text, piece, to: &output)
      }
      let count = finder.find(bytes)
      for index in 0..<count {
        let morpheme = finder.morpheme(index)
        output.append(contentsOf: bytes[morpheme.start..<morpheme.end])
        output.append(UInt8(ascii: "\t"))
        unsafe output.append(contentsOf: morpheme.feature.bytesToNUL)
        output.append(UInt8(ascii: "\n"))
      }
      output.append(contentsOf: "EOS\n".utf8)
    }
  }
}
