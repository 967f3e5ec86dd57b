import Testing

@Suite("Deals that are told")
struct DealTests {
  @Test("Investments: who gives to whom, with particles in any order")
  func investments() throws {
    try expectDeals([
      DealCase("[NVIDIA|com]は[OpenAI|com]に最大[1000億ドル|money]を投資する。", "investment NVIDIA > OpenAI 1000億ドル"),
      DealCase("[青葉電算|com]が[みなと製薬|com]に出資した。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]へ[20億円|money]を追加出資した。", "investment 青葉電算 > みなと製薬 20億円"),
      DealCase("[みなと製薬|com]に[青葉電算|com]が[10億円|money]出資した。", "investment 青葉電算 > みなと製薬 10億円"),
      DealCase("[みなと製薬|com]には[青葉電算|com]も出資している。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]に対して[5億円|money]の出資を行った。", "investment 青葉電算 > みなと製薬 5億円"),
      DealCase("[青葉電算|com]による[みなと製薬|com]への出資が完了した。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]の[みなと製薬|com]への[30億円|money]の投資は、業界を驚かせた。", "investment 青葉電算 > みなと製薬 30億円"),
      DealCase("[みなと製薬|com]への[青葉電算|com]の出資は[2021年|date]に始まった。", "investment 青葉電算 > みなと製薬"),
      DealCase("[若葉食品|com]が[みなと製薬|com]に[80億円|money]もの巨額投資を行った背景を見よう。", "investment 若葉食品 > みなと製薬 80億円"),
      DealCase("[山田太郎|per]氏は[みなと製薬|com]に[1億円|money]を出資した。", "investment 山田太郎 > みなと製薬 1億円"),
      DealCase("[みなと製薬|com]は[青葉電算|com]から[10億円|money]の出資を受けた。", "investment 青葉電算 > みなと製薬 10億円"),
      DealCase("[みなと製薬|com]は[青葉電算|com]の出資を受け入れた。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]と[若葉食品|com]は[みなと製薬|com]や[みどり測器|com]に投資している。"),
      DealCase("[みなと製薬|com]は伸びており、特に[若葉食品|com]からは[20億円|money]の投資が発表された。", "investment 若葉食品 > みなと製薬 20億円"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と[若葉食品|com]に投資している。", "investment 青葉電算 > みなと製薬", "investment 青葉電算 > 若葉食品"),
      DealCase("[青葉電算|com]や[若葉食品|com]などが[みなと製薬|com]に出資した。", "investment 青葉電算 > みなと製薬", "investment 若葉食品 > みなと製薬"),
      DealCase(
        "[みなと製薬|com]に投資している[青葉電算|com]や[若葉食品|com]といった企業に注目したい。", "investment 青葉電算 > みなと製薬", "investment 若葉食品 > みなと製薬"),
      DealCase("[青葉電算|com]が出資する[みなと製薬|com]は好調だ。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は新薬を手がける[みなと製薬|com]に[15億円|money]を投資した。", "investment 青葉電算 > みなと製薬 15億円"),
      DealCase(
        "[青葉電算|com]（本社[東京|loc]）は[みなと製薬|com]（[大阪|loc]）に[10億円|money]（約[700万ドル|money]）を出資した。",
        "investment 青葉電算 > みなと製薬 10億円"),
      DealCase("[青葉電算|com]、[みなと製薬|com]に[10億円|money]出資", "investment 青葉電算 > みなと製薬 10億円"),
      DealCase("[青葉電算|com]は[みなと製薬|com]の株式の[20%|pct]を取得した。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[100億円|money]規模の資金を[みなと製薬|com]に投じた。", "investment 青葉電算 > みなと製薬 100億円"),
      DealCase("[青葉電算|com]は国内のスタートアップに総額[50億円|money]を投資した。", "investment 青葉電算 50億円"),
      DealCase("時価総額[1兆円|money]の[青葉電算|com]が[みなと製薬|com]に出資した。", "investment 青葉電算 > みなと製薬"),
    ])
  }

  @Test("Acquisitions: who takes over what, and for how much")
  func acquisitions() throws {
    try expectDeals([
      DealCase("[Google|com]は[Wiz|com]を[320億ドル|money]で買収した。", "acquisition Google > Wiz 320億ドル"),
      DealCase("[Fitbit|com]は[Google|com]に買収された。", "acquisition Google > Fitbit"),
      DealCase("[Google|com]によって[21億ドル|money]で買収された[Fitbit|com]は腕時計を売る。", "acquisition Google > Fitbit 21億ドル"),
      DealCase("[Google|com]による[Fitbit|com]の買収が完了した。", "acquisition Google > Fitbit"),
      DealCase("[Google|com]の[Fitbit|com]買収は[2021年|date]に完了した。", "acquisition Google > Fitbit"),
      DealCase("[Google|com]が買収した[Fitbit|com]の腕時計は軽い。", "acquisition Google > Fitbit"),
      DealCase("[Fitbit|com]を買収した[Google|com]は規制当局と話し合った。", "acquisition Google > Fitbit"),
      DealCase("[YouTube|pro]は[Google|com]が買収した。", "acquisition Google > YouTube"),
      DealCase("[青葉電算|com]は家計簿の定番である[ふくろう帳|pro]を買収した。", "acquisition 青葉電算 > ふくろう帳"),
      DealCase("[若葉食品|com]は[みなと製薬|com]を完全子会社化した。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は[みなと製薬|com]を子会社にした。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[みなと製薬|com]は[若葉食品|com]の傘下に入った。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は[みなと製薬|com]を傘下に収めた。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は[みなと製薬|com]に対するTOBを実施した。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は[みなと製薬|com]の全株式を[40億円|money]で取得した。", "acquisition 若葉食品 > みなと製薬 40億円"),
      DealCase("[青葉電算|com]は[みなと製薬|com]を[若葉食品|com]に[60億円|money]で売却した。", "acquisition 若葉食品 > みなと製薬 60億円"),
      DealCase("[イーロン・マスク|per]氏は[Twitter|com]を[440億ドル|money]で買収した。", "acquisition イーロン・マスク > Twitter 440億ドル"),
      DealCase("[ソフトバンクグループ|com]は[ABB|com]のロボット事業を[53億ドル|money]で買収した。", "acquisition ソフトバンクグループ 53億ドル"),
      DealCase("[若葉食品|com]は[みなと製薬|com]の買収で得た技術を使った。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は[みなと製薬|com]の買収を発表した。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は[2020年|date]に[みなと製薬|com]を買収し、薬の販売を始めた。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[若葉食品|com]は冷凍食品が好調で、[みなと製薬|com]を買収した。", "acquisition 若葉食品 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]に[みどり測器|com]を買収させた。", "acquisition みなと製薬 > みどり測器"),
    ])
  }

  @Test("Partnerships: both sides, in any turn")
  func partnerships() throws {
    try expectDeals([
      DealCase("[トヨタ自動車|com]と[NTT|com]は資本業務提携で合意した。", "partnership トヨタ自動車 > NTT"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と提携した。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]が[みなと製薬|com]とタッグを組んだ。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[みどり測器|com]が[青葉電算|com]のような大手と組んでいるのは心強い。", "partnership みどり測器 > 青葉電算"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と手を組み、新しい検査を始めた。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[Apple|com]と[OpenAI|com]の提携は、業界に大きな影響を与えた。", "partnership Apple > OpenAI"),
      DealCase("[Apple|com]は[OpenAI|com]との提携を発表した。", "partnership Apple > OpenAI"),
      DealCase("[Apple|com]の[OpenAI|com]との戦略的な提携は、大きな話題を呼んだ。", "partnership Apple > OpenAI"),
      DealCase("[青葉電算|com]、[若葉食品|com]、[みなと製薬|com]の提携は先を見た一手だ。", "partnership 青葉電算 > 若葉食品", "partnership 青葉電算 > みなと製薬"),
      DealCase(
        "今回の[青葉電算|com]、[若葉食品|com]、そして[みなと製薬|com]の提携は大きい。", "partnership 青葉電算 > 若葉食品", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]との間で共同研究契約を締結した。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は、[みなと製薬|com]との提携を通じて販路を広げた。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]と[みなと製薬|com]が手を組む――このニュースには驚きませんか？", "partnership 青葉電算 > みなと製薬"),
      DealCase(
        "[青葉電算|com]は[みなと製薬|com]や[若葉食品|com]といった国内の大手企業とも提携している。", "partnership 青葉電算 > みなと製薬", "partnership 青葉電算 > 若葉食品"),
      DealCase("[若葉食品|com]は[みどり測器|com]と、[青葉電算|com]は[みなと製薬|com]とも提携している。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[IBM|com]と[AMD|com]の両社は共同開発契約を結んだ。", "partnership IBM > AMD"),
      DealCase(
        "[青葉電算|com]は[みなと製薬|com]、[若葉食品|com]、[みどり測器|com]と提携した。", "partnership 青葉電算 > みなと製薬", "partnership 青葉電算 > 若葉食品",
        "partnership 青葉電算 > みどり測器"),
      DealCase("[青葉電算|com]、[みなと製薬|com]と業務提携", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]と[みなと製薬|com]、業務提携を発表", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と合弁会社を設立した。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]とともに検査装置を共同開発した。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]が提携する[みなと製薬|com]は[大阪|loc]にある。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[みなと製薬|com]と提携している[青葉電算|com]は伸びている。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]・[みなと製薬|com]・[若葉食品|com]の3社は業務提携を結んだ。", "partnership 青葉電算 > みなと製薬", "partnership 青葉電算 > 若葉食品"),
      DealCase("[青葉電算|com]および[みなと製薬|com]は協業を開始した。", "partnership 青葉電算 > みなと製薬"),
      DealCase("[Apple|com]と[OpenAI|com]との提携が発表された。", "partnership Apple > OpenAI"),
    ])
  }

  @Test("Contracts, funding and capital expenditure")
  func money() throws {
    try expectDeals([
      DealCase("[OpenAI|com]は[Oracle|com]と[3000億ドル|money]のクラウド契約を結んだ。", "contract OpenAI > Oracle 3000億ドル"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と部品の供給契約を締結した。", "contract 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]から検査装置を[8億円|money]で受注した。", "contract みなと製薬 > 青葉電算 8億円"),
      DealCase("[みなと製薬|com]は[青葉電算|com]に検査装置を発注した。", "contract みなと製薬 > 青葉電算"),
      DealCase("[みどり測器|com]の[10億円|money]調達、次に何が起きるのか", "funding みどり測器 10億円"),
      DealCase("[みどり測器|com] [10億円|money]調達交渉の内幕", "funding みどり測器 10億円 planned"),
      DealCase("[みどり測器|com]は[90億円|money]という評価額で[10億円|money]の資金調達を交渉中である。", "funding みどり測器 10億円 planned"),
      DealCase(
        "[青葉電算|com]と[若葉食品|com]はそれぞれ[15億円|money]、[8億円|money]を設備投資に充てた。", "capitalExpenditure 青葉電算 15億円",
        "capitalExpenditure 若葉食品 8億円"),
      DealCase("[青葉電算|com]が[300億円|money]という金額を打ち出した。これは単なる投資ではなく、会社の転機である。", "capitalExpenditure 青葉電算 300億円"),
      DealCase("[xAI|com]は[60億ドル|money]を調達した。", "funding xAI 60億ドル"),
      DealCase("[xAI|com]はシリーズCで[60億ドル|money]の資金調達を実施した。", "funding xAI 60億ドル"),
      DealCase("[みどり測器|com]が[青葉電算|com]から[3億円|money]を調達した。", "funding 青葉電算 > みどり測器 3億円"),
      DealCase("[OpenAI|com]は評価額[3000億ドル|money]で[400億ドル|money]を調達した。", "funding OpenAI 400億ドル"),
      DealCase("[みどり銀行|com]は[みなと製薬|com]に[5億円|money]を融資した。", "funding みどり銀行 > みなと製薬 5億円"),
      DealCase("[みなと製薬|com]は[みどり銀行|com]から[5億円|money]の融資を受けた。", "funding みどり銀行 > みなと製薬 5億円"),
      DealCase("[Microsoft|com]はデータセンターに[800億ドル|money]を投じた。", "capitalExpenditure Microsoft 800億ドル"),
      DealCase("[トヨタ|com]は新工場の建設に[100億円|money]を投資した。", "capitalExpenditure トヨタ 100億円"),
      DealCase("[青葉電算|com]の[800億円|money]という大型投資は、地元を驚かせた。", "capitalExpenditure 青葉電算 800億円"),
      DealCase("[若葉食品|com]の[昨年|date]の設備投資額は[75億円|money]に達した。", "capitalExpenditure 若葉食品 75億円"),
      DealCase("[Meta|com]は[700億ドル|money]の設備投資を行った。", "capitalExpenditure Meta 700億ドル"),
      DealCase("[Meta|com]は設備投資に[700億ドル|money]を充てた。", "capitalExpenditure Meta 700億ドル"),
    ])
  }

  @Test("What is told twice is one deal, and an amount told later belongs to it")
  func merging() throws {
    try expectDeals([
      DealCase(
        "[Google|com]は[Wiz|com]を買収した。[Google|com]は[Wiz|com]を[320億ドル|money]で買収した。", "acquisition Google > Wiz 320億ドル"),
      DealCase("[Apple|com]と[OpenAI|com]は提携した。[OpenAI|com]は[Apple|com]と提携している。", "partnership Apple > OpenAI"),
      DealCase(
        "[Amazon|com]は[Anthropic|com]に[80億ドル|money]を投資した。[Amazon|com]の[80億ドル|money]の投資は大きい。",
        "investment Amazon > Anthropic 80億ドル"),
    ])
  }

  @Test("同社, 両社 and 彼ら are those that were named; a missing subject is the topic of the sentence before")
  func context() throws {
    try expectDeals([
      DealCase("[青葉電算|com]は好調だ。同社は[みなと製薬|com]に出資した。", "investment 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は[みなと製薬|com]と話し合ってきた。両社は業務提携を発表した。", "partnership 青葉電算 > みなと製薬"),
      DealCase(
        "[みどり測器|com]の株はまだ買えない。ただ、彼らに投資している[青葉電算|com]や[若葉食品|com]といった企業の株は買える。",
        "investment 青葉電算 > みどり測器", "investment 若葉食品 > みどり測器"),
      DealCase("[青葉電算|com]は医療に力を入れる。[2023年|date]には[みなと製薬|com]を買収した。", "acquisition 青葉電算 > みなと製薬"),
      DealCase("[青葉電算|com]は医療に力を入れる。市場は大きい。[2023年|date]には[みなと製薬|com]を買収した。"),
      DealCase("[青葉電算|com]は医療に力を入れる。\n[みなと製薬|com]を買収した。"),
      DealCase("[青葉電算|com]と[若葉食品|com]と[みどり測器|com]が並ぶ。同社は[みなと製薬|com]を買収した。"),
    ])
  }
}
