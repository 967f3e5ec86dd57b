package import ArchiveAnalysis
public import ArticleAnalysis
import Foundation
public import Morphology

/// Where kiji finds its dictionaries, where it keeps what it compiles, and what it computes.
public struct KijiConfiguration: Sendable {
  /// Which system dictionary to use.
  public var dictionary: DictionaryChoice = .named(.ipadic)
  /// What an archive teaches of its tags and categories; without one, tags come from the article alone.
  package var tagModel: TagModel?
  /// Where dictionaries are looked for.
  public var dictionaryLocator: DictionaryLocator
  /// Further words: paths of word lists (surface, type, reading, parted by tabs) or of compiled user dictionaries.
  public var userDictionaries: [String] = []
  /// Whether the words that kiji carries are used: names and words that dictionaries lack.
  public var usesOwnWords = true
  /// The folder for compiled word lists.
  public var cacheFolder: String
  /// What the editors of an archive say of how words are written.
  package var variants = VariantWords()
  /// What an analysis computes, and how.
  public var options = AnalysisOptions()
  /// What `kiji front-matter` looks at.
  public var frontMatter = FrontMatterReviewSettings()

  /// Whether it pays to make ready for many articles: some milliseconds at the start for a few percent of the time of each.
  package var expectsManyArticles = false

  /// A configuration that is given everything it needs.
  public init(dictionaryLocator: DictionaryLocator, cacheFolder: String) {
    self.dictionaryLocator = dictionaryLocator
    self.cacheFolder = cacheFolder
  }

  /// The configuration for a process with the given environment variables.
  ///
  /// `KIJI_CACHE` names the cache folder; else it is `$XDG_CACHE_HOME/kiji`, `~/Library/Caches/kiji` on macOS,
  /// `~/.cache/kiji` elsewhere. `MECAB_DICDIR` names a folder of dictionaries to look into first.
  public init(environment: [String: String]) {
    self.init(
      dictionaryLocator: DictionaryLocator(configuredFolder: environment["MECAB_DICDIR"]),
      cacheFolder: Self.cacheFolder(environment))
  }

  private static func cacheFolder(_ environment: [String: String]) -> String {
    func folder(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let own = folder("KIJI_CACHE") { return own }
    if let shared = folder("XDG_CACHE_HOME") { return shared + "/kiji" }
    guard let home = folder("HOME") else { return NSTemporaryDirectory() + "kiji-cache" }
    #if os(macOS)
      return home + "/Library/Caches/kiji"
    #else
      return home + "/.cache/kiji"
    #endif
  }
}

/// What the editors of an archive say of how words are written: `variants` in `.kiji.yml`.
package struct VariantWords: Equatable, Sendable {
  /// Ways that may stay as they are.
  package var exceptions: [String] = []
  /// Ways that are right, however many places have another.
  package var preferred: [String] = []

  /// Nothing.
  package init() {}
}
