internal import CMeCab
package import TextCore

/// Finds the morphemes of sentences as MeCab does; one for each worker.
package struct Segmenter: ~Copyable {
  /// The dictionary.
  package let model: MeCabModel
  /// The words that were met, with what the dictionary says of each.
  package var lexemes: LexemeTable
  /// The sentences that were met, since an archive repeats itself.
  private var cache = SentenceCache()
  /// The search for the best path.
  var finder: PathFinder
  /// libmecab's analyzer and its lattice, which no two threads may share.
  let tagger: OpaquePointer
  let lattice: OpaquePointer
  /// Room for a piece that ends with its text, and a NUL.
  let ending: UnsafeMutableBufferPointer<CChar>

  /// Creates a segmenter with an empty lexeme table.
  package init(model: MeCabModel) throws(MorphologyError) {
    let paths = try model.makeLattice()
    // SAFETY: the tagger and the lattice point into the model, which `model` keeps alive; `deinit` frees both.
    guard let tagger = unsafe mecab_model_new_tagger(model.handle.model) else {
      throw .segmentationFailed(reason: "mecab_model_new_tagger")
    }
    guard let lattice = unsafe mecab_model_new_lattice(model.handle.model) else {
      mecab_destroy(tagger)
      throw .segmentationFailed(reason: "mecab_model_new_lattice")
    }
    mecab_lattice_set_request_type(lattice, Int32(MECAB_ONE_BEST))
    self.model = model
    self.tagger = tagger
    self.lattice = lattice
    ending = .allocate(capacity: SentencePieces.limit + 1)
    ending.initialize(repeating: 0)
    lexemes = LexemeTable(model: model)
    finder = PathFinder(paths)
  }

  deinit {
    mecab_lattice_destroy(lattice)
    mecab_destroy(tagger)
    ending.deallocate()
  }

  /// Appends the morphemes of `sentences` to `table`, each sentence as one of its.
  ///
  /// White space at the ends of a sentence is left out; a sentence of nothing else has no morphemes. A sentence of
  /// more than 65,535 bytes is taken in pieces.
  /// - Parameters:
  ///   - text: The normalized text.
  ///   - sentences: Where the sentences lie in it, on scalar boundaries.
  ///   - table: What the morphemes are appended to; their offsets are offsets in `text`.
  /// - Complexity: O(*n*) in bytes, about a third of a microsecond a morpheme.
  package mutating func segment(
    _ text: Span<UInt8>, sentences: [ByteRange<NormalizedSpace>], into table: inout MorphemeTable
  ) throws(MorphologyError) {
    cache.keep(generation: lexemes.generation)
    for sentence in sentences {
      if let serial = cache.append(text, sentence.offsets, to: &table) {
        table.endSentence(serial: serial)
        continue
      }
      let first = table.count
      var pieces = SentencePieces(sentence.offsets, classes: model.classes)
      while let piece = pieces.next(in: text) { try segment(text, piece, into: &table) }
      table.endSentence(serial: cache.store(text, sentence.offsets, table, from: first))
    }
  }

  /// Appends the lines that the `mecab` command prints for a sentence with the same dictionary.
  ///
  /// A sentence of nothing but white space gives its `EOS` alone; one that is too long gives the lines of its pieces,
  /// each with its `EOS`.
  /// - Parameters:
  ///   - text: The normalized text.
  ///   - sentence: Where the sentence lies in it, on scalar boundaries.
  ///   - output: What the lines are appended to, in the dictionary's own bytes.
  package mutating func writeMeCabLines(
    _ text: Span<UInt8>, sentence: ByteRange<NormalizedSpace>, to output: inout [UInt8]
  ) throws(MorphologyError) {
    var pieces = SentencePieces(sentence.offsets, classes: model.classes)
    var isEmpty = true
    while let piece = pieces.next(in: text) {
      isEmpty = false
      try writeLines(text, piece, to: &output)
    }
    if isEmpty { output.append(contentsOf: "EOS\n".utf8) }
  }
}
