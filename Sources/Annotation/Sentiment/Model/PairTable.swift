/// Weights of pairs of words. Open addressing, linear probing; at most half full.
struct PairTable: Sendable {
  /// The two words, and above them nothing, below them the number of the weights, plus 1; 0 is free.
  let slots: [UInt64]
  /// The weights of each pair.
  let weights: [SentimentModel.DomainWeights]

  /// The number of pairs.
  var count: Int { weights.count }

  /// A table of parts that fit one another; the count of `slots` is a power of two.
  init(slots: [UInt64] = [UInt64](repeating: 0, count: 2), weights: [SentimentModel.DomainWeights] = []) {
    self.slots = slots
    self.weights = weights
  }

  /// All pairs with their weights.
  var pairs: some Sequence<(left: UInt16, right: UInt16, weights: SentimentModel.DomainWeights)> {
    slots.lazy.filter { $0 != 0 }.map { slot in
      (
        UInt16(truncatingIfNeeded: slot >> 48), UInt16(truncatingIfNeeded: slot >> 32),
        weights[Int(slot & 0xFFFF_FFFF) - 1]
      )
    }
  }

  /// The key of two words.
  @inline(__always)
  static func key(_ left: UInt16, _ right: UInt16) -> UInt64 { UInt64(left) << 16 | UInt64(right) }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4), to `hashBits` bits.
  @inline(__always)
  static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - hashBits))
  }
  static let hashBits = 24

  /// Collects pairs.
  struct Builder {
    private var pairs: [(key: UInt64, weights: SentimentModel.DomainWeights)] = []

    /// Adds a pair; of a pair that is added twice the first one counts.
    mutating func insert(_ left: UInt16, _ right: UInt16, _ weights: SentimentModel.DomainWeights) {
      pairs.append((PairTable.key(left, right), weights))
    }

    /// The table of the pairs.
    func table() -> PairTable {
      var size = 2
      while size < pairs.count * 2 { size *= 2 }
      var slots = [UInt64](repeating: 0, count: size)
      for (number, pair) in pairs.enumerated() {
        var slot = PairTable.hash(pair.key) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = pair.key << 32 | UInt64(number + 1)
      }
      return PairTable(slots: slots, weights: pairs.map(\.weights))
    }
  }
}
