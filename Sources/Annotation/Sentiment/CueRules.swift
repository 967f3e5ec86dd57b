/// The rules of composition that changed a cue.
///
/// `Documentation/Sentiment.md` has an example of each.
public struct CueRules: OptionSet, Hashable, Sendable {
  /// A bit for each rule, in the order of their declaration.
  public let rawValue: UInt32

  /// The set of the rules whose bits are set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// 楽しく*ない*: the sign turns.
  public static let negation = CueRules(rawValue: 1 << 0)
  /// 楽しく*ないわけではない*: the sign turns twice, and the cue gets weaker.
  public static let doubleNegation = CueRules(rawValue: 1 << 1)
  /// コストが*増える*, 不安が*高まる*.
  public static let increase = CueRules(rawValue: 1 << 2)
  /// 売上が*落ち込む*, リスクが*減る*.
  public static let decrease = CueRules(rawValue: 1 << 3)
  /// 不安を*解消*する: what is removed turns.
  public static let removal = CueRules(rawValue: 1 << 4)
  /// *とても*良い.
  public static let intensified = CueRules(rawValue: 1 << 5)
  /// *少し*良い.
  public static let diminished = CueRules(rawValue: 1 << 6)
  /// 良い*かもしれない*.
  public static let hedge = CueRules(rawValue: 1 << 7)
  /// 安ければ*いいのに*: what is wished for is lacking.
  public static let wish = CueRules(rawValue: 1 << 8)
  /// 安全である*べきだ*: what has to be is not said to be.
  public static let need = CueRules(rawValue: 1 << 9)
  /// 安全*なら*….
  public static let condition = CueRules(rawValue: 1 << 10)
  /// 本当に安全*か*.
  public static let question = CueRules(rawValue: 1 << 11)
  /// 楽しみ*ましょう*.
  public static let advice = CueRules(rawValue: 1 << 12)
  /// 安い*が*遅い: what stands before the contrast weighs less.
  public static let contrast = CueRules(rawValue: 1 << 13)
  /// 「最高」と書かれた箱.
  public static let quotation = CueRules(rawValue: 1 << 14)
  /// リスク*管理*: the name of a subject.
  public static let subject = CueRules(rawValue: 1 << 15)
  /// 期待を*下回る*.
  public static let expectation = CueRules(rawValue: 1 << 16)
  /// *前の方が*良かった.
  public static let former = CueRules(rawValue: 1 << 17)
  /// 甘*すぎる*.
  public static let excess = CueRules(rawValue: 1 << 18)
  /// 使い*やすい*.
  public static let ease = CueRules(rawValue: 1 << 19)
  /// 使い*にくい*.
  public static let difficulty = CueRules(rawValue: 1 << 20)
  /// 壊れたという*報告*.
  public static let report = CueRules(rawValue: 1 << 21)
  /// 不満を*改善*する: the predicate judges, what it governs does not.
  public static let governed = CueRules(rawValue: 1 << 22)
  /// *これほど*良い店は*ない*.
  public static let superlative = CueRules(rawValue: 1 << 23)

  /// The rules' names, in the order of their declaration.
  public static let names = plainNames.map { "\($0)" }

  /// The same as they stand in the program.
  package static let plainNames: [StaticString] = [
    "negation", "doubleNegation", "increase", "decrease", "removal", "intensified", "diminished", "hedge", "wish",
    "need", "condition", "question", "advice", "contrast", "quotation", "subject", "expectation", "former", "excess",
    "ease", "difficulty", "report", "governed", "superlative",
  ]

  /// The names of the members, in the order of the declaration.
  public var names: [String] {
    isEmpty ? [] : Self.names.indices.filter { rawValue & 1 << UInt32($0) != 0 }.map { Self.names[$0] }
  }

  /// Whether the sign of the cue is not that of its words.
  public var isNegated: Bool {
    !contains(.superlative) && !isDisjoint(with: [.negation, .removal, .wish, .former])
  }
}
