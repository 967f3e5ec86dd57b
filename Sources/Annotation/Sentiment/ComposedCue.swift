/// A judgement in a sentence: its words, and what the rules made of it.
struct ComposedCue {
  private var packedWords: PackedRange
  private let thingWord: Int32
  /// What the lexicon says, -1 to 1; 0 where the rules alone make the judgement.
  var base: Float
  /// What the rules made of it, -1 to 1.
  var value: Float
  /// The rules that had a part in it.
  var rules: CueRules = []
  /// The feelings that it speaks of.
  var emotions: EmotionSet = []

  init(
    words: Range<Int>, thing: Int? = nil, base: Float, value: Float, rules: CueRules = [], emotions: EmotionSet = []
  ) {
    packedWords = PackedRange(words)
    thingWord = thing.map { Int32(truncatingIfNeeded: $0) } ?? -1
    self.base = base
    self.value = value
    self.rules = rules
    self.emotions = emotions
  }

  /// The words, from the start of the sentence.
  @inline(__always)
  var words: Range<Int> {
    get { packedWords.range }
    set { packedWords = PackedRange(newValue) }
  }

  /// The word of the thing whose growth it judges, where that stands apart.
  @inline(__always)
  var thing: Int? { thingWord < 0 ? nil : Int(thingWord) }
}

/// How strongly the rules work. Where no source is named, the figures were set by hand on sentences written for kiji.
enum CompositionWeights {
  /// What is left of a good thing denied. Denial of praise is weaker than blame (Taboada et al. 2011, "Lexicon-based
  /// methods for sentiment analysis", shift rather than turn).
  static let deniedGood: Float = -0.8
  /// What is made of a bad thing denied: 悪くない is fainter praise than 良い.
  static let deniedBad: Float = -0.6
  /// What is left after two denials.
  static let doublyDenied: Float = 0.6
  /// What a removed bad or good thing counts.
  static let removed: Float = -0.8
  /// A bad thing that is named, and of which nothing is said.
  static let namedBadThing: Float = 0.3
  static let intensified: Float = 1.4
  static let diminished: Float = 0.7
  static let hedged: Float = 0.6
  static let reported: Float = 0.8
  /// What stands under a condition is not said to be so.
  static let conditional: Float = 0.3
  /// What has to be is not said to be.
  static let needed: Float = 0.3
  static let advised: Float = 0.4
  static let asked: Float = 0.35
  /// What stands before a contrast.
  static let contrasted: Float = 0.5
  static let quoted: Float = 0.6
  static let subject: Float = 0.1
  static let governed: Float = 0.2
  /// A good thing that is wished for is lacking.
  static let wished: Float = -0.5
  /// What is lacked, where nothing else is known of it.
  static let lacked: Float = -0.4
  /// Excess, ease and difficulty of what the lexicon does not judge.
  static let excess: Float = -0.5
  static let ease: Float = 0.4
  static let difficulty: Float = -0.5
}
