/// What neighbours say together of places that were met lately.
///
/// Names stand in the same company again and again: behind a comma, before は. A place's features of more than one
/// morpheme depend on a dozen lexemes, the bracket and the gazetteer's tags; these make a number of 64 bits, and what
/// was summed for it is kept in one of some ten thousand places until another number takes it.
struct ContextMemo {
  /// The number of places: their sums take three megabytes.
  private static let places = 1 << 15

  private var keys = [UInt64](repeating: 0, count: places)
  private var scores = [LabelScores](repeating: .zero, count: places)
  private var generation = -1

  /// Forgets everything where the numbers of lexemes were given anew.
  mutating func keep(generation: Int) {
    guard generation != self.generation else { return }
    self.generation = generation
    for place in keys.indices { keys[place] = 0 }
  }

  subscript(key: UInt64) -> LabelScores? {
    get {
      let place = Int(truncatingIfNeeded: key) & (Self.places - 1)
      return keys[place] == key ? scores[place] : nil
    }
    set {
      guard let newValue else { return }
      let place = Int(truncatingIfNeeded: key) & (Self.places - 1)
      keys[place] = key
      scores[place] = newValue
    }
  }

  /// The number of all that `TaggerFeatures.context` looks at.
  static func key(_ index: Int, of sentence: borrowing TaggerSentence) -> UInt64 {
    func lexeme(_ place: Int) -> UInt64 {
      place >= 0 && place < sentence.count ? UInt64(sentence.lexemes[place]) + 1 : 0
    }
    func pair(_ first: Int, _ second: Int) -> UInt64 { lexeme(first) << 32 | lexeme(second) }
    let start = sentence.runStarts[index]
    let end = sentence.runEnds[index]
    var hash = FeatureHash.mix(lexeme(index), pair(index - 1, index + 1))
    hash = FeatureHash.mix(hash, pair(index - 2, index + 2))
    hash = FeatureHash.mix(hash, pair(start, end))
    hash = FeatureHash.mix(hash, pair(start - 1, end + 1))
    hash = FeatureHash.mix(hash, lexeme(end + 2) << 16 | UInt64(min(end - index, 4) << 4 | min(index - start, 3)))
    hash = FeatureHash.mix(hash, sentence.brackets[index])
    for place in index - 1...index + 1 where place >= 0 && place < sentence.count {
      for tag in sentence.tagStarts[place]..<sentence.tagStarts[place + 1] {
        hash = FeatureHash.mix(hash, sentence.tags[tag])
      }
      hash = FeatureHash.mix(hash, 1)
    }
    return hash | 1 << 63
  }
}
