import ArticleAnalysis
import ArticleSource

/// A text as a program sends it: `{"text": "…", "format": "markdown"}`.
struct SentDraft: Decodable, Sendable {
  let draft: Draft
  /// The keys that are wanted; `nil` for the standard ones.
  let only: [AnalysisPart]?
  /// The most tags.
  let limit: Int?

  private enum CodingKeys: CodingKey {
    case text, format, title, only, limit
  }

  private static let limits = 1...100

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func broken(_ key: CodingKeys, _ text: String) -> DecodingError {
      .dataCorruptedError(forKey: key, in: container, debugDescription: text)
    }
    var draft = Draft(text: try container.decode(String.self, forKey: .text))
    draft.title = try container.decodeIfPresent(String.self, forKey: .title)
    if let name = try container.decodeIfPresent(String.self, forKey: .format), name != "auto" {
      guard let format = InputFormat(rawValue: name) else { throw broken(.format, name) }
      draft.format = format
    }
    self.draft = draft
    only = try container.decodeIfPresent([String].self, forKey: .only)?.map { name in
      guard let part = AnalysisPart(rawValue: name) else { throw broken(.only, name) }
      return part
    }
    limit = try container.decodeIfPresent(Int.self, forKey: .limit)
    if let limit, !Self.limits.contains(limit) { throw broken(.limit, String(limit)) }
  }
}
