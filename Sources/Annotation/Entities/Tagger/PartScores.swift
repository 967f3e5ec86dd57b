/// What parts of speech around a place, and at the ends of its run of nouns, say together: a row for what would be eight
/// looks into the model, since they come in few combinations.
struct PartScores: ~Copyable {
  /// A combination, and below it the reference of its row; 0 is free. A newer one takes the place of an older one.
  private var slots = ScratchColumn<UInt64>(repeating: 0, count: slotCount)
  private static let slotCount = 1 << 13

  /// The reference of a combination's row, or 0 where that has to be made (or is the empty one).
  @inline(__always)
  func reference(of combination: UInt32) -> UInt32 {
    let slot = slots[Self.slot(combination)]
    return slot >> 32 == UInt64(combination) ? UInt32(truncatingIfNeeded: slot) : 0
  }

  /// Keeps a row.
  mutating func store(_ combination: UInt32, _ reference: UInt32) {
    slots[Self.slot(combination)] = UInt64(combination) << 32 | UInt64(reference)
  }

  /// Forgets all.
  mutating func removeAll() { slots.fill(0) }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4).
  @inline(__always)
  private static func slot(_ combination: UInt32) -> Int { Int((combination &* 0x9e37_79b1) >> 19) }
}

extension LexemeScores {
  /// The rows of what parts of speech say of a place.
  @inline(__always)
  mutating func parts(
    _ index: Int, of sentence: borrowing TaggerSentence, _ traits: borrowing LexemeTraitsTable
  ) -> (around: UInt32, run: UInt32) {
    let around = TaggerFeatures.PartsAround(index, of: sentence, traits)
    var aroundRow = parts.reference(of: around.number)
    if aroundRow == 0 {
      aroundRow = reference { around.features(into: &$0) }
      parts.store(around.number, aroundRow)
    }
    let run = TaggerFeatures.PartsOfRun(index, of: sentence, traits)
    var runRow = parts.reference(of: run.number)
    if runRow == 0 {
      runRow = reference { run.features(into: &$0) }
      parts.store(run.number, runRow)
    }
    return (aroundRow, runRow)
  }
}
