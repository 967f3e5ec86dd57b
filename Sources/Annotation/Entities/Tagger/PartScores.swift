/// What comes in few combinations and is said together: a row for what would be many looks into the model. Parts of
/// speech around a place and at the ends of its run of nouns, and classes of words of two neighbours.
struct PartScores: ~Copyable {
  /// A combination, and below it the reference of its row, plus 1; 0 is free. A newer one takes the place of an older one.
  private var slots: ScratchColumn<UInt64>
  private let shift: UInt32

  /// Makes room for 2 to the power of `bits` combinations.
  init(bits: UInt32) {
    slots = ScratchColumn(repeating: 0, count: 1 << Int(bits))
    shift = 32 - bits
  }

  /// The reference of a combination's row, or `nil` where that has to be made.
  @inline(__always)
  func reference(of combination: UInt32) -> UInt32? {
    let slot = slots[slot(combination)]
    let kept = UInt32(truncatingIfNeeded: slot)
    return slot >> 32 == UInt64(combination) && kept != 0 ? kept &- 1 : nil
  }

  /// Keeps a row.
  mutating func store(_ combination: UInt32, _ reference: UInt32) {
    slots[slot(combination)] = UInt64(combination) << 32 | UInt64(reference &+ 1)
  }

  /// Forgets all.
  mutating func removeAll() { slots.fill(0) }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4).
  @inline(__always)
  private func slot(_ combination: UInt32) -> Int { Int((combination &* 0x9e37_79b1) &>> shift) }
}

extension LexemeScores {
  /// The rows of what parts of speech say of a place.
  @inline(__always)
  mutating func parts(
    _ index: Int, of sentence: borrowing TaggerSentence, _ traits: borrowing LexemeTraitsTable
  ) -> (around: UInt32, run: UInt32) {
    let around = TaggerFeatures.PartsAround(index, of: sentence, traits)
    let aroundRow = row(around.number) { around.features(into: &$0) }
    let run = TaggerFeatures.PartsOfRun(index, of: sentence, traits)
    return (aroundRow, row(run.number) { run.features(into: &$0) })
  }

  /// The row of a combination of parts, made of its features where it is not kept.
  @inline(__always)
  private mutating func row(_ combination: UInt32, _ features: (inout ScratchColumn<UInt32>) -> Void) -> UInt32 {
    if let known = parts.reference(of: combination) { return known }
    let made = reference(features)
    parts.store(combination, made)
    return made
  }

  /// Finds the rows of what the classes of two neighbours say of a place.
  @inline(__always)
  mutating func findPairs(
    _ index: Int, of sentence: borrowing TaggerSentence, _ traits: borrowing LexemeTraitsTable, into place: Int
  ) {
    let (before, here, after) = (
      sentence.number(at: index - 1), sentence.number(at: index), sentence.number(at: index + 1)
    )
    // As in `TaggerFeatures.pairs`.
    references[place] = pairRow(0, before, here, traits)
    references[place + 1] = pairRow(1, here, after, traits)
    references[place + 2] = pairRow(2, before, after, traits)
    references[place + 3] = pairRow(3, after, sentence.number(at: index + 2), traits)
    references[place + 4] = pairRow(4, sentence.number(at: index - 2), before, traits)
  }

  @inline(__always)
  private mutating func pairRow(
    _ pair: Int, _ left: Int, _ right: Int, _ traits: borrowing LexemeTraitsTable
  ) -> UInt32 {
    let (leftGroup, rightGroup) = (traits.groups[left], traits.groups[right])
    // Words without a class say nothing together.
    guard (leftGroup | rightGroup) & LexemeTraitsTable.hasClasses != 0 else { return 0 }
    let groups =
      UInt32(leftGroup & ~LexemeTraitsTable.hasClasses) << 14 | UInt32(rightGroup & ~LexemeTraitsTable.hasClasses)
    let combination = UInt32(pair + 1) << 28 | groups
    return pairs.reference(of: combination) ?? makePair(pair, left, right, combination, traits)
  }

  private mutating func makePair(
    _ pair: Int, _ left: Int, _ right: Int, _ combination: UInt32, _ traits: borrowing LexemeTraitsTable
  ) -> UInt32 {
    let first = left == Self.boundary ? .boundary : traits.traits[left - 1]
    let second = right == Self.boundary ? .boundary : traits.traits[right - 1]
    let made = reference {
      TaggerFeatures.classPairs(TaggerFeatures.pairs[pair].template, first, second, traits.classes, into: &$0)
    }
    let isGrouped =
      traits.groups[left] != LexemeTraitsTable.hasClasses
      && traits.groups[right] != LexemeTraitsTable.hasClasses
    if isGrouped { pairs.store(combination, made) }
    return made
  }
}
