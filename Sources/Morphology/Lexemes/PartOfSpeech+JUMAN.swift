extension PartOfSpeech {
  /// The class of a word of JUMAN, by the first four columns of its feature.
  init(juman parts: [String]) {
    switch parts[0] {
    case "名詞": self = Self.jumanNoun(parts[1])
    case "指示詞":
      switch parts[1] {
      case "名詞形態指示詞": self = .pronoun
      case "連体詞形態指示詞": self = .adnominal
      default: self = .adverb
      }
    case "動詞": self = .verb
    case "形容詞": self = parts[2].hasPrefix("ナ") ? .adjectivalNoun : .adjective
    case "副詞": self = .adverb
    case "連体詞": self = .adnominal
    case "接続詞": self = .conjunction
    case "感動詞": self = .interjection
    case "接頭辞": self = .prefix
    case "接尾辞":
      switch parts[1] {
      case "動詞性接尾辞": self = .verbSuffix
      case "形容詞性述語接尾辞", "形容詞性名詞接尾辞": self = .dependentAdjective
      case "名詞性名詞助数辞": self = .counterSuffix
      default: self = .nounSuffix
      }
    case "助動詞", "判定詞": self = .auxiliary
    case "助詞":
      switch parts[1] {
      case "格助詞": self = .caseParticle
      case "副助詞": self = .adverbialParticle
      case "接続助詞": self = .conjunctiveParticle
      case "終助詞": self = .finalParticle
      default: self = .otherParticle
      }
    case "特殊": self = Self.punctuation(parts[1])
    default: self = .other
    }
  }

  private static func jumanNoun(_ kind: String) -> PartOfSpeech {
    switch kind {
    case "サ変名詞": .verbalNoun
    case "固有名詞": .properNoun
    case "人名": .personName
    case "組織名": .organization
    case "地名": .place
    case "数詞": .numeral
    case "形式名詞", "副詞的名詞": .dependentNoun
    case "時相名詞": .adverbialNoun
    default: .commonNoun
    }
  }
}
