import Foundation
import Morphology
import Testing
import TextCore

/// The lines of `kiji segment --format mecab` against the `mecab` command.
@Suite("Parity with the mecab command")
struct ParityTests {
  static let sentences = [
    "東京都庁前でPythonのコードをデプロイした。", "すもももももももものうち", "走らない、走れば、走ろう！", "「静かな会社」だと言った。",
    "約3,000円（税込）", "ChatGPTとClaudeを比べてみたら、意外な結果になった…", "お寿司が食べたい🍣", "ﾊﾝｶｸ ｶﾅ と ＺＥＮＫＡＫＵ",
    "a\u{301}e\u{301}", "彼は言った、「Yes, \"we\" can」と。", "空白  が　 ある\t文", "C++/C#とR&D", "𠮷野家で𩸽を食べる", "Ðは何？",
    "ｗｗｗ", "http://example.com/?q=1&r=2", ",", "\"", "''", "ーーーー", "第2四半期の売上高は前年同期比12.3%増の1兆2,345億円だった。",
  ]

  @Test(
    "Every line is the one that mecab prints, with every dictionary",
    .enabled(if: mecabCommand != nil, "mecab コマンドがありません"), arguments: installedDictionaries)
  func parity(name: DictionaryName) throws {
    let location = try #require(installed(name))
    let command = try #require(mecabCommand)
    let input = Array((Self.sentences.joined(separator: "\n") + "\n").utf8)
    let expected = try run(command, ["-r", "/dev/null", "-d", location.path], input: input)
    var segmenter = try Segmenter(model: MeCabModel(location))
    var output: [UInt8] = []
    for sentence in Self.sentences {
      let bytes = Array(sentence.utf8)
      try segmenter.writeMeCabLines(bytes.span, sentence: ByteRange(0, bytes.count), to: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test(
    "The table holds the morphemes that are printed", .enabled(if: !installedDictionaries.isEmpty, "辞書がありません"),
    arguments: installedDictionaries)
  func tableAndLines(name: DictionaryName) throws {
    var segmenter = try Segmenter(model: MeCabModel(try #require(installed(name))))
    for sentence in Self.sentences {
      let printed = try segmenter.lines(sentence).split(separator: "\n").dropLast().compactMap {
        $0.split(separator: "\t", omittingEmptySubsequences: false).first.map(String.init)
      }
      #expect(try segmenter.surfaces(sentence) == printed)
    }
  }

  @Test("A text with NUL is printed whole, formats of the dictionary or not")
  func nul() throws {
    for configuration in ["", "output-format-type = x\nnode-format-x = %m-%f[6]\\n\neos-format-x = END\\n\n"] {
      let dictionary = try MiniDictionary(configuration: configuration)
      var segmenter = try Segmenter(model: MeCabModel(dictionary.location))
      #expect(try segmenter.lines("の\u{0}").contains("\u{0}"))
      let lines = try segmenter.lines("の")
      #expect(lines == (configuration.isEmpty ? "の\t助詞,連体化,*,*,*,*,の,ノ,ノ\nEOS\n" : "の-の\nEND\n"))
    }
  }

  @Test(
    "Words of a user dictionary are printed as mecab prints them",
    .enabled(if: mecabCommand != nil && installed(.ipadic) != nil, "mecab コマンドか IPADIC がありません"))
  func userDictionary() throws {
    let scratch = try ScratchFolder()
    let location = try #require(installed(.ipadic))
    let list = Array("生成AI\tnoun\tセイセイエーアイ\n東京都庁前\tplace\nA,B\"C\twork\n".utf8)
    // A folder whose name MeCab's list of paths must quote.
    let cache = UserDictionaryCache(folder: scratch.path + "/a, b")
    let entry = try cache.entry(for: list, model: MeCabModel(location), normalization: "none") { $0 }
    var segmenter = try Segmenter(model: MeCabModel(location, userDictionaries: [entry.path]))
    let text = "生成AIを東京都庁前で使う。A,B\"Cも。"
    let plain = scratch.path + "/words.dic"
    try FileManager.default.copyItem(atPath: entry.path, toPath: plain)
    let arguments = ["-r", "/dev/null", "-d", location.path, "-u", plain]
    let expected = try run(try #require(mecabCommand), arguments, input: Array((text + "\n").utf8))
    #expect(try segmenter.lines(text) == String(decoding: expected, as: UTF8.self))
    #expect(try segmenter.surfaces(text).prefix(4) == ["生成AI", "を", "東京都庁前", "で"])
    #expect(try segmenter.surfaces(text).contains("A,B\"C"))
  }
}
