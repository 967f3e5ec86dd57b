import Morphology
import TextCore

/// What a word does in the grammar of a sentence, as far as composition asks.
enum GrammarRole: UInt8 {
  // Content words.
  case other, noun, verbalNoun, adjectivalNoun, verb, adjective, adverb, adnominal, prefix, suffix
  /// 今, 全部: a noun that also stands as an adverb.
  case adverbialNoun
  /// Digits and what counts with them.
  case numeral
  /// こと, 点, 印象: a noun that only carries what stands before it.
  case lightNoun
  /// する, なる, いる and others that only carry a form.
  case lightVerb
  /// しまう: what happened is regretted.
  case regret
  /// くれる: what happened is welcome.
  case benefit
  /// できる.
  case potential
  /// 思う, 言う, 感じる behind と.
  case cognition
  /// ある.
  case existence

  // What inflects.
  /// ない, ん, ず, まい.
  case negation
  /// た.
  case past
  /// ます.
  case polite
  /// たい, ほしい.
  case desire
  /// Any other auxiliary.
  case auxiliary
  /// やすい behind a verb.
  case ease
  /// にくい behind a verb.
  case difficulty
  /// すぎる.
  case excess

  // Particles.
  /// は, も.
  case topic
  /// しか: the denial behind it denies nothing of what stands before it.
  case only
  /// が, the case.
  case subject
  /// を.
  case object
  /// に, へ, で, から, より and other cases.
  case oblique
  /// と.
  case quote
  /// という, といった.
  case quoteAdnominal
  /// の between nouns.
  case genitive
  /// や, か, など, だけ and others within a phrase.
  case phrase
  /// て.
  case te
  /// が, けれど, のに: sets what follows against what stands before.
  case concession
  /// ので, から, し, つつ.
  case clause
  /// ば, たら, なら, the conditional と.
  case conditional
  /// ね, よ.
  case final
  /// か at the end.
  case question

  // Signs.
  case conjunction, comma, stop, questionMark, openBracket, closeBracket, symbol

  /// One more than the greatest raw value may be: sets of roles have a bit for each.
  static let limit = 64

  /// Whether it can stand before a case particle.
  @inline(__always)
  var isNominal: Bool {
    switch self {
    case .noun, .verbalNoun, .adjectivalNoun, .lightNoun, .suffix, .adverbialNoun, .numeral: true
    default: false
    }
  }

  /// Whether what stands before it is a noun.
  @inline(__always)
  var marksNoun: Bool { self == .subject || self == .object || self == .genitive || self == .topic || self == .only }

  /// Whether it only carries the form of the predicate before it.
  @inline(__always)
  var isSupport: Bool {
    switch self {
    case .lightVerb, .regret, .benefit, .potential, .existence: true
    default: false
    }
  }

  /// Whether it inflects a predicate without denying it.
  @inline(__always)
  var isInflection: Bool {
    switch self {
    case .past, .polite, .auxiliary, .desire, .ease, .difficulty, .excess: true
    default: false
    }
  }
}
