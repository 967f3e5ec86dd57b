public import TextCore

/// Compiles plain word lists for a dictionary, and gives each word its cost.
///
/// **The rule of costs.** MeCab takes the path of least cost through a sentence. Let *b* be the cost of the best path
/// through the word alone, over the dictionary's morphemes and the shorter words of the list. The word as one
/// morpheme costs *c*(begin, word) + *w* + *c*(word, end) for connections *c*, so its cost is
///
///     w = b − c(begin, word) − c(word, end) − margin
///
/// and no less: it beats by the margin what its letters cost anyway, and a path that cuts elsewhere and was better
/// than that by more than the margin stays better. A word that the dictionary has already, in a fitting class, is
/// left out: nothing about it can change. Costs are kept within 16 bits.
public struct UserDictionaryBuilder: ~Copyable {
  /// By how much a new word beats the best path through its letters.
  ///
  /// Connections at the ends of a word in a sentence differ from those at begin and end of text; the margin covers
  /// most of the difference. See `Documentation/Decisions` for the measurement.
  package static let usualMargin = 1500

  private var segmenter: Segmenter
  private var lattice: WordLattice
  private let connections: WordConnections

  /// Prepares to add words to the dictionary of `model`.
  /// - Parameter model: The dictionary without user dictionaries.
  public init(model: MeCabModel) throws(MorphologyError) {
    let connections = try WordConnections(model.system, family: model.layout.family)
    let segmenter = try Segmenter(model: model)
    lattice = try WordLattice(model: model)
    self.segmenter = segmenter
    self.connections = connections
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
      let best = lattice.bestCost(of: word.surface) { start, body in
        array.forEachPrefix(of: word.surface, from: start) { length, value in
          if let token = words[Int(value)]?.token { body(length, token) }
        }
      }
      guard let best else { continue }
      words[index]?.token.cost = Int16(clamping: best - lattice.endCosts(word.token) - margin)
    }
  }
}
