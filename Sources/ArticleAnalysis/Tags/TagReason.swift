package import Annotation

/// Why a tag is suggested.
///
/// Suggestions carry their reasons as Japanese text; pages in other languages read them back.
package enum TagReason: Equatable, Sendable {
  /// The title has it.
  case inTitle
  /// A heading has it.
  case inHeading
  /// The text has it so often; `mostCounted` stands for that and more.
  case mentioned(Int)
  /// Code, or an address that is linked to, has it.
  case inCode
  /// So many similar articles have the tag.
  case similar(Int, tag: String)
  /// Similar articles have it, recent ones above all.
  case recent
  /// The archive gives it to many articles.
  case usual

  /// Mentions are counted up to this number.
  package static let mostCounted = 255

  /// The reason in Japanese.
  package var text: String {
    switch self {
    case .inTitle: "題名にある"
    case .inHeading: "見出しにある"
    case .mentioned(let count): "本文に\(count)回" + (count == Self.mostCounted ? "以上" : "")
    case .inCode: "コードかリンク先にある"
    case .similar(let count, let tag): "「\(tag)」の付いた\(count)件に似ている"
    case .recent: "最近の似た記事にある"
    case .usual: "過去の記事によく付く"
    }
  }

  /// What the places of a topic that is no tag yet say for it.
  package static func placed(in zones: Topic.Zones, mentions: Int) -> [TagReason] {
    var reasons: [TagReason] = []
    if zones.contains(.title) { reasons.append(.inTitle) }
    if zones.contains(.heading) { reasons.append(.inHeading) }
    if mentions > 0 { reasons.append(.mentioned(mentions)) }
    return reasons
  }

  /// Several reasons in Japanese.
  package static func text(_ reasons: [TagReason]) -> String { reasons.map(\.text).joined(separator: separator) }

  private static let separator = "、"

  /// Reads reasons back that `text(_:)` wrote for a tag; `nil` where it did not.
  package static func reasons(in text: String, tag: String) -> [TagReason]? {
    guard !text.isEmpty else { return [] }
    var reasons: [TagReason] = []
    var rest = text[...]
    while true {
      guard let (reason, length) = first(in: rest, tag: tag) else { return nil }
      reasons.append(reason)
      rest = rest.dropFirst(length)
      if rest.isEmpty { return reasons }
      guard rest.hasPrefix(separator) else { return nil }
      rest = rest.dropFirst(separator.count)
    }
  }

  /// The reason that a text begins with, and its length in characters.
  private static func first(in text: Substring, tag: String) -> (TagReason, Int)? {
    for reason in [TagReason.inTitle, .inHeading, .inCode, .recent, .usual] where text.hasPrefix(reason.text) {
      return (reason, reason.text.count)
    }
    for opening in ["本文に", "「\(tag)」の付いた"] where text.hasPrefix(opening) {
      let digits = text.dropFirst(opening.count).prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(digits) else { return nil }
      let reason: TagReason = opening == "本文に" ? .mentioned(count) : .similar(count, tag: tag)
      return text.hasPrefix(reason.text) ? (reason, reason.text.count) : nil
    }
    return nil
  }
}
