import Foundation
import LexicalResources
import Morphology
import Normalization
import TextCore

/// Opens the dictionary of a configuration, with all of its words.
///
/// Word lists, kiji's own and the user's, are compiled together into one user dictionary: MeCab looks every place of a
/// text up in each dictionary, so one is faster than several.
struct DictionarySetup {
  private let configuration: KijiConfiguration

  init(_ configuration: KijiConfiguration) { self.configuration = configuration }

  private var text: MeCabModel.TextAmount { configuration.expectsManyArticles ? .much : .some }

  /// What was opened.
  struct Opened {
    let model: MeCabModel
    let location: DictionaryLocation
    let diagnostics: [Diagnostic]
  }

  /// Opens the dictionaries.
  func open() throws -> Opened {
    let location = try configuration.dictionaryLocator.locate(configuration.dictionary)
    let lists = configuration.userDictionaries.filter { !$0.hasSuffix(".dic") }
    let compiled = configuration.userDictionaries.filter { $0.hasSuffix(".dic") }
    guard configuration.usesOwnWords || !lists.isEmpty else {
      return Opened(
        model: try MeCabModel(location, userDictionaries: compiled, text: text), location: location, diagnostics: [])
    }
    let base = try MeCabModel(location, text: .none)
    var diagnostics: [Diagnostic] = []
    var words: [UInt8] = []
    for path in lists {
      let list = try Self.read(path)
      diagnostics += Self.diagnostics(of: list, at: path)
      words += list + [0x0A]
    }
    if configuration.usesOwnWords { LexicalResource.words.withBytes { words.append(contentsOf: $0) } }
    let dictionary = try compile(words, base, &diagnostics)
    let model =
      try merged(base, dictionary, compiled)
      ?? MeCabModel(location, userDictionaries: [dictionary] + compiled, text: text)
    return Opened(model: model, location: location, diagnostics: diagnostics)
  }

  /// Compiles the words in the cache folder, or in the temporary folder where the cache cannot be written.
  private func compile(_ words: [UInt8], _ base: MeCabModel, _ diagnostics: inout [Diagnostic]) throws -> String {
    let normalizer = NormalizerBox(try Normalizer(form: configuration.options.normalization, tilde: .keepRanges))
    func entry(_ folder: String) throws(MorphologyError) -> String {
      try UserDictionaryCache(folder: folder).entry(
        for: words, model: base, normalization: configuration.options.normalization.rawValue,
        normalize: normalizer.normalize
      ).path
    }
    do throws(MorphologyError) {
      return try entry(configuration.cacheFolder)
    } catch .cannotWrite {
      diagnostics.append(
        Diagnostic(
          DiagnosticCode("dictionary.cache-unwritable"), .warning,
          "キャッシュのフォルダー（\(configuration.cacheFolder)）に書き込めないため、一時フォルダーを使います。"))
      return try entry(NSTemporaryDirectory() + "/kiji-cache-\(getuid())")
    }
  }

  /// The dictionary with the words in it, which MeCab is fastest with; `nil` where there is no room to keep one.
  private func merged(_ base: MeCabModel, _ dictionary: String, _ compiled: [String]) throws -> MeCabModel? {
    let folder = URL(fileURLWithPath: dictionary).deletingLastPathComponent().path
    guard let location = try? MergedDictionary(folder: folder).location(for: base, userDictionary: dictionary) else {
      return nil
    }
    return try? MeCabModel(location, userDictionaries: compiled, text: text)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw WordListError.unreadable(path: path) }
    return Array(data)
  }

  /// What is off in a user's list, with its place in the message: the list has no article to stand in.
  private static func diagnostics(of list: [UInt8], at path: String) -> [Diagnostic] {
    let lines = LineIndex(list.span)
    return WordList(list).diagnostics.map { diagnostic in
      let place = lines.position(ofByte: diagnostic.range?.lowerBound ?? 0, in: list.span)
      return Diagnostic(
        diagnostic.code, diagnostic.severity, "\(path):\(place.line):\(place.column): \(diagnostic.message)")
    }
  }

  /// A normalizer that a closure can hold.
  private final class NormalizerBox {
    private var normalizer: Normalizer
    init(_ normalizer: consuming Normalizer) { self.normalizer = normalizer }
    func normalize(_ text: String) -> String {
      String(decoding: normalizer.normalize(Array(text.utf8).span).bytes, as: UTF8.self)
    }
  }
}

/// A word list that cannot be read.
public enum WordListError: DescribedError, Equatable {
  /// There is no file at the path, or it cannot be read.
  case unreadable(path: String)

  /// The stable code.
  public var code: DiagnosticCode { DiagnosticCode("dictionary.list-unreadable") }

  /// What was tried, and what to do.
  public var message: String {
    switch self {
    case .unreadable(let path): "語の一覧（\(path)）を読めませんでした。パスと権限を確かめてください。"
    }
  }
}
