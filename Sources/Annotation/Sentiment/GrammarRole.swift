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
  /// は, も, しか.
  case topic
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

  /// Whether it can stand before a case particle.
  var isNominal: Bool {
    switch self {
    case .noun, .verbalNoun, .adjectivalNoun, .lightNoun, .suffix, .adverbialNoun, .numeral: true
    default: false
    }
  }

  /// Whether what stands before it is a noun.
  var marksNoun: Bool { self == .subject || self == .object || self == .genitive || self == .topic }

  /// Whether it only carries the form of the predicate before it.
  var isSupport: Bool {
    switch self {
    case .lightVerb, .regret, .benefit, .potential, .existence: true
    default: false
    }
  }

  /// Whether it inflects a predicate without denying it.
  var isInflection: Bool {
    switch self {
    case .past, .polite, .auxiliary, .desire, .ease, .difficulty, .excess: true
    default: false
    }
  }

  /// The role of a lexeme.
  init(_ lexeme: Int, in lexemes: borrowing LexemeTable) {
    // Most lexemes are nouns, and only short ones are more than that.
    let length = lexemes.vocabulary.range(of: lexemes.surfaces[lexeme]).count
    if length > Self.longestLightNoun, let role = Self.plainNoun(lexemes.partsOfSpeech[lexeme]) {
      self = role
      return
    }
    let base = lexemes.baseForm(of: UInt32(lexeme))
    let surface = lexemes.surface(of: UInt32(lexeme))
    let form = lexemes.forms[lexeme]
    let part = lexemes.partsOfSpeech[lexeme]
    self =
      Self.inflecting(base, surface, form, part) ?? Self.particle(surface, part) ?? Self.content(base, surface, part)
  }

  /// The bytes of the longest noun that is looked at.
  private static let longestLightNoun = 12

  private static func plainNoun(_ part: PartOfSpeech) -> GrammarRole? {
    switch part {
    case .commonNoun, .properNoun, .personName, .surname, .givenName, .organization, .place, .country: .noun
    case .verbalNoun: .verbalNoun
    case .adjectivalNoun: .adjectivalNoun
    default: nil
    }
  }

  private static func inflecting(
    _ base: String, _ surface: String, _ form: InflectionForm, _ part: PartOfSpeech
  ) -> GrammarRole? {
    switch part {
    case .auxiliary, .adjective, .dependentAdjective, .verbSuffix, .nounSuffix, .adjectivalNoun, .commonNoun:
      switch base {
      case "ない", "無い", "ぬ", "まい", "なし", "無し": return .negation
      case "ん", "ず", "ざる": return part == .auxiliary ? .negation : nil
      case "ます": return .polite
      case "たい", "ほしい", "欲しい": return .desire
      case "やすい", "易い": return part == .adjective ? nil : .ease
      case "にくい", "づらい", "がたい", "難い", "辛い": return part == .dependentAdjective ? .difficulty : nil
      case "た" where part == .auxiliary: return form == .conditional ? .conditional : .past
      case "だ" where part == .auxiliary && form == .conditional: return .conditional
      default: return part == .auxiliary || part == .verbSuffix ? .auxiliary : nil
      }
    case .verb, .dependentVerb:
      switch base {
      case "すぎる", "過ぎる": return part == .dependentVerb || base == "すぎる" ? .excess : nil
      case "ある", "有る", "ござる", "いらっしゃる": return .existence
      case "しまう", "ちゃう", "じゃう": return .regret
      case "くれる", "くださる", "下さる", "もらえる", "いただける", "頂ける": return .benefit
      case "できる", "出来る": return .potential
      case "する", "なる", "いる", "居る", "くる", "来る", "いく", "行く", "みる", "おく", "もらう", "いただく", "頂く", "あげる",
        "得る", "える", "致す", "いたす", "おる",
        "てる", "続ける", "始める", "出す", "れる", "られる", "せる", "させる", "切る", "きる", "がる", "まいる", "参る", "成る":
        return .lightVerb
      case "言う", "いう", "思う", "おもう", "感じる", "考える", "言える", "いえる", "思える", "見る", "見える", "聞く", "呼ぶ",
        "呼べる":
        return .cognition
      default: return nil
      }
    default: return nil
    }
  }

  private static func particle(_ surface: String, _ part: PartOfSpeech) -> GrammarRole? {
    switch part {
    case .bindingParticle: return .topic
    case .caseParticle:
      switch surface {
      case "が": return .subject
      case "を": return .object
      case "と": return .quote
      case "って": return .topic
      case "という", "といった", "っていう", "との": return .quoteAdnominal
      default: return .oblique
      }
    case .adnominalParticle: return .genitive
    case .conjunctiveParticle:
      switch surface {
      case "て", "で", "ちゃ", "じゃ": return .te
      case "が", "けど", "けれど", "けれども", "ものの", "のに", "とはいえ", "ども", "くせに", "ところが", "も", "つつも": return .concession
      case "ば", "と", "たら", "なら", "んじゃ": return .conditional
      default: return .clause
      }
    case .finalParticle: return surface == "か" ? .question : .final
    case .adverbialParticle: return surface == "しか" ? .topic : surface == "か" ? .question : .phrase
    case .otherParticle: return surface == "か" ? .question : .phrase
    default: return nil
    }
  }

  private static func content(_ base: String, _ surface: String, _ part: PartOfSpeech) -> GrammarRole {
    switch part {
    case .commonNoun, .properNoun, .personName, .surname, .givenName, .organization, .place, .country, .pronoun:
      return lightNouns.contains(surface) ? .lightNoun : .noun
    case .verbalNoun: return .verbalNoun
    case .adjectivalNoun: return .adjectivalNoun
    case .numeral, .counterSuffix: return .numeral
    case .nounSuffix, .nameSuffix, .placeSuffix: return surface == "そう" || surface == "よう" ? .auxiliary : .suffix
    case .dependentNoun: return surface == "よう" || surface == "そう" || surface == "みたい" ? .auxiliary : .lightNoun
    case .adverbialNoun: return lightNouns.contains(surface) ? .lightNoun : .adverbialNoun
    case .verb, .dependentVerb, .verbSuffix: return .verb
    case .adjective, .dependentAdjective: return .adjective
    case .adverb, .filler, .interjection: return .adverb
    case .adnominal: return .adnominal
    case .conjunction: return .conjunction
    case .prefix: return .prefix
    case .fullStop: return surface == "?" || surface == "？" ? .questionMark : .stop
    case .comma: return .comma
    case .openBracket: return .openBracket
    case .closeBracket: return .closeBracket
    case .symbol, .space: return surface == "?" || surface == "？" ? .questionMark : surface == "!" ? .stop : .symbol
    default: return .other
    }
  }

  /// Nouns that mostly carry what stands before them.
  private static let lightNouns: Set<String> = [
    "こと", "事", "もの", "物", "の", "わけ", "訳", "はず", "点", "ところ", "所", "気", "感じ", "印象", "部分", "箇所", "面",
    "人", "方", "声", "様子", "気持ち", "思い", "可能性", "状態", "状況", "傾向", "結果",
  ]
}
