/// What an entry of the sentiment lexicon does in a sentence.
///
/// The raw values are what the column `polarity` of `dictionaries/sentiment/` has.
package enum CueKind: String, CaseIterable, Sendable {
  // What judges.
  /// Says that something is good.
  case positive = "+"
  /// Says that something is bad.
  case negative = "-"
  /// Looks like a judgement, and is none: 問題集.
  case neutral = "0"

  // What grows and shrinks, and how.
  /// Growth: 増える, 拡大.
  case up
  /// Shrinking: 減る, 縮小.
  case down
  /// Of which more is better: 売上.
  case goodThing = "good-thing"
  /// Of which more is worse: コスト.
  case badThing = "bad-thing"
  /// Comes out above what stands before it with を or に: 上回る.
  case exceed
  /// Comes out below it: 下回る, 届かない.
  case fallShort = "fall-short"
  /// High or large, behind or before a thing: 高い. Alone it says nothing.
  case high
  /// Low or small: 低い.
  case low

  // What changes what other words say.
  /// A verb or noun that removes what it governs: 解消, 見当たらない.
  case negator
  /// Makes what follows stronger: とても.
  case intensifier
  /// Makes what follows weaker: 少し.
  case diminisher
  /// Leaves it open: かもしれない.
  case hedge
  /// Wishes for what is lacking, and so finds fault: ばいいのに.
  case lack
  /// Wishes, and finds no fault: を願う.
  case wish
  /// Sets what follows against what came before: しかし.
  case contrast
  /// Tells what others say: によると.
  case report
  /// Denies what stands before: わけではない.
  case denial = "not"
  /// Denies what stands before it, and finds fault where that is no judgement: 計画性に欠ける.
  case lacking
  /// Holds a negation that denies nothing: に違いない.
  case keep
  /// Tells what has to be: べき, 必要がある.
  case need
  /// Tells under which condition: 場合.
  case condition
  /// Bids or proposes: ましょう, てください.
  case advice
  /// Asks so that the answer is yes: ではないか.
  case rhetoric
  /// Behind a noun makes a subject or a measure of it, no judgement: 管理, 対策.
  case handling
  /// Says that it was so before, and is no longer: 前の方が.
  case former
  /// Asks without か: とは何だろう.
  case question
  /// Asks for a reason, or for how long yet: なぜ, いつまで.
  case complaint = "why"
  /// Says that something is more than it is called: 単なる…ではない.
  case mere
  /// Makes a denial behind it the highest praise or blame: これほど…はない.
  case superlative
  /// Nothing: what the word is in the grammar says enough.
  case role

  /// Whether it judges by itself.
  @inline(__always)
  var isPolar: Bool { self == .positive || self == .negative }

  /// Whether growth and shrinking of it judge.
  @inline(__always)
  var isThing: Bool { self == .goodThing || self == .badThing }

  /// Whether it tells a height, not a movement.
  @inline(__always)
  var isDegree: Bool { self == .high || self == .low }

  /// Whether a clause ends with it.
  @inline(__always)
  var separates: Bool { self == .contrast || self == .condition }

  /// Whether a judgement may be made of it, of its growth, or of its lack.
  @inline(__always)
  var mayJudge: Bool { sign != 0 || direction != 0 || self == .lack || self == .lacking }

  /// 1 for growth and height, -1 for their contraries, 0 for all else.
  @inline(__always)
  var direction: Float {
    switch self {
    case .up, .high, .exceed: 1
    case .down, .low, .fallShort: -1
    default: 0
    }
  }

  /// 1 for what is good or better in greater numbers, -1 for the contrary, 0 for all else.
  @inline(__always)
  var sign: Float {
    switch self {
    case .positive, .goodThing: 1
    case .negative, .badThing: -1
    default: 0
    }
  }
}
