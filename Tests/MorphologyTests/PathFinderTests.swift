import Foundation
import Morphology
import TestSupport
import Testing
import TextCore

/// `PathFinder` against libmecab: the same dictionary twice, once with a setting that changes nothing but that libmecab
/// segments.
@Suite("The best path is libmecab's")
struct PathFinderTests {
  /// What random sentences are made of: characters of all classes, and words.
  private static let pieces = [
    "東", "京", "都", "会", "社", "東京", "会社", "の", "を", "で", "ア", "イ", "アイ", "ー", "a", "b", "AB", "1", "23", " ", "  ",
    "\t", "。", "!", "🙂", "é", "\u{0}", "東京都", "カキクケコ", "xyzxyzxyzxyzxyzxyzxyzxyzxyzxyz", "０",
  ]

  private static func sentence(_ count: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Random rows with ids, so few costs that many paths cost the same, and surfaces that come more than once.
  private static func rows(_ surfaces: [String], ids: UInt16, _ generator: inout SeededGenerator) -> [MiniDictionary
    .Row]
  {
    surfaces.enumerated().map { index, surface in
      MiniDictionary.Row(
        surface: surface, feature: "名詞,一般,*,*,*,*,\(surface)\(index),*,*",
        cost: Int16.random(in: -2...4, using: &generator) * 100, leftID: .random(in: 0..<ids, using: &generator),
        rightID: .random(in: 0..<ids, using: &generator))
    }
  }

  @Test("Random dictionaries give random sentences the same lines", arguments: 0..<24)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let ids = UInt16.random(in: 1...9, using: &generator)
    let words = (0..<60).map { _ in Self.sentence(1...3, &generator).filter { $0 != "\0" } }.filter { !$0.isEmpty }
    let rows = Self.rows(words, ids: ids, &generator)
    let classes = MiniDictionary.unknowns.map(\.surface)
    var unknowns = Self.rows(classes + classes.dropFirst(2) + ["KANJI", "KATAKANA"], ids: ids, &generator)
    // Those of unknown words have two columns less; a dictionary is IPADIC's kind by its 記号.
    for index in unknowns.indices { unknowns[index].feature = "\(index == 0 ? "記号" : "名詞"),一般,*,*,*,*,\(index)" }
    let costs = (0..<Int(ids) * Int(ids)).map { _ in Int16.random(in: -3...3, using: &generator) * 100 }
    let makings = classes.map { name in
      let isGrouped = Bool.random(using: &generator)
      return (
        name,
        MiniDictionary.Making(
          isGrouped: isGrouped, length: .random(in: 0...3, using: &generator), isInvoked: .random(using: &generator))
      )
    }
    func segmenter(_ configuration: String) throws -> (MiniDictionary, MeCabModel) {
      let dictionary = try MiniDictionary(
        rows: rows, unknowns: unknowns, connections: .init(count: ids, costs: costs),
        makings: Dictionary(uniqueKeysWithValues: makings), configuration: configuration)
      return (dictionary, try MeCabModel(dictionary.location))
    }
    let (own, library) = (try segmenter(""), try segmenter("partial = 0\n"))
    var ours = try Segmenter(model: own.1)
    var theirs = try Segmenter(model: library.1)
    for _ in 0..<200 {
      let sentence = Self.sentence(1...20, &generator)
      // MeCab's lines end at a NUL; there, morphemes are compared.
      if sentence.contains("\0") {
        #expect(try ours.surfaces(sentence) == theirs.surfaces(sentence), "\(sentence.debugDescription)")
      } else {
        #expect(try ours.lines(sentence) == theirs.lines(sentence), "\(sentence.debugDescription)")
      }
    }
  }

  @Test("A user dictionary's words are found beside the system's")
  func userDictionary() throws {
    var generator = SeededGenerator(seed: 7)
    let words = (0..<30).map { _ in Self.sentence(1...2, &generator).filter { $0 != "\0" } }.filter { !$0.isEmpty }
    let tokens = words.enumerated().map { index, word in
      DictionaryCompiler.Word(
        surface: Array(word.utf8),
        token: .init(leftID: 1, rightID: 1, posID: 0, cost: Int16(index % 3) * 500),
        feature: Array("名詞,固有名詞,一般,*,*,*,\(word)\(index),*,*".utf8))
    }
    func model(_ configuration: String) throws -> (MiniDictionary, MeCabModel) {
      let dictionary = try MiniDictionary(configuration: configuration)
      let file = dictionary.folder.appendingPathComponent("user.dic")
      let compiler = DictionaryCompiler(kind: .user, leftSize: 2, rightSize: 2, charset: "UTF-8")
      try Data(compiler.bytes(of: tokens)).write(to: file)
      return (dictionary, try MeCabModel(dictionary.location, userDictionaries: [file.path, file.path]))
    }
    let (own, library) = (try model(""), try model("partial = 0\n"))
    var ours = try Segmenter(model: own.1)
    var theirs = try Segmenter(model: library.1)
    for _ in 0..<300 {
      let sentence = Self.sentence(1...12, &generator).filter { $0 != "\0" }
      #expect(try ours.lines(sentence) == theirs.lines(sentence), "\(sentence.debugDescription)")
    }
  }

  @Test("Installed dictionaries give random sentences the lines of libmecab", arguments: installedDictionaries)
  func installedDictionary(name: DictionaryName) throws {
    let location = try #require(installed(name))
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: copy) }
    for file in ["sys.dic", "unk.dic", "char.bin", "matrix.bin"] {
      try FileManager.default.createSymbolicLink(
        atPath: copy.appendingPathComponent(file).path, withDestinationPath: "\(location.path)/\(file)")
    }
    let settings = try String(contentsOfFile: "\(location.path)/dicrc", encoding: .utf8)
    try Data((settings + "\npartial = 0\n").utf8).write(to: copy.appendingPathComponent("dicrc"))
    var ours = try Segmenter(model: MeCabModel(location))
    var theirs = try Segmenter(model: MeCabModel(DictionaryLocation(path: copy.path)))
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let sentence = Self.sentence(1...30, &generator).filter { $0 != "\0" }
      #expect(try ours.lines(sentence) == theirs.lines(sentence), "\(sentence.debugDescription)")
    }
  }

  /// Nothing of a dictionary but its header is checked when it is opened.
  @Test("A damaged dictionary gives some morphemes, one after the other", arguments: 0..<12)
  func damaged(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let dictionary = try MiniDictionary()
    let file = dictionary.folder.appendingPathComponent("sys.dic")
    var bytes = [UInt8](try Data(contentsOf: file))
    for _ in 0..<200 {
      // The last byte ends the last feature.
      bytes[Int.random(in: 72..<bytes.count - 1, using: &generator)] = .random(in: 0...255, using: &generator)
    }
    try Data(bytes).write(to: file)
    guard let model = try? MeCabModel(dictionary.location) else { return }
    var segmenter = try Segmenter(model: model)
    for _ in 0..<100 {
      let sentence = Array(Self.sentence(1...12, &generator).utf8)
      var table = MorphemeTable()
      try segmenter.segment(sentence.span, sentences: [ByteRange(0, sentence.count)], into: &table)
      #expect((1..<max(table.count, 1)).allSatisfy { table.ends[$0 - 1] <= table.starts[$0] })
    }
  }
}
