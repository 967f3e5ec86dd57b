import Foundation
import Morphology
import Testing
import TextCore

@Suite("User dictionaries")
struct UserDictionaryTests {
  private static func list(_ rows: [(String, WordKind)]) -> WordList {
    WordList(entries: rows.map { WordList.Entry(surface: $0.0, kind: $0.1) })
  }

  /// A model of `location` with the words of `list` in it.
  private func model(
    _ location: DictionaryLocation, _ list: WordList, normalize: (String) -> String = { $0 }
  ) throws -> (model: MeCabModel, compilation: UserDictionaryBuilder.Compilation, folder: ScratchFolder) {
    let scratch = try ScratchFolder()
    var builder = try UserDictionaryBuilder(model: MeCabModel(location))
    let compilation = try builder.compile(list, normalize: normalize)
    let path = try scratch.write("user.dic", compilation.bytes)
    return (try MeCabModel(location, userDictionaries: [path]), compilation, scratch)
  }

  @Test("A new word is one morpheme, with class, base form and reading")
  func newWord() throws {
    let dictionary = try MiniDictionary()
    let entry = WordList.Entry(surface: "東京研究会社", kind: .organization, reading: "トウキョウケンキュウガイシャ")
    let (model, compilation, _) = try model(dictionary.location, WordList(entries: [entry]))
    #expect(compilation.added.count == 1 && compilation.diagnostics.isEmpty)
    var segmenter = try Segmenter(model: model)
    #expect(try segmenter.surfaces("東京の東京研究会社で研究した") == ["東京", "の", "東京研究会社", "で", "研究", "し", "た"])
    #expect(try segmenter.lines("東京研究会社").contains("名詞,固有名詞,組織,*,*,*,東京研究会社,トウキョウケンキュウガイシャ,"))
    #expect(segmenter.lexemes.reading(of: 2) == "トウキョウケンキュウガイシャ")
    let parts = segmenter.lexemes.partsOfSpeech
    #expect(parts[2] == .organization)
  }

  @Test("Words that the dictionary has in a fitting class are left out; in another class they are added")
  func known() throws {
    let dictionary = try MiniDictionary()
    let (model, compilation, _) = try model(
      dictionary.location, Self.list([("会社", .noun), ("東京", .place), ("研究", .work)]))
    #expect(compilation.known.map(\.surface) == ["会社", "東京"])
    #expect(compilation.added.map(\.surface) == ["研究"])
    var segmenter = try Segmenter(model: model)
    #expect(try segmenter.morphemes("研究の会社").map(\.part) == [.properNoun, .adnominalParticle, .commonNoun])
  }

  @Test("Words are normalized as texts are; doubles are told where they contradict, empty and endless words always")
  func normalized() throws {
    let dictionary = try MiniDictionary()
    let rows: [(String, WordKind)] = [
      ("ＡＩ会社", .noun), ("AI会社", .noun), ("ai会社", .product), ("！", .noun), (String(repeating: "長", count: 400), .noun),
    ]
    let (model, compilation, _) = try model(dictionary.location, Self.list(rows)) { word in
      word == "！" ? " " : word.replacingOccurrences(of: "ＡＩ", with: "AI").uppercased()
    }
    #expect(compilation.added.map(\.surface) == ["AI会社"])
    #expect(
      compilation.diagnostics.map(\.code.name) == [
        "dictionary.duplicate-word", "dictionary.empty-word", "dictionary.long-word",
      ])
    var segmenter = try Segmenter(model: model)
    #expect(try segmenter.surfaces("東京のAI会社") == ["東京", "の", "AI会社"])
  }

  @Test("A longer word wins over the shorter words of the list that it is made of")
  func nested() throws {
    let dictionary = try MiniDictionary()
    let rows: [(String, WordKind)] = [("東京研究会社", .noun), ("研究会", .noun), ("研究会社", .noun), ("会社", .noun)]
    let (model, _, _) = try model(dictionary.location, Self.list(rows))
    var segmenter = try Segmenter(model: model)
    #expect(try segmenter.surfaces("東京研究会社の研究会社で研究会") == ["東京研究会社", "の", "研究会社", "で", "研究会"])
  }

  @Test("Commas, quotation marks and spaces in words do no harm")
  func quoted() throws {
    let dictionary = try MiniDictionary()
    let words = ["A,B", "\"C\"", "D E", "F\"G,H"]
    let (model, _, _) = try model(dictionary.location, Self.list(words.map { ($0, .work) }))
    var segmenter = try Segmenter(model: model)
    for word in words {
      #expect(try segmenter.surfaces("東京の\(word)の会社") == ["東京", "の", word, "の", "会社"])
      let lexeme = (0..<UInt32(segmenter.lexemes.count)).first { segmenter.lexemes.surface(of: $0) == word }
      #expect(lexeme.map { segmenter.lexemes.baseForm(of: $0) } == word)
    }
  }

  @Test("Compiling a list twice gives the same bytes, and the cache compiles it once")
  func cache() throws {
    let (dictionary, scratch) = (try MiniDictionary(), try ScratchFolder())
    let model = try MeCabModel(dictionary.location)
    let cache = UserDictionaryCache(folder: scratch.path + "/deep/er")
    let list = Array("東京研究会社\torganization\n".utf8)
    let first = try cache.entry(for: list, model: model, normalization: "1") { $0 }
    let second = try cache.entry(for: list, model: model, normalization: "1") { $0 }
    #expect(first.compilation != nil && second.compilation == nil && first.path == second.path)
    #expect(cache.path(for: list, model: model, normalization: "2") != first.path)
    #expect(cache.path(for: list + [0x0A], model: model, normalization: "1") != first.path)
    // A file that was cut off by a full disk or a crash is made anew.
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: first.path))
    #expect(try cache.entry(for: list, model: model, normalization: "1") { $0 }.compilation != nil)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/deep/er")
    #expect(left.count == 1, "no temporary file is left")
  }

  @Test("Many builders of one list at once leave one whole file")
  func concurrentBuilders() async throws {
    let (dictionary, scratch) = (try MiniDictionary(), try ScratchFolder())
    let model = try MeCabModel(dictionary.location)
    let cache = UserDictionaryCache(folder: scratch.path)
    let list = Array("東京研究会社\torganization\n研究会\n".utf8)
    let paths = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask { try cache.entry(for: list, model: model, normalization: "") { $0 }.path }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(paths.count == 1)
    _ = try MeCabModel(dictionary.location, userDictionaries: Array(paths))
  }

  @Test("A cache folder that cannot be written is an error with the reason")
  func unwritable() throws {
    let (dictionary, scratch) = (try MiniDictionary(), try ScratchFolder())
    let file = try scratch.write("file", [])
    let model = try MeCabModel(dictionary.location)
    let error = #expect(throws: MorphologyError.self) {
      try UserDictionaryCache(folder: file + "/x").entry(for: [], model: model, normalization: "") { $0 }
    }
    #expect(error?.code.name == "dictionary.cannot-write")
  }

  @Test("Every dictionary takes words of every kind", arguments: installedDictionaries)
  func allKinds(name: DictionaryName) throws {
    let location = try #require(installed(name))
    let names = ["ヒカリノート", "ソラデプロ", "キジカル", "キジ野タロ", "キジ重工業社", "キジ野原町", "キジフォン", "キジ博覧会", "キジ物語集"]
    let words = Array(zip(names, WordKind.allCases))
    let (model, compilation, _) = try model(location, Self.list(words))
    #expect(compilation.added.count == words.count)
    var segmenter = try Segmenter(model: model)
    for (word, kind) in words {
      let sentence = "これが\(word)の例です。"
      let found = try segmenter.morphemes(sentence).first { $0.surface == word }
      #expect(found != nil, "\(word), \(name)")
      if kind == .place || kind == .person { #expect(found?.part == (kind == .place ? .place : .personName)) }
      let columns = try segmenter.lines(sentence).split(separator: "\n").first { $0.hasPrefix(word) }
      #expect(columns?.contains("," + word) == true)
    }
  }
}
