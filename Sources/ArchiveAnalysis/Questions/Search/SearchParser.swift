/// A word of a query, or a sign between words.
enum SearchToken: Equatable {
  case text(String)
  case field(SearchField, String)
  case and, or, not, open, close
}

/// Cuts a query into tokens.
enum SearchTokens {
  static func of(_ text: String) throws(SearchQueryError) -> [SearchToken] {
    var tokens: [SearchToken] = []
    let characters = Array(text)
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if isSpace(character) {
        place += 1
      } else if character == "(" || character == "（" {
        tokens.append(.open)
        place += 1
      } else if character == ")" || character == "）" {
        tokens.append(.close)
        place += 1
      } else if character == "-", place + 1 < characters.count, !isSpace(characters[place + 1]),
        characters[place + 1] != "-"
      {
        tokens.append(.not)
        place += 1
      } else if isQuote(character) {
        let quoted = try self.quoted(characters, &place)
        if !quoted.isEmpty { tokens.append(.text(quoted)) }
      } else {
        tokens.append(try word(characters, &place))
      }
    }
    return tokens
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace || character.unicodeScalars.allSatisfy { $0.value < 0x20 }
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "\u{201C}" || character == "\u{201D}"
  }

  private static func quoted(_ characters: [Character], _ place: inout Int) throws(SearchQueryError) -> String {
    let start = place
    place += 1
    var text = ""
    while place < characters.count, !isQuote(characters[place]) {
      text.append(characters[place])
      place += 1
    }
    guard place < characters.count else { throw .unbalanced("\"", offset: start) }
    place += 1
    return text
  }

  private static func word(_ characters: [Character], _ place: inout Int) throws(SearchQueryError) -> SearchToken {
    var text = ""
    while place < characters.count, !isSpace(characters[place]), !isQuote(characters[place]),
      !"()（）".contains(characters[place])
    {
      text.append(characters[place])
      place += 1
      if text.last == ":", let field = SearchField(rawValue: text.dropLast().lowercased()) {
        return .field(field, try value(of: field, characters, &place))
      }
    }
    switch text {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    default: return .text(text)
    }
  }

  private static func value(
    of field: SearchField, _ characters: [Character], _ place: inout Int
  ) throws(SearchQueryError) -> String {
    var value = ""
    if place < characters.count, isQuote(characters[place]) {
      value = try quoted(characters, &place)
    } else {
      while place < characters.count, !isSpace(characters[place]), !"()（）".contains(characters[place]) {
        value.append(characters[place])
        place += 1
      }
    }
    guard value.contains(where: { !isSpace($0) }) else { throw .missingValue(field) }
    if field == .date, DatePeriod(value) == nil { throw .badDate(value) }
    return value
  }
}

/// Reads tokens as a tree: NOT binds more tightly than AND, which may be left out, and AND more tightly than OR.
struct SearchParser {
  private let tokens: [SearchToken]
  private var place = 0

  init(tokens: [SearchToken]) { self.tokens = tokens }

  mutating func parse() throws(SearchQueryError) -> SearchQuery {
    guard !tokens.isEmpty else { throw .empty }
    let query = try alternatives(depth: 0)
    guard place == tokens.count else { throw .unbalanced(")", offset: 0) }
    return query
  }

  private mutating func alternatives(depth: Int) throws(SearchQueryError) -> SearchQuery {
    var parts = [try conjunction(depth: depth)]
    while next == .or {
      place += 1
      parts.append(try conjunction(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction(depth: Int) throws(SearchQueryError) -> SearchQuery {
    var parts = [try operand(depth: depth)]
    while let token = next, token != .or, token != .close {
      if token == .and { place += 1 }
      parts.append(try operand(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func operand(depth: Int) throws(SearchQueryError) -> SearchQuery {
    var isNegated = false
    while next == .not {
      isNegated.toggle()
      place += 1
    }
    guard let token = next else { throw .missingOperand(isNegated ? "NOT" : "AND") }
    place += 1
    let query: SearchQuery
    switch token {
    case .text(let text): query = .text(text)
    case .field(let field, let value): query = .field(field, value)
    case .and: throw .missingOperand("AND")
    case .or: throw .missingOperand("OR")
    case .not: throw .missingOperand("NOT")
    case .close: throw .unbalanced(")", offset: 0)
    case .open:
      guard depth < SearchQuery.depthLimit else { throw .tooDeep(limit: SearchQuery.depthLimit) }
      query = try alternatives(depth: depth + 1)
      guard next == .close else { throw .unbalanced("(", offset: 0) }
      place += 1
    }
    return isNegated ? .none(query) : query
  }

  private var next: SearchToken? { place < tokens.count ? tokens[place] : nil }
}
