internal import Morphology

extension PhraseReader {
  /// Reads a mention with what belongs to it.
  mutating func readMention(_ tokens: [RelationToken], _ index: Int, _ mentions: [EntityMention]) -> Int {
    let mention = tokens[index].mention
    var end = index + 1
    while end < tokens.count, tokens[end].mention == mention { end += 1 }
    var phrase = RelationPhrase(Self.kind(of: mentions[mention].type), index..<end)
    if phrase.kind == .party, mentions[mention].entity < 0 { phrase.kind = .noun }
    if phrase.kind == .party {
      let first = appendParty(Party(entity: mentions[mention].entity, kind: Self.partyKind(of: mentions[mention].type)))
      phrase.parties = first..<first + 1
    } else if phrase.kind == .money {
      phrase.money = mention
    }
    end = readSuffixes(tokens, end, into: &phrase)
    return finish(tokens, end, phrase)
  }

  private static func kind(of type: EntityType) -> RelationPhrase.Kind {
    switch type {
    case .organization, .person, .product: .party
    case .money: .money
    case .date, .time: .time
    case .location, .facility, .event, .law, .percent, .quantity: .noun
    }
  }

  private static func partyKind(of type: EntityType) -> Party.Kind {
    type == .person ? .person : type == .organization ? .organization : .product
  }

  /// Reads the nouns that stand behind a mention without a particle: 自体 leaves it what it is, 幹部 does not.
  private func readSuffixes(_ tokens: [RelationToken], _ index: Int, into phrase: inout RelationPhrase) -> Int {
    var place = Self.skipClosing(tokens, index)
    while place < tokens.count, tokens[place].isNominal, tokens[place].mention < 0, tokens[place].sign == .none {
      let token = tokens[place]
      if token.part == .dependentNoun && token.roles.contains(.likeness) { break }
      let belongs =
        switch phrase.kind {
        case .party:
          token.roles.contains(.companion) || token.part == .nameSuffix || token.part == .numeral
            || token.roles.contains(.counter)
        case .money: token.roles.contains(.funds)
        case .time: true
        default: true
        }
      if !belongs {
        let end = Self.endOfNouns(tokens, place)
        if Self.findTrigger(tokens, place..<end) != nil { break }
        if phrase.kind == .party || phrase.kind == .money { phrase.kind = .noun }
        phrase.roles = tokens[end - 1].roles
        for token in tokens[place..<end] { phrase.content.formUnion(token.roles) }
        place = end
        break
      }
      phrase.content.formUnion(token.roles)
      place += 1
    }
    return place
  }

  /// The index behind the nouns that stand together at `index`.
  private static func endOfNouns(_ tokens: [RelationToken], _ index: Int) -> Int {
    var end = index + 1
    guard tokens[index].part != .dependentNoun else { return end }
    while end < tokens.count, tokens[end].isNominal, tokens[end].mention < 0, tokens[end].sign == .none,
      tokens[end].part != .dependentNoun, tokens[end].start == tokens[end - 1].end
    {
      end += 1
    }
    return end
  }

  /// Where in a compound the name of a deal begins, if the compound names one: the last one there, with nothing behind
  /// it but what may be: 買収計画, but not 投資判断.
  private static func findTrigger(_ tokens: [RelationToken], _ range: Range<Int>) -> Int? {
    let tails: WordRoles = [.tail, .amountTail, .planning, .reporting, .announcing, .denying, .performing, .receiving]
    var place = range.lowerBound
    var found: Int?
    while place < range.upperBound {
      if tokens[place].trigger >= 0, place + tokens[place].triggerLength <= range.upperBound {
        found = place
        place += tokens[place].triggerLength
      } else {
        if found != nil, tokens[place].roles.isDisjoint(with: tails) { found = nil }
        place += 1
      }
    }
    return found
  }

  /// Reads nouns that stand together and are no mention.
  mutating func readNoun(_ tokens: [RelationToken], _ index: Int, _ antecedent: Antecedent) -> Int {
    let end = Self.endOfNouns(tokens, index)
    var phrase = RelationPhrase(.noun, index..<end)
    phrase.roles = tokens[end - 1].roles
    // 検討中, 調整済み: the suffix leaves the sense to what stands before it.
    if tokens[end - 1].part == .nounSuffix, phrase.roles.isEmpty, end - 1 > index {
      phrase.roles = tokens[end - 2].roles
    }
    for token in tokens[index..<end] { phrase.content.formUnion(token.roles) }
    if tokens[end - 1].part == .adverbialNoun { phrase.kind = .time }
    if let trigger = Self.findTrigger(tokens, index..<end) {
      phrase.kind = .trigger
      phrase.triggerToken = trigger
      phrase.trigger = tokens[trigger].trigger
      for token in tokens[trigger..<end].dropFirst(tokens[trigger].triggerLength) { phrase.tail.formUnion(token.roles) }
    } else if let pronoun = Self.pronoun(tokens, index..<end), let found = antecedent(pronoun, self) {
      phrase.kind = .party
      phrase.parties = add(found)
    }
    return finish(tokens, end, phrase)
  }

  /// What the compound points back to, if it is a word such as 同社.
  private static func pronoun(_ tokens: [RelationToken], _ range: Range<Int>) -> WordRoles? {
    let found = tokens[range.lowerBound].roles.intersection(.pronouns)
    guard !found.isEmpty else { return nil }
    for token in tokens[range].dropFirst() where !token.roles.contains(.companion) { return nil }
    return found
  }

  /// Reads what follows a noun, verb or particles, and adds the phrase.
  private mutating func finish(_ tokens: [RelationToken], _ index: Int, _ start: RelationPhrase) -> Int {
    var phrase = start
    var place = index
    phrase.tokens = start.tokens.lowerBound..<index
    if place < tokens.count, tokens[place].mention < 0 {
      let next = tokens[place]
      if next.roles.contains(.doing), next.part == .verb || next.part == .dependentVerb {
        if phrase.kind != .trigger { phrase.kind = .predicate }
        phrase.isVerbal = phrase.kind == .trigger
        place = readForm(tokens, place, into: &phrase)
        append(phrase)
        return place
      }
      if next.part == .auxiliary, next.roles.contains(.copula) {
        place = readForm(tokens, place, into: &phrase)
        if phrase.form.ending == .attributive, phrase.kind == .noun, !phrase.form.isPast {
          phrase.kind = .modifier
        } else {
          phrase.isCopular = true
        }
        append(phrase)
        return place
      }
    }
    if Self.isDenied(tokens, place) {
      place = readForm(tokens, place + 2, into: &phrase)
      phrase.form.isNegative = true
      phrase.isCopular = true
      append(phrase)
      return place
    }
    place = readParticles(tokens, place, into: &phrase)
    if phrase.kind == .noun { takeAsPredicate(&phrase, tokens[index - 1], isAtEnd: Self.isEnd(tokens, place)) }
    join(tokens, phrase)
    return place
  }

  /// Whether ではない follows, where a dictionary takes its で for a particle.
  private static func isDenied(_ tokens: [RelationToken], _ place: Int) -> Bool {
    guard place + 2 < tokens.count, tokens[place].word.mark == .at else { return false }
    return (tokens[place + 1].word.mark == .topic || tokens[place + 1].word.mark == .also)
      && tokens[place + 2].roles.contains(.negative)
  }

  private static func isEnd(_ tokens: [RelationToken], _ place: Int) -> Bool {
    place >= tokens.count || tokens[place].part == .fullStop || tokens[place].part == .closeBracket
  }

  /// Nouns that end a clause by themselves: 提携を発表、, and 好調で、.
  private func takeAsPredicate(_ phrase: inout RelationPhrase, _ head: RelationToken, isAtEnd: Bool) {
    if phrase.mark == .none, head.part == .verbalNoun, phrase.hasComma || isAtEnd,
      !phrase.roles.isDisjoint(with: .judging)
    {
      phrase.kind = .predicate
      phrase.form.ending = phrase.hasComma ? .continued : .final
    } else if phrase.mark == .at, !phrase.isAdnominal, !phrase.isTopical, head.part == .adjectivalNoun {
      phrase.mark = .none
      phrase.isCopular = true
      phrase.form.ending = .continued
    }
  }
}
