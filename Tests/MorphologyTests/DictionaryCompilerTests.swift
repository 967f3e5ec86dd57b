import Foundation
import Morphology
import TestSupport
import Testing

@Suite("Compiling dictionaries")
struct DictionaryCompilerTests {
  /// Words that make a double array work: prefixes of one another, every first byte, many siblings.
  private static func words(count: Int, seed: UInt64) -> [(surface: String, cost: Int16)] {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("あいうアイウー東京都庁前生成AIabc🙂é".unicodeScalars)
    var seen: Set<String> = []
    var words: [(String, Int16)] = []
    while words.count < count {
      let length = Int.random(in: 1...6, using: &generator)
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]) }
      if seen.insert(String(scalars)).inserted {
        words.append((String(scalars), .random(in: -9999...9999, using: &generator)))
      }
    }
    return words
  }

  @Test(
    "The bytes are the ones that mecab-dict-index writes",
    .enabled(if: dictIndexCommand != nil && installed(.ipadic) != nil, "mecab-dict-index か IPADIC がありません"),
    arguments: [1, 3, 40, 3000])
  func identicalToDictIndex(count: Int) throws {
    let scratch = try ScratchFolder()
    let words = Self.words(count: count, seed: UInt64(count))
    let rows = words.map { "\($0.surface),1285,1285,\($0.cost),名詞,一般,*,*,*,*,\($0.surface),ヨミ,ヨミ" }
    let csv = try scratch.write("words.csv", Array((rows.joined(separator: "\n") + "\n").utf8))
    let output = scratch.path + "/words.dic"
    let folder = try #require(installed(.ipadic)).path
    _ = try run(
      try #require(dictIndexCommand), ["-d", folder, "-u", output, "-f", "utf8", "-t", "utf8", csv])
    let expected = [UInt8](try Data(contentsOf: URL(fileURLWithPath: output)))
    // Where a dictionary has no pos-id.def, as an installed one has not, mecab-dict-index numbers all words 1.
    let compiled = words.map {
      DictionaryCompiler.Word(
        surface: Array($0.surface.utf8), token: .init(leftID: 1285, rightID: 1285, posID: 1, cost: $0.cost),
        feature: Array("名詞,一般,*,*,*,*,\($0.surface),ヨミ,ヨミ".utf8))
    }
    let compiler = DictionaryCompiler(kind: .user, leftSize: 1316, rightSize: 1316, charset: "utf8")
    #expect(compiler.bytes(of: compiled) == expected)
  }

  @Test("MeCab finds every word of a random dictionary, and the one that costs least of two alike")
  func lookup() throws {
    let words = Self.words(count: 2000, seed: 7)
    var rows = words.map {
      MiniDictionary.Row(surface: $0.surface, feature: "名詞,一般,*,*,*,*,\($0.surface),ヨミ,ヨミ", cost: -1000)
    }
    rows.append(.init(surface: words[0].surface, feature: "名詞,数,*,*,*,*,ちがう,ヨミ,ヨミ", cost: -1001))
    let dictionary = try MiniDictionary(rows: rows)
    var segmenter = try Segmenter(model: MeCabModel(dictionary.location))
    for word in words {
      let found = try segmenter.morphemes(word.surface)
      #expect(found.map(\.surface).joined() == word.surface)
    }
    let single = words.filter { word in word.surface.unicodeScalars.count == 1 }
    for word in single { #expect(try segmenter.surfaces(word.surface) == [word.surface]) }
  }

  @Test("Words without a surface are left out, words of one surface beyond 255 too")
  func limits() throws {
    let scratch = try ScratchFolder()
    let word = DictionaryCompiler.Word(
      surface: Array("語".utf8), token: .init(leftID: 1, rightID: 1, posID: 0, cost: 0), feature: Array("名詞".utf8))
    var empty = word
    empty.surface = []
    let bytes = DictionaryCompiler(kind: .user, leftSize: 2, rightSize: 2).bytes(
      of: [empty] + [DictionaryCompiler.Word](repeating: word, count: 300))
    let path = try scratch.write("u.dic", bytes)
    #expect(try CompiledDictionary(path: path).tokenCount == 255)
    let dictionary = try MiniDictionary()
    var segmenter = try Segmenter(model: MeCabModel(dictionary.location, userDictionaries: [path]))
    #expect(try segmenter.surfaces("東京語") == ["東京", "語"])
  }

  @Test("Fingerprints are those of MurmurHash3's reference")
  func fingerprints() {
    #expect(ContentHash([]).hexadecimal == "00000000000000000000000000000000")
    #expect(ContentHash(Array("hello".utf8)).hexadecimal == "cbd8a7b341bd9b025b1e906a48ae1d19")
    #expect(
      ContentHash(Array("The quick brown fox jumps over the lazy dog".utf8)).hexadecimal
        == "e34bbc7bbc071b6c7a433ca9c49a9347")
  }
}
