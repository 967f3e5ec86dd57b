import Morphology
import TextCore

/// What the tagger's features say of one lexeme, as numbers.
struct LexemeTraits {
  /// What a lexeme does for the brackets of a sentence.
  enum Bracket: UInt8 {
    case none, opening, closing
  }

  // First what is asked of the neighbours of every place that is scored, side by side in memory.
  var surface: UInt64 = 1
  var partOfSpeech: UInt64 = 99
  /// The kinds of characters, runs folded: `Aa10` for iPhone15 becomes lower, upper, lower, digits.
  var shape: UInt64 = 1
  var firstCharacter: UInt64 = 1
  var lastCharacter: UInt64 = 1
  /// The bits of `WordClasses`.
  var classes: UInt64 = 0
  /// The kind of the last character.
  var kind: UInt64 = 0
  /// Whether it can be part of a run of nouns: nouns, unknown words, prefixes, suffixes, numerals.
  var isNominal = false
  /// Whether it stands in `bagOfWords`: nouns and verbs.
  var isContent = false
  var bracket = Bracket.none
  /// Whether one of the classes is of words that names begin or end with.
  var isOfNamingClass = false
  var baseForm: UInt64 = 1
  /// The first two and three characters and the last two and three; 0 where there are fewer.
  var firstTwo: UInt64 = 0
  var lastTwo: UInt64 = 0
  var firstThree: UInt64 = 0
  var lastThree: UInt64 = 0
  /// The number of characters, at most 8.
  var length: UInt64 = 0
  var isUnknown: UInt64 = 0

  /// What stands before the first and after the last morpheme of a sentence.
  static let boundary = LexemeTraits()

  /// Kanji, the kind of the last character that decides between two bags of words.
  static let hanKind: UInt64 = 6

  private static let middleDot = FeatureHash.string("・")

  private init() {}

  /// Reads a lexeme.
  init(_ lexeme: Int, of lexemes: borrowing LexemeTable, classes table: WordClasses) {
    let part = lexemes.partsOfSpeech[lexeme]
    let pool = lexemes.vocabulary.pool.span
    let text = pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[lexeme]))
    surface = FeatureHash.string(text)
    baseForm = FeatureHash.string(pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme])))
    partOfSpeech = UInt64(part.rawValue)
    isUnknown = lexemes.isUnknown[lexeme] ? 1 : 0
    // A middle dot joins the parts of a foreign name.
    isNominal = Self.isNominal(part) || surface == Self.middleDot
    isContent = isNominal || part == .verb
    bracket = part == .openBracket ? .opening : part == .closeBracket ? .closing : .none
    classes = table.mask(ofWord: surface)
    if classes == 0 { classes = table.mask(ofWord: baseForm) }
    isOfNamingClass = classes & table.naming != 0
    readCharacters(text)
  }

  private mutating func readCharacters(_ text: Span<UInt8>) {
    shape = 0
    var place = 0
    var run = 0
    var count: UInt64 = 0
    var lastKind: UInt64 = 99
    // The last three characters, the newest in the low bits.
    var window: UInt64 = 0
    while place < text.count {
      let (scalar, bytes) = UTF8Scan.scalar(at: place, in: text)
      place += bytes
      count += 1
      window = (window << 21 | UInt64(scalar)) & (1 << 63 - 1)
      if count == 1 { firstCharacter = window }
      if count == 2 { firstTwo = window }
      if count == 3 { firstThree = window }
      let kind = Self.kind(of: scalar)
      run = kind == lastKind ? run + 1 : 1
      if run == 1 { shape = shape &* 11 &+ kind }
      if run == 2 { shape = shape &* 11 &+ 10 }
      lastKind = kind
    }
    lastCharacter = window & (1 << 21 - 1)
    if count >= 2 { lastTwo = window & (1 << 42 - 1) }
    if count >= 3 { lastThree = window }
    length = min(count, 8)
    kind = lastKind
  }

  /// 1 digit, 2 upper case, 3 lower case, 4 hiragana, 5 katakana, 6 kanji, 7 other ASCII, 8 others.
  private static func kind(of scalar: UInt32) -> UInt64 {
    switch scalar {
    case 0x30...0x39: 1
    case 0x41...0x5A: 2
    case 0x61...0x7A: 3
    case 0x3041...0x309F: 4
    case 0x30A0...0x30FA, 0x30FC...0x30FF: 5
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005: hanKind
    case 0..<0x80: 7
    default: 8
    }
  }

  private static func isNominal(_ part: PartOfSpeech) -> Bool {
    switch part {
    case .commonNoun, .verbalNoun, .adjectivalNoun, .properNoun, .personName, .surname, .givenName, .organization,
      .place, .country, .pronoun, .numeral, .counterSuffix, .nounSuffix, .nameSuffix, .placeSuffix, .dependentNoun,
      .adverbialNoun, .prefix, .adnominal, .other:
      true
    default: false
    }
  }
}
