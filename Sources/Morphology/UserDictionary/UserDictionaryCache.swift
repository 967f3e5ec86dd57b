/// A folder of compiled word lists, each under a name made of its content and of the dictionary it is for.
///
/// Files are written whole and then renamed into place, so that any number of processes may share the folder.
public struct UserDictionaryCache: Sendable {
  /// Changes whenever the same list would be compiled to something else.
  private static let compilerVersion = "1"

  /// The folder's path.
  public let folder: String

  /// Uses the folder at `folder`, which is made when it is needed.
  public init(folder: String) { self.folder = folder }

  /// A compiled word list in the folder.
  public struct Entry: Sendable {
    /// The path of the user dictionary, for `MeCabModel`.
    public let path: String
    /// What was compiled; `nil` where the file was there already.
    public let compilation: UserDictionaryBuilder.Compilation?
  }

  /// The compiled form of a word list, made now where the folder lacks it.
  /// - Parameters:
  ///   - list: The bytes of the list.
  ///   - model: The dictionary it is for, without user dictionaries.
  ///   - normalization: A name of what `normalize` does, which changes when that changes.
  ///   - normalize: What is done to texts before they are segmented.
  /// - Complexity: O(*n*) in bytes, under a millisecond, where it is there; see `UserDictionaryBuilder` where not.
  public func entry(
    for list: [UInt8], model: MeCabModel, normalization: String, normalize: (String) -> String
  ) throws(MorphologyError) -> Entry {
    let path = path(for: list, model: model, normalization: normalization)
    if FileSystem.entry(at: path) == .file, (try? CompiledDictionary(path: path)) != nil {
      return Entry(path: path, compilation: nil)
    }
    var builder = try UserDictionaryBuilder(model: model)
    let compilation = try builder.compile(WordList(list), normalize: normalize)
    try FileSystem.makeFolder(folder)
    try FileSystem.replace(path, with: compilation.bytes)
    return Entry(path: path, compilation: compilation)
  }

  /// The path that a list's compiled form has or would have.
  public func path(for list: [UInt8], model: MeCabModel, normalization: String) -> String {
    let key = [Self.compilerVersion, model.identity, normalization, ContentHash(list).hexadecimal]
    let name = ContentHash(Array(key.joined(separator: "\n").utf8)).hexadecimal
    return FileSystem.path(folder, "words-\(name).dic")
  }
}
