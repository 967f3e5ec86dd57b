import Foundation
import Morphology
import Testing
import TextCore

@Suite("Merged dictionaries")
struct MergedDictionaryTests {
  private let words = [
    "生成AI\tnoun", "とろろ沢温泉郷\tplace", "東京都庁前広場\tplace", "ぐるなび\torganization", "ノート\tproduct", "C++26\tproduct",
    "ゑびす屋敷\torganization", "㐂寿庵\torganization", "𠮷野家ホールディングス\torganization",
  ]
  private let sentences = [
    "生成AIを使う。", "とろろ沢温泉郷と東京都庁前広場へ行く。", "ぐるなびでノートを買う。", "C++26で書く。", "ゑびす屋敷と㐂寿庵。", "𠮷野家ホールディングスの決算。",
    "吾輩は猫である。", "すもももももももものうち", "東京都庁前に立つ。", "生成する。", "とろろを食べる。", "A", "　", "!!",
  ]

  @Test("A merged dictionary answers as the two that it was made of", arguments: installedDictionaries)
  func merged(name: DictionaryName) throws {
    let location = try #require(installed(name))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-merged-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let base = try MeCabModel(location)
    let entry = try UserDictionaryCache(folder: folder).entry(
      for: Array(words.joined(separator: "\n").utf8), model: base, normalization: "none", normalize: { $0 })
    let cache = MergedDictionary(folder: folder)
    let merged = try cache.location(for: base, userDictionary: entry.path)
    #expect(try cache.location(for: base, userDictionary: entry.path) == merged)
    var one = try Segmenter(model: MeCabModel(merged))
    var two = try Segmenter(model: MeCabModel(location, userDictionaries: [entry.path]))
    for sentence in sentences {
      let (found, expected) = (try one.lines(sentence), try two.lines(sentence))
      #expect(found == expected)
    }
    let word = try one.surfaces("とろろ沢温泉郷へ行く").first
    #expect(word == "とろろ沢温泉郷")
  }

  @Test("Only so many merged dictionaries are kept")
  func pruning() throws {
    guard let location = installed(.ipadic) else { return }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-merged-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let base = try MeCabModel(location)
    for index in 0..<6 {
      let entry = try UserDictionaryCache(folder: folder).entry(
        for: Array("とろろ沢温泉郷\(index)\tplace".utf8), model: base, normalization: "none", normalize: { $0 })
      _ = try MergedDictionary(folder: folder).location(for: base, userDictionary: entry.path)
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("merged-") }
    #expect(kept.count == 4)
  }
}
