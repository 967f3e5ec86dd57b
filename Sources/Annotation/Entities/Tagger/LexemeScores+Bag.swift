/// What the nouns and verbs of a sentence say together.
extension LexemeScores {
  /// Finds the nouns and verbs of a sentence, each base form once, for `bag(isHan:_:)`.
  mutating func findBag(of sentence: borrowing TaggerSentence, _ traits: LexemeTraitsTable) {
    if sentenceNumber == .max {
      seen.fill(0)
      sentenceNumber = 0
    }
    sentenceNumber += 1
    seen.extend(to: traits.baseFormCount, with: 0)
    bagged.extend(to: sentence.count, with: 0)
    // Written each time and counted where it is one: no branch to guess, and the looks do not wait for each other.
    var count = 0
    for index in 0..<sentence.count {
      let lexeme = sentence.lexemes[index]
      bagged[count] = Int(lexeme) + 1
      count += traits.marks[Int(lexeme)].contains(.content) ? 1 : 0
    }
    baggedCount = 0
    for index in 0..<count {
      let number = bagged[index]
      let baseForm = Int(near[word: number * Self.nearWords + Self.baseForm])
      bagged[baggedCount] = number
      baggedCount += seen[baseForm] != sentenceNumber ? 1 : 0
      seen[baseForm] = sentenceNumber
    }
  }

  /// What all nouns and verbs of a sentence say together, each base form once.
  mutating func bag(isHan: Bool, _ traits: LexemeTraitsTable) -> LabelScores {
    var sum = LabelScores.zero
    let role = isHan ? Role.hanBag.rawValue : Role.bag.rawValue
    references.extend(to: baggedCount, with: 0)
    for index in 0..<baggedCount { references[index] = nearRow(bagged[index], role, traits) }
    for index in 0..<baggedCount { rows.add(references[index], to: &sum) }
    return sum
  }
}
