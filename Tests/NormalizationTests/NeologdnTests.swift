import Normalization
import Testing

/// The examples by which neologdn and mecab-ipadic-NEologd document their rules.
struct NeologdnTests {
  private static let like = Settings(form: .japanese, tilde: .remove)

  @Test(
    "The examples of neologdn's README give the same text",
    arguments: [
      ("ﾊﾝｶｸｶﾅ", "ハンカクカナ"),
      ("全角記号！？＠＃", "全角記号!?@#"),
      ("全角記号例外「・」", "全角記号例外「・」"),
      ("長音短縮ウェーーーーイ", "長音短縮ウェーイ"),
      ("チルダ削除ウェ~∼∾〜〰～イ", "チルダ削除ウェイ"),
      ("いろんなハイフン˗֊‐‑‒–⁃⁻₋−", "いろんなハイフン-"),
      ("　　　ＰＲＭＬ　　副　読　本　　　", "PRML副読本"),
      (" Natural Language Processing ", "Natural Language Processing"),
      ("1995〜2001年", "19952001年"),
    ])
  func readme(text: String, expected: String) throws {
    #expect(try normalize(text, Self.like) == expected)
  }

  @Test(
    "The examples of neologdn's own tests give the same text",
    arguments: [
      ("０", "0"), ("ﾊﾝｶｸ", "ハンカク"), ("o₋o", "o-o"), ("majika━", "majikaー"), ("わ〰い", "わい"),
      ("スーパーーーー", "スーパー"), ("!#", "!#"), ("ゼンカク　スペース", "ゼンカクスペース"),
      ("お             お", "おお"), ("      おお", "おお"), ("おお      ", "おお"),
      ("検索 エンジン 自作 入門 を 買い ました!!!", "検索エンジン自作入門を買いました!!!"),
      ("アルゴリズム C", "アルゴリズムC"), ("Coding the Matrix", "Coding the Matrix"),
      (
        "南アルプスの　天然水　Ｓｐａｒｋｉｎｇ　Ｌｅｍｏｎ　レモン一絞り", "南アルプスの天然水Sparking Lemonレモン一絞り"
      ),
      (
        "南アルプスの　天然水-　Ｓｐａｒｋｉｎｇ*　Ｌｅｍｏｎ+　レモン一絞り",
        "南アルプスの天然水- Sparking*Lemon+レモン一絞り"
      ),
      ("ﾊﾟﾊﾟ", "パパ"), ("a˗֊‐‑‒–⁃⁻₋−", "a-"), ("あ﹣－ｰ—―─━ー", "あー"), ("チルダ~∼∾〜〰～", "チルダ"),
      ("う゛ほﾟ", "ゔぽ"), ("“引用” ‘引用’", "\"引用\" `引用'"),
    ])
  func ownTests(text: String, expected: String) throws {
    #expect(try normalize(text, Self.like) == expected)
  }

  @Test(
    "The README's options for tildes give the same text",
    arguments: [
      ("1995〜2001年", TildeHandling.normalize, "1995~2001年"),
      ("1995~2001年", .normalizeZenkaku, "1995〜2001年"),
      ("1995〜2001年", .ignore, "1995〜2001年"),
      ("1995〜2001年", .remove, "19952001年"),
    ])
  func tildeOptions(text: String, tilde: TildeHandling, expected: String) throws {
    #expect(try normalize(text, Settings(tilde: tilde)) == expected)
  }

  @Test(
    "The limits of repetitions give the same text",
    arguments: [
      ("かわいいいいいいいいい", 6, "かわいいいいいい"),
      ("無駄無駄無駄無駄ァ", 1, "無駄ァ"),
      ("うまああああああああああああい", 7, "うまあああああああい"),
      ("かわいいいいいるい", 6, "かわいいいいいるい"),
    ])
  func repeatLimits(text: String, limit: Int, expected: String) throws {
    #expect(try normalize(text, Settings(tilde: .remove, repeatLimit: limit)) == expected)
  }
}
