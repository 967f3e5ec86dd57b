/// What a word is in the sentence, in one set of classes for all dictionaries.
///
/// The classes are those of IPADIC, brought together where no stage tells them apart. Where a dictionary does not
/// make a difference, its words get the wider class.
public enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  /// 名詞,一般 and nouns that no other class fits.
  case commonNoun
  /// A noun that する makes a verb of: サ変接続, サ変可能.
  case verbalNoun
  /// A noun that な makes an adjective of: 形容動詞語幹, 形状詞, JUMAN's ナ形容詞.
  case adjectivalNoun
  /// A proper noun of no other kind: products, works, events.
  case properNoun
  /// A person's whole name, or one that is neither surname nor given name for sure.
  case personName
  /// A surname.
  case surname
  /// A given name.
  case givenName
  /// An organization.
  case organization
  /// A place.
  case place
  /// A country.
  case country
  /// A pronoun.
  case pronoun
  /// Digits and words for numbers.
  case numeral
  /// A counter after a numeral: 円, 年, 人.
  case counterSuffix
  /// A suffix that makes a noun: 化, 的, 性.
  case nounSuffix
  /// A suffix of names of persons: 氏, さん. IPADIC and NAIST-jdic only.
  case nameSuffix
  /// A suffix of names of places: 市, 県. IPADIC and NAIST-jdic only.
  case placeSuffix
  /// A noun that does not stand alone: こと, もの, ため.
  case dependentNoun
  /// A noun that also stands as an adverb: 今日, 前.
  case adverbialNoun
  /// A verb.
  case verb
  /// A verb behind another one: 〜ている's いる. In UniDic every verb that can be one.
  case dependentVerb
  /// A suffix that makes a verb: れる, せる.
  case verbSuffix
  /// An adjective in い.
  case adjective
  /// An adjective behind another word: 〜にくい, 〜っぽい.
  case dependentAdjective
  /// An adverb.
  case adverb
  /// A word that only stands before a noun: この, 大きな.
  case adnominal
  /// A conjunction.
  case conjunction
  /// An interjection.
  case interjection
  /// A filler: えーと.
  case filler
  /// A prefix.
  case prefix
  /// A case particle: が, を, に.
  case caseParticle
  /// A binding particle: は, も.
  case bindingParticle
  /// An adverbial particle: だけ, まで.
  case adverbialParticle
  /// A conjunctive particle: て, ので.
  case conjunctiveParticle
  /// の between nouns.
  case adnominalParticle
  /// A sentence-final particle: ね, よ.
  case finalParticle
  /// A particle of another kind: や, と between nouns, か.
  case otherParticle
  /// An auxiliary: た, です, ない.
  case auxiliary
  /// A full stop.
  case fullStop
  /// A comma.
  case comma
  /// An opening bracket or quotation mark.
  case openBracket
  /// A closing bracket or quotation mark.
  case closeBracket
  /// Any other symbol.
  case symbol
  /// White space that is a word of the dictionary.
  case space
  /// Anything else.
  case other

  /// Whether it is a noun that can be, or be part of, a term: no pronoun, numeral, suffix or dependent noun.
  @inlinable public var isContentNoun: Bool {
    rawValue <= PartOfSpeech.country.rawValue || self == .adverbialNoun
  }

  /// Whether it is a proper noun of any kind.
  @inlinable public var isProperNoun: Bool {
    rawValue >= PartOfSpeech.properNoun.rawValue && rawValue <= PartOfSpeech.country.rawValue
  }

  /// Whether it is a particle of any kind.
  @inlinable public var isParticle: Bool {
    rawValue >= PartOfSpeech.caseParticle.rawValue && rawValue <= PartOfSpeech.otherParticle.rawValue
  }

  /// Whether it is punctuation, a bracket, another symbol or space.
  @inlinable public var isSymbol: Bool {
    rawValue >= PartOfSpeech.fullStop.rawValue && rawValue <= PartOfSpeech.space.rawValue
  }
}

/// The form that an inflected word stands in.
public enum InflectionForm: UInt8, CaseIterable, Sendable {
  /// The word does not inflect.
  case none
  /// 未然形, before ない.
  case irrealis
  /// 連用形, before ます and て.
  case continuative
  /// 基本形 or 終止形, at the end.
  case terminal
  /// 連体形, before a noun.
  case attributive
  /// 仮定形 and 已然形, before ば.
  case conditional
  /// 命令形.
  case imperative
  /// 意志推量形, before う.
  case volitional
  /// The stem alone.
  case stem
  /// A form that is none of these.
  case other
}
