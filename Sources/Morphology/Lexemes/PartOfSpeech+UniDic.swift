extension PartOfSpeech {
  /// The class of a word of UniDic, by the first four columns of its feature.
  ///
  /// UniDic names what a word can be, not what it is where it stands: 非自立可能 verbs (する, いる, 見る) count as
  /// dependent, 非自立可能 adjectives (良い, ない) as independent.
  init(unidic parts: [String]) {
    switch parts[0] {
    case "名詞": self = Self.unidicNoun(parts)
    case "代名詞": self = .pronoun
    case "形状詞": self = parts[1] == "助動詞語幹" ? .dependentNoun : .adjectivalNoun
    case "動詞": self = parts[1] == "非自立可能" ? .dependentVerb : .verb
    case "形容詞": self = .adjective
    case "副詞": self = .adverb
    case "連体詞": self = .adnominal
    case "接続詞": self = .conjunction
    case "感動詞": self = parts[1] == "フィラー" ? .filler : .interjection
    case "接頭辞": self = .prefix
    case "接尾辞":
      switch parts[1] {
      case "動詞的": self = .verbSuffix
      case "形容詞的": self = .dependentAdjective
      default: self = parts[2] == "助数詞" ? .counterSuffix : .nounSuffix
      }
    case "助動詞": self = .auxiliary
    case "助詞": self = Self.unidicParticle(parts[1])
    case "補助記号", "記号": self = Self.punctuation(parts[1])
    case "空白": self = .space
    default: self = .other
    }
  }

  private static func unidicNoun(_ parts: [String]) -> PartOfSpeech {
    switch parts[1] {
    case "固有名詞": properNoun(parts[2], parts[3])
    case "数詞": .numeral
    case "助動詞語幹": .dependentNoun
    default:
      switch parts[2] {
      case "サ変可能", "サ変形状詞可能": .verbalNoun
      case "形状詞可能": .adjectivalNoun
      case "副詞可能": .adverbialNoun
      case "助数詞可能": .counterSuffix
      default: .commonNoun
      }
    }
  }

  private static func unidicParticle(_ kind: String) -> PartOfSpeech {
    switch kind {
    case "格助詞": .caseParticle
    case "係助詞": .bindingParticle
    case "副助詞": .adverbialParticle
    case "接続助詞": .conjunctiveParticle
    case "終助詞": .finalParticle
    default: .otherParticle
    }
  }
}
