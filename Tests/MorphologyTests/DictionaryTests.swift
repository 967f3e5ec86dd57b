import Foundation
import Morphology
import Testing
import TextCore

/// A folder for a test's files, which goes when the object goes.
final class ScratchFolder {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  /// Writes a file and returns its path.
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }
}

@Suite("Dictionaries")
struct DictionaryTests {
  @Test("A dictionary is found by name in the first folder that has it in UTF-8")
  func located() throws {
    let scratch = try ScratchFolder()
    let (euc, good) = (try MiniDictionary(charset: "EUC-JP"), try MiniDictionary())
    try FileManager.default.createDirectory(atPath: scratch.path + "/a", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: scratch.path + "/b", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: euc.folder.path, toPath: scratch.path + "/a/ipadic")
    try FileManager.default.copyItem(atPath: good.folder.path, toPath: scratch.path + "/b/ipadic")
    let locator = DictionaryLocator(configuredFolder: scratch.path + "/a", folders: [scratch.path + "/b"])
    #expect(try locator.locate(DictionaryChoice("ipadic")).path == scratch.path + "/b/ipadic")
    #expect(try locator.locate(DictionaryChoice(good.folder.path)).path == good.folder.path)
  }

  @Test("Where none is found, every place that was tried and the commands that install one are told")
  func notFound() {
    let locator = DictionaryLocator(configuredFolder: "/nowhere/x", folders: ["/nowhere/y"])
    let error = #expect(throws: MorphologyError.self) { try locator.locate(.named(.unidic)) }
    #expect(error?.code.name == "dictionary.not-found")
    for part in ["/nowhere/x/unidic", "/nowhere/y/unidic", "apt-get install unidic-mecab", "brew install mecab-unidic"]
    {
      #expect(error?.message.contains(part) == true)
    }
    let path = #expect(throws: MorphologyError.self) { try locator.locate(DictionaryChoice("unidict")) }
    #expect(path?.code.name == "dictionary.not-found")
  }

  @Test("A dictionary in EUC-JP is refused, and the package in UTF-8 is named")
  func wrongCharset() throws {
    let dictionary = try MiniDictionary(charset: "EUC-JP")
    let expected = MorphologyError.wrongCharset(
      path: dictionary.folder.path, charset: "EUC-JP", package: "mecab-ipadic-utf8")
    #expect(throws: expected) { try MeCabModel(dictionary.location) }
    #expect(throws: expected) { try DictionaryLocator().locate(.folder(dictionary.folder.path)) }
    #expect(expected.message.contains("mecab-ipadic-utf8"))
  }

  @Test(
    "Files that are no dictionaries are refused", arguments: ["sys.dic", "unk.dic", "char.bin", "matrix.bin", "dicrc"])
  func broken(name: String) throws {
    for content in [nil, [], Array("なにか".utf8), [UInt8](repeating: 7, count: 5000)] as [[UInt8]?] {
      let dictionary = try MiniDictionary()
      let file = dictionary.folder.appendingPathComponent(name)
      try FileManager.default.removeItem(at: file)
      if let content { try Data(content).write(to: file) }
      #expect(throws: MorphologyError.self, "\(name): \(content?.count ?? -1)") { try MeCabModel(dictionary.location) }
    }
  }

  @Test("A user dictionary that was made for another dictionary is refused")
  func foreignUserDictionary() throws {
    let (dictionary, scratch) = (try MiniDictionary(), try ScratchFolder())
    let bytes = DictionaryCompiler(kind: .user, leftSize: 1316, rightSize: 1316).bytes(of: [])
    let path = try scratch.write("user.dic", bytes)
    let error = #expect(throws: MorphologyError.self) {
      try MeCabModel(dictionary.location, userDictionaries: [path])
    }
    #expect(error?.code.name == "dictionary.cannot-open")
    #expect(throws: MorphologyError.self) {
      try MeCabModel(dictionary.location, userDictionaries: [scratch.path + "/none.dic"])
    }
  }

  @Test("A model's identity is that of its content: dictionary and user dictionaries")
  func identity() throws {
    let (one, same) = (try MiniDictionary(), try MiniDictionary())
    let other = try MiniDictionary(rows: MiniDictionary.rows.dropLast())
    let scratch = try ScratchFolder()
    let empty = try scratch.write("u.dic", DictionaryCompiler(kind: .user, leftSize: 2, rightSize: 2).bytes(of: []))
    let model = try MeCabModel(one.location)
    #expect(try model.identity == MeCabModel(same.location).identity)
    #expect(try model.identity != MeCabModel(other.location).identity)
    #expect(try model.identity != MeCabModel(one.location, userDictionaries: [empty]).identity)
    #expect(model.size == MiniDictionary.rows.count && model.charset == "UTF-8" && model.family == "ipadic")
    #expect(!MeCabModel.libraryVersion.isEmpty)
  }

  @Test("An empty user dictionary changes nothing")
  func emptyUserDictionary() throws {
    let (dictionary, scratch) = (try MiniDictionary(), try ScratchFolder())
    let path = try scratch.write("u.dic", DictionaryCompiler(kind: .user, leftSize: 2, rightSize: 2).bytes(of: []))
    var segmenter = try Segmenter(model: MeCabModel(dictionary.location, userDictionaries: [path]))
    #expect(try segmenter.surfaces("東京の会社\u{10FFFF}") == ["東京", "の", "会社", "\u{10FFFF}"])
  }

  @Test("Installed dictionaries say what they are", arguments: installedDictionaries)
  func layouts(name: DictionaryName) throws {
    let model = try MeCabModel(try #require(installed(name)))
    let expected: [DictionaryName: (String, Int)] = [
      .ipadic: ("ipadic", 9), .naist: ("ipadic", 11), .unidic: ("unidic", 29), .jumandic: ("juman", 7),
    ]
    #expect(model.family == expected[name]?.0)
    #expect(model.layout.columnCount == expected[name]?.1)
  }
}
