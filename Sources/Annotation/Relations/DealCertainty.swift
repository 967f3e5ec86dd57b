/// Reads off the words behind the name of a deal how surely the deal holds.
struct DealCertainty {
  /// The most phrases between a deal and the predicate that it is an argument of.
  private static let reach = 6
  /// The most predicates that are followed: 買収する方針を固めたと報じられている has four.
  private static let steps = 8
  private let phrases: [RelationPhrase]
  private let isQuestion: Bool
  private var certainty = Certainty.stated
  /// Whether nothing is said to hold.
  private var isDropped = false

  init(_ phrases: [RelationPhrase], isQuestion: Bool) {
    self.phrases = phrases
    self.isQuestion = isQuestion
  }

  /// The first phrase of a predicate behind `place`, if one is near.
  static func predicate(after place: Int, in phrases: [RelationPhrase]) -> Int? {
    (place + 1..<max(place + 1, min(place + 1 + reach, phrases.count))).first { phrases[$0].isPredicate }
  }

  /// How surely the deal in phrase `index` holds; `nil` where the text does not say that it does.
  /// - Complexity: O(1): no more than `reach` phrases for each of `steps`.
  mutating func judge(_ index: Int) -> Certainty? {
    let phrase = phrases[index]
    note(phrase.tail)
    if phrase.form.isUnreal { return nil }
    if phrase.isVerbal {
      follow(index, isOwn: true)
    } else if phrase.isCopular {
      let isMore = index > 0 && phrases[index - 1].roles.contains(.mere)
      if phrase.form.isNegative && !isMore || isQuestion && phrase.form.ending == .final { return nil }
      followEnding(of: index)
    } else {
      judgeNoun(index)
    }
    return isDropped ? nil : certainty
  }

  /// Judges by what is said of the deal as a noun.
  private mutating func judgeNoun(_ index: Int) {
    let phrase = phrases[index]
    let isLast = index == phrases.count - 1
    if isLast && isQuestion { isDropped = true }
    switch phrase.mark {
    case .dative where isLast || phrase.hasComma && !phrase.isTopical: plan()
    case .also where isLast: isDropped = true
    case .none where isLast || phrase.hasComma: break
    case .of, .named: followHead(behind: index, isNamed: false)
    default: followPredicate(behind: index)
    }
  }

  private mutating func followPredicate(behind place: Int) {
    guard !isDropped, let next = Self.predicate(after: place, in: phrases) else { return }
    let roles = phrases[next].roles
    let mark = phrases[place].mark
    if roles.contains(.negative), next == place + 1 { certainty = .denied }
    if !roles.isDisjoint(with: .judging) || roles.contains(.doing) && mark == .object {
      note(roles)
      follow(next, isOwn: true)
    } else if mark == .object || mark == .subject || mark == .also {
      // 提携が進めば
      if phrases[next].form.isUnreal { isDropped = true }
    }
  }

  /// Goes on from the predicate `start` to those that it is part of.
  private mutating func follow(_ start: Int, isOwn: Bool) {
    let form = phrases[start].form
    if form.isUnreal { isDropped = true }
    if form.isHearsay { report() }
    if form.isNegative && isOwn { certainty = .denied }
    if form.isIntended { plan() }
    followEnding(of: start)
  }

  private var stepsTaken = 0

  private mutating func followEnding(of place: Int) {
    stepsTaken += 1
    guard !isDropped, stepsTaken < Self.steps else { return }
    let phrase = phrases[place]
    switch phrase.form.ending {
    case .final: if isQuestion && place == phrases.count - 1 { isDropped = true }
    case .closed: break
    case .continued: followContinuation(of: place)
    case .attributive: followHead(behind: place, isNamed: false)
    case .quoted:
      if phrase.mark == .named { followHead(behind: place, isNamed: true) } else { followQuote(behind: place) }
    }
  }

  /// 出資し、〜したい: what is wished or planned with the last predicate is so with the one before.
  private mutating func followContinuation(of place: Int) {
    guard let next = Self.predicate(after: place, in: phrases) else { return }
    let form = phrases[next].form
    if form.isUnreal { isDropped = true }
    if form.ending == .final && isQuestion { isDropped = true }
    // 昨年出資し、今年は〜する計画だ: another time has its own plan.
    guard !phrases[place..<next].contains(where: { $0.kind == .time || $0.isSubject }) else { return }
    if form.isIntended { plan() }
    if form.ending == .attributive, next + 1 < phrases.count, phrases[next + 1].roles.contains(.planning) { plan() }
  }

  /// 買収する方針, 買収したこと, 買収したというニュース: the noun decides, and what is said of it.
  private mutating func followHead(behind place: Int, isNamed: Bool) {
    guard place + 1 < phrases.count else { return }
    var head = place + 1
    while head + 1 < phrases.count, head - place < Self.reach, phrases[head].kind == .modifier { head += 1 }
    let phrase = phrases[head]
    let judged = phrase.roles.intersection([.planning, .reporting, .denying, .doubting])
    note(phrase.roles)
    if phrase.roles.contains(.purpose) && !phrases[place].form.isPast { plan() }
    if phrase.roles.contains(.likeness) || phrase.roles.contains(.seeming) {
      if phrase.isCopular { report() } else { isDropped = true }
    }
    if phrase.form.isUnreal || isQuestion && head == phrases.count - 1 && !phrase.roles.contains(.news) {
      isDropped = true
    }
    guard !isDropped else { return }
    if phrase.roles.contains(.news) { return }
    if isNamed && judged.isEmpty {
      if !phrase.roles.contains(.formal) { isDropped = true }
      // 〜ということだ: hearsay.
      if phrase.isCopular { report() }
      return
    }
    guard !judged.isEmpty || phrase.roles.contains(.formal) else { return }
    if phrase.isPredicate {
      let isDenial = phrase.isCopular && phrase.form.isNegative
      if phrase.form.isUnreal || isDenial && isQuestion { isDropped = true }
      if isDenial { certainty = .denied }
      followEnding(of: head)
    } else if phrase.mark == .of {
      followHead(behind: head, isNamed: false)
    } else {
      followPredicate(behind: head)
    }
  }

  /// 買収すると発表した, 買収したと報じられた: the verb decides.
  private mutating func followQuote(behind place: Int) {
    guard let next = Self.predicate(after: place, in: phrases) else { return }
    let phrase = phrases[next]
    if phrases[place].form.isIntended && phrase.roles.contains(.doing) { plan() }
    if phrase.form.isPassive && !phrase.roles.isDisjoint(with: [.doing, .saying, .opining]) {
      report()
    } else if phrase.roles.contains(.opining) {
      isDropped = true
    }
    note(phrase.roles)
    if phrase.form.isUnreal { isDropped = true }
    if phrase.form.isNegative { isDropped = true }
    if phrase.form.ending != .continued && phrase.form.ending != .attributive { followEnding(of: next) }
  }

  private mutating func note(_ roles: WordRoles) {
    if roles.contains(.doubting) { isDropped = true }
    if roles.contains(.planning) { plan() }
    if roles.contains(.reporting) { report() }
    if roles.contains(.denying) { certainty = .denied }
  }

  private mutating func plan() { if certainty == .stated { certainty = .planned } }

  mutating func report() { if certainty != .denied { certainty = .reported } }
}
