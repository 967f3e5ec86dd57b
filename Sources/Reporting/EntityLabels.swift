import Annotation
import ArticleAnalysis

extension EntityType {
  /// The types of names, in the order in which people are shown them; the others are values.
  static let names: [EntityType] = [.person, .organization, .location, .facility, .product, .event, .law]

  /// What the type is called in Japanese.
  var label: String {
    switch self {
    case .person: "人物"
    case .organization: "組織"
    case .location: "場所"
    case .facility: "施設"
    case .product: "製品・作品"
    case .event: "催し"
    case .law: "法令"
    case .date: "日付"
    case .time: "時刻"
    case .money: "金額"
    case .percent: "割合"
    case .quantity: "数量"
    }
  }

  /// The style of a name of this type.
  var style: TextStyle {
    switch self {
    case .person: .green
    case .organization: .blue
    case .location: .yellow
    case .facility: .cyan
    case .product: .magenta
    case .event: .red
    case .law: .bold
    case .date, .time, .money, .percent, .quantity: .dim
    }
  }
}

extension RelationType {
  /// What the deal is called in Japanese.
  var label: String {
    switch self {
    case .investment: "投資"
    case .acquisition: "買収"
    case .contract: "契約"
    case .funding: "資金調達"
    case .partnership: "提携"
    case .capitalExpenditure: "設備投資"
    }
  }

  /// The sign between the parties: a partnership has no direction.
  var arrow: String { self == .partnership ? "↔" : "→" }
}

extension Certainty {
  /// What is said of a deal that the article does not state itself.
  var label: String? {
    switch self {
    case .stated: nil
    case .planned: "予定"
    case .reported: "伝聞"
    case .denied: "否定"
    }
  }
}

extension AnalyzedRelation {
  /// Who deals with whom: `NVIDIA → OpenAI`.
  var parties: String { to.map { "\(from) \(type.arrow) \($0)" } ?? from }
}

extension Sequence<AnalyzedEntity> {
  /// The names most mentioned, at most `limit`; those mentioned equally often stay in their order.
  func mostMentionedNames(_ limit: Int) -> [AnalyzedEntity] {
    let names = filter { EntityType.names.contains($0.type) }.enumerated()
    let ranked = names.sorted { left, right in
      let (leftCount, rightCount) = (left.element.mentions.count, right.element.mentions.count)
      return leftCount == rightCount ? left.offset < right.offset : leftCount > rightCount
    }
    return ranked.prefix(limit).map { $0.element }
  }
}
