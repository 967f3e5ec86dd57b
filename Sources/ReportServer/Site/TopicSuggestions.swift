import Foundation
package import ReportPages

/// The names that a search can be completed with.
package struct TopicSuggestions: Sendable {
  /// A name that fits what was typed.
  package struct Suggestion: Equatable, Sendable {
    package let kind: TopicKind
    package let name: String
    /// The query with the name in it.
    package let query: String
    package let articles: Int
  }

  private struct Entry: Sendable {
    let kind: TopicKind
    let name: String
    let folded: String
    let articles: Int
  }

  private let entries: [Entry]

  /// The names of an archive that have a page.
  package init(_ report: ReportArchive) { self.init(report.topicsWithPages) }

  /// Names with the articles that have them.
  package init(_ topics: [(kind: TopicKind, name: String, articles: Int)]) {
    // A name before a tag of the same name, both before a term.
    let order: [TopicKind: Int] = [.entity: 0, .tag: 1, .category: 2, .term: 3]
    entries = topics.map { Entry(kind: $0.kind, name: $0.name, folded: Self.folded($0.name), articles: $0.articles) }
      .sorted { left, right in
        if left.articles != right.articles { return left.articles > right.articles }
        if left.kind != right.kind { return order[left.kind, default: 4] < order[right.kind, default: 4] }
        return left.name < right.name
      }
  }

  /// The names that complete the last word of a query, those that begin with it first, then by articles.
  /// - Complexity: O(*n*) in the names that have a page.
  package func completing(_ query: String, limit: Int) -> [Suggestion] {
    let (head, field, word) = Self.lastWord(of: query)
    let wanted = Self.folded(word)
    guard !wanted.isEmpty || field != nil else { return [] }
    var (beginning, inside): ([Entry], [Entry]) = ([], [])
    var seen: Set<String> = []
    for entry in entries where field == nil || entry.kind == field {
      if entry.folded.hasPrefix(wanted) {
        beginning.append(entry)
      } else if inside.count < limit, entry.folded.contains(wanted) {
        inside.append(entry)
      }
      if beginning.count >= limit * 2 { break }
    }
    // A tag that is a name as well is the same to who searches for words.
    return (beginning + inside).filter { field != nil || seen.insert($0.name).inserted }.prefix(limit).map { entry in
      Suggestion(kind: entry.kind, name: entry.name, query: head + Self.text(entry, field), articles: entry.articles)
    }
  }

  /// The most frequent names of a kind.
  package func most(_ kind: TopicKind, limit: Int) -> [Suggestion] {
    entries.lazy.filter { $0.kind == kind }.prefix(limit).map { entry in
      Suggestion(kind: kind, name: entry.name, query: Self.text(entry, nil), articles: entry.articles)
    }
  }

  private static func text(_ entry: Entry, _ field: TopicKind?) -> String {
    let needsQuotes = entry.name.contains { $0.isWhitespace || "()（）:-".contains($0) }
    let name = needsQuotes ? "\"\(entry.name.filter { $0 != "\"" })\"" : entry.name
    switch field ?? (entry.kind == .tag || entry.kind == .category ? entry.kind : nil) {
    case .tag?: return "tag:" + name
    case .category?: return "category:" + name
    case .entity?: return "entity:" + name
    case .term?, nil: return name
    }
  }

  /// What stands before the last word, the field that it is a value of, and the word.
  private static func lastWord(of query: String) -> (head: String, field: TopicKind?, word: String) {
    let start = query.lastIndex { $0.isWhitespace || "(（".contains($0) }.map { query.index(after: $0) }
    let word = query[(start ?? query.startIndex)...]
    let head = String(query[..<(start ?? query.startIndex)])
    for kind in [TopicKind.tag, .category, .entity] where word.lowercased().hasPrefix(kind.rawValue + ":") {
      return (head, kind, String(word.dropFirst(kind.rawValue.count + 1).drop { $0 == "\"" }))
    }
    return (head, nil, String(word.drop { $0 == "\"" || $0 == "-" }))
  }

  /// A text without differences of width and case.
  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
  }
}
