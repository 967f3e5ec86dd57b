/// A dictionary that MeCab has open, with its user dictionaries: shared by all workers, never changed.
public final class MeCabModel: Sendable {
  /// The folder of the system dictionary.
  public let location: DictionaryLocation
  /// The compiled user dictionaries, in the order in which they were given.
  public let userDictionaries: [String]
  /// The encoding as the dictionary names it; always one that means UTF-8.
  public let charset: String
  /// The number of words of the system dictionary.
  public let size: Int
  /// The family of the dictionary's features: `ipadic` (NAIST-jdic as well), `unidic` or `juman`.
  public var family: String { layout.family.rawValue }
  /// The version of libmecab.
  public static var libraryVersion: String { MeCabHandle.libraryVersion }
  /// A name of this very dictionary with these very user dictionaries: what is made with it depends on nothing else
  /// of it.
  public let identity: String

  /// Which columns of the features mean what.
  package let layout: FeatureLayout
  /// How MeCab writes a morpheme: as surface, tab, feature, or by formats of the dictionary's own.
  let hasOwnFormat: Bool
  /// What the dictionary classes as SPACE.
  let classes: CharacterClasses
  /// The compiled system dictionary.
  let system: CompiledDictionary
  private let users: [CompiledDictionary]
  private let unknown: CompiledDictionary
  /// What the search for the best path reads; `nil` where it was not asked for.
  private let lattice: LatticeModel?
  /// Whether the dictionary's settings leave everything as it is in all known dictionaries: else libmecab segments.
  let isOrdinary: Bool
  /// The door to libmecab.
  let handle: MeCabHandle

  /// Opens the dictionary at `location` with compiled user dictionaries.
  ///
  /// No configuration file of MeCab's (`mecabrc`, `~/.mecabrc`) is read.
  /// - Complexity: Maps the files; takes some milliseconds.
  public convenience init(
    _ location: DictionaryLocation, userDictionaries: [String] = []
  ) throws(MorphologyError) {
    try self.init(location, userDictionaries: userDictionaries, text: .some)
  }

  /// How much text a dictionary is opened for.
  package enum TextAmount: Sendable {
    /// Hardly any: it is asked what it is. Each of its segmenters reads for itself what others share.
    case none
    /// An article.
    case some
    /// An archive: tables are copied to where they are read fastest.
    case much
  }

  /// Opens the dictionary at `location` with compiled user dictionaries.
  /// - Parameter text: How much text it is opened for.
  package init(
    _ location: DictionaryLocation, userDictionaries: [String] = [], text: TextAmount
  ) throws(MorphologyError) {
    self.location = location
    self.userDictionaries = userDictionaries
    func path(_ name: String) -> String { FileSystem.path(location.path, name) }
    let system = try CompiledDictionary(path: path("sys.dic"))
    try DictionaryLocator.requireUTF8(system, folder: location.path)
    let unknown = try CompiledDictionary(path: path("unk.dic"))
    guard let layout = FeatureLayout(unknown: unknown, system: system) else {
      throw .unsupportedLayout(path: location.path)
    }
    var identity = "\(layout.family.rawValue)-\(system.wordCount)-\(system.sampledHash().hexadecimal)"
    identity += "-\(unknown.sampledHash().hexadecimal)"
    var users: [CompiledDictionary] = []
    for path in userDictionaries {
      let user = try CompiledDictionary(path: path)
      guard user.isUTF8, user.leftSize == system.leftSize, user.rightSize == system.rightSize else {
        throw .cannotOpen(path: path, reason: "別の辞書のために作られたユーザー辞書です。作り直してください")
      }
      identity += "+\(user.fullHash().hexadecimal)"
      users.append(user)
    }
    self.identity = identity
    self.system = system
    self.layout = layout
    charset = system.charset
    size = system.wordCount
    classes = try CharacterClasses(path: path("char.bin"))
    self.users = users
    self.unknown = unknown
    lattice =
      switch text {
      case .none: nil
      case .some, .much: try Self.lattice(location, system, users, unknown, classes, copies: text == .much)
      }
    let settings = try DictionarySettings(path: path("dicrc"))
    hasOwnFormat = settings.hasOwnFormat
    isOrdinary = settings.isOrdinary
    handle = try MeCabHandle(folder: location.path, userDictionaries: userDictionaries)
  }

  /// What the search for the best path reads: what segmenters share, or else a new one.
  func makeLattice() throws(MorphologyError) -> LatticeModel {
    if let lattice { return lattice }
    return try Self.lattice(location, system, users, unknown, classes, copies: false)
  }

  private static func lattice(
    _ location: DictionaryLocation, _ system: CompiledDictionary, _ users: [CompiledDictionary],
    _ unknown: CompiledDictionary, _ classes: CharacterClasses, copies: Bool
  ) throws(MorphologyError) -> LatticeModel {
    try LatticeModel(
      system: system, users: users, unknown: unknown, classes: classes,
      matrix: FileSystem.path(location.path, "matrix.bin"), copies: copies)
  }
}
