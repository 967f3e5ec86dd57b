/// Whom the sentences before tell of, for words that point back: 同社, 両社, 彼ら.
struct RelationContext {
  /// What one sentence tells of.
  struct Summary {
    var sentence: Int
    /// The organizations that are its subject.
    var subject: [Party] = []
    /// Whether something else is its topic.
    var hasOtherTopic = false
    /// Its organizations, each once.
    var organizations: [Party] = []
    var hasPerson = false
    /// Whether its subject is a word that points back, to nobody known.
    var isUnclear = false
    /// The only money in it, a mention, where somebody announces it; -1 for none.
    var money = -1

    /// Summarizes a sentence that was read, or what was read of it so far.
    init(_ reader: PhraseReader, sentence: Int) {
      self.sentence = sentence
      // The last ones: what stands before 同社 in its own sentence is near it.
      let phrases = reader.phrases.suffix(RelationContext.phraseLimit)
      for party in reader.parties.suffix(RelationContext.partyLimit) {
        switch party.kind {
        case .organization:
          if !organizations.contains(where: { $0.entity == party.entity }) { organizations.append(party) }
        case .person: hasPerson = true
        case .product: break
        }
      }
      let topic = phrases.first { $0.mark == .topic && $0.kind != .time && !$0.isPredicate }
      let subjects = phrases.lazy.filter { $0.mark == .subject && $0.kind == .party }.prefix(2)
      isUnclear = topic.map { $0.kind == .noun && !$0.content.isDisjoint(with: .pronouns) } ?? false
      let money = phrases.lazy.filter { $0.kind == .money }.prefix(2)
      let isAnnounced = phrases.last(where: \.isPredicate)?.roles.contains(.announcing) ?? false
      if isAnnounced, money.count == 1, let only = money.first { self.money = only.money }
      hasOtherTopic = topic.map { $0.kind != .party } ?? false
      let phrase = topic ?? (subjects.count == 1 ? subjects.first : nil)
      guard let phrase, phrase.kind == .party else { return }
      let parties = reader.parties[phrase.parties]
      if parties.allSatisfy({ $0.kind == .organization }) { subject = Array(parties) } else { hasOtherTopic = true }
    }
  }

  /// The most phrases and parties of a sentence that are looked at.
  private static let phraseLimit = 64
  private static let partyLimit = 64

  /// Finds what a word points back to; `nil` where there is not exactly one answer.
  /// - Parameters:
  ///   - current: What the sentence itself says before the word.
  ///   - before: The sentences before it, the last one first.
  static func antecedent(of pronoun: WordRoles, current: Summary, before: [Summary]) -> [Party]? {
    for summary in [current] + before {
      if summary.isUnclear { return nil }
      if pronoun.contains(.sameCompany) {
        if summary.subject.count == 1 { return summary.subject }
        if summary.organizations.count == 1 { return summary.organizations }
      } else if pronoun.contains(.bothCompanies) {
        if summary.subject.count == 2 { return summary.subject }
        if summary.organizations.count == 2 { return summary.organizations }
      } else if summary.organizations.count == 1 && !summary.hasPerson {
        return summary.organizations
      }
      // Farther back only where nobody was named in between.
      if !summary.organizations.isEmpty || summary.hasPerson { return nil }
    }
    return nil
  }

  /// Whom a sentence without a subject goes on to tell of; nobody where that is not safe.
  static func carried(from summary: Summary) -> [Party] {
    summary.subject.count == 1 && !summary.hasOtherTopic ? summary.subject : []
  }
}
