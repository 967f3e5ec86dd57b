import Testing

@Suite("Words for deals where no deal is told")
struct NoDealTests {
  private func expectNone(_ texts: [String]) throws { try expectDeals(texts.map { DealCase($0) }) }

  @Test("Generic statements")
  func generic() throws {
    try expectNone([
      "AIへの投資が増えている。",
      "[NVIDIA|com]は投資家に人気がある。",
      "[NVIDIA|com]への投資が増えている。",
      "[NVIDIA|com]の株は投資判断が難しい。",
      "企業は[OpenAI|com]に投資している。",
      "スタートアップが[Google|com]と提携することもある。",
      "投資家は[NVIDIA|com]に投資している。",
      "[Microsoft|com]は投資を続けている。",
      "[Google|com]は契約書を公開した。",
      "[Google|com]は提携先を広げている。",
      "[Google|com]の出資比率は低い。",
      "[青葉電算|com]、[みどり測器|com]といった企業が多くの資金を投じて客を奪い合う。",
      "[Meta|com]は研究に力を注いでいる。",
      "大手企業は[OpenAI|com]と[Google|com]を比べて契約する。",
      "[青葉電算|com]は部品を[みなと製薬|com]から調達している。",
      "[青葉電算|com]は設備投資を増やしている。",
      "[青葉電算|com]の買収が話題になった。",
      "[OpenAI|com]との提携は重要だ。",
      "[みどり測器|com]のような企業との提携は欠かせない。",
      "[Google|com]は[Kubernetes|pro]に参加している。",
      "[青葉電算|com]は[Claude|pro]を利用している。",
      "[Google|com]と[Microsoft|com]は競争している。",
      "[青葉電算|com]は[Claude|pro]に投資している。",
      "[青葉電算|com]は一石を投じた。",
      "[青葉電算|com]は番組を組んだ。",
      "[青葉電算|com]は[みなと製薬|com]と日程を組んだ。",
    ])
  }

  @Test("Questions, conditions, wishes, advice and possibilities")
  func unreal() throws {
    try expectNone([
      "[青葉電算|com]は[みなと製薬|com]を買収するのか？",
      "[青葉電算|com]は[みなと製薬|com]を買収するのでしょうか。",
      "[青葉電算|com]が[みなと製薬|com]に出資すれば、株価は上がる。",
      "[青葉電算|com]が[みなと製薬|com]を買収したら、市場は変わる。",
      "[青葉電算|com]が[みなと製薬|com]を買収するなら、歓迎する。",
      "もし[青葉電算|com]と[みなと製薬|com]の提携が実現するとしたら、面白い。",
      "[青葉電算|com]は[みなと製薬|com]を買収すべきだ。",
      "[青葉電算|com]は[みなと製薬|com]と提携したい。",
      "[青葉電算|com]は[みなと製薬|com]を買収するだろう。",
      "[青葉電算|com]は[みなと製薬|com]を買収するかもしれない。",
      "[青葉電算|com]が[みなと製薬|com]を買収する可能性がある。",
      "[青葉電算|com]と[みなと製薬|com]の提携の可能性を考える。",
      "[青葉電算|com]と[みなと製薬|com]の提携が期待される。",
      "[青葉電算|com]には[みなと製薬|com]との提携が必要だ。",
      "[青葉電算|com]が[みなと製薬|com]に出資しても、状況は変わらない。",
      "[青葉電算|com]が[みなと製薬|com]を買収する場合、審査がある。",
      "[青葉電算|com]は[みなと製薬|com]を買収できる。",
      "[青葉電算|com]が[みなと製薬|com]を買収すると、独占になる。",
      "[青葉電算|com]が[みなと製薬|com]を買収？",
      "[青葉電算|com]、[みなと製薬|com]を買収か",
      "[青葉電算|com]は[みなと製薬|com]に出資してほしい。",
      "[青葉電算|com]が[みなと製薬|com]を買収するというシナリオを描く。",
    ])
  }

  @Test("Parties that belong to something else")
  func others() throws {
    try expectNone([
      "[Google|com]の幹部は[OpenAI|com]に投資した企業を訪ねた。",
      "[Google|com]は[OpenAI|com]に投資する企業を調べた。",
      "[OpenAI|com]のモデルに企業が投資した。",
      "[Google|com]出身の起業家が[10億円|money]を調達した。",
      "[日本|loc]は[アメリカ|loc]と提携した。",
      "[山田太郎|per]氏は[みなと製薬|com]と提携した。",
      "[Google|com]は[OpenAI|com]の資金調達を批判した。",
      "[Microsoft|com]や[IBM|com]といった大手企業との提携が進んでいる。",
      "[青葉電算|com]や[若葉食品|com]といった大手が地方の企業と提携を進めている。",
      "[青葉電算|com]が[みなと製薬|com]や[若葉食品|com]との提携で見せたのは、慎重さだ。",
      "[若葉食品|com]のような株主から株式を取得したときの評価額は[20億円|money]だった。",
      "[若葉食品|com]には、この提携で[10億円|money]の利益が見込める。",
      "[Google|com]と[Meta|com]と[Amazon|com]は[10億ドル|money]、[20億ドル|money]を投じた。",
      "[みなと製薬|com]にとっては、[青葉電算|com]からの[13億円|money]の投資が頼りだ。",
      "[青葉電算|com]は[10億円|money]の投資が発表された。",
      "[Apple|com]の[iPhone|pro]の開発者が契約を結んだ。",
      "[Google|com]は[東京|loc]に投資している。",
      "売上高[100億円|money]の[青葉電算|com]が設備投資を続けている。",
      "[青葉電算|com]が得意な分野で、企業が[みなと製薬|com]を買収した。",
      "[青葉電算|com]は[青葉電算|com]に出資した。",
    ])
  }
}
