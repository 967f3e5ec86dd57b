import Morphology
import TextCore

/// What each lexeme does for the figures of readability, read off its class once.
struct ReadabilityRoles {
  /// What a word does in a clause.
  enum Clause: UInt8 {
    /// Adverbs and particles that are not counted.
    case neutral
    /// A noun, or what stands with one.
    case nominal
    /// の between nouns.
    case genitive
    // The particles that are counted.
    case ga, wa, wo
    /// に.
    case ni
    /// A predicate, a comma, a bracket: a new clause begins behind it.
    case boundary

    /// Where a counted particle stands in a list of them; `nil` for anything else.
    var counted: Int? {
      rawValue >= Clause.ga.rawValue && rawValue <= Clause.wo.rawValue ? Int(rawValue - Clause.ga.rawValue) : nil
    }

    /// The number of particles that are counted.
    static let countedKinds = 3
  }

  /// What a word does at the end of a sentence.
  enum Ending: UInt8 {
    /// Neither a predicate nor a noun.
    case other
    case noun
    /// ます, です, and ください.
    case polite
    /// Another auxiliary, in a form that can end a sentence or not.
    case auxiliary, openAuxiliary
    /// A verb or an adjective in a form that can end a sentence.
    case predicate
    /// A particle that may stand behind the predicate: よ, か, けど.
    case particle
    case mark, stop, openBracket, closeBracket
    /// A closing bracket and a full stop that MeCab takes for one sign.
    case closedStop
  }

  private(set) var clauses: [Clause] = []
  private(set) var endings: [Ending] = []
  /// The number of the origin of each content word; `unknownOrigin` for others.
  private(set) var origins: [UInt8] = []
  private var generation = -1
  private let words = ReadabilityWords()

  static let unknownOrigin: UInt8 = 0xFF

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      clauses.removeAll(keepingCapacity: true)
      endings.removeAll(keepingCapacity: true)
      origins.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    for lexeme in clauses.count..<max(clauses.count, lexemes.count) {
      let pool = lexemes.vocabulary.pool.span
      let surface = words.sense(of: pool.extracting(lexemes.vocabulary.range(of: lexemes.surfaces[lexeme])))
      let base = words.sense(of: pool.extracting(lexemes.vocabulary.range(of: lexemes.baseForms[lexeme])))
      let part = lexemes.partsOfSpeech[lexeme]
      clauses.append(Self.clause(part, surface))
      endings.append(Self.ending(part, lexemes.forms[lexeme], surface: surface, base: base))
      let origin = Self.isContent(part) ? lexemes.origin(of: UInt32(lexeme)) : nil
      origins.append(origin?.rawValue ?? Self.unknownOrigin)
    }
  }

  private static func clause(_ part: PartOfSpeech, _ surface: ReadabilityWords.Sense) -> Clause {
    switch part {
    case .commonNoun, .verbalNoun, .adjectivalNoun, .properNoun, .personName, .surname, .givenName, .organization,
      .place, .country, .pronoun, .numeral, .counterSuffix, .nounSuffix, .nameSuffix, .placeSuffix,
      .dependentNoun, .adverbialNoun, .prefix, .adnominal:
      return .nominal
    case .adnominalParticle: return .genitive
    case .caseParticle:
      switch surface {
      case .ga: return .ga
      case .wo: return .wo
      case .ni: return .ni
      case .quote: return .boundary
      default: return .neutral
      }
    case .bindingParticle: return surface == .wa ? .wa : .neutral
    case .adverb, .adverbialParticle, .otherParticle: return .neutral
    default: return .boundary
    }
  }

  private static func ending(
    _ part: PartOfSpeech, _ form: InflectionForm, surface: ReadabilityWords.Sense, base: ReadabilityWords.Sense
  ) -> Ending {
    let ends = form == .terminal || form == .imperative
    switch part {
    case .fullStop: return .stop
    case .symbol: return surface == .stop ? .stop : surface == .closedStop ? .closedStop : .mark
    case .comma, .space: return .mark
    case .openBracket: return .openBracket
    case .closeBracket: return .closeBracket
    case .finalParticle, .conjunctiveParticle, .otherParticle: return .particle
    case .auxiliary, .verbSuffix:
      if base == .polite || surface == .polite { return .polite }
      // まい, う and ん have one form, which IPADIC names 基本形 as well.
      return ends || form == .none ? .auxiliary : .openAuxiliary
    case .verb, .dependentVerb:
      if base == .please, form == .imperative { return .polite }
      return ends ? .predicate : .other
    case .adjective, .dependentAdjective: return ends ? .predicate : .other
    case _ where part.isContentNoun: return .noun
    case .pronoun, .numeral, .counterSuffix, .nounSuffix, .nameSuffix, .placeSuffix, .dependentNoun: return .noun
    default: return .other
    }
  }

  /// Nouns, verbs, adjectives and adverbs, without names and numbers, which have no origin that tells of the style.
  private static func isContent(_ part: PartOfSpeech) -> Bool {
    switch part {
    case .commonNoun, .verbalNoun, .adjectivalNoun, .adverbialNoun, .verb, .dependentVerb, .adjective,
      .dependentAdjective, .adverb:
      true
    default: false
    }
  }
}

/// The words whose role their class alone does not tell, known by their bytes.
struct ReadabilityWords {
  enum Sense: UInt8 {
    case none, ga, wa, wo, ni, quote, polite, please, stop, closedStop
  }

  private static let table: [(Sense, String)] = [
    (.ga, "が"), (.wa, "は"), (.wo, "を"), (.ni, "に"), (.quote, "と って"),
    // JUMAN has its inflected forms under だ.
    (.polite, "です ます でし でした でしょ でしょう ませ まし ません ました ましょ ましょう"),
    (.please, "くださる 下さる"),
    (.stop, "! ？ ? ！ … 。 ． ♪ ☆ ★"),
    (.closedStop, ")。 )． )! )? )… ]。"),
  ]

  // A word of two rows keeps the sense of the first.
  private let words = WordTable(table) { _, _ in }

  /// What `word` is.
  func sense(of word: Span<UInt8>) -> Sense { words[word] ?? .none }
}
