internal import Morphology

extension PhraseReader {
  /// Reads a verb, an adjective, or an auxiliary that stands alone.
  mutating func readVerb(_ tokens: [RelationToken], _ index: Int) -> Int {
    var phrase = RelationPhrase(.predicate, index..<index + 1)
    phrase.roles = tokens[index].roles
    phrase.content = phrase.roles
    if tokens[index].word.verb >= 0 {
      phrase.kind = .trigger
      phrase.isVerbal = true
      phrase.triggerToken = index
      phrase.trigger = Int(tokens[index].word.verb)
    }
    let end = readForm(tokens, index, into: &phrase)
    if tokens[index].part == .adjective, phrase.form.ending == .attributive, phrases.last?.mark != .subject {
      phrase.kind = .modifier
    }
    append(phrase)
    return end
  }

  /// Reads the endings of the predicate whose inflected part begins at `index`; returns the index after them.
  func readForm(_ tokens: [RelationToken], _ index: Int, into phrase: inout RelationPhrase) -> Int {
    var chain = PredicateChain(tokens[index])
    var place = index + 1
    while place < tokens.count, tokens[place].mention < 0, chain.take(tokens, place) { place += 1 }
    place = Self.skipClosing(tokens, place)
    let ending = chain.ending(before: place < tokens.count ? tokens[place] : nil)
    phrase.form = chain.form
    phrase.form.ending = ending
    if place < tokens.count {
      let next = tokens[place]
      if next.part == .comma || next.part.isParticle {
        if next.part != .comma { phrase.mark = next.word.mark }
        phrase.hasComma = next.part == .comma
        place += 1
        // との and と、: what somebody says.
        if phrase.form.ending == .quoted, place + 1 < tokens.count, tokens[place].roles.contains(.saying),
          tokens[place].form != .continuative, tokens[place + 1].isNominal
        {
          phrase.mark = .named
          place += 1
        }
        while phrase.form.ending == .quoted, place < tokens.count,
          tokens[place].part == .comma || tokens[place].part.isParticle
        {
          place += 1
        }
      }
    }
    if chain.isIntended {
      phrase.form.isIntended = phrase.form.ending == .quoted
      if phrase.form.ending != .quoted { phrase.form.isUnreal = true }
    }
    phrase.tokens = phrase.tokens.lowerBound..<place
    return place
  }
}

/// The endings of one predicate, taken in one after the other.
private struct PredicateChain {
  var form = PredicateForm()
  var isIntended = false
  private var last: RelationToken
  private var isGerund = false
  private var isClosed = false
  private var canDo = false

  init(_ head: RelationToken) {
    last = head
    apply(head)
    // A verb that begins a chain is no ending of another one.
    if head.part == .verb || head.part == .adjective { form.isNegative = head.part == .adjective && form.isNegative }
  }

  /// Takes in the token at `place`; returns whether it belongs to the predicate.
  mutating func take(_ tokens: [RelationToken], _ place: Int) -> Bool {
    let token = tokens[place]
    guard !isClosed else { return false }
    switch token.part {
    case .auxiliary, .verbSuffix, .dependentVerb, .dependentAdjective:
      apply(token)
      isGerund = false
    case .adjective, .verb:
      // 〜ではない, 〜てはいない where a dictionary calls the negation or いる a word of its own.
      guard token.roles.contains(.negative) || isGerund && token.roles.contains(.enabling) else { return false }
      apply(token)
      isGerund = false
    case .conjunctiveParticle:
      if token.roles.contains(.gerund) {
        isGerund = true
      } else {
        if token.roles.contains(.conditional) { form.isUnreal = true }
        isClosed = true
      }
    case .otherParticle, .finalParticle, .adverbialParticle:
      // 〜するのか: a particle in some dictionaries, a noun in others.
      if token.part == .otherParticle && token.roles.contains(.formal) { break }
      if token.roles.contains(.question) || token.roles.contains(.doubting) {
        form.isUnreal = true
      } else if token.part != .finalParticle && !token.roles.contains(.companion) {
        return false
      }
    case .bindingParticle:
      let next = place + 1 < tokens.count ? tokens[place + 1] : nil
      let goesOn = next.map {
        $0.part == .dependentVerb || $0.part == .auxiliary || $0.roles.contains(.negative)
      }
      guard goesOn == true || isGerund else { return false }
      // 〜しても: whether it holds or not.
      if isGerund && token.roles.contains(.also) && goesOn != true { form.isUnreal = true }
      if isGerund && goesOn != true { isClosed = true }
    default: return false
    }
    last = token
    return true
  }

  private mutating func apply(_ token: RelationToken) {
    let roles = token.roles
    if roles.contains(.passive) { form.isPassive = true }
    if roles.contains(.causative) { form.isCausative = true }
    if roles.contains(.negative) { form.isNegative = true }
    // 組んだ: IPADIC has だ for both.
    let isAfterVerb = last.part == .verb || last.part == .dependentVerb
    if roles.contains(.past) || roles.contains(.copula) && isAfterVerb && last.form == .continuative {
      form.isPast = true
    }
    if roles.contains(.seeming) { form.isHearsay = true }
    if roles.contains(.enabling) { canDo = true }
    if roles.contains(.wishing) { form.isUnreal = true }
    if token.form == .conditional || token.form == .imperative { form.isUnreal = true }
    if roles.contains(.volition) || token.form == .volitional {
      if roles.contains(.copula) {
        form.isUnreal = true
      } else if last.roles.contains(.copula) {
        form.isUnreal = true
      } else {
        isIntended = true
      }
    }
  }

  /// How the predicate goes on before the token that follows.
  mutating func ending(before next: RelationToken?) -> PredicateForm.Ending {
    if canDo && !form.isPast { form.isUnreal = true }
    let isContinued = isGerund || last.form == .continuative && !last.roles.contains(.past)
    if isClosed { return isGerund ? .continued : .closed }
    guard let next else { return isContinued ? .continued : .final }
    if next.word.mark == .with || next.word.mark == .named || next.word.mark == .such { return .quoted }
    switch next.part {
    case .fullStop, .symbol: return .final
    case .closeBracket: return .final
    case .comma: return isContinued ? .continued : .closed
    case _ where next.part.isParticle: return .closed
    default: return isContinued ? .continued : .attributive
    }
  }
}
