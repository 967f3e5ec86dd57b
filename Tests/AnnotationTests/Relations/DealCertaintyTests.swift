import Testing

@Suite("How surely deals hold")
struct DealCertaintyTests {
  @Test("What is intended, negotiated or ahead is planned")
  func planned() throws {
    try expectDeals([
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収する方針を固めた。", "acquisition 青葉電算 > みなと製薬 planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収する予定だ。", "acquisition 青葉電算 > みなと製薬 planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]への出資を検討している。", "investment 青葉電算 > みなと製薬 planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]の買収を目指す。", "acquisition 青葉電算 > みなと製薬 planned"),
      DealCase("[青葉電算|com]、[みなと製薬|com]を[10億ドル|money]で買収へ", "acquisition 青葉電算 > みなと製薬 10億ドル planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]に[5億円|money]を出資する意向を示した。", "investment 青葉電算 > みなと製薬 5億円 planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を子会社化する見通しだ。", "acquisition 青葉電算 > みなと製薬 planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収しようとしている。", "acquisition 青葉電算 > みなと製薬 planned"),
      DealCase(
        "[青葉電算|com]は[来年|date]に[75億円|money]を配送網に投じる計画だ。", "capitalExpenditure 青葉電算 75億円 planned"),
      DealCase("[若葉食品|com]は[青葉電算|com]の子会社ではなく、[みなと製薬|com]との提携を模索している。", "partnership 若葉食品 > みなと製薬 planned"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と提携する計画を明らかにした。", "partnership 青葉電算 > みなと製薬 planned"),
      DealCase("[青葉電算|com]の[みなと製薬|com]買収計画が進んでいる。", "acquisition 青葉電算 > みなと製薬 planned"),
    ])
  }

  @Test("What others are said to have said is reported")
  func reported() throws {
    try expectDeals([
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収するとみられる。", "acquisition 青葉電算 > みなと製薬 reported"),
      DealCase("関係者によると、[青葉電算|com]は[みなと製薬|com]に出資した。", "investment 青葉電算 > みなと製薬 reported"),
      DealCase("[ロイター|com]は、[青葉電算|com]が[みなと製薬|com]を買収すると報じた。", "acquisition 青葉電算 > みなと製薬 reported"),
      DealCase("[青葉電算|com]が[みなと製薬|com]に[3億円|money]を出資すると報じられている。", "investment 青葉電算 > みなと製薬 3億円 reported"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と提携したらしい。", "partnership 青葉電算 > みなと製薬 reported"),
      DealCase("[青葉電算|com]が[みなと製薬|com]を買収するという噂が流れた。", "acquisition 青葉電算 > みなと製薬 reported"),
      DealCase("[青葉電算|com]による[みなと製薬|com]の買収が報じられた。", "acquisition 青葉電算 > みなと製薬 reported"),
      DealCase("[青葉電算|com]は[みなと製薬|com]に出資するとされる。", "investment 青葉電算 > みなと製薬 reported"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収したようだ。", "acquisition 青葉電算 > みなと製薬 reported"),
      DealCase("[青葉電算|com]の発表によると、[みなと製薬|com]を[2億円|money]で買収した。"),
      DealCase("発表によると、[青葉電算|com]は[みなと製薬|com]を[2億円|money]で買収した。", "acquisition 青葉電算 > みなと製薬 2億円"),
    ])
  }

  @Test("What is denied, refused or given up is denied")
  func denied() throws {
    try expectDeals([
      DealCase("[青葉電算|com]は[みなと製薬|com]の買収を断念した。", "acquisition 青葉電算 > みなと製薬 denied"),
      DealCase("[青葉電算|com]は[みなと製薬|com]への出資を否定した。", "investment 青葉電算 > みなと製薬 denied"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収しない。", "acquisition 青葉電算 > みなと製薬 denied"),
      DealCase("[青葉電算|com]が[みなと製薬|com]に出資した事実はない。", "investment 青葉電算 > みなと製薬 denied"),
      DealCase("[青葉電算|com]は[みなと製薬|com]との提携を解消した。", "partnership 青葉電算 > みなと製薬 denied"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収する計画を撤回した。", "acquisition 青葉電算 > みなと製薬 denied"),
      DealCase("[青葉電算|com]は[みなと製薬|com]には出資していない。", "investment 青葉電算 > みなと製薬 denied"),
      DealCase("[みどり測器|com]は[若葉食品|com]からの買収提案を断った。", "acquisition 若葉食品 > みどり測器 denied"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収するつもりはない。", "acquisition 青葉電算 > みなと製薬 denied"),
    ])
  }

  @Test("What a company announces itself is stated")
  func stated() throws {
    try expectDeals([
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収すると発表した。", "acquisition 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を買収することを決めた。", "acquisition 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]が[みなと製薬|com]を買収したことが分かった。", "acquisition 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]が[みなと製薬|com]に出資したというニュース、もう見ましたか？", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は「[みなと製薬|com]と提携した」と述べた。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]の買収で合意した。", "acquisition 青葉電算 > みなと製薬"),
    ])
  }
}
