public import TextCore

/// Compiles plain word lists for a dictionary, and gives each word its cost.
///
/// **The rule of costs.** MeCab takes the path of least cost through a sentence. Let *L* and *R* be what stands left
/// and right of the word, *b*(*L*, *R*) the cost of the best path from *L* through the word's letters to *R*, over the
/// dictionary's morphemes and the shorter words of the list, and *c* the costs of connections. As one morpheme of cost
/// *w* the word makes a path of *c*(*L*, word) + *w* + *c*(word, *R*). It is given the highest cost with which it wins
/// between all neighbours *L* and *R* out of begin and end of text, the commonest particles and punctuation:
///
///     w = min [ b(L, R) − c(L, word) − c(word, R) ] − margin     over all L, R
///
/// and no less: a path that cuts elsewhere and was better than the word's letters by more than that stays better. Words
/// in hiragana alone, whose letters stand in the middle of other words everywhere (くま in くまなく), are measured
/// between begin and end of text only. A word that the dictionary has already, in a fitting class, is left out: nothing
/// about it can change. Costs are kept within 16 bits.
public struct UserDictionaryBuilder: ~Copyable {
  /// By how much a new word beats the best path through its letters where that is hardest.
  ///
  /// Measured with IPADIC and 8,587 new words on 40,000 sentences of articles on AI: with 500, 99.8 % of the places where
  /// a word stood between boundaries of morphemes became the word, with 100 99.2 %, with 1000 99.9 %; of 1.2 million
  /// morphemes 43, 28 and 196 new ones cut what was not a boundary before, all of them in runs of unknown katakana or
  /// symbols that hold the word.
  package static let usualMargin = 500

  private var segmenter: Segmenter
  private var lattice: WordLattice
  private let connections: WordConnections
  private let neighbours: [WordLattice.Neighbour]

  /// Prepares to add words to the dictionary of `model`.
  /// - Parameter model: The dictionary without user dictionaries.
  public init(model: MeCabModel) throws(MorphologyError) {
    let connections = try WordConnections(model.system, family: model.layout.family)
    var segmenter = try Segmenter(model: model)
    let neighbours = try segmenter.usualNeighbours()
    lattice = try WordLattice(model: model)
    self.segmenter = segmenter
    self.connections = connections
    self.neighbours = neighbours
  }

  /// A word list, compiled.
  public struct Compilation: Sendable {
    /// The bytes of the user dictionary.
    public var bytes: [UInt8] = []
    /// The words in it, normalized, in the order of the list.
    public var added: [WordList.Entry] = []
    /// The words that were left out because the dictionary has them.
    public var known: [WordList.Entry] = []
    /// The diagnostics of the list, and those of the words.
    public var diagnostics: [Diagnostic] = []
  }

  /// Compiles a list.
  /// - Parameters:
  ///   - list: The words.
  ///   - normalize: What is done to texts before they are segmented; words are looked for in texts of that form.
  /// - Complexity: O(*n* log *n*) for *n* words, some 20 microseconds a word.
  public mutating func compile(
    _ list: WordList, normalize: (String) -> String
  ) throws(MorphologyError) -> Compilation {
    try compile(list, margin: Self.usualMargin, normalize: normalize)
  }

  /// Compiles a list with another margin.
  package mutating func compile(
    _ list: WordList, margin: Int, normalize: (String) -> String
  ) throws(MorphologyError) -> Compilation {
    let model = segmenter.model
    var result = Compilation()
    result.diagnostics = list.diagnostics
    let candidates = NormalizedWords(list, normalize: normalize, diagnostics: &result.diagnostics)
    var words: [DictionaryCompiler.Word?] = []
    words.reserveCapacity(candidates.entries.count)
    for (entry, surface) in zip(candidates.entries, candidates.surfaces) {
      let single = try segmenter.singleMorpheme(surface)
      if let single, entry.kind.isFitting(segmenter.lexemes.partsOfSpeech[Int(single)], in: model.layout.family) {
        result.known.append(entry)
        words.append(nil)
      } else {
        result.added.append(entry)
        let feature = model.layout.feature(of: entry.surface, kind: entry.kind, reading: entry.reading)
        words.append(.init(surface: surface, token: connections.token(entry.kind), feature: feature))
      }
    }
    assignCosts(&words, margin: margin)
    let compiler = DictionaryCompiler(
      kind: .user, leftSize: model.system.leftSize, rightSize: model.system.rightSize, charset: model.system.charset)
    result.bytes = compiler.bytes(of: words.compactMap(\.self))
    return result
  }

  /// Gives words their costs by the rule, the shorter ones first, so that the longer ones can be measured by them.
  private mutating func assignCosts(_ words: inout [DictionaryCompiler.Word?], margin: Int) {
    let order = words.indices.filter { words[$0] != nil }
    let sorted = order.sorted { left, right in
      (words[left]?.surface ?? []).lexicographicallyPrecedes(words[right]?.surface ?? [])
    }
    let array = DoubleArray(keys: sorted.compactMap { words[$0]?.surface }, values: sorted.map { UInt32($0) })
    for index in order.sorted(by: { (words[$0]?.surface.count ?? 0, $0) < (words[$1]?.surface.count ?? 0, $1) }) {
      guard let word = words[index] else { continue }
      lattice.read(word.surface) { start, body in
        array.forEachPrefix(of: word.surface, from: start) { length, value in
          if let token = words[Int(value)]?.token { body(length, token) }
        }
      }
      words[index]?.token.cost = Int16(
        clamping: highestWinningCost(word.token, between: Self.isHiragana(word.surface) ? [.boundary] : neighbours)
          - margin)
    }
  }

  /// The highest cost with which the word that the lattice has read ties between all `neighbours`.
  private mutating func highestWinningCost(
    _ token: CompiledDictionary.Token, between neighbours: [WordLattice.Neighbour]
  ) -> Int {
    var highest = Int.max
    let rightCosts = neighbours.map { lattice.connection(token.rightID, $0.leftID) }
    for (left, bests) in zip(neighbours, lattice.bestCosts(from: neighbours, to: neighbours)) {
      let leftCost = lattice.connection(left.rightID, token.leftID)
      for (best, rightCost) in zip(bests, rightCosts) { highest = min(highest, best - leftCost - rightCost) }
    }
    return highest
  }

  /// Whether a word is written in hiragana (and ー) alone.
  private static func isHiragana(_ surface: [UInt8]) -> Bool {
    var index = 0
    while index < surface.count {
      let scalar = UTF8Scan.scalar(at: index, in: surface.span)
      guard Script(scalar.value) == .hiragana || scalar.value == 0x30FC else { return false }
      index += scalar.length
    }
    return true
  }
}
