import Normalization
import Testing
import TextCore

/// How small the recorded edits are, and that they lead back to the right place.
struct EditTests {
  private func replacements(_ text: String, _ settings: Settings = Settings()) throws -> [String] {
    var normalizer = try settings.normalizer()
    let source = Array(text.utf8)
    let result = normalizer.normalize(source.span)
    expectMapFits(result, of: source)
    return result.map.edits.map {
      source.span.string($0.source.offsets) + "→" + result.bytes.span.string($0.target.offsets)
    }
  }

  @Test(
    "Each rewrite is one small edit",
    arguments: [
      ("例㈱です", ["㈱→(株)"]), ("（株）", ["（→(", "）→)"]), ("ＡＩ投資", ["Ａ→A", "Ｉ→I"]),
      ("ﾊﾞｶﾝｽ", ["ﾊﾞ→バ", "ｶ→カ", "ﾝ→ン", "ｽ→ス"]), ("日本 語", [" →"]), ("日本　語", ["　→"]), ("a   b", ["  →"]),
      (" あ ", [" →", " →"]), ("スーパーーー", ["ーー→"]), ("あ―い", ["―→ー"]), ("０－１", ["０→0", "－→-", "１→1"]),
      ("あ－－い", ["－→ー", "－→"]), ("ウェ〜イ", ["〜→"]), ("1～2", ["～→〜"]), ("か゛", ["か゛→が"]), ("“a”", ["“→\"", "”→\""]),
      ("あ‐‐い", ["‐→-", "‐→"]), ("変更なし。\nABC", []),
    ])
  func smallEdits(text: String, expected: [String]) throws {
    #expect(try replacements(text) == expected)
  }

  @Test("A dropped repetition is one deletion")
  func repetition() throws {
    #expect(try replacements("無駄無駄無駄ァ", Settings(repeatLimit: 1)) == ["無駄無駄→"])
  }

  @Test("A mention in the normalized text leads back to the whole of what it came from")
  func mention() throws {
    let source = Array("発表：㈱ＡＢＣ　商事 は".utf8)
    var normalizer = try Normalizer(form: .japanese)
    let result = normalizer.normalize(source.span)
    #expect(String(decoding: result.bytes, as: UTF8.self) == "発表:(株)ABC商事は")
    let mention = try #require(result.bytes.firstRange(of: Array("株)ABC商事".utf8)))
    #expect(source.span.string(result.map.sourceRange(of: ByteRange(mention)).offsets) == "㈱ＡＢＣ　商事")
  }

  @Test("Broken UTF-8 becomes one U+FFFD for each maximal part, in every form", arguments: Settings.all)
  func brokenUTF8(settings: Settings) throws {
    var normalizer = try settings.normalizer()
    let source: [UInt8] =
      [
        0x61, 0x80, 0xE3, 0x81, 0x62, 0xED, 0xA0, 0x80, 0x63, 0xF0, 0x9F, 0x98, 0x64, 0xC0, 0xAF, 0x65, 0xFF, 0x66,
        0xE3,
      ]
    let result = normalizer.normalize(source.span)
    expectMapFits(result, of: source)
    var expected = String(decoding: source, as: UTF8.self)
    if settings.repeatLimit != nil { expected = try normalize(expected, settings) }
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
  }
}
