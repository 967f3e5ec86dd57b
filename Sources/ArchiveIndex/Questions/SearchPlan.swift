internal import ArchiveAnalysis

/// A condition with the phrases of its texts.
indirect enum SearchCondition {
  case phrase(WordPhrase)
  case field(SearchField, String)
  case all([SearchCondition])
  case any([SearchCondition])
  case none(SearchCondition)
}

/// How a search is made: by FTS5 alone with filters where possible, else by sets of articles.
struct SearchPlan {
  /// All of the query; `nil` where no word is left.
  let condition: SearchCondition?
  /// The match that is all of the query but for the filters.
  var fullMatch: String?
  /// Conditions that are no match, all of which must hold.
  var filters: [SearchCondition] = []
  /// The phrases wanted, to rank by.
  let wanted: [WordPhrase]

  /// The most phrases to rank by.
  private static let phraseLimit = 64

  init(_ query: SearchQuery, _ phrase: (String) throws -> WordPhrase) throws {
    condition = try Self.condition(query, phrase)
    var phrases: [WordPhrase] = []
    for text in query.wantedTexts {
      let own = try phrase(text)
      if !own.words.isEmpty, !phrases.contains(own) { phrases.append(own) }
    }
    wanted = Array(phrases.prefix(Self.phraseLimit))
    guard let condition else { return }
    let parts: [SearchCondition]
    if case .all(let all) = condition { parts = all } else { parts = [condition] }
    let matches = parts.map(Self.match)
    guard matches.contains(where: { $0 != nil }) else { return }
    fullMatch = matches.compactMap { $0 }.joined(separator: " AND ")
    filters = zip(parts, matches).filter { $0.1 == nil }.map(\.0)
  }

  /// The condition; `nil` where no word of it is left.
  private static func condition(
    _ query: SearchQuery, _ phrase: (String) throws -> WordPhrase
  ) throws -> SearchCondition? {
    switch query {
    case .text(let text):
      let own = try phrase(text)
      return own.words.isEmpty ? nil : .phrase(own)
    case .field(let field, let value): return .field(field, value)
    case .none(let part): return try condition(part, phrase).map { .none($0) }
    case .all(let parts):
      let own = try parts.compactMap { try condition($0, phrase) }
      return own.count > 1 ? .all(own) : own.first
    case .any(let parts):
      let own = try parts.compactMap { try condition($0, phrase) }
      return own.count > 1 ? .any(own) : own.first
    }
  }

  /// The condition in FTS5's syntax; `nil` where FTS5 cannot say it.
  private static func match(_ condition: SearchCondition) -> String? {
    switch condition {
    case .phrase(let phrase): return phrase.match
    case .field, .none: return nil
    case .all(let parts), .any(let parts):
      let own = parts.compactMap(match)
      guard own.count == parts.count else { return nil }
      if case .all = condition { return "(" + own.joined(separator: " AND ") + ")" }
      return "(" + own.joined(separator: " OR ") + ")"
    }
  }
}
