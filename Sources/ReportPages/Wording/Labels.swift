internal import Annotation
internal import ArchiveAnalysis
internal import ArticleAnalysis

extension EntityType {
  /// What the type is called.
  var phrase: Phrase {
    switch self {
    case .person: Phrase("人物", "Person")
    case .organization: Phrase("組織", "Organization")
    case .location: Phrase("場所", "Place")
    case .facility: Phrase("施設", "Facility")
    case .product: Phrase("製品・作品", "Product")
    case .event: Phrase("催し", "Event")
    case .law: Phrase("法令", "Law")
    case .date: Phrase("日付", "Date")
    case .time: Phrase("時刻", "Time")
    case .money: Phrase("金額", "Money")
    case .percent: Phrase("割合", "Share")
    case .quantity: Phrase("数量", "Quantity")
    }
  }

  /// The types of names, in the order in which they are shown.
  static let shownNames: [EntityType] = [.organization, .product, .person, .location, .facility, .event, .law]
}

extension RelationType {
  /// What the deal is called.
  var phrase: Phrase {
    switch self {
    case .investment: Phrase("投資", "Investment")
    case .acquisition: Phrase("買収", "Acquisition")
    case .contract: Phrase("契約", "Contract")
    case .funding: Phrase("資金調達", "Funding")
    case .partnership: Phrase("提携", "Partnership")
    case .capitalExpenditure: Phrase("設備投資", "Capital expenditure")
    }
  }

  /// The sign between the parties: a partnership has no direction.
  var arrow: String { self == .partnership ? "↔" : "→" }
}

extension Certainty {
  /// What is said of a deal that an article does not state itself.
  var phrase: Phrase? {
    switch self {
    case .stated: nil
    case .planned: Phrase("予定", "planned")
    case .reported: Phrase("伝聞", "reported")
    case .denied: Phrase("否定", "denied")
    }
  }
}

extension Polarity {
  /// What a judgment is called.
  var phrase: Phrase {
    switch self {
    case .positive: Phrase("肯定", "Positive")
    case .negative: Phrase("否定", "Negative")
    case .neutral: Phrase("中立", "Neutral")
    case .mixed: Phrase("両方", "Both")
    }
  }

  /// The number of the series that it has in charts.
  var series: Int {
    switch self {
    case .positive: 0
    case .negative: 3
    case .mixed: 4
    case .neutral: 6
    }
  }

  /// The judgments as they stand one on the other.
  static let stacked: [Polarity] = [.positive, .mixed, .neutral, .negative]
}

extension VariantGroup.Kind {
  /// In what the spellings differ.
  var phrase: Phrase {
    switch self {
    case .katakana: Phrase("カタカナ", "Katakana")
    case .middleDot: Phrase("中黒", "Middle dot")
    case .width: Phrase("全角と半角", "Width")
    case .letterCase: Phrase("大文字と小文字", "Letter case")
    case .okurigana: Phrase("送り仮名", "Okurigana")
    case .kanji: Phrase("漢字とかな", "Kanji or kana")
    }
  }
}

extension TagFindings.Pasted.Kind {
  /// Why a tag says little.
  var phrase: Phrase {
    switch self {
    case .uninformative: Phrase("見分ける役に立っていない", "tells little")
    case .mentioned: Phrase("ひとことでも出れば付けられている", "on every article that has the word")
    }
  }
}

extension TopicKind {
  /// What a topic of this kind is called.
  var phrase: Phrase {
    switch self {
    case .tag: .tag
    case .category: .category
    case .entity: .entity
    case .term: .term
    }
  }
}

extension PageContext {
  /// A day as people write it.
  func day(_ day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return day }
    return language == .japanese
      ? "\(parts[0])年\(parts[1])月\(parts[2])日" : "\(parts[2]) \(Self.englishMonths[parts[1] - 1]) \(parts[0])"
  }

  /// A month as people write it.
  func month(_ month: String) -> String {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...12).contains(parts[1]) else { return month }
    return language == .japanese ? "\(parts[0])年\(parts[1])月" : "\(Self.englishMonths[parts[1] - 1]) \(parts[0])"
  }

  /// Minutes to read, rounded up.
  package func minutes(_ seconds: Int) -> String { text(.minutes, FigureText.integer(max(1, (seconds + 59) / 60))) }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
