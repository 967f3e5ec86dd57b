/// What the search for morphemes reads: dictionaries, unknown words and connections. Shared by all workers.
final class LatticeModel: Sendable {
  /// The system dictionary, then the user dictionaries.
  let lexicons: [Lexicon]
  /// The dictionary of unknown words.
  let unknown: Lexicon
  /// For each class of characters, the tokens in `unknown` that words of it may have.
  let unknownTokens: [Range<Int>]
  /// What it costs to let one word follow another.
  let matrix: ConnectionMatrix
  /// What is skipped between words.
  let space: CharacterClass
  /// How many characters may follow the first in an unknown word that is a run: MeCab's `max-grouping-size`, which no
  /// dictionary can set (`DictionarySettings`).
  static let longestGroup = 24

  /// Reads the parts that a dictionary's folder has besides `system` and `users`.
  init(
    system: CompiledDictionary, users: [CompiledDictionary], unknown: CompiledDictionary, classes: CharacterClasses,
    matrix path: String
  ) throws(MorphologyError) {
    var lexicons: [Lexicon] = []
    for dictionary in [system] + users { lexicons.append(try Lexicon(dictionary, classes: classes)) }
    self.lexicons = lexicons
    let unknown = try Lexicon(unknown)
    self.unknown = unknown
    unknownTokens = classes.names.map { unknown.tokens(of: $0) }
    matrix = try ConnectionMatrix(path: path)
    space = classes.space
  }
}
