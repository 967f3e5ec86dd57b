/// Finds installed dictionaries in the places where Debian, Homebrew and `mecab-config` keep them.
public struct DictionaryLocator: Sendable {
  /// The folders that dictionaries' folders are looked for in, in this order.
  public let folders: [String]

  /// The places of Debian (multiarch ones for both processors) and of Homebrew (Apple silicon, then Intel).
  public static let usualFolders = [
    "/var/lib/mecab/dic",
    "/usr/lib/x86_64-linux-gnu/mecab/dic",
    "/usr/lib/aarch64-linux-gnu/mecab/dic",
    "/usr/lib/mecab/dic",
    "/opt/homebrew/lib/mecab/dic",
    "/usr/local/lib/mecab/dic",
    "/home/linuxbrew/.linuxbrew/lib/mecab/dic",
  ]

  /// Creates a locator.
  /// - Parameters:
  ///   - configuredFolder: What `mecab-config --dicdir` prints, where somebody asked it; looked in first.
  ///   - folders: The other places to look in.
  public init(configuredFolder: String? = nil, folders: [String] = DictionaryLocator.usualFolders) {
    self.folders = (configuredFolder.map { [$0] } ?? []) + folders.filter { $0 != configuredFolder }
  }

  /// The dictionary that is asked for.
  public func locate(_ choice: DictionaryChoice) throws(MorphologyError) -> DictionaryLocation {
    switch choice {
    case .named(let name): try locate(name)
    case .folder(let path): try locate(path)
    }
  }

  private func locate(_ name: DictionaryName) throws(MorphologyError) -> DictionaryLocation {
    var tried: [String] = []
    for folder in folders {
      for folderName in name.folderNames {
        let path = FileSystem.path(folder, folderName)
        switch Self.inspect(path) {
        case .usable: return DictionaryLocation(path: path)
        case .missing: tried.append("\(path) （ありません）")
        case .unreadable(let error): tried.append("\(path) （\(Self.brief(error))）")
        }
      }
    }
    throw .dictionaryNotFound(name: name.rawValue, tried: tried, install: name.installCommands)
  }

  private func locate(_ path: String) throws(MorphologyError) -> DictionaryLocation {
    switch Self.inspect(path) {
    case .usable: return DictionaryLocation(path: path)
    case .unreadable(let error): throw error
    case .missing:
      let found = FileSystem.entry(at: path) == .folder ? "フォルダに sys.dic がありません" : "フォルダがありません"
      let names = DictionaryName.allCases.map(\.rawValue).joined(separator: ", ")
      throw .dictionaryNotFound(
        name: path, tried: ["\(path) （\(found)。名前で選ぶなら \(names)）"], install: DictionaryName.ipadic.installCommands)
    }
  }

  private enum Finding {
    case usable
    case missing
    case unreadable(MorphologyError)
  }

  private static func inspect(_ folder: String) -> Finding {
    let path = FileSystem.path(folder, "sys.dic")
    guard FileSystem.entry(at: path) == .file else { return .missing }
    do throws(MorphologyError) {
      try requireUTF8(CompiledDictionary(path: path), folder: folder)
      return .usable
    } catch {
      return .unreadable(error)
    }
  }

  private static func brief(_ error: MorphologyError) -> String {
    switch error {
    case .wrongCharset(_, let charset, _): "文字コードが \(charset)"
    case .cannotOpen(_, let reason): reason
    default: error.message
    }
  }

  /// Checks that a system dictionary is in UTF-8, and names the package that is where it is not.
  static func requireUTF8(_ dictionary: CompiledDictionary, folder: String) throws(MorphologyError) {
    guard !dictionary.isUTF8 else { return }
    let name =
      DictionaryName.allCases.first { folder.contains($0.rawValue) } ?? (folder.contains("juman") ? .jumandic : .ipadic)
    throw .wrongCharset(path: folder, charset: dictionary.charset, package: name.debianPackage)
  }
}
