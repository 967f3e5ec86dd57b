import Normalization
import Testing

/// What the form `japanese` makes of single phenomena, where neologdn's examples are silent.
struct JapaneseFormTests {
  @Test(
    "A tilde after kana draws out a vowel, others stand for a range",
    arguments: [
      ("ウェ〜イ", "ウェイ"), ("すご〜〜い！", "すごい!"), ("いいですね～", "いいですね"), ("ウェー〜イ", "ウェーイ"),
      ("10〜20億円", "10〜20億円"), ("10～20億円", "10〜20億円"), ("東京~大阪", "東京〜大阪"), ("A∼B", "A〜B"),
      ("4ドル〜5ドル", "4ドル〜5ドル"), ("4ドル～ 5ドル", "4ドル〜5ドル"),
      ("作り方 ～ 第2章", "作り方〜第2章"), ("レポート ～ 第2章", "レポート 〜第2章"), ("～夏の話", "〜夏の話"),
    ])
  func tildes(text: String, expected: String) throws {
    #expect(try normalize(text) == expected)
  }

  @Test(
    "A tilde that is dropped takes no part in the rule for spaces",
    arguments: [("a 〜 b", "a b"), ("a 〜い", "aい"), ("a〜 い", "aい"), ("か〜゛", "が"), ("〜 a", "a")])
  func removedTildes(text: String, expected: String) throws {
    #expect(try normalize(text, Settings(tilde: .remove)) == expected)
  }

  @Test(
    "Spaces beside Japanese go, between other words one stays",
    arguments: [
      ("GPU クラスタ を 3  台", "GPUクラスタを3台"), ("deep  learning\u{A0}model", "deep learning model"),
      ("café crème", "café crème"), ("🎉 発表", "🎉発表"), ("a\tb", "a\tb"), ("OpenAI — 新戦略", "OpenAI ー新戦略"),
      (" \u{3000} ", ""), ("𠮷 野", "𠮷野"),
    ])
  func spaces(text: String, expected: String) throws {
    #expect(try normalize(text) == expected)
  }

  @Test(
    "Line ends stay, and each line is for itself",
    arguments: [
      (" あ \n い　\r\n\r　う", "あ\nい\r\n\rう"), ("ー\nー", "ー\nー"), ("‐\n‐", "-\n-"), ("か\n゛", "か\n゛"),
      ("ウェ\n〜イ", "ウェ\n〜イ"), ("\n\n", "\n\n"), ("a \n\n b", "a\n\nb"),
    ])
  func lines(text: String, expected: String) throws {
    let normalized = try normalize(text)
    #expect(normalized == expected)
    #expect(normalized.utf8.filter { $0 == 10 || $0 == 13 } == text.utf8.filter { $0 == 10 || $0 == 13 })
  }

  @Test(
    "The marks of voiced kana join what they belong to",
    arguments: [
      ("ｶﾞｷﾞｸﾞﾊﾟﾋﾟｳﾞ", "ガギグパピヴ"), ("か゛は゜ハ゛ヷ", "がぱバヷ"), ("か゛゛", "が゛"), ("か 　゛", "が"), ("が", "が"),
    ])
  func voicedMarks(text: String, expected: String) throws {
    #expect(Array(try normalize(text).utf8) == Array(expected.utf8))
  }

  @Test("Every kana that Unicode composes with a voiced mark joins it across the space of NFKC")
  func allVoicedKana() throws {
    var nfkc = try Normalizer(form: .nfkc)
    var japanese = try Normalizer(form: .japanese)
    for kana in 0x3041...0x30FF as ClosedRange<UInt32> where kana != 0x3099 && kana != 0x309A {
      for (combining, spacing) in [(0x3099, 0x309B), (0x309A, 0x309C)] as [(UInt32, UInt32)] {
        let composed = nfkc.normalize(string([kana, combining]))
        guard composed.unicodeScalars.count == 1 else { continue }
        #expect(Array(japanese.normalize(string([kana, spacing])).utf8) == Array(composed.utf8))
      }
    }
  }

  @Test(
    "Marks that NFKC spreads into a space and a mark stay whole",
    arguments: [
      ("(´・ω・｀)", "(´・ω・`)"), ("(￣ー￣)", "(¯ー¯)"), ("あ゛あ゛", "あ゛あ゛"), ("゛", "゛"), ("¨", "¨"),
      ("あ ゛", "あ゛"), ("a  \u{5B0}b", "a  \u{5B0}b"),
    ])
  func spacingMarks(text: String, expected: String) throws {
    #expect(Array(try normalize(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "A dash beside a digit or a Latin letter is no long vowel",
    arguments: [
      ("０３－１２３４－５６７８", "03-1234-5678"), ("03－12", "03-12"), ("ＧＰＴ－４", "GPT-4"), ("７－９月期", "7-9月期"),
      ("Ａ－ク", "A-ク"), ("カ－２", "カ-2"), ("カ﹣２", "カ-2"), ("ス－パ－", "スーパー"), ("東京－大阪", "東京ー大阪"),
      ("2007—09年", "2007—09年"), ("A—B", "A—B"), ("A——B", "A——B"), ("二〇〇七—〇九年", "二〇〇七ー〇九年"), ("カ—ド", "カード"),
      ("0―1", "0―1"), ("ラ ー 2", "ラー2"), ("－5%", "-5%"),
    ])
  func dashes(text: String, expected: String) throws {
    #expect(try normalize(text) == expected)
    #expect(try normalize(expected) == expected)
  }

  @Test("Plain NFKC keeps what only the Japanese rules touch")
  func plainForms() throws {
    let text = "ウェーー〜イ “a”　゛"
    #expect(try normalize(text, Settings(form: .nfkc)) == "ウェーー〜イ “a”  \u{3099}")
    #expect(try normalize(text, Settings(form: .nfc)) == text)
    #expect(try normalize(text, Settings(form: .none)) == text)
  }

  @Test("A limit below one is refused")
  func wrongLimit() {
    #expect(throws: NormalizationError.repeatLimitTooSmall(0)) { _ = try Settings(repeatLimit: 0).normalizer() }
  }
}
