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
  private let pages: LargePages?

  /// Reads the parts that a dictionary's folder has besides `system` and `users`.
  /// - Parameter copies: Whether to copy the large tables, for much text (`LargePages`).
  init(
    system: CompiledDictionary, users: [CompiledDictionary], unknown: CompiledDictionary, classes: CharacterClasses,
    matrix path: String, copies: Bool
  ) throws(MorphologyError) {
    dictionaries = [system] + users + [unknown]
    matrixFile = try MappedFile(path: path)
    let tables = system.withParts { array, tokens, _ in [array, tokens] } + [matrixFile.withBytes { $0 }]
    // SAFETY: the tables lie in the files that this object keeps.
    pages = copies ? LargePages(for: tables) : nil
    matrix = try ConnectionMatrix(matrixFile, path: path, in: pages)
    let unknown = try Lexicon(unknown)
    unknownTokens = classes.names.map { unknown.tokens(of: $0) }
    space = classes.space
    var lexicons: [Lexicon] = []
    lexicons.append(try Lexicon(system, classes: classes, in: pages))
    for dictionary in users { lexicons.append(try Lexicon(dictionary, classes: classes)) }
    self.lexicons = lexicons + [unknown]
    // What was copied is not read from the files again.
    if pages != nil {
      system.forgetPages()
      matrixFile.forgetPages()
    }
  }

  deinit {
    for lexicon in lexicons { lexicon.initials.deallocate() }
  }
}
