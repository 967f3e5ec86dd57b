import Morphology

/// What each lexeme does in a term, read off its class once.
struct LexemeRoles {
  enum Role: UInt8 {
    /// Ends a compound and is no term.
    case none
    case noun, properNoun
    /// Begins a compound, and is no term alone.
    case prefix
    /// Goes on with a compound, and is no term alone.
    case suffix
    case verb, adjective
    /// Ends a compound, and makes a counter of what follows.
    case numeral
    /// `・`, which joins the parts of foreign names.
    case middleDot
  }

  private var roles: [Role] = []
  private var generation = -1

  subscript(lexeme: UInt32) -> Role { roles[Int(lexeme)] }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      roles.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while roles.count < lexemes.count { roles.append(Self.role(of: roles.count, in: lexemes)) }
  }

  private static func role(of lexeme: Int, in lexemes: borrowing LexemeTable) -> Role {
    switch lexemes.partsOfSpeech[lexeme] {
    case .commonNoun, .verbalNoun, .adjectivalNoun: return .noun
    case .properNoun, .personName, .surname, .givenName, .organization, .place, .country: return .properNoun
    case .prefix: return .prefix
    case .nounSuffix, .placeSuffix: return isAdjectivalSuffix(lexeme, lexemes) ? .none : .suffix
    case .numeral: return .numeral
    case .verb: return .verb
    case .adjective: return .adjective
    default: return isMiddleDot(lexeme, lexemes) ? .middleDot : .none
    }
  }

  /// 的 and 等 make an attribute of what stands before them, not a thing.
  private static func isAdjectivalSuffix(_ lexeme: Int, _ lexemes: borrowing LexemeTable) -> Bool {
    let surface = lexemes.surface(of: UInt32(lexeme))
    return surface == "的" || surface == "等" || surface == "たち" || surface == "達" || surface == "ら"
  }

  private static func isMiddleDot(_ lexeme: Int, _ lexemes: borrowing LexemeTable) -> Bool {
    lexemes.surface(of: UInt32(lexeme)) == "・"
  }
}
