extension PhraseReader {
  /// Adds a noun phrase, as one with the phrase before where the two are a list or name the same.
  mutating func join(_ tokens: [RelationToken], _ added: RelationPhrase) {
    guard var last = phrases.last else { return append(added) }
    var phrase = added
    // AやBといった[世界の]大手企業
    if phrase.kind == .noun, phrases.count > 1, last.kind == .modifier || last.kind == .noun && last.mark == .of,
      !phrase.roles.isDisjoint(with: [.agent, .counter])
    {
      let before = phrases[phrases.count - 2]
      if before.kind == .party, before.mark == .such || before.mark == .like, isAppositive(before, phrase) {
        _ = removeLast()
        last = before
      }
    }
    switch phrase.kind {
    case .party where joins(tokens, last, phrase):
      phrase.hasBareComma = last.hasBareComma || last.parties.count == 1 && last.mark == .none && last.hasComma
      phrase.parties = last.parties.lowerBound..<phrase.parties.upperBound
      phrase.isOpenList = last.isOpenList || last.mark == .list
      phrase.isPair = last.mark == .with
      replaceLast(by: phrase)
    case .party where last.roles.contains(.conjunction) && last.kind == .modifier && phrases.count > 1:
      let before = phrases[phrases.count - 2]
      guard before.kind == .party, before.mark == .none, before.parties.upperBound == phrase.parties.lowerBound else {
        return append(phrase)
      }
      _ = removeLast()
      phrase.hasBareComma = before.hasBareComma
      phrase.parties = before.parties.lowerBound..<phrase.parties.upperBound
      replaceLast(by: phrase)
    case _ where phrase.roles.contains(.between) && last.kind == .party && last.mark == .with && last.isAdnominal:
      // Bとの間で
      phrase = last
      phrase.isAdnominal = added.isAdnominal
      phrase.tokens = last.tokens.lowerBound..<added.tokens.upperBound
      replaceLast(by: phrase)
    case .noun where isAppositive(last, phrase):
      phrase.kind = .party
      phrase.parties = last.parties
      phrase.isOpenList = last.mark != .of || last.content.contains(.companion) || last.isOpenList
      phrase.isPair = last.isPair
      phrase.hasBareComma = last.hasBareComma
      phrase.roles = []
      replaceLast(by: phrase)
    case .noun where last.kind == .money && last.isAdnominal && phrase.roles.contains(.funds):
      phrase.kind = .money
      phrase.money = last.money
      phrase.content.formUnion(last.content)
      replaceLast(by: phrase)
    case .noun where last.kind == .money && last.isAdnominal && phrase.content.contains(.valuation):
      // 900億ドルの評価額で
      updateLast { $0.content.insert(.valuation) }
      append(phrase)
    case .money:
      // 評価額900億ドル, 評価額は900億ドル: not what is paid.
      if last.content.contains(.valuation), last.kind == .noun, !last.hasComma || last.mark == .topic {
        phrase.content.insert(.valuation)
      }
      append(phrase)
    default: append(phrase)
    }
  }

  private mutating func replaceLast(by phrase: RelationPhrase) {
    updateLast { last in
      let start = last.tokens.lowerBound
      last = phrase
      last.tokens = start..<phrase.tokens.upperBound
    }
  }

  /// Whether two parties are a list: AとB, A、B, A・B, AやB.
  private func joins(_ tokens: [RelationToken], _ last: RelationPhrase, _ phrase: RelationPhrase) -> Bool {
    guard last.kind == .party, !last.isCopular, last.parties.upperBound == phrase.parties.lowerBound else {
      return false
    }
    switch last.mark {
    case .list: return true
    case .with: return !last.hasComma && !last.isAdnominal && !last.isTopical
    case .none:
      if last.hasComma { return true }
      let gap = last.tokens.upperBound
      return gap + 1 == phrase.tokens.lowerBound && tokens[gap].sign == .join
    default: return false
    }
  }

  /// Whether a noun names again what the phrase before names: AやBといった企業, AとBの両社, AとBの3社.
  private func isAppositive(_ last: RelationPhrase, _ phrase: RelationPhrase) -> Bool {
    guard last.kind == .party, last.isAdnominal else { return false }
    let namesCompanies = !phrase.roles.isDisjoint(with: [.agent, .counter, .bothCompanies])
    switch last.mark {
    case .such, .like, .named: return namesCompanies
    case .of:
      return phrase.roles.contains(.counter) || phrase.roles.contains(.bothCompanies)
        || namesCompanies && last.content.contains(.companion)
    default: return false
    }
  }
}
