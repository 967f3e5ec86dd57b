/// What a word of a plain word list is.
public enum WordKind: String, CaseIterable, Sendable {
  /// A common noun; what a word is whose kind is not given.
  case noun
  /// A noun that する makes a verb of.
  case verbalNoun = "verbal-noun"
  /// A noun that な makes an adjective of.
  case adjectivalNoun = "adjectival-noun"
  /// A person.
  case person
  /// A company, an office, a team, a band.
  case organization
  /// A place, a building, a station.
  case place
  /// A product, a service, a named technology.
  case product
  /// An event.
  case event
  /// A book, a film, a game, a song.
  case work
}

extension WordKind {
  /// The first four columns of such a word's feature.
  func parts(in family: FeatureLayout.Family) -> [String] {
    switch family {
    case .ipadic: ipadicParts
    case .unidic: unidicParts
    case .juman: jumanParts
    }
  }

  /// The class of such a word.
  func partOfSpeech(in family: FeatureLayout.Family) -> PartOfSpeech {
    let parts = parts(in: family).map { $0 == "*" ? "" : $0 }
    return switch family {
    case .ipadic: PartOfSpeech(ipadic: parts)
    case .unidic: PartOfSpeech(unidic: parts)
    case .juman: PartOfSpeech(juman: parts)
    }
  }

  /// Whether a word of the class `part` that a dictionary has is good enough as a word of this kind.
  func isFitting(_ part: PartOfSpeech, in family: FeatureLayout.Family) -> Bool {
    switch self {
    case .noun: part.isContentNoun || part == .counterSuffix || part == .nounSuffix
    case .person: part == .personName || part == .surname || part == .givenName
    case .place: part == .place || part == .country
    default: part == partOfSpeech(in: family)
    }
  }

  private var ipadicParts: [String] {
    switch self {
    case .noun: ["名詞", "一般", "*", "*"]
    case .verbalNoun: ["名詞", "サ変接続", "*", "*"]
    case .adjectivalNoun: ["名詞", "形容動詞語幹", "*", "*"]
    case .person: ["名詞", "固有名詞", "人名", "一般"]
    case .organization: ["名詞", "固有名詞", "組織", "*"]
    case .place: ["名詞", "固有名詞", "地域", "一般"]
    case .product, .event, .work: ["名詞", "固有名詞", "一般", "*"]
    }
  }

  /// UniDic 3 has no class for organizations.
  private var unidicParts: [String] {
    switch self {
    case .noun: ["名詞", "普通名詞", "一般", "*"]
    case .verbalNoun: ["名詞", "普通名詞", "サ変可能", "*"]
    case .adjectivalNoun: ["形状詞", "一般", "*", "*"]
    case .person: ["名詞", "固有名詞", "人名", "一般"]
    case .place: ["名詞", "固有名詞", "地名", "一般"]
    case .organization, .product, .event, .work: ["名詞", "固有名詞", "一般", "*"]
    }
  }

  private var jumanParts: [String] {
    switch self {
    case .noun: ["名詞", "普通名詞", "*", "*"]
    case .verbalNoun: ["名詞", "サ変名詞", "*", "*"]
    case .adjectivalNoun: ["形容詞", "*", "ナ形容詞", "語幹"]
    case .person: ["名詞", "人名", "*", "*"]
    case .organization: ["名詞", "組織名", "*", "*"]
    case .place: ["名詞", "地名", "*", "*"]
    case .product, .event, .work: ["名詞", "固有名詞", "*", "*"]
    }
  }
}
