extension DealInterpreter {
  /// Investors are often persons.
  static let investors: [Party.Kind] = [.organization, .person]
  /// What can be bought.
  static let assets: [Party.Kind] = [.organization, .product]

  func interpret(_ trigger: RelationLexicon.Trigger, _ site: Site) -> DealParties? {
    switch trigger.pattern {
    case .giver, .spender: giver(trigger, site)
    case .buyer, .tender: buyer(trigger, site)
    case .stake: stake(site)
    case .holding: holding(site)
    case .seller: seller(site)
    case .partner: partner(trigger.type, site)
    case .raiser, .rawRaiser: raiser(trigger, site)
    case .orderer: orderer(site)
    case .contractor: contractor(site)
    case .plant: plant(site)
    }
  }

  /// Whether the predicate turns the deal round: 出資を受ける.
  func isReceived(_ site: Site) -> Bool {
    let phrase = phrases[site.index]
    let isObject = phrase.mark == .object || phrase.mark == .also || phrase.mark == .topic
    return phrase.tail.contains(.receiving)
      || !site.isOwn && isObject && site.predicate.map { phrases[$0].roles.contains(.receiving) } == true
  }

  /// 出資, 投資, 融資 and 投じる: the subject gives to に.
  private func giver(_ trigger: RelationLexicon.Trigger, _ site: Site) -> DealParties? {
    let form = phrases[site.index].form
    let attributes = site.attributes
    let cases = site.cases
    if isReceived(site) {
      guard let to = subjectParties(site) else { return nil }
      let giver = cases.from ?? attributes.from ?? attributes.by ?? attributes.owner
      guard let from = party(giver, Self.investors) else {
        return giver == nil ? DealParties(type: .funding, from: to, to: nil, needsAmount: true) : nil
      }
      return DealParties(type: trigger.type, from: from, to: to)
    }
    if form.isCausative { return nil }
    let receiver = attributes.dative ?? cases.dative
    if site.isOwn && form.isPassive {
      guard let from = party(cases.by ?? cases.from, Self.investors), let to = party(receiver) else { return nil }
      return DealParties(type: trigger.type, from: from, to: to)
    }
    if !site.isOwn, receiver == nil, let giver = cases.from {
      // AにはBから10億円の出資が決まった
      guard let from = party(giver, Self.investors), let to = party(cases.topic) else { return nil }
      return DealParties(type: trigger.type, from: from, to: to)
    }
    guard let from = giverParties(site) else { return nil }
    if let to = party(receiver) { return DealParties(type: trigger.type, from: from, to: to) }
    if let to = party(receiver, Self.assets) {
      return DealParties(type: trigger.type, from: from, to: to, needsAmount: true)
    }
    // Aからの投資: somebody gets it who is not named.
    guard receiver == nil, attributes.from == nil else { return nil }
    // Aが出資するB
    if site.isOwn, cases.subject != nil, case .parties(let head)? = head(behind: site.index), cases.dativeNoun == nil {
      guard parties[head].allSatisfy({ $0.kind == .organization }) else { return nil }
      return DealParties(type: trigger.type, from: from, to: head)
    }
    return spending(trigger, from, site)
  }

  /// Money that goes to no party: the spender's own plants, or companies in general.
  private func spending(_ trigger: RelationLexicon.Trigger, _ from: Range<Int>, _ site: Site) -> DealParties? {
    let isToCompanies = site.cases.dativeNoun.map { phrases[$0].roles.contains(.agent) } ?? false
    guard parties[from].allSatisfy({ $0.kind == .organization }) else { return nil }
    if trigger.pattern == .giver || isToCompanies {
      guard site.cases.dativeNoun == nil || isToCompanies, site.predicate != nil else { return nil }
      return DealParties(type: trigger.type, from: from, to: nil, needsAmount: true)
    }
    return DealParties(type: .capitalExpenditure, from: from, to: nil, needsAmount: true)
  }

  private func giverParties(_ site: Site) -> Range<Int>? {
    let attributes = site.attributes
    if let giver = attributes.by ?? attributes.from ?? (site.isOwn ? nil : attributes.owner ?? attributes.adjacent) {
      return party(giver, Self.investors)
    }
    return site.predicate == nil ? nil : subjectParties(site, Self.investors)
  }

  /// 調達: the subject gets money from から.
  private func raiser(_ trigger: RelationLexicon.Trigger, _ site: Site) -> DealParties? {
    guard !phrases[site.index].form.isPassive else { return nil }
    if site.isOwn {
      // 〜を調達: money is the only object.
      if let object = site.cases.object, !phrases[object].roles.contains(.funds) { return nil }
      return subjectParties(site).flatMap { raised(trigger, by: $0, site) }
    }
    if let owner = site.attributes.owner ?? site.attributes.adjacent {
      return party(owner).flatMap { raised(trigger, by: $0, site) }
    }
    guard site.predicate != nil, let subject = subjectParties(site) else { return nil }
    return raised(trigger, by: subject, site)
  }

  private func raised(_ trigger: RelationLexicon.Trigger, by raiser: Range<Int>, _ site: Site) -> DealParties? {
    let needsAmount = trigger.pattern == .rawRaiser
    guard let giver = site.cases.from ?? site.attributes.from ?? site.attributes.by else {
      return DealParties(type: .funding, from: raiser, to: nil, needsAmount: true)
    }
    guard let from = party(giver, Self.investors) else { return nil }
    return DealParties(type: .funding, from: from, to: raiser, needsAmount: needsAmount)
  }

  /// 設備投資: the subject's own.
  private func plant(_ site: Site) -> DealParties? {
    var from = party(site.attributes.owner ?? site.attributes.by)
    if site.attributes.owner == nil && from == nil && site.predicate != nil { from = subjectParties(site) }
    guard let from else { return nil }
    return DealParties(type: .capitalExpenditure, from: from, to: nil, needsAmount: true)
  }

  /// 発注: the subject orders from に.
  private func orderer(_ site: Site) -> DealParties? {
    let receiver = site.attributes.dative ?? site.cases.dative
    guard !phrases[site.index].form.isPassive, let to = party(receiver), let from = giverParties(site) else {
      return nil
    }
    return DealParties(type: .contract, from: from, to: to)
  }

  /// 受注: the subject is given an order by から.
  private func contractor(_ site: Site) -> DealParties? {
    guard !phrases[site.index].form.isPassive else { return nil }
    let owner = site.isOwn ? nil : site.attributes.owner
    guard let contractor = party(owner) ?? (site.predicate == nil ? nil : subjectParties(site)) else { return nil }
    guard let orderer = site.cases.from ?? site.attributes.from else {
      return DealParties(type: .contract, from: contractor, to: nil, needsAmount: true)
    }
    guard let from = party(orderer) else { return nil }
    return DealParties(type: .contract, from: from, to: contractor)
  }
}
