extension DealInterpreter {
  /// 買収 and TOB: the subject takes を.
  func buyer(_ trigger: RelationLexicon.Trigger, _ site: Site) -> DealParties? {
    let form = phrases[site.index].form
    let cases = site.cases
    guard site.isOwn else { return boughtNoun(trigger, site) }
    if form.isPassive {
      guard let from = party(cases.dative ?? cases.by ?? cases.from, Self.investors),
        let to = subjectParties(site, Self.assets)
      else { return nil }
      return DealParties(type: .acquisition, from: from, to: to)
    }
    if form.isCausative {
      guard let from = party(cases.dative), let to = party(cases.object, Self.assets) else { return nil }
      return DealParties(type: .acquisition, from: from, to: to)
    }
    guard let from = subjectParties(site, Self.investors) else { return nil }
    let object = cases.object ?? site.attributes.adjacent ?? (trigger.pattern == .tender ? cases.dative : nil)
    if let object {
      if let to = party(object, Self.assets) { return DealParties(type: .acquisition, from: from, to: to) }
      guard phrases[object].kind == .noun, phrases[object].roles.contains(.business) else { return nil }
      return DealParties(type: .acquisition, from: from, to: nil, needsAmount: true)
    }
    // Aが買収したB, and BはAが買収した
    guard cases.subject != nil else { return nil }
    var to: Range<Int>?
    if case .parties(let head)? = head(behind: site.index) { to = head } else { to = party(cases.topic, Self.assets) }
    guard let to, parties[to].allSatisfy({ $0.kind != .person }) else { return nil }
    return DealParties(type: .acquisition, from: from, to: to)
  }

  /// Bの買収, Bに対するTOB, AによるBの買収, AのB買収.
  private func boughtNoun(_ trigger: RelationLexicon.Trigger, _ site: Site) -> DealParties? {
    let attributes = site.attributes
    let predicate = site.predicate.map { phrases[$0] }
    if isReceived(site) {
      guard let from = party(attributes.by ?? attributes.from ?? attributes.owner ?? site.cases.from, Self.investors),
        let to = subjectParties(site, Self.assets)
      else { return nil }
      return DealParties(type: .acquisition, from: from, to: to)
    }
    // Aからの買収提案: what is bought stands elsewhere.
    if attributes.from != nil || site.cases.from != nil { return refused(site) }
    var target = attributes.adjacent ?? attributes.dative
    var actor = attributes.by
    if target != nil {
      actor = actor ?? attributes.owner
    } else {
      target = attributes.owner
      actor = actor ?? attributes.fartherOwner
    }
    if target == nil && trigger.pattern == .tender { target = site.cases.dative }
    guard let to = party(target, Self.assets) else { return nil }
    if let actor {
      guard let from = party(actor, Self.investors) else { return nil }
      return DealParties(type: .acquisition, from: from, to: to)
    }
    guard site.predicate != nil, predicate?.form.isPassive != true, let from = subjectParties(site, Self.investors)
    else {
      return nil
    }
    return DealParties(type: .acquisition, from: from, to: to)
  }

  /// BはAからの買収提案を断った.
  private func refused(_ site: Site) -> DealParties? {
    guard let predicate = site.predicate, phrases[predicate].roles.contains(.denying),
      let from = party(site.attributes.from ?? site.cases.from, Self.investors),
      let to = subjectParties(site, Self.assets)
    else { return nil }
    return DealParties(type: .acquisition, from: from, to: to)
  }

  /// Bの株式を取得: all of it, or the greater half, is an acquisition; less is an investment.
  func stake(_ site: Site) -> DealParties? {
    guard !phrases[site.index].form.isPassive, let from = subjectParties(site, Self.investors) else { return nil }
    var content = phrases[site.index].content
    var target = site.attributes.owner ?? site.attributes.adjacent
    if !content.contains(.stake) {
      target = nil
      guard let object = site.cases.object, phrases[object].kind == .noun else { return nil }
      content = phrases[object].content
      if !phrases[object].parties.isEmpty { target = object }
      var place = object - 1
      while target == nil, place >= 0, object - place <= 4, phrases[place].isAdnominal, phrases[place].mark == .of {
        content.formUnion(phrases[place].content)
        if !phrases[place].parties.isEmpty { target = place }
        place -= 1
      }
    }
    guard content.contains(.stake), let target else { return nil }
    let to = Self.limited(phrases[target].parties)
    guard parties[to].allSatisfy({ $0.kind == .organization }) else { return nil }
    return DealParties(type: content.contains(.whole) ? .acquisition : .investment, from: from, to: to)
  }

  /// Bを子会社にする, Bを傘下に収める, Aの傘下に入る.
  func holding(_ site: Site) -> DealParties? {
    guard !site.isOwn, let predicate = site.predicate.map({ phrases[$0] }), !predicate.form.isPassive else {
      return nil
    }
    if predicate.roles.contains(.joining) {
      guard let from = party(site.attributes.owner), let to = subjectParties(site) else { return nil }
      return DealParties(type: .acquisition, from: from, to: to)
    }
    guard predicate.roles.contains(.taking) || predicate.roles.contains(.doing),
      phrases[site.index].mark == .dative || phrases[site.index].mark == .with,
      let to = party(site.cases.object, Self.assets), let from = subjectParties(site, Self.investors)
    else { return nil }
    return DealParties(type: .acquisition, from: from, to: to)
  }

  /// BをCに売却: Cが買う.
  func seller(_ site: Site) -> DealParties? {
    guard !phrases[site.index].form.isPassive, !phrases[site.index].form.isCausative,
      let from = party(site.attributes.dative ?? site.cases.dative),
      let to = party(site.isOwn ? site.cases.object : site.attributes.owner, Self.assets)
    else { return nil }
    return DealParties(type: .acquisition, from: from, to: to)
  }

  /// 提携, 契約, 組む: AがBと, AとBが, AとBの, AのBとの.
  func partner(_ type: RelationType, _ site: Site) -> DealParties? {
    let attributes = site.attributes
    let phrase = phrases[site.index]
    if phrase.form.isPassive || phrase.form.isCausative { return nil }
    // 手を組む, タッグを組む; but not チームを組む.
    if phrase.roles.contains(.tie), let object = site.cases.object, !phrases[object].roles.contains(.tie) { return nil }
    if let owners = party(attributes.owner), isGroup(attributes.owner), attributes.with == nil {
      return DealParties(type: type, from: owners, to: nil, isMutual: true)
    }
    // AとB業務提携
    if let pair = party(attributes.adjacent), isGroup(attributes.adjacent) {
      return DealParties(type: type, from: pair, to: nil, isMutual: true)
    }
    let partners = attributes.with ?? site.cases.with
    if let to = party(partners) {
      if let actor = attributes.by ?? (site.isOwn ? nil : attributes.owner) {
        guard let from = party(actor) else { return nil }
        return DealParties(type: type, from: from, to: to)
      }
      if site.predicate != nil {
        if let from = subjectParties(site) { return DealParties(type: type, from: from, to: to) }
        if case .missing = subject(site) {} else { return nil }
      }
      let isPair = attributes.with.map { phrases[$0].isPair && !phrases[$0].isOpenList } ?? false
      return isPair ? DealParties(type: type, from: to, to: nil, isMutual: true) : nil
    }
    guard partners == nil, site.predicate != nil, let from = subjectParties(site) else { return nil }
    if from.count > 1 {
      let place = site.cases.subject ?? site.cases.topic ?? site.cases.headline
      return isGroup(place) ? DealParties(type: type, from: from, to: nil, isMutual: true) : nil
    }
    // Aが提携するB
    guard site.isOwn, site.cases.subject != nil, case .parties(let head)? = head(behind: site.index),
      parties[head].allSatisfy({ $0.kind == .organization })
    else { return nil }
    return DealParties(type: type, from: from, to: head)
  }

  /// Whether a phrase names several parties, and all that are meant: AとB, but not AやB.
  private func isGroup(_ place: Int?) -> Bool {
    guard let place else { return true }
    return phrases[place].parties.count > 1 && !phrases[place].isOpenList
  }
}
