package import Morphology
internal import TextCore

/// Finds the deals that an article tells of: who invests in, takes over, orders from, lends to or works with whom, who
/// raises money, and who spends it on plants.
///
/// A sentence is read where it holds a word of ``RelationLexicon`` and somebody who can be a party. It becomes
/// phrases, a noun with its particles or a predicate with its endings; the parties are those in the cases that the
/// word asks for, and the predicates behind it tell how surely the deal holds. What is generic, asked, wished or
/// supposed gives nothing, and in doubt nothing is reported.
///
/// Holds scratch, so give each worker its own; the lexicon is shared.
package struct RelationExtractor: ~Copyable {
  /// The most sentences that a word such as 同社 points back over.
  private static let contextLength = 2
  /// The most pairs of parties that one word gives.
  private static let pairLimit = 12

  private let lexicon: RelationLexicon
  private var words = RelationWords()
  private var tokens = RelationTokens()
  private var reader = PhraseReader()
  /// The same for sentences before.
  private var earlierTokens = RelationTokens()
  private var earlierReader = PhraseReader()
  /// The places of each sentence's mentions in the article's.
  private var places: [Range<Int>] = []
  private var found: [RelationMention] = []
  /// The sentences that hold no word for a deal, whoever is named in them.
  private var silent = SentenceMemo<Bool, Never>()

  /// Creates an extractor over a shared lexicon.
  package init(lexicon: RelationLexicon) { self.lexicon = lexicon }

  /// Finds the deals of a segmented article, in the order of the text; what is told twice is found once.
  /// - Parameters:
  ///   - table: The morphemes, with offsets into `text`.
  ///   - text: The normalized text.
  ///   - mentions: The article's mentions in the order of the text, money and dates among them, with their entities.
  /// - Complexity: O(*n*) in morphemes and mentions.
  package mutating func extract(
    from table: borrowing MorphemeTable, lexemes: borrowing LexemeTable, text: Span<UInt8>, mentions: [EntityMention]
  ) -> [RelationMention] {
    words.update(lexemes, lexicon)
    found.removeAll(keepingCapacity: true)
    findPlaces(mentions, table.sentenceCount)
    for sentence in 0..<table.sentenceCount {
      let serial = table.sentenceSerials[sentence]
      guard silent.finding(forSentence: serial) == nil else { continue }
      let marks = marks(ofSentence: sentence, table)
      guard marks.contains(.beginsTrigger) else {
        silent.store(sentence: serial, true, [])
        continue
      }
      guard marks.contains(.pointsBack) || hasParty(sentence, mentions) else { continue }
      // Most begin a word for a deal and do not go on with it.
      guard hasTrigger(sentence, table, text) else {
        silent.store(sentence: serial, true, [])
        continue
      }
      readTokens(sentence, table, lexemes, text, mentions)
      var context: [RelationContext.Summary]?
      if tokens.pointsBack {
        context = summaries(before: sentence, Self.contextLength, table, lexemes, text, mentions)
      }
      reader.read(tokens.tokens, mentions: mentions) { pronoun, reader in
        RelationContext.antecedent(
          of: pronoun, current: RelationContext.Summary(reader, sentence: sentence), before: context ?? [])
      }
      guard reader.phrases.contains(where: { $0.kind == .trigger }) else { continue }
      var before: RelationContext.Summary?
      if reader.mayGoOn, Self.goesOn(sentence, table, text) {
        before = (context ?? summaries(before: sentence, 1, table, lexemes, text, mentions)).first
      }
      collect(sentence, after: before)
    }
    return RelationMerging.merged(found, mentions: mentions)
  }

  /// Finds where each sentence's mentions are in the article's.
  private mutating func findPlaces(_ mentions: [EntityMention], _ sentenceCount: Int) {
    places.removeAll(keepingCapacity: true)
    var place = 0
    for sentence in 0..<sentenceCount {
      while place < mentions.count, mentions[place].sentence < sentence { place += 1 }
      let first = place
      while place < mentions.count, mentions[place].sentence == sentence { place += 1 }
      places.append(first..<place)
    }
  }

  /// What the words of a sentence tell: one that may tell of a deal has a word for one, and somebody or some money, or a
  /// word that points back to somebody.
  private func marks(ofSentence sentence: Int, _ table: borrowing MorphemeTable) -> RelationWords.Mark {
    let morphemes = table.morphemes(ofSentence: sentence)
    var marks: RelationWords.Mark = []
    let ids = table.lexemes.span.extracting(morphemes)
    let known = words.marks.span
    for index in ids.indices { marks.formUnion(known[Int(ids[index])]) }
    return marks
  }

  /// Whether a sentence holds a word for a deal, of one morpheme or of several.
  private func hasTrigger(_ sentence: Int, _ table: borrowing MorphemeTable, _ text: Span<UInt8>) -> Bool {
    let morphemes = table.morphemes(ofSentence: sentence)
    for first in morphemes {
      let lexeme = Int(table.lexemes[first])
      guard words.marks[lexeme].contains(.beginsTrigger) else { continue }
      let word = words.entries[lexeme]
      if word.verb >= 0 || word.noun >= 0 { return true }
      guard word.goesOn else { continue }
      var last = first + 1
      while last < min(first + RelationTokens.wordLimit, morphemes.upperBound),
        table.starts[last] == table.ends[last - 1],
        Int(table.ends[last]) <= text.count
      {
        let words = text.extracting(Int(table.starts[first])..<Int(table.ends[last]))
        if lexicon.trigger(of: words) >= 0 { return true }
        guard lexicon.beginning(words) != nil else { break }
        last += 1
      }
    }
    return false
  }

  private func hasParty(_ sentence: Int, _ mentions: [EntityMention]) -> Bool {
    for index in places[sentence] where mentions[index].type == .organization || mentions[index].type == .money {
      return true
    }
    return false
  }

  private mutating func readTokens(
    _ sentence: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>,
    _ mentions: [EntityMention]
  ) {
    tokens.read(
      table.morphemes(ofSentence: sentence), of: table, lexemes, words, lexicon, text: text, mentions: mentions,
      places: places[sentence])
  }

  /// What some sentences before tell of, the last one first.
  private mutating func summaries(
    before sentence: Int, _ count: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable,
    _ text: Span<UInt8>, _ mentions: [EntityMention]
  ) -> [RelationContext.Summary] {
    var summaries: [RelationContext.Summary] = []
    var first = max(0, sentence - count)
    guard first < sentence else { return [] }
    // What points back there needs what stands before it.
    readEarlier(first, table, lexemes, text, mentions)
    if earlierTokens.pointsBack { first = max(0, sentence - Self.contextLength) }
    for earlier in first..<sentence {
      readEarlier(earlier, table, lexemes, text, mentions)
      earlierReader.read(earlierTokens.tokens, mentions: mentions) { [summaries] pronoun, reader in
        RelationContext.antecedent(
          of: pronoun, current: RelationContext.Summary(reader, sentence: earlier), before: summaries)
      }
      summaries.insert(RelationContext.Summary(earlierReader, sentence: earlier), at: 0)
    }
    return summaries
  }

  private mutating func readEarlier(
    _ sentence: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>,
    _ mentions: [EntityMention]
  ) {
    earlierTokens.read(
      table.morphemes(ofSentence: sentence), of: table, lexemes, words, lexicon, text: text, mentions: mentions,
      places: places[sentence])
  }

  /// Whether a sentence follows the one before in the same paragraph.
  private static func goesOn(_ sentence: Int, _ table: borrowing MorphemeTable, _ text: Span<UInt8>) -> Bool {
    let first = table.morphemes(ofSentence: sentence).lowerBound
    guard sentence > 0, first > 0, first < table.count else { return false }
    let gap = Int(table.ends[first - 1])..<Int(table.starts[first])
    guard gap.upperBound <= text.count else { return false }
    for place in gap where text[place] == UInt8(ascii: "\n") { return false }
    return true
  }

  /// Collects the deals of the sentence that was read.
  private mutating func collect(_ sentence: Int, after before: RelationContext.Summary?) {
    let range = reader.add(before.map(RelationContext.carried) ?? [])
    var interpreter = DealInterpreter(lexicon, reader, carried: range, money: before?.money ?? -1)
    let phrases = reader.phrases
    let hypothesis = phrases.firstIndex { $0.roles.contains(.hypothesis) } ?? phrases.count
    let hearsay = Self.hearsay(in: phrases)
    for index in phrases.indices where phrases[index].kind == .trigger && index < hypothesis {
      guard let deal = interpreter.parties(of: index) else { continue }
      var judge = DealCertainty(phrases, isQuestion: reader.isQuestion)
      if hearsay < index { judge.report() }
      guard let certainty = judge.judge(index) else { continue }
      append(deal, certainty, sentence, phrases[index].triggerToken)
    }
  }

  /// The phrase of によると behind others than the parties themselves; their number where there is none.
  private static func hearsay(in phrases: [RelationPhrase]) -> Int {
    phrases.indices.first { index in
      let phrase = phrases[index]
      guard phrase.kind == .predicate, phrase.roles.contains(.according), phrase.form.isUnreal, index > 0 else {
        return false
      }
      return !phrases[index - 1].content.contains(.source)
    } ?? phrases.count
  }

  private mutating func append(
    _ deal: DealParties, _ certainty: Certainty, _ sentence: Int, _ token: Int
  ) {
    let first = tokens.tokens[token]
    let last = tokens.tokens[token + max(first.triggerLength, 1) - 1]
    // The giver's place in the list, the giver, and the receiver.
    var pairs: [(place: Int, from: Int, to: Int?)] = []
    let from = reader.parties[deal.from].map(\.entity)
    for (place, giver) in from.enumerated() {
      if deal.isMutual {
        if place > 0 { pairs.append((0, from[0], giver)) }
      } else if let to = deal.to {
        pairs += reader.parties[to].map { (place, giver, $0.entity) }
      } else {
        pairs.append((place, giver, nil))
      }
    }
    for (place, from, to) in pairs.prefix(Self.pairLimit) where from != to {
      let amount = deal.money.count == deal.from.count ? deal.money[place] : deal.money.first
      found.append(
        RelationMention(
          type: deal.type, from: from, to: to, amount: amount, certainty: certainty, sentence: sentence,
          range: ByteRange(first.start, max(first.start, last.end))))
    }
  }
}
