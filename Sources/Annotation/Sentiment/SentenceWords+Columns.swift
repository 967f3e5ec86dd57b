/// The memory of the words of a sentence.
extension SentenceWords {
  /// The columns, longer than most sentences.
  struct Columns: ~Copyable {
    /// The number of words.
    private(set) var count = 0
    /// What is known of the words, and nothing behind the last.
    private(set) var records = ScratchColumn(repeating: SentimentLexemes.Record(), count: 0)
    var places = ScratchColumn(repeating: Place(), count: 0)
    /// The phrases in the order of the text; none overlaps another.
    var phrases = ScratchColumn<Phrase>(repeating: .init(words: 0..<0, entry: 0, kind: .role, strength: 0), count: 0)
    /// For each clause how it ends.
    var clauseEnds = ScratchColumn<GrammarRole>(repeating: .stop, count: 0)
    /// A bit for each role that a word of the sentence has.
    private(set) var roles = RoleSet()
    /// How many words have each role.
    private(set) var roleCounts = ScratchColumn<UInt16>(repeating: 0, count: GrammarRole.limit)
    /// The words that a phrase may begin with.
    private(set) var openers = ScratchColumn<Int32>(repeating: 0, count: 0)
    private(set) var openerCount = 0
    /// The words at which a clause or a bracket may begin or end.
    var borders = ScratchColumn<Int32>(repeating: 0, count: 0)
    var borderCount = 0

    init() {}
  }
}

extension SentenceWords.Columns {
  /// The roles that end clauses or open brackets.
  private static let separators: RoleSet = [
    .concession, .clause, .conditional, .question, .stop, .questionMark, .openBracket, .closeBracket,
  ]

  /// Starts the sentence of the lexemes `ids`, whose records are those of `lexemes`.
  mutating func begin(
    _ ids: Span<UInt32>, _ lexemes: borrowing ScratchColumn<SentimentLexemes.Record>, _ learned: borrowing LearnedWords
  ) {
    phrases.removeAll()
    clauseEnds.removeAll()
    count = ids.count
    if records.count <= ids.count { makeRoom(ids.count * 2 + 1) }
    roleCounts.fill(0)
    var found = RoleSet()
    let separators = Self.separators
    var (openerCount, borderCount) = (0, 0)
    var index = 0
    // Of the word before: whether it is a phrase, and what a phrase may go on with that begins with it.
    var (isPhrase, nextBits) = (UInt64(0), UInt64(0))
    while index < ids.count {
      let lexeme = Int(ids[index])
      // The record in two moves, where the compiler makes one of each of its fields.
      records.write(lexemes.read(at: lexeme) as SIMD4<UInt64>, at: index)
      let (role, marks) = (lexemes[lexeme].role, lexemes[lexeme].marks)
      learned.prefetch(lexemes[lexeme].learned)
      found.insert(role)
      roleCounts[Int(role.rawValue)] &+= 1
      // Written each time and counted where it is one: no branch to guess.
      openers[openerCount] = Int32(truncatingIfNeeded: index &- 1)
      openerCount &+= isPhrase | nextBits & lexemes[lexeme].firstBits == 0 ? 0 : 1
      isPhrase = UInt64(marks.rawValue & SentimentLexemes.Marks.isPhrase.rawValue)
      nextBits = lexemes[lexeme].nextBits
      // One word in sixteen.
      if separators.contains(role) {
        borders[borderCount] = Int32(truncatingIfNeeded: index)
        borderCount &+= 1
      }
      index &+= 1
    }
    openers[openerCount] = Int32(truncatingIfNeeded: index &- 1)
    openerCount &+= isPhrase != 0 ? 1 : 0
    records[ids.count] = SentimentLexemes.Record()
    (self.openerCount, self.borderCount) = (openerCount, borderCount)
    roles = found
  }

  private mutating func makeRoom(_ count: Int) {
    records.extend(to: count, with: .init())
    places.extend(to: count, with: .init())
    openers.extend(to: count, with: 0)
    borders.extend(to: count, with: 0)
  }

  /// Makes the words ready to be composed.
  mutating func clearPlaces() {
    // All of a place at once, where the compiler sets each of its fields.
    for index in 0..<count { places.write(0 as UInt64, at: index) }
  }

  /// Adds a phrase.
  @inline(__always)
  mutating func append(_ phrase: SentenceWords.Phrase) {
    let number = phrases.count
    if number == 0 { clearPlaces() }
    for word in phrase.words { places[word].cover = Int32(truncatingIfNeeded: number &+ 1) }
    phrases.append(phrase)
  }

  /// Adds the end of a clause.
  mutating func close(_ role: GrammarRole, _ clause: inout UInt16) {
    clauseEnds.append(role)
    if clause < .max { clause += 1 }
  }

  /// Puts the last words of phrases that end clauses among the borders, in order; one may be a border by itself.
  mutating func addPhraseEnds() {
    for number in 0..<phrases.count where phrases[number].kind.separates {
      let end = Int32(truncatingIfNeeded: phrases[number].words.upperBound - 1)
      borders.extend(to: borderCount + 1, with: 0)
      var place = borderCount
      while place > 0, borders[place - 1] > end {
        borders[place] = borders[place - 1]
        place -= 1
      }
      borders[place] = end
      borderCount += 1
    }
  }
}
