/// What the search for morphemes reads: dictionaries, unknown words and connections. Shared by all workers.
final class LatticeModel: @unchecked Sendable {
  /// The system dictionary, then the user dictionaries, at last the dictionary of unknown words.
  let lexicons: [Lexicon]
  /// For each class of characters, the tokens of unknown words that words of it may have.
  let unknownTokens: [Lexicon.TokenRange]
  /// What it costs to let one word follow another.
  let matrix: ConnectionMatrix
  /// What is skipped between words.
  let space: CharacterClass
  /// How many characters may follow the first in an unknown word that is a run: MeCab's `max-grouping-size`, which no
  /// dictionary can set (`DictionarySettings`).
  static let longestGroup = 24

  /// What the views lie in.
  private let dictionaries: [CompiledDictionary]
  private let matrixFile: MappedFile

  /// Reads the parts that a dictionary's folder has besides `system` and `users`.
  init(
    system: CompiledDictionary, users: [CompiledDictionary], unknown: CompiledDictionary, classes: CharacterClasses,
    matrix path: String
  ) throws(MorphologyError) {
    dictionaries = [system] + users + [unknown]
    matrixFile = try MappedFile(path: path)
    matrix = try ConnectionMatrix(matrixFile, path: path)
    let unknown = try Lexicon(unknown)
    unknownTokens = classes.names.map { unknown.tokens(of: $0) }
    space = classes.space
    var lexicons: [Lexicon] = []
    for dictionary in [system] + users { lexicons.append(try Lexicon(dictionary, classes: classes)) }
    self.lexicons = lexicons + [unknown]
  }

  deinit {
    for lexicon in lexicons { lexicon.initials.deallocate() }
  }
}
