import TextCore

/// The words whose role their part of speech alone does not tell.
///
/// They are known by their bytes: roles are asked for every lexeme of a text.
struct GrammarWords {
  /// What a word may be, by its form.
  struct Sense: OptionSet {
    let rawValue: UInt32

    // Base forms of what inflects.
    static let negation = Sense(rawValue: 1 << 0)
    static let auxiliaryNegation = Sense(rawValue: 1 << 1)
    static let polite = Sense(rawValue: 1 << 2)
    static let desire = Sense(rawValue: 1 << 3)
    static let ease = Sense(rawValue: 1 << 4)
    static let difficulty = Sense(rawValue: 1 << 5)
    static let past = Sense(rawValue: 1 << 6)
    static let copula = Sense(rawValue: 1 << 7)

    // Base forms of verbs.
    static let excess = Sense(rawValue: 1 << 8)
    /// 過ぎる: excess only behind another verb.
    static let passing = Sense(rawValue: 1 << 9)
    static let existence = Sense(rawValue: 1 << 10)
    static let regret = Sense(rawValue: 1 << 11)
    static let benefit = Sense(rawValue: 1 << 12)
    static let potential = Sense(rawValue: 1 << 13)
    static let lightVerb = Sense(rawValue: 1 << 14)
    static let cognition = Sense(rawValue: 1 << 15)

    // Surfaces of particles, nouns and signs.
    static let subject = Sense(rawValue: 1 << 16)
    static let object = Sense(rawValue: 1 << 17)
    static let quote = Sense(rawValue: 1 << 18)
    static let colloquialQuote = Sense(rawValue: 1 << 19)
    static let quoteAdnominal = Sense(rawValue: 1 << 20)
    static let te = Sense(rawValue: 1 << 21)
    static let concession = Sense(rawValue: 1 << 22)
    static let conditional = Sense(rawValue: 1 << 23)
    static let only = Sense(rawValue: 1 << 24)
    static let asking = Sense(rawValue: 1 << 25)
    static let manner = Sense(rawValue: 1 << 26)
    static let likeness = Sense(rawValue: 1 << 27)
    static let lightNoun = Sense(rawValue: 1 << 28)
    static let questionMark = Sense(rawValue: 1 << 29)
    static let exclamationMark = Sense(rawValue: 1 << 30)
  }

  /// The words of each sense.
  private static let table: [(sense: Sense, words: String)] = [
    (.negation, "ない 無い ぬ まい なし 無し"),
    (.auxiliaryNegation, "ん ず ざる"),
    (.polite, "ます"),
    (.desire, "たい ほしい 欲しい"),
    (.ease, "やすい 易い"),
    (.difficulty, "にくい づらい がたい 難い 辛い"),
    (.past, "た"),
    (.copula, "だ"),
    (.excess, "すぎる"),
    (.passing, "過ぎる"),
    (.existence, "ある 有る ござる いらっしゃる"),
    (.regret, "しまう ちゃう じゃう"),
    (.benefit, "くれる くださる 下さる もらえる いただける 頂ける"),
    (.potential, "できる 出来る"),
    (
      .lightVerb,
      """
      する なる いる 居る くる 来る いく 行く みる おく もらう いただく 頂く あげる 得る える 致す いたす おる \
      てる 続ける 始める 出す れる られる せる させる 切る きる がる まいる 参る 成る
      """
    ),
    (.cognition, "言う いう 思う おもう 感じる 考える 言える いえる 思える 見る 見える 聞く 呼ぶ 呼べる"),
    (.subject, "が"),
    (.object, "を"),
    (.quote, "と"),
    (.colloquialQuote, "って"),
    (.quoteAdnominal, "という といった っていう との"),
    (.te, "て で ちゃ じゃ"),
    (.concession, "が けど けれど けれども ものの のに とはいえ ども くせに ところが も つつも"),
    (.conditional, "ば と たら なら んじゃ"),
    (.only, "しか"),
    (.asking, "か"),
    (.manner, "そう よう"),
    (.likeness, "みたい"),
    // Nouns that mostly carry what stands before them.
    (
      .lightNoun,
      """
      こと 事 もの 物 の わけ 訳 はず 点 ところ 所 気 感じ 印象 部分 箇所 面 人 方 声 様子 気持ち 思い 可能性 状態 状況 \
      傾向 結果
      """
    ),
    (.questionMark, "? ？"),
    (.exclamationMark, "!"),
  ]

  private let words = WordTable(table) { $0.formUnion($1) }

  /// What `word` may be.
  func senses(of word: Span<UInt8>) -> Sense {
    // Of ASCII there are single signs only.
    guard word.count == 1 || word.count > 1 && word[0] >= 0x80 else { return [] }
    return words[word] ?? []
  }
}
