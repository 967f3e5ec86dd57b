extension PartOfSpeech {
  /// The class of a word of IPADIC or NAIST-jdic, by the first four columns of its feature (`pos-id.def`).
  init(ipadic parts: [String]) {
    switch parts[0] {
    case "名詞": self = Self.ipadicNoun(parts)
    case "動詞": self = parts[1] == "自立" ? .verb : parts[1] == "接尾" ? .verbSuffix : .dependentVerb
    case "形容詞": self = parts[1] == "自立" ? .adjective : .dependentAdjective
    case "副詞": self = .adverb
    case "連体詞": self = .adnominal
    case "接続詞": self = .conjunction
    case "感動詞", "その他": self = .interjection
    case "フィラー": self = .filler
    case "接頭詞": self = .prefix
    case "助動詞": self = .auxiliary
    case "助詞": self = Self.ipadicParticle(parts[1])
    case "記号": self = Self.punctuation(parts[1])
    default: self = .other
    }
  }

  private static func ipadicNoun(_ parts: [String]) -> PartOfSpeech {
    switch parts[1] {
    case "サ変接続": .verbalNoun
    case "形容動詞語幹": .adjectivalNoun
    case "固有名詞": properNoun(parts[2], parts[3])
    case "数": .numeral
    case "代名詞": .pronoun
    case "副詞可能": .adverbialNoun
    case "非自立", "動詞非自立的", "特殊": .dependentNoun
    case "接続詞的": .conjunction
    case "接尾":
      switch parts[2] {
      case "助数詞": .counterSuffix
      case "人名": .nameSuffix
      case "地域": .placeSuffix
      default: .nounSuffix
      }
    default: .commonNoun
    }
  }

  /// The class of a proper noun by its two inner columns, which IPADIC and UniDic name nearly alike.
  static func properNoun(_ kind: String, _ detail: String) -> PartOfSpeech {
    switch kind {
    case "人名": detail == "姓" ? .surname : detail == "名" ? .givenName : .personName
    case "組織", "組織名": .organization
    case "地域", "地名": detail == "国" ? .country : .place
    default: .properNoun
    }
  }

  private static func ipadicParticle(_ kind: String) -> PartOfSpeech {
    switch kind {
    case "格助詞": .caseParticle
    case "係助詞": .bindingParticle
    case "副助詞": .adverbialParticle
    case "接続助詞": .conjunctiveParticle
    case "終助詞": .finalParticle
    case "連体化": .adnominalParticle
    default: .otherParticle
    }
  }

  /// The class of a symbol by its second column, which all dictionaries name nearly alike.
  static func punctuation(_ kind: String) -> PartOfSpeech {
    switch kind {
    case "句点": .fullStop
    case "読点": .comma
    case "括弧開", "括弧始": .openBracket
    case "括弧閉", "括弧終": .closeBracket
    case "空白": .space
    default: .symbol
    }
  }
}
