/// Where the parties and the amount of a deal may stand around the word that names it, as indices of phrases.
struct DealArguments {
  /// The attributes of the word itself: AのBへの出資, AによるBの買収.
  struct Attributes {
    /// Parties with の, the nearest first.
    var owner: Int?
    var fartherOwner: Int?
    var by: Int?
    var dative: Int?
    var with: Int?
    var from: Int?
    /// A party right before the word, without a particle: OpenAI買収.
    var adjacent: Int?
    /// The first phrase of all.
    var start: Int

    /// Whether no party is among them.
    var isEmpty: Bool {
      owner == nil && by == nil && dative == nil && with == nil && from == nil && adjacent == nil
    }
  }

  /// The phrases of the predicate's clause.
  struct Cases {
    var subject: Int?
    var topic: Int?
    var object: Int?
    var dative: Int?
    /// A noun with に that is no party.
    var dativeNoun: Int?
    var with: Int?
    var from: Int?
    var by: Int?
    /// A party with a comma at the head of the sentence: A、Bを買収へ
    var headline: Int?
  }

  var attributes: Attributes
  var cases = Cases()
  /// The money that is the deal's amount, a phrase.
  var money: Int?
}

/// Finds the arguments of deals in the phrases of a sentence.
struct ArgumentFinder {
  /// The most phrases that are looked at to the left of a word; what is farther away belongs to something else.
  static let reach = 24
  let phrases: [RelationPhrase]

  /// Finds the arguments of the word in phrase `index`.
  /// - Parameters:
  ///   - predicate: The phrase of the predicate that the word is, or is the object of; `nil` where only its attributes
  ///     count.
  /// - Complexity: O(1): no more than `reach` phrases are looked at.
  func arguments(of index: Int, predicate: Int?, amountMarks: [CaseMark]) -> DealArguments {
    var arguments = DealArguments(attributes: .init(start: index))
    readAttributes(of: index, into: &arguments)
    guard let predicate else { return arguments }
    if predicate > index {
      for place in (index + 1..<predicate).reversed() { take(place, .local, amountMarks, &arguments) }
    }
    var scope = Scope.local
    var place = arguments.attributes.start - 1
    while place >= 0, arguments.attributes.start - place <= Self.reach {
      scope = max(scope, self.scope(behind: phrases[place]))
      take(place, scope, amountMarks, &arguments)
      place -= 1
    }
    return arguments
  }

  /// How far phrases left of a place still belong to a predicate right of it.
  private enum Scope: Int, Comparable {
    /// All of them.
    case local
    /// The subject: 〜して、
    case continued
    /// The topic: 〜が、, or a relative clause.
    case closed

    static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
  }

  /// What is left of a predicate.
  private func scope(behind phrase: RelationPhrase) -> Scope {
    guard phrase.isPredicate else { return .local }
    return phrase.form.ending == .continued ? .continued : .closed
  }

  /// Reads the attributes of the word, from right to left.
  private func readAttributes(of index: Int, into arguments: inout DealArguments) {
    var isOpaque = false
    // Whether all between is joined to the word without a particle: OpenAI 1000億ドル調達.
    var isCompound = true
    var place = index - 1
    while place >= 0, index - place <= Self.reach {
      let phrase = phrases[place]
      guard !phrase.isPredicate else { return }
      let isAdjacent = isCompound && phrase.mark == .none && !phrase.hasComma
      isCompound = isAdjacent && phrase.kind == .money
      guard phrase.isAdnominal || phrase.kind == .modifier || isAdjacent else { return }
      switch phrase.kind {
      case .party: readParty(place, isAdjacent, isOpaque, into: &arguments.attributes)
      case .money:
        if arguments.money == nil, !phrase.content.contains(.valuation) { arguments.money = place }
      case .noun:
        // 最新モデルの: what stands before it has to do with the model.
        if phrase.roles.isDisjoint(with: [.funds, .measure, .news]) { isOpaque = true }
      case .trigger: isOpaque = true
      case .time, .modifier, .predicate: break
      }
      arguments.attributes.start = place
      place -= 1
    }
  }

  private func readParty(
    _ place: Int, _ isAdjacent: Bool, _ isOpaque: Bool, into attributes: inout DealArguments.Attributes
  ) {
    switch phrases[place].mark {
    case .none where isAdjacent: attributes.adjacent = place
    case .of where !isOpaque:
      if attributes.owner == nil {
        attributes.owner = place
      } else if attributes.fartherOwner == nil {
        attributes.fartherOwner = place
      }
    case .by: attributes.by = attributes.by ?? place
    case .dative: attributes.dative = attributes.dative ?? place
    case .with: attributes.with = attributes.with ?? place
    case .from: attributes.from = attributes.from ?? place
    default: break
    }
  }

  /// Takes the phrase at `place` for the case it stands in, unless a nearer one has it.
  private func take(_ place: Int, _ scope: Scope, _ amountMarks: [CaseMark], _ arguments: inout DealArguments) {
    let phrase = phrases[place]
    guard phrase.kind == .party || phrase.kind == .noun || phrase.kind == .money || phrase.kind == .trigger,
      !phrase.isPredicate, !phrase.isAdnominal
    else { return }
    if phrase.kind == .money {
      let isAdverbial = phrase.mark == .none && !phrase.hasComma && amountMarks.contains(.object)
      if scope == .local, arguments.money == nil, amountMarks.contains(phrase.mark) || isAdverbial,
        !phrase.content.contains(.valuation)
      {
        arguments.money = place
      }
      return
    }
    switch phrase.mark {
    case .subject:
      // 〜が台頭し、Aは〜: the nearer topic has its own clause.
      if scope > .local && arguments.cases.topic != nil { break }
      // Aは業績が伸び、Bを買収した: what grew is not who bought.
      if scope == .continued && phrase.kind != .party { break }
      if scope < .closed || phrase.hasComma && phrase.kind == .party {
        arguments.cases.subject = arguments.cases.subject ?? place
      }
    case .topic, .also: arguments.cases.topic = arguments.cases.topic ?? place
    case .none:
      let isHeadline = phrase.kind == .party && place <= 1 && phrase.hasComma
      if isHeadline { arguments.cases.headline = place }
    default: if scope == .local { takeCase(place, phrase, &arguments.cases) }
    }
  }

  private func takeCase(_ place: Int, _ phrase: RelationPhrase, _ cases: inout DealArguments.Cases) {
    switch phrase.mark {
    case .object: cases.object = cases.object ?? place
    case .dative:
      if phrase.kind == .party {
        cases.dative = cases.dative ?? place
      } else {
        cases.dativeNoun = cases.dativeNoun ?? place
      }
    case .with: if phrase.kind == .party { cases.with = cases.with ?? place }
    case .from: if phrase.kind == .party { cases.from = cases.from ?? place }
    case .by: if phrase.kind == .party { cases.by = cases.by ?? place }
    default: break
    }
  }
}
