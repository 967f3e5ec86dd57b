import Morphology
import TextCore

extension GrammarRole {
  /// The role of a lexeme.
  init(_ lexeme: Int, in lexemes: borrowing LexemeTable, _ words: borrowing GrammarWords) {
    let (surface, base) = (lexemes.surfaces[lexeme], lexemes.baseForms[lexeme])
    let part = lexemes.partsOfSpeech[lexeme]
    let pool = lexemes.vocabulary.pool.span
    let asBase = words.senses(of: pool.extracting(lexemes.vocabulary.range(of: base)))
    // Nothing depends on the surface of a verb.
    let asksSurface = base != surface && part != .verb && part != .dependentVerb
    let asSurface = asksSurface ? words.senses(of: pool.extracting(lexemes.vocabulary.range(of: surface))) : asBase
    self =
      Self.inflecting(asBase, lexemes.forms[lexeme], part) ?? Self.particle(asSurface, part)
      ?? Self.content(asSurface, part)
  }

  private static func inflecting(_ base: GrammarWords.Sense, _ form: InflectionForm, _ part: PartOfSpeech) -> Self? {
    switch part {
    case .auxiliary, .adjective, .dependentAdjective, .verbSuffix, .nounSuffix, .adjectivalNoun, .commonNoun:
      if base.contains(.negation) { return .negation }
      if base.contains(.auxiliaryNegation) { return part == .auxiliary ? .negation : nil }
      if base.contains(.polite) { return .polite }
      if base.contains(.desire) { return .desire }
      if base.contains(.ease) { return part == .adjective ? nil : .ease }
      if base.contains(.difficulty) { return part == .dependentAdjective ? .difficulty : nil }
      if part == .auxiliary {
        if base.contains(.past) { return form == .conditional ? .conditional : .past }
        if base.contains(.copula), form == .conditional { return .conditional }
      }
      return part == .auxiliary || part == .verbSuffix ? .auxiliary : nil
    case .verb, .dependentVerb:
      if base.contains(.excess) { return .excess }
      if base.contains(.passing) { return part == .dependentVerb ? .excess : nil }
      if base.contains(.existence) { return .existence }
      if base.contains(.regret) { return .regret }
      if base.contains(.benefit) { return .benefit }
      if base.contains(.potential) { return .potential }
      if base.contains(.lightVerb) { return .lightVerb }
      return base.contains(.cognition) ? .cognition : nil
    default: return nil
    }
  }

  private static func particle(_ surface: GrammarWords.Sense, _ part: PartOfSpeech) -> Self? {
    switch part {
    case .bindingParticle: return surface.contains(.only) ? .only : .topic
    case .caseParticle:
      if surface.contains(.subject) { return .subject }
      if surface.contains(.object) { return .object }
      if surface.contains(.quote) { return .quote }
      if surface.contains(.colloquialQuote) { return .topic }
      return surface.contains(.quoteAdnominal) ? .quoteAdnominal : .oblique
    case .adnominalParticle: return .genitive
    case .conjunctiveParticle:
      if surface.contains(.te) { return .te }
      if surface.contains(.concession) { return .concession }
      return surface.contains(.conditional) ? .conditional : .clause
    case .finalParticle: return surface.contains(.asking) ? .question : .final
    case .adverbialParticle:
      return surface.contains(.only) ? .only : surface.contains(.asking) ? .question : .phrase
    case .otherParticle: return surface.contains(.asking) ? .question : .phrase
    default: return nil
    }
  }

  private static func content(_ surface: GrammarWords.Sense, _ part: PartOfSpeech) -> Self {
    switch part {
    case .commonNoun, .properNoun, .personName, .surname, .givenName, .organization, .place, .country, .pronoun:
      return surface.contains(.lightNoun) ? .lightNoun : .noun
    case .verbalNoun: return .verbalNoun
    case .adjectivalNoun: return .adjectivalNoun
    case .numeral, .counterSuffix: return .numeral
    case .nounSuffix, .nameSuffix, .placeSuffix: return surface.contains(.manner) ? .auxiliary : .suffix
    case .dependentNoun:
      return surface.isDisjoint(with: [.manner, .likeness]) ? .lightNoun : .auxiliary
    case .adverbialNoun: return surface.contains(.lightNoun) ? .lightNoun : .adverbialNoun
    case .verb, .dependentVerb, .verbSuffix: return .verb
    case .adjective, .dependentAdjective: return .adjective
    case .adverb, .filler, .interjection: return .adverb
    case .adnominal: return .adnominal
    case .conjunction: return .conjunction
    case .prefix: return .prefix
    case .fullStop: return surface.contains(.questionMark) ? .questionMark : .stop
    case .comma: return .comma
    case .openBracket: return .openBracket
    case .closeBracket: return .closeBracket
    case .symbol, .space:
      return surface.contains(.questionMark) ? .questionMark : surface.contains(.exclamationMark) ? .stop : .symbol
    default: return .other
    }
  }
}
