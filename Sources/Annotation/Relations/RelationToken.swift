internal import Morphology
internal import TextCore

/// A morpheme as the search for deals sees it.
struct RelationToken {
  var start: Int
  var end: Int
  var part: PartOfSpeech
  var form: InflectionForm
  var word: RelationWords.Entry
  /// The mention that covers it, an index into the article's mentions; -1 for none.
  var mention = -1
  /// The noun that names a deal and begins here, an index into the lexicon's triggers; -1 for none.
  var trigger = -1
  /// How many morphemes it takes.
  var triggerLength = 0
  /// Whether it is one of the signs that matter: `(`, `)`, `・`, `?`.
  var sign = Sign.none

  /// Signs that the reading of a sentence heeds.
  enum Sign: UInt8 {
    case none, open, close, join, question, other
  }

  var roles: WordRoles { word.roles }

  /// Whether it is a noun of any kind, or what makes one.
  var isNominal: Bool {
    switch part {
    case .commonNoun, .verbalNoun, .adjectivalNoun, .properNoun, .personName, .surname, .givenName, .organization,
      .place, .country, .pronoun, .numeral, .counterSuffix, .nounSuffix, .nameSuffix, .placeSuffix, .dependentNoun,
      .adverbialNoun, .prefix, .other:
      return true
    default: return false
    }
  }
}

/// Reads one sentence's morphemes into tokens.
struct RelationTokens {
  /// The most morphemes of a word.
  static let wordLimit = 6
  private(set) var tokens: [RelationToken] = []
  /// Whether a word such as 同社 is among them.
  var pointsBack: Bool { tokens.contains { !$0.roles.isDisjoint(with: .pronouns) } }

  /// Reads a sentence.
  /// - Parameter mentions: The article's mentions; those of the sentence are `places`.
  /// - Complexity: O(*n*) in morphemes and mentions of the sentence.
  mutating func read(
    _ morphemes: Range<Int>, of table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable,
    _ words: RelationWords, _ lexicon: RelationLexicon, text: Span<UInt8>, mentions: [EntityMention],
    places: Range<Int>
  ) {
    tokens.removeAll(keepingCapacity: true)
    for index in morphemes {
      let lexeme = Int(table.lexemes[index])
      let (start, end) = (Int(table.starts[index]), min(Int(table.ends[index]), text.count))
      var token = RelationToken(
        start: start, end: end, part: lexemes.partsOfSpeech[lexeme], form: lexemes.forms[lexeme],
        word: words.entries[lexeme])
      if start < end { token.sign = Self.sign(text, start, end, token.part) }
      tokens.append(token)
    }
    findWords(text, lexicon)
    place(mentions, places, morphemes)
  }

  /// Finds the nouns that name deals, the longest at each place, and gives the roles of words of several morphemes to
  /// the last one, which is their head.
  private mutating func findWords(_ text: Span<UInt8>, _ lexicon: RelationLexicon) {
    for first in tokens.indices where tokens[first].word.beginsWord {
      guard tokens[first].start < tokens[first].end, tokens[first].end <= text.count else { continue }
      // What the lexeme is alone is known.
      if tokens[first].word.noun >= 0 { setTrigger(Int(tokens[first].word.noun), first, 1) }
      guard tokens[first].word.goesOn else { continue }
      var last = first + 1
      while last < tokens.count, last - first < Self.wordLimit, tokens[last].end <= text.count {
        guard tokens[last].start == tokens[last - 1].end else { break }
        let word = text.extracting(tokens[first].start..<tokens[last].end)
        if let entry = lexicon.entry(of: word) {
          if entry.trigger >= 0 { setTrigger(entry.trigger, first, last - first + 1) }
          tokens[last].word.roles.formUnion(entry.roles)
        }
        guard lexicon.beginning(word) != nil else { break }
        last += 1
      }
    }
  }

  private mutating func setTrigger(_ trigger: Int, _ token: Int, _ length: Int) {
    tokens[token].trigger = trigger
    tokens[token].triggerLength = length
  }

  /// Marks the tokens that mentions cover; of two that overlap, the one that begins first.
  private mutating func place(_ mentions: [EntityMention], _ places: Range<Int>, _ morphemes: Range<Int>) {
    var free = morphemes.lowerBound
    for index in places {
      let covered = mentions[index].morphemes.clamped(to: morphemes)
      guard covered.lowerBound >= free, !covered.isEmpty else { continue }
      for morpheme in covered { tokens[morpheme - morphemes.lowerBound].mention = index }
      free = covered.upperBound
    }
  }

  private static func sign(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ part: PartOfSpeech) -> RelationToken.Sign {
    // All signs are of one character, of at most three bytes.
    let length = UTF8Scan.length(ofLead: text[start])
    guard start + length == end, length <= 3 else { return part.isSymbol ? .other : .none }
    switch UTF8Scan.scalar(at: start, in: text).value {
    case 0x28, 0xFF08, 0x3014: return .open
    case 0x29, 0xFF09, 0x3015: return .close
    case 0x30FB, 0xFF65, 0x26, 0xFF06, 0x2F, 0xFF0F, 0xD7: return .join
    case 0x3F, 0xFF1F: return .question
    default: return part.isSymbol ? .other : .none
    }
  }
}
