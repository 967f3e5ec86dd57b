internal import Morphology

/// Reads tokens into phrases, left to right.
struct PhraseReader {
  private(set) var phrases: [RelationPhrase] = []
  /// The parties of all phrases; those of one phrase stand side by side.
  private(set) var parties: [Party] = []
  /// Whether the sentence asks.
  private(set) var isQuestion = false
  /// The longest text in brackets that is skipped, in tokens.
  private static let bracketLimit = 60

  /// Finds who the pronoun is that was met; `nil` where that is not safe.
  typealias Antecedent = (_ pronoun: WordRoles, _ sofar: PhraseReader) -> [Party]?

  /// Forgets the sentence before.
  mutating func removeAll() {
    phrases.removeAll(keepingCapacity: true)
    parties.removeAll(keepingCapacity: true)
    isQuestion = false
  }

  /// Whether the sentence may go on with the subject of the one before: it has none, or これ.
  var mayGoOn: Bool { phrases.first(where: \.isSubject).map { $0.roles.contains(.this) } ?? true }

  /// Adds parties that the sentence does not name itself.
  mutating func add(_ added: [Party]) -> Range<Int> {
    let first = parties.count
    parties += added
    return first..<parties.count
  }

  /// Reads a sentence.
  /// - Complexity: O(*n*) in tokens.
  mutating func read(_ tokens: [RelationToken], mentions: [EntityMention], antecedent: Antecedent) {
    removeAll()
    if let last = tokens.last(where: { $0.sign == .question || $0.part != .fullStop && $0.part != .closeBracket }) {
      isQuestion = last.sign == .question || last.part.isParticle && last.roles.contains(.question)
    }
    var index = 0
    while index < tokens.count {
      let before = index
      let token = tokens[index]
      if token.sign == .open {
        index = Self.skipBrackets(tokens, index)
      } else if token.mention >= 0 {
        index = readMention(tokens, index, mentions)
      } else if token.isNominal && token.sign == .none {
        index = readNoun(tokens, index, antecedent)
      } else {
        index = readOther(tokens, index)
      }
      if index <= before { index = before + 1 }
    }
  }

  /// The index behind the bracket that closes what opens at `index`, or `index + 1` where none is near.
  static func skipBrackets(_ tokens: [RelationToken], _ index: Int) -> Int {
    var place = index + 1
    while place < tokens.count, place - index < bracketLimit {
      if tokens[place].sign == .close { return place + 1 }
      place += 1
    }
    return index + 1
  }

  /// Reads what is neither a mention nor a noun.
  private mutating func readOther(_ tokens: [RelationToken], _ index: Int) -> Int {
    let token = tokens[index]
    switch token.part {
    case .verb, .dependentVerb:
      if attachRelation(tokens, index) { return index + 1 }
      return readVerb(tokens, index)
    case .adjective, .dependentAdjective, .auxiliary, .verbSuffix:
      return readVerb(tokens, index)
    case .comma:
      if let last = phrases.indices.last { phrases[last].hasComma = true }
      return index + 1
    case .adverb, .adnominal, .conjunction, .interjection, .filler:
      var phrase = RelationPhrase(.modifier, index..<index + 1)
      phrase.roles = token.roles
      phrase.content = token.roles
      append(phrase)
      return index + 1
    case .fullStop, .symbol:
      // A colon or a dash parts clauses as a full stop does; ・ and / join, which a list of parties looks at itself.
      if token.sign == .other || token.part == .fullStop, let last = phrases.indices.last {
        phrases[last].hasComma = true
      }
      return index + 1
    default: return index + 1
    }
  }

  /// Takes よる and 対する behind に for the particles that they stand for; dictionaries differ in whether they do.
  private mutating func attachRelation(_ tokens: [RelationToken], _ index: Int) -> Bool {
    guard let last = phrases.indices.last, phrases[last].mark == .dative, !phrases[last].hasComma,
      phrases[last].tokens.upperBound == index
    else { return false }
    let isConditional =
      index + 1 < tokens.count && tokens[index + 1].part == .conjunctiveParticle
      && !tokens[index + 1].roles.contains(.also)
    if tokens[index].roles.contains(.according) {
      if isConditional && tokens[index].form != .continuative { return false }
      phrases[last].mark = .by
    } else if !tokens[index].roles.contains(.toward) {
      return false
    }
    phrases[last].isAdnominal = tokens[index].form != .continuative
    phrases[last].tokens = phrases[last].tokens.lowerBound..<index + 1
    return true
  }

  mutating func append(_ phrase: RelationPhrase) { phrases.append(phrase) }

  mutating func updateLast(_ change: (inout RelationPhrase) -> Void) {
    guard let last = phrases.indices.last else { return }
    change(&phrases[last])
  }

  mutating func removeLast() -> RelationPhrase? { phrases.popLast() }

  mutating func appendParty(_ party: Party) -> Int {
    parties.append(party)
    return parties.count - 1
  }
}
