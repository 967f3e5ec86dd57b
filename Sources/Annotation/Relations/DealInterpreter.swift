/// Finds who makes a deal with whom, by the pattern of the word that names it.
struct DealInterpreter {
  let lexicon: RelationLexicon
  private(set) var phrases: [RelationPhrase]
  let parties: [Party]
  /// The number of phrases of the sentence; behind them stands the headline's subject, where there is one.
  private let count: Int
  /// The headline's subject, once it was told apart from a list: A、Bを買収へ
  private var headline: Int?
  /// The first phrase that is some predicate's subject or topic.
  private let firstSubject: Int
  /// The parties that the sentence before is about; empty where that is not safe.
  let carried: Range<Int>
  /// The money that the sentence before says they announced; -1 for none.
  let carriedMoney: Int
  /// The most parties of a list that are looked at.
  private static let partyLimit = 12

  init(_ lexicon: RelationLexicon, _ reader: PhraseReader, carried: Range<Int>, money: Int) {
    self.lexicon = lexicon
    phrases = reader.phrases
    parties = reader.parties
    self.carried = carried
    carriedMoney = money
    count = phrases.count
    firstSubject = phrases.firstIndex(where: \.isSubject) ?? count
  }

  /// The word in question and what was found around it.
  struct Site {
    let index: Int
    /// The predicate that the word is, or that it is the object of; `nil` where it is a noun among others.
    let predicate: Int?
    /// Whether the word is itself the predicate.
    let isOwn: Bool
    let arguments: DealArguments
    var attributes: DealArguments.Attributes { arguments.attributes }
    var cases: DealArguments.Cases { arguments.cases }
  }

  enum Subject {
    case parties(Range<Int>)
    /// There is one, and it is no party: 企業は
    case other
    case missing
  }

  /// The parties of the deal in phrase `index`.
  /// - Complexity: O(1).
  mutating func parties(of index: Int) -> DealParties? {
    let trigger = lexicon.triggers[phrases[index].trigger]
    if phrases[index].isCopular { if let told = toldBefore(trigger, index) { return told } }
    let predicate = predicate(of: index)
    let finder = ArgumentFinder(phrases: phrases)
    var arguments = finder.arguments(
      of: index, predicate: predicate, amountMarks: Self.amountMarks(of: trigger.pattern))
    if predicate != nil { splitHeadline(&arguments) }
    let isOwn = predicate == index && (phrases[index].isVerbal || arguments.attributes.isEmpty)
    let site = Site(index: index, predicate: predicate, isOwn: isOwn, arguments: arguments)
    guard var found = interpret(trigger, site) else { return nil }
    found.money = amounts(arguments.money ?? moneyBehind(index), for: found.from.count)
    if found.needsAmount && found.money.isEmpty { return nil }
    if let to = found.to {
      // AとBがCとDに: each into each, or each into one of them.
      if found.from.count > 1 && to.count > 1 { return nil }
      let entities = parties[to].map(\.entity)
      if !found.isMutual, parties[found.from].contains(where: { entities.contains($0.entity) }) { return nil }
    } else if found.isMutual, found.from.count < 2 {
      return nil
    }
    return found
  }

  /// これは巨額投資だ: the sentence before tells who spends how much.
  private func toldBefore(_ trigger: RelationLexicon.Trigger, _ index: Int) -> DealParties? {
    guard trigger.pattern == .spender || trigger.pattern == .plant, carriedMoney >= 0, !carried.isEmpty else {
      return nil
    }
    var place = index - 1
    while place >= 0, phrases[place].kind == .modifier { place -= 1 }
    guard place >= 0, phrases[place].mark == .topic, phrases[place].roles.contains(.this) else { return nil }
    return DealParties(type: .capitalExpenditure, from: carried, to: nil, money: [carriedMoney])
  }

  /// The mentions of the amounts: one for all parties, or one for each where as many are told: AとBは10億円、20億円を
  private func amounts(_ place: Int?, for count: Int) -> [Int] {
    guard var place else { return [] }
    var list = [phrases[place].money]
    while place > 0, list.count <= Self.partyLimit, phrases[place - 1].kind == .money, phrases[place - 1].mark == .none
    {
      place -= 1
      list.insert(phrases[place].money, at: 0)
    }
    return list.count == 1 || list.count == count ? list : []
  }

  private static func amountMarks(of pattern: RelationLexicon.Pattern) -> [CaseMark] {
    switch pattern {
    case .giver, .spender, .raiser, .rawRaiser, .plant: [.object]
    case .buyer, .tender, .stake, .holding, .seller: [.at]
    case .orderer, .contractor: [.object, .at]
    case .partner: [.at]
    }
  }

  /// The predicate that the word in phrase `index` is, or is an argument of.
  private func predicate(of index: Int) -> Int? {
    let phrase = phrases[index]
    if phrase.isVerbal { return index }
    if phrase.isCopular { return nil }
    let isLast = index == count - 1
    if phrase.mark == .none || phrase.mark == .dative, isLast || phrase.hasComma && !phrase.isTopical { return index }
    guard let next = DealCertainty.predicate(after: index, in: phrases) else { return nil }
    let roles = phrases[next].roles
    if phrase.mark == .through || phrase.mark == .by { return roles.contains(.doubting) ? nil : next }
    guard !roles.isDisjoint(with: .judging) || roles.contains(.doing), !roles.contains(.doubting) else { return nil }
    return next
  }

  /// In a headline the subject stands before a comma: A、Bを買収へ
  private mutating func splitHeadline(_ arguments: inout DealArguments) {
    let cases = arguments.cases
    guard cases.subject == nil, cases.topic == nil, cases.headline == nil else { return }
    if let headline {
      arguments.cases.headline = headline
      return
    }
    for place in [
      cases.object, cases.dative, cases.with, arguments.attributes.owner, arguments.attributes.with,
      arguments.attributes.dative,
    ] {
      guard let place, place <= 1, phrases[place].hasBareComma, phrases[place].parties.count > 1 else { continue }
      let all = phrases[place].parties
      var headline = phrases[place]
      headline.parties = all.lowerBound..<all.lowerBound + 1
      phrases[place].parties = all.lowerBound + 1..<all.upperBound
      phrases[place].hasBareComma = false
      phrases.append(headline)
      self.headline = phrases.count - 1
      arguments.cases.headline = self.headline
      return
    }
  }

  /// 投資額は100億ドルに達した: money behind a word for an amount.
  private func moneyBehind(_ index: Int) -> Int? {
    let phrase = phrases[index]
    guard phrase.tail.contains(.amountTail), phrase.mark == .topic || phrase.mark == .subject || phrase.mark == .at
    else { return nil }
    for place in index + 1..<max(index + 1, min(index + 5, count)) {
      if phrases[place].kind == .money { return place }
      if phrases[place].isPredicate { return nil }
    }
    return nil
  }

  /// The parties of a phrase, if all of them are of these kinds.
  func party(_ place: Int?, _ kinds: [Party.Kind] = [.organization]) -> Range<Int>? {
    guard let place, !phrases[place].parties.isEmpty, phrases[place].kind == .party else { return nil }
    let range = Self.limited(phrases[place].parties)
    return parties[range].allSatisfy { kinds.contains($0.kind) } ? range : nil
  }

  /// The first parties of a list; the rest of an overlong one is passed over.
  static func limited(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound..<min(range.upperBound, range.lowerBound + partyLimit)
  }

  /// Who does what the predicate says.
  func subject(_ site: Site) -> Subject {
    // 買収が発表された: the deal itself is the subject.
    let mark = phrases[site.index].mark
    if !site.isOwn, mark == .subject || mark == .topic, site.predicate.map({ phrases[$0].form.isPassive }) == true {
      return .missing
    }
    if let place = site.cases.subject { return subject(at: place) }
    if let predicate = site.predicate, let head = head(behind: predicate) { return head }
    if let place = site.cases.topic ?? site.cases.headline { return subject(at: place) }
    let isAttributive = site.predicate.map { phrases[$0].form.ending == .attributive } ?? true
    guard !carried.isEmpty, firstSubject > site.index, !isAttributive else { return .missing }
    return .parties(carried)
  }

  private func subject(at place: Int) -> Subject {
    phrases[place].kind == .party ? .parties(Self.limited(phrases[place].parties)) : .other
  }

  /// The noun that a predicate modifies, where it can be the predicate's subject or object: 買収したGoogle.
  func head(behind predicate: Int) -> Subject? {
    guard phrases[predicate].form.ending == .attributive, phrases[predicate].isPredicate else { return nil }
    var place = predicate + 1
    while place < count, place <= predicate + 3 {
      let phrase = phrases[place]
      if phrase.kind == .party { return .parties(Self.limited(phrase.parties)) }
      if phrase.roles.contains(.agent) { return .other }
      let goesOn = phrase.kind == .modifier || phrase.kind == .noun && (phrase.mark == .of || phrase.mark == .none)
      guard goesOn, !phrase.hasComma, phrase.roles.isDisjoint(with: .judging) else { return nil }
      place += 1
    }
    return nil
  }

  /// The subject's parties, if all of them are of these kinds.
  func subjectParties(_ site: Site, _ kinds: [Party.Kind] = [.organization]) -> Range<Int>? {
    guard case .parties(let range) = subject(site), parties[range].allSatisfy({ kinds.contains($0.kind) }) else {
      return nil
    }
    return range
  }
}
