import Annotation
import Morphology
import Testing
import TextCore

@Suite("Entities", .enabled(if: ValueCases.model != nil, "IPADIC がありません"))
struct EntityAnnotatorTests {
  private func expectMarks(_ marked: String, anchor: CalendarDay? = EntityCases.anchor) throws {
    let text = EntityCases.plain(marked)
    let findings = try EntityCases.find(text, model: try #require(ValueCases.model), anchor: anchor)
    let found = EntityCases.marked(text, findings)
    #expect(found == marked)
  }

  private func expectEntities(_ text: String, _ entities: [String]) throws {
    let findings = try EntityCases.find(text, model: try #require(ValueCases.model))
    let found = EntityCases.lines(text, findings)
    #expect(found == entities, "\(text)")
  }

  @Test("株式会社 and a 社 right behind belong to a company's name")
  func companies() throws {
    try expectMarks("⟦株式会社メルカリ|company⟧は新しいサービスを始めた。")
    try expectMarks("⟦マイクロソフト社|company⟧は⟦日本|location⟧に投資する。")
    try expectMarks("⟦トヨタ自動車|company⟧は⟦名古屋市|location⟧に工場を建てた。")
  }

  @Test("Each name has its type, each organization its kind")
  func types() throws {
    try expectMarks("⟦厚生労働省|government⟧は⟦労働基準法|law⟧を改めた。")
    try expectMarks("⟦任天堂|company⟧は⟦Nintendo Switch|product⟧を⟦京都市|location⟧で発表した。")
    try expectMarks("⟦東京大学|other⟧の⟦田中|person⟧教授は⟦東京駅|facility⟧で話した。")
  }

  @Test("Common nouns in katakana and Latin letters, files, code and English sentences are no names")
  func ordinaryWords() throws {
    try expectMarks("この記事にはアフィリエイトリンクが含まれます。")
    try expectMarks("package.jsonとnode_modulesを消し、README.mdを直した。")
    try expectMarks("説明可能なAI（XAI）が広まった。")
    try expectMarks("電話0000-55-0143、ファクス0000-55-0144へ。")
    try expectMarks("ごぼう1/2本を切る。")
    try expectMarks("INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITYとある。")
    try expectMarks("変更は9fc3e21aで入り、registerToolとMath.seededRandomsを直した。")
    try expectMarks("コードを読むとsumUpPrices関数とPaymentFormコンポーネントが要になる。")
    try expectMarks("次にrenderer.startを呼び、settings.reloadを確かめる。")
    try expectMarks("エラーにはcould not find itとある。")
  }

  @Test("Names with capitals within are names")
  func humps() throws {
    try expectMarks("⟦iPhone|product⟧と⟦macOS|product⟧を使い、⟦GitHub|product⟧に置く。")
  }

  @Test("No title is part of a person's mention")
  func titles() throws {
    try expectMarks("⟦夏目漱石|person⟧さんは本を書いた。")
    try expectMarks("⟦田中角栄|person⟧氏は語った。⟦田中|person⟧氏は笑った。")
    try expectMarks("⟦孫正義|person⟧氏は会見した。⟦孫|person⟧氏は笑った。")
    try expectMarks("⟦山田太郎|person⟧さんと⟦鈴木|person⟧さんが来た。")
  }

  @Test("Values stand beside names, without the words that bound them")
  func values() throws {
    try expectMarks("⟦OpenAI|company⟧に最大⟦1000億ドル|money⟧を投資した。")
    try expectMarks("⟦2025年11月2日|date⟧に⟦10億円|money⟧を投じ、⟦3割|percent⟧を得た。")
  }

  @Test(
    "Common nouns in Latin letters or katakana are no names",
    arguments: ["GPUとクラウドとスタートアップの話をした。", "APIの設計とデータベースの運用を学ぶ。", "新しいスマートフォンを買った。"])
  func commonNouns(text: String) throws { try expectMarks(text) }

  @Test(
    "Paths, files and variables are no names",
    arguments: [
      "src/router/index.tsを開く。", "HelloWorld.vueを直す。", "次に3initializeTodoを呼ぶ。", "あえてfetchTodosを使う。",
    ])
  func code(text: String) throws { try expectMarks(text) }

  @Test("Forms of one name are one entity under its usual name")
  func forms() throws {
    try expectEntities("グーグルは検索の会社だ。Googleは広告も売る。", ["Google: グーグル, Google"])
    try expectEntities("株式会社メルカリが上場した。メルカリの株価は上がった。", ["メルカリ: 株式会社メルカリ, メルカリ"])
    try expectEntities("日産自動車は工場を閉じる。日産は黒字だ。", ["日産自動車: 日産自動車, 日産"])
    try expectEntities(
      "ソフトバンクグループは投資した。ソフトバンクGは売却した。", ["ソフトバンクグループ: ソフトバンクグループ, ソフトバンクG"])
  }

  @Test("A short form in brackets is bound to the name before it", arguments: ["証券取引委員会（SEC）", "証券取引委員会(SEC)"])
  func brackets(name: String) throws {
    try expectEntities("\(name)が調べている。SECは発表した。", ["米証券取引委員会: 証券取引委員会, SEC, SEC"])
  }

  @Test("A short form that may stand for another thing keeps its own name unless the article names that thing in full")
  func ambiguousForms() throws {
    try expectEntities("NECは決算を発表した。", ["NEC: NEC"])
    try expectEntities("日立製作所は工場を建てた。日立は黒字だ。", ["日立製作所: 日立製作所, 日立"])
  }

  @Test("Capitals and small letters make no other entity of a name in Latin letters")
  func capitals() throws {
    try expectEntities("Firebaseを使う。次にfirebaseを設定した。", ["Firebase: Firebase, firebase"])
  }

  @Test("Nouns behind a known name, the titles of sites and brackets that are not opened are no part of it")
  func tails() throws {
    try expectMarks("⟦EU|location⟧市場で売る。")
    try expectMarks("「⟦トヨタ自動車|company⟧)」と書いた。")
  }

  @Test("In a long article an unknown word in katakana is a person only where something shows it")
  func doubtfulPersons() throws {
    let filler = String(repeating: "今日は晴れた。", count: 12)
    let found = try EntityCases.find(
      filler + "ゼンダマールはスープだ。", model: try #require(ValueCases.model))
    let types = found.entities.map(\.type)
    #expect(!types.contains(.person))
    let named = try EntityCases.find(
      filler + "ゼンダマール氏は語った。ゼンダマールは笑った。", model: try #require(ValueCases.model))
    let persons = named.entities.filter { $0.type == .person }.map(\.name)
    #expect(persons == ["ゼンダマール"])
  }

  @Test("A person who was named in full is known by one part of the name")
  func persons() throws {
    try expectEntities("孫正義氏は会見した。孫氏は笑った。", ["孫正義: 孫正義, 孫"])
    try expectEntities("田中角栄氏は語った。田中氏は笑った。", ["田中角栄: 田中角栄, 田中"])
    try expectEntities(
      "サム・アルトマン氏は会見した。アルトマン氏は答えた。", ["サム・アルトマン: サム・アルトマン, アルトマン"])
  }

  @Test("A relative date is a mention only where the article's date tells which day it is")
  func relativeDates() throws {
    let text = "昨年、工場を建てた。"
    let model = try #require(ValueCases.model)
    let undated = try EntityCases.find(text, model: model, anchor: nil)
    #expect(undated == EntityFindings())
    let dated = try EntityCases.find(text, model: model)
    let values = dated.entities.map { $0.value.map { "\($0)" } }
    #expect(EntityCases.marked(text, dated) == "⟦昨年|date⟧、工場を建てた。")
    #expect(values == ["2024"])
    try expectMarks("⟦2024年|date⟧に工場を建てた。", anchor: nil)
  }

  @Test("What one article names is forgotten in the next")
  func articles() throws {
    var segmenter = try Segmenter(model: try #require(ValueCases.model))
    var annotator = EntityAnnotator(resources: try EntityCases.resources.get())
    var found: [EntityFindings] = []
    for text in ["グーグルは検索の会社だ。", "孫正義氏は会見した。", "グーグルは検索の会社だ。"] {
      let bytes = Array(text.utf8)
      var table = MorphemeTable()
      try segmenter.segment(bytes.span, sentences: EntityCases.sentences(of: bytes), into: &table)
      found.append(annotator.annotate(table, lexemes: segmenter.lexemes, text: bytes.span, anchor: nil))
    }
    let names = found.map { $0.entities.map(\.name) }
    #expect(names == [["Google"], ["孫正義"], ["Google"]])
    #expect(found[0] == found[2])
  }
}
