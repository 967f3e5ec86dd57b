/// A dictionary that users call by name.
public enum DictionaryName: String, CaseIterable, Sendable {
  /// IPADIC, the default.
  case ipadic
  /// UniDic of the Balanced Corpus of Contemporary Written Japanese.
  case unidic
  /// NAIST Japanese Dictionary, IPADIC's heir.
  case naist
  /// JUMAN's dictionary for MeCab.
  case jumandic

  /// The folders that distributions keep it in, the UTF-8 ones first.
  var folderNames: [String] {
    switch self {
    case .ipadic: ["ipadic-utf8", "ipadic"]
    case .unidic: ["unidic"]
    case .naist: ["naist-jdic", "naist-jdic-utf8"]
    case .jumandic: ["juman-utf8", "jumandic", "jumandic-utf8", "juman"]
    }
  }

  /// The Debian package that installs it in UTF-8.
  var debianPackage: String {
    switch self {
    case .ipadic: "mecab-ipadic-utf8"
    case .unidic: "unidic-mecab"
    case .naist: "mecab-naist-jdic"
    case .jumandic: "mecab-jumandic-utf8"
    }
  }

  /// The Homebrew formula that installs it; there is none for NAIST-jdic.
  var homebrewFormula: String? {
    switch self {
    case .ipadic: "mecab-ipadic"
    case .unidic: "mecab-unidic"
    case .naist: nil
    case .jumandic: "mecab-jumandic"
    }
  }

  /// The commands that install it.
  var installCommands: [String] {
    ["sudo apt-get install \(debianPackage)"] + (homebrewFormula.map { ["brew install \($0)"] } ?? [])
  }
}

/// Which dictionary a user asks for.
public enum DictionaryChoice: Equatable, Sendable {
  /// One by its name, wherever it is installed.
  case named(DictionaryName)
  /// The folder at a path.
  case folder(String)

  /// Reads an option's value: a name, or else a path.
  public init(_ argument: String) {
    self = DictionaryName(rawValue: argument).map { .named($0) } ?? .folder(argument)
  }
}

/// A folder that holds a compiled dictionary in UTF-8.
public struct DictionaryLocation: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// Names the folder at `path`, unchecked.
  public init(path: String) { self.path = path }
}
