import Morphology

/// Tells how a sentence ends: politely, plainly, with a noun.
enum SentenceStyleReader {
  /// How a sentence ends.
  enum Style { case polite, plain, nominal }

  /// The style of a sentence; `nil` where its end tells nothing: it is a quotation, breaks off, or ends in の or て.
  ///
  /// What stands in brackets behind the predicate is left out, and so are particles: ですよね, ですが（笑）。
  /// A sentence without an end mark is polite where it ends in ます or です; plain forms are also those of clauses that
  /// a line break cuts off, so they need the mark.
  static func style(
    of morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ roles: [ReadabilityRoles.Ending]
  ) -> Style? {
    var index = morphemes.upperBound - 1
    var isStopped = false
    var isBehindParticle = false
    while index >= morphemes.lowerBound {
      switch roles[Int(table.lexemes[index])] {
      case .stop: isStopped = true
      case .mark: break
      case .particle: isBehindParticle = true
      case .closeBracket: index = opening(of: index, morphemes, table, roles)
      case .closedStop:
        isStopped = true
        index = opening(of: index, morphemes, table, roles)
      case .polite: return .polite
      case .auxiliary:
        return isPolite(before: index, morphemes, table, roles) ? .polite : isStopped ? .plain : nil
      case .openAuxiliary: return isPolite(before: index, morphemes, table, roles) ? .polite : nil
      case .predicate: return isStopped ? .plain : nil
      // 本当か。is a question and no sentence that ends with a noun.
      case .noun: return isStopped && !isBehindParticle ? .nominal : nil
      case .other, .openBracket: return nil
      }
      index -= 1
    }
    return nil
  }

  /// Where the bracket opens that closes at `index`; before the sentence where it does not.
  private static func opening(
    of index: Int, _ morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ roles: [ReadabilityRoles.Ending]
  ) -> Int {
    var depth = 0
    var place = index
    while place >= morphemes.lowerBound {
      let role = roles[Int(table.lexemes[place])]
      if role == .closeBracket || role == .closedStop { depth += 1 }
      if role == .openBracket { depth -= 1 }
      if depth == 0 { return place }
      place -= 1
    }
    return place
  }

  /// Whether ます or です stands among the auxiliaries before one: まし|た, ませ|ん|でし|た, でしょ|う.
  private static func isPolite(
    before index: Int, _ morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ roles: [ReadabilityRoles.Ending]
  ) -> Bool {
    var place = index - 1
    while place >= morphemes.lowerBound {
      switch roles[Int(table.lexemes[place])] {
      case .polite: return true
      case .auxiliary, .openAuxiliary: place -= 1
      default: return false
      }
    }
    return false
  }
}
