import ArchiveAnalysis
import Morphology
import Testing

@Suite("Ways to write a word")
struct VariantTests {
  @Test(
    "Loan words that differ in marks, small letters, middle dots or width are one",
    arguments: [
      ("サーバ", "サーバー"), ("ユーザ", "ユーザー"), ("インタフェース", "インターフェイス"), ("ヴァイオリン", "バイオリン"),
      ("ソフトウェア", "ソフトウエア"), ("ユーザー・インターフェース", "ユーザーインターフェース"), ("ﾊﾞｯｸｱｯﾌﾟ", "バックアップ"), ("プレイヤー", "プレーヤー"),
      ("ファイヤウォール", "ファイアウォール"),
    ])
  func sameKatakana(_ pair: (String, String)) { #expect(KatakanaKey.of(pair.0) == KatakanaKey.of(pair.1)) }

  @Test(
    "Other words are not",
    arguments: [
      ("モデル", "モデラー"), ("ドラマ", "ドラマー"), ("ビル", "ビール"), ("カラ", "カラー"), ("バッグ", "バック"), ("キ", "キー"), ("エラ", "エラー"),
    ])
  func differentKatakana(_ pair: (String, String)) { #expect(KatakanaKey.of(pair.0) != KatakanaKey.of(pair.1)) }

  @Test("Words of English sentences, paths, options and code are no names")
  func names() {
    let text = "GitHub ActionsとNode.jsを使う。/usr/bin/node --flag @user a_b foo() This is an English sentence。ＡＩも。"
    let words = WrittenWords.of(Array(text.utf8)).filter { $0.script == .latin }.map(\.text)
    #expect(words == ["GitHub", "Actions", "Node.js", "foo", "ＡＩ"])
  }

  @Test("Names in other letters are compared; common words with a capital letter in front are not")
  func letters() {
    var variants = WrittenVariants()
    for (article, text) in [
      "GitHubを使う", "GitHubへ", "GitHubの", "Githubは", "Stateとstate", "Docker", "Docker", "Docker", "Docker", "dockerも",
    ]
    .enumerated() { variants.add(text, article: article) }
    let groups = variants.groups(names: ["Docker"], preferred: [])
    #expect(groups.map { $0.forms.map(\.text) } == [["Docker", "docker"], ["GitHub", "Github"]])
    #expect(groups.map(\.ratio) == [0.8, 0.75])
  }

  private func word(_ text: String, _ reading: String, _ part: PartOfSpeech, _ count: Int) -> ReadWord {
    ReadWord(text: text, part: part, reading: reading, count: count, articles: count)
  }

  @Test("The same reading is one word only with the same kanji, or some of them")
  func words() {
    let groups = WordVariants.groups(
      [
        word("問い合わせ", "トイアワセ", .commonNoun, 9), word("問合せ", "トイアワセ", .commonNoun, 2), word("開ける", "アケル", .verb, 5),
        word("明ける", "アケル", .verb, 5), word("子供", "コドモ", .commonNoun, 3), word("子ども", "コドモ", .commonNoun, 4),
        word("できる", "デキル", .verb, 50), word("出来る", "デキル", .verb, 3), word("事", "コト", .commonNoun, 3),
        word("こと", "コト", .dependentNoun, 30),
      ], preferred: [])
    #expect(groups.map { $0.forms.map(\.text) } == [["子ども", "子供"], ["問い合わせ", "問合せ"], ["できる", "出来る"]])
    #expect(groups.map(\.kind) == [.kanji, .okurigana, .kanji])
  }

  @Test("A preferred way comes first, however rare")
  func preferred() {
    let forms = [VariantGroup.Form(text: "サーバ", count: 9, articles: 3), .init(text: "サーバー", count: 1, articles: 1)]
    let group = VariantGroup(kind: .katakana, forms: forms, preferred: ["サーバー"])
    #expect(group.forms[0].text == "サーバー" && group.isPreferred && group.ratio == 0.1 && group.minorityCount == 9)
  }
}
