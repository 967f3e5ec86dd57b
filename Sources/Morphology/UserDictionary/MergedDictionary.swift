#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A system dictionary with the words of a user dictionary in it.
///
/// MeCab looks each place of a text up in every dictionary it has open, which makes a user dictionary of some thousand
/// words cost up to a fifth of the time. One dictionary that holds all words costs nothing more. It is made from the compiled
/// files alone: the words are put into a copy of the system dictionary's double array, their tokens and features behind
/// the others; everything else of the dictionary is linked to. What MeCab answers is the same.
public struct MergedDictionary: Sendable {
  /// Changes whenever the same dictionaries would be merged to something else.
  private static let version = "1"
  /// The files of a dictionary that stay as they are.
  private static let linkedFiles = ["unk.dic", "char.bin", "matrix.bin", "dicrc"]
  /// Merged dictionaries that are kept in one cache folder, some 50 MB each.
  private static let keptDictionaries = 4
  private static let prefix = "merged-"

  /// The folder that merged dictionaries are kept in.
  public let folder: String

  /// Uses the folder at `folder`, which is made when it is needed.
  public init(folder: String) { self.folder = folder }

  /// The merged dictionary of `model` and the user dictionary at `path`, made now where the folder lacks it.
  /// - Complexity: Some milliseconds where it is there; copies the system dictionary where not.
  public func location(
    for model: MeCabModel, userDictionary path: String
  ) throws(MorphologyError) -> DictionaryLocation {
    let user = try CompiledDictionary(path: path)
    let key = [Self.version, model.location.path, model.identity, user.fullHash().hexadecimal].joined(separator: "\n")
    let merged = FileSystem.path(folder, Self.prefix + ContentHash(Array(key.utf8)).hexadecimal)
    let system = FileSystem.path(merged, "sys.dic")
    let location = DictionaryLocation(path: merged)
    if FileSystem.entry(at: system) == .file, (try? CompiledDictionary(path: system)) != nil { return location }
    try FileSystem.makeFolder(merged)
    for name in Self.linkedFiles {
      let link = FileSystem.path(merged, name)
      unlink(link)
      guard symlink(FileSystem.path(model.location.path, name), link) == 0 || errno == EEXIST else {
        throw .cannotWrite(path: link, reason: MappedFile.reason(errno))
      }
    }
    try FileSystem.replace(system, with: Self.merge(user, into: model.system))
    FileSystem.removeOldest(in: folder, prefix: Self.prefix, keeping: Self.keptDictionaries)
    return location
  }

  /// The bytes of `system` with the words of `user` in it.
  static func merge(_ user: CompiledDictionary, into system: CompiledDictionary) -> [UInt8] {
    var parts = system.parts()
    let added = user.parts()
    var array = GrowingDoubleArray(units: parts.units)
    for word in CompiledDictionary.words(in: added.units) {
      var tokens: [UInt8] = []
      if let value = array.value(of: word.surface.span) { tokens += Self.tokens(value, in: parts.tokens, shift: 0) }
      tokens += Self.tokens(word.value, in: added.tokens, shift: UInt32(parts.features.count))
      let count = min(tokens.count / CompiledDictionary.tokenSize, DictionaryCompiler.mostPerSurface)
      let first = UInt32(parts.tokens.count / CompiledDictionary.tokenSize)
      parts.tokens += tokens.prefix(count * CompiledDictionary.tokenSize)
      array.set(word.surface.span, to: first << 8 | UInt32(count))
    }
    let compiler = DictionaryCompiler(
      kind: .system, leftSize: system.leftSize, rightSize: system.rightSize, charset: system.charset)
    return compiler.file(
      wordCount: UInt32(system.wordCount + user.wordCount), array: array.finish(), tokens: parts.tokens,
      features: parts.features + added.features)
  }

  /// The tokens that a value of the double array names, with the offsets of their features moved.
  private static func tokens(_ value: UInt32, in tokens: [UInt8], shift: UInt32) -> [UInt8] {
    let size = CompiledDictionary.tokenSize
    let first = Int(value >> 8) * size
    let end = first + Int(value & 0xFF) * size
    guard end <= tokens.count else { return [] }
    var copy = Array(tokens[first..<end])
    for start in stride(from: 8, to: copy.count, by: size) {
      var offset = shift
      for byte in 0..<4 { offset &+= UInt32(copy[start + byte]) << UInt32(8 * byte) }
      for byte in 0..<4 { copy[start + byte] = UInt8(truncatingIfNeeded: offset >> UInt32(8 * byte)) }
    }
    return copy
  }
}
