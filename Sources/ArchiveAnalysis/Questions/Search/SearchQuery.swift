/// What a search asks for, as a tree.
///
/// The syntax is described in `Documentation/Questions.md`: words and phrases, fields, AND, OR, NOT and brackets.
package indirect enum SearchQuery: Equatable, Sendable {
  /// Words that stand one behind the other, as the user wrote them.
  case text(String)
  /// A field and its value.
  case field(SearchField, String)
  /// All of these.
  case all([SearchQuery])
  /// One of these.
  case any([SearchQuery])
  /// Not this.
  case none(SearchQuery)
}

/// What can be asked for beside words.
package enum SearchField: String, CaseIterable, Sendable {
  case tag, category, entity, date
}

/// Why a query cannot be understood.
package enum SearchQueryError: Error, Equatable {
  /// There is nothing in it.
  case empty
  /// It is longer than what anybody types.
  case tooLong(limit: Int)
  /// Brackets lie in one another more than so often.
  case tooDeep(limit: Int)
  /// A bracket or a quotation mark has no partner; `offset` counts characters from 0.
  case unbalanced(Character, offset: Int)
  /// AND, OR or NOT has nothing beside it.
  case missingOperand(String)
  /// A field has no value.
  case missingValue(SearchField)
  /// A date is none: `2025`, `2025-11`, `2025-11-02`, or two of them with `..` between.
  case badDate(String)
}

extension SearchQuery {
  /// The most characters of a query.
  package static let lengthLimit = 2_000
  /// The most brackets in one another.
  package static let depthLimit = 20

  /// Reads a query.
  /// - Complexity: O(*n*) in characters; the depth of recursion is bounded by `depthLimit`.
  package init(_ text: String) throws(SearchQueryError) {
    guard text.unicodeScalars.count <= Self.lengthLimit else { throw .tooLong(limit: Self.lengthLimit) }
    var parser = SearchParser(tokens: try SearchTokens.of(text))
    self = try parser.parse()
  }

  /// The texts that are asked for, those behind NOT left out, in their order.
  package var wantedTexts: [String] {
    switch self {
    case .text(let text): [text]
    case .field, .none: []
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedTexts)
    }
  }
}

/// A half-open period of days, given by how their dates begin.
package struct DatePeriod: Equatable, Sendable {
  /// How the first day begins; empty where all earlier days belong to it.
  package let first: String
  /// How the last day begins; empty where all later days belong to it.
  package let last: String

  /// Reads `2025`, `2025-11`, `2025-11-02`, or two of them, one of which may be missing, with `..` between.
  package init?(_ text: String) {
    let parts: [String]
    if let dots = text.firstRange(of: "..") {
      parts = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
      guard parts != ["", ""] else { return nil }
    } else {
      parts = [text, text]
      guard !text.isEmpty else { return nil }
    }
    guard parts.allSatisfy({ $0.isEmpty || Self.isDate($0) }) else { return nil }
    (first, last) = (parts[0], parts[1])
  }

  /// Whether a day of the form `2025-11-02` belongs to the period.
  package func contains(_ day: String) -> Bool {
    (first.isEmpty || day >= first) && (last.isEmpty || day.prefix(last.count) <= last)
  }

  private static func isDate(_ text: String) -> Bool {
    let lengths = [4, 2, 2]
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return false }
    return zip(parts, lengths).allSatisfy { part, length in
      part.utf8.count == length && part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }
}
