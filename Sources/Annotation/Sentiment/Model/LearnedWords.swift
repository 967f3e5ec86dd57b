import Morphology
import TextCore

/// Sums what was learned about the words of sentences.
///
/// Holds scratch: give each worker its own. The model is shared.
package struct LearnedWords: ~Copyable {
  /// The number of the words that the model does not hold. Words have those of the model, plus 1.
  static let none = UInt16(0)
  /// What the model calls every number.
  package static let number = "0"

  /// What is known of a word.
  struct Entry {
    /// The sentence that held it last: it counts once in a sentence.
    var lastSentence: UInt32 = 0
    /// How much it speaks for a report.
    var reporting: Float = 0
    /// Its weights in thousandths, as the model's file has them.
    var weights = SIMD4<Int16>()
  }

  /// What is known of a pair.
  struct PairSlot {
    /// The pair's key; 0 is free.
    var key: UInt32 = 0
    /// The sentence that held it last.
    var lastSentence: UInt32 = 0
    /// Its weights in thousandths.
    var weights = SIMD4<Int16>()
  }

  private let vocabulary: Vocabulary
  /// The words by their numbers; that of `none` weighs nothing, so that nobody need ask for it.
  private var entries: ScratchColumn<Entry>
  /// The pairs: open addressing, linear probing, about half full.
  private var pairs: ScratchColumn<PairSlot>
  /// A bit for each hash of a pair's key, of 16 KiB: nearly all neighbours that are no pair are told by it (Bloom 1970,
  /// "Space/time trade-offs in hash coding with allowable errors", with one hash).
  private var pairBits: ScratchColumn<UInt64>
  private static let pairBitsExponent = 17
  /// The number of slots for pairs, a power of two, less 1.
  private let pairMask: Int
  /// The model's number for every word with a digit.
  private let digits: UInt16
  private var sentence: UInt32 = 0
  /// The keys of neighbours that may be a pair.
  private var neighbours = ScratchColumn<UInt64>(repeating: 0, count: 0)

  init(_ model: SentimentModel) {
    vocabulary = model.vocabulary
    digits = model.vocabulary.id(of: Array(Self.number.utf8).span).map { Self.number($0) } ?? Self.none
    var slotCount = 2
    while slotCount < model.pairs.count * 2 - model.pairs.count / 8 { slotCount *= 2 }
    pairMask = slotCount - 1
    entries = ScratchColumn(repeating: Entry(), count: model.words.count + 1)
    pairs = ScratchColumn(repeating: PairSlot(), count: slotCount)
    pairBits = ScratchColumn(repeating: 0, count: 1 << (Self.pairBitsExponent - 6))
    for (index, word) in model.words.enumerated() {
      entries[index + 1] = Entry(reporting: word.reporting, weights: Self.thousandths(word.weights))
    }
    for (left, right, weights) in model.pairs.pairs {
      let key = PairTable.key(Self.number(left), Self.number(right))
      let slot = slot(ofPair: key)
      pairs[slot] = PairSlot(key: UInt32(truncatingIfNeeded: key), weights: Self.thousandths(weights))
      let bit = Self.bitNumber(ofPair: key)
      pairBits[bit >> 6] |= 1 &<< UInt64(bit & 63)
    }
  }

  /// Weights as the model's file has them.
  private static func thousandths(_ weights: SentimentModel.DomainWeights) -> SIMD4<Int16> {
    SIMD4(clamping: SIMD4<Int32>((weights.lanes * SentimentModel.scale).rounded(.toNearestOrEven)))
  }

  /// The number of a pair's bit, by the highest bits of its hash.
  @inline(__always)
  private static func bitNumber(ofPair key: UInt64) -> Int {
    PairTable.hash(key) >> (PairTable.hashBits - pairBitsExponent)
  }

  /// The slot of a pair, or a free one.
  @inline(__always)
  private func slot(ofPair key: UInt64) -> Int {
    let sought = UInt32(truncatingIfNeeded: key)
    var slot = PairTable.hash(key) & pairMask
    while pairs[slot].key != sought, pairs[slot].key != 0 { slot = (slot &+ 1) & pairMask }
    return slot
  }

  /// The number of a word from its number in the model.
  @inline(__always)
  private static func number(_ word: some FixedWidthInteger) -> UInt16 { UInt16(word) + 1 }

  /// The model's name for a word: the word itself, or `number` for one with a digit.
  package static func name(of word: String) -> String {
    word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } ? number : word
  }

  /// The model's number for a word; `none` for one that it does not hold.
  func number(of bytes: Span<UInt8>) -> UInt16 {
    for index in 0..<bytes.count where bytes[index] >= 0x30 && bytes[index] <= 0x39 { return digits }
    return vocabulary.id(of: bytes).map { Self.number($0) } ?? Self.none
  }

  /// What the words of a sentence weigh.
  struct Sum {
    var weights = SentimentModel.DomainWeights()
    /// How far the sentence is in the manner of reports, 0 to 1.
    var reportShare: Float = 0
  }

  /// Sums the first `count` words, and the pairs of neighbours; each counts once in a sentence.
  ///
  /// Words first, then pairs: passes of independent reads, which wait for memory together.
  mutating func sum(of words: borrowing ScratchColumn<SentimentLexemes.Record>, _ count: Int) -> Sum {
    begin(count)
    let sentence = sentence
    var thousandths = SIMD4<Int32>()
    var report: Float = 0
    var neighbourCount = 0
    var before = Self.none
    var index = 0
    while index < count {
      let word = words[index].learned
      index &+= 1
      let isNew = entries[Int(word)].lastSentence != sentence
      report += entries[Int(word)].reporting
      thousandths &+= SIMD4(truncatingIfNeeded: entries[Int(isNew ? word : Self.none)].weights)
      entries.write(sentence, at: Int(word))
      // Written each time and counted where it is one: no branch to guess.
      let key = PairTable.key(before, word)
      let bit = Self.bitNumber(ofPair: key)
      neighbours[neighbourCount] = key
      neighbourCount &+= Int(truncatingIfNeeded: pairBits[bit >> 6] &>> UInt64(bit & 63) & 1)
      before = word
    }
    thousandths &+= pairWeights(neighbourCount)
    return Sum(
      weights: SentimentModel.DomainWeights(lanes: SIMD4<Float>(thousandths) / SentimentModel.scale),
      reportShare: SentimentModel.reportShare(sum: report, words: count))
  }

  /// Has what is known of a word brought near.
  @inline(__always)
  func prefetch(_ word: UInt16) { entries.prefetch(Int(word)) }

  /// Starts a sentence.
  private mutating func begin(_ count: Int) {
    sentence &+= 1
    if sentence == 0 {
      // Numbers begin anew, so what is kept of old ones would mislead.
      for index in 0..<entries.count { entries[index].lastSentence = 0 }
      for slot in 0..<pairs.count { pairs[slot].lastSentence = 0 }
      sentence = 1
    }
    neighbours.extend(to: count, with: 0)
  }

  /// What the pairs among so many neighbours weigh, in thousandths.
  @inline(__always)
  private mutating func pairWeights(_ count: Int) -> SIMD4<Int32> {
    let sentence = sentence
    var thousandths = SIMD4<Int32>()
    for index in 0..<count {
      // A free slot weighs nothing, so that it need not be told from a pair.
      let slot = slot(ofPair: neighbours[index])
      let isNew = pairs[slot].lastSentence != sentence
      thousandths &+= SIMD4(truncatingIfNeeded: isNew ? pairs[slot].weights : SIMD4())
      pairs[slot].lastSentence = sentence
    }
    return thousandths
  }
}
