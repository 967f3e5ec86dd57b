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

  /// What is known of a word, side by side in memory.
  struct Entry {
    /// The sentence that held it last: it counts once in a sentence. It stands first, so that it is written alone.
    var lastSentence: UInt32 = 0
    /// How much the word speaks for a report.
    var reporting: Float = 0
    /// The bits of the words that a pair goes on with which begins with the word.
    var nextBits: UInt64 = 0
    var weights = SentimentModel.DomainWeights()
  }

  /// What is known of a pair.
  struct PairSlot {
    /// The pair's key; 0 is free.
    var key: UInt32 = 0
    /// The sentence that held it last.
    var lastSentence: UInt32 = 0
    /// Its weights in thousandths, as the model's file has them.
    var weights = SIMD4<Int16>()
  }

  private let vocabulary: Vocabulary
  /// The words by their numbers; that of `none` weighs nothing, so that nobody need ask for it.
  private var entries: ScratchColumn<Entry>
  /// The pairs: open addressing, linear probing, about half full.
  private var pairs: ScratchColumn<PairSlot>
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
    for (index, word) in model.words.enumerated() {
      entries[index + 1] = Entry(reporting: word.reporting, nextBits: word.nextBits, weights: word.weights)
    }
    for (left, right, weights) in model.pairs.pairs {
      let key = PairTable.key(Self.number(left), Self.number(right))
      let slot = slot(ofPair: key)
      let thousandths = (weights.lanes * SentimentModel.scale).rounded(.toNearestOrEven)
      pairs[slot] = PairSlot(key: UInt32(truncatingIfNeeded: key), weights: SIMD4(clamping: SIMD4<Int32>(thousandths)))
    }
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
    var sum = Sum()
    var report: Float = 0
    var neighbourCount = 0
    var before = Self.none
    var nextBits: UInt64 = 0
    var index = 0
    while index < count {
      let word = words[index].learned
      index &+= 1
      let isNew = entries[Int(word)].lastSentence != sentence
      report += entries[Int(word)].reporting
      sum.weights += entries[Int(isNew ? word : Self.none)].weights
      entries.write(sentence, at: Int(word))
      // Written each time and counted where it is one: no branch to guess.
      let key = PairTable.key(before, word)
      neighbours[neighbourCount] = key
      pairs.prefetch(PairTable.hash(key) & pairMask)
      neighbourCount &+= Int(truncatingIfNeeded: nextBits &>> SentimentModel.bitNumber(word &- 1) & 1)
      before = word
      nextBits = entries[Int(word)].nextBits
    }
    sum.weights += pairWeights(neighbourCount)
    sum.reportShare = SentimentModel.reportShare(sum: report, words: count)
    return sum
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

  /// What the pairs among so many neighbours weigh.
  @inline(__always)
  private mutating func pairWeights(_ count: Int) -> SentimentModel.DomainWeights {
    let sentence = sentence
    var thousandths = SIMD4<Int32>()
    for index in 0..<count {
      // A free slot weighs nothing, so that it need not be told from a pair.
      let slot = slot(ofPair: neighbours[index])
      let isNew = pairs[slot].lastSentence != sentence
      thousandths &+= SIMD4(truncatingIfNeeded: isNew ? pairs[slot].weights : SIMD4())
      pairs[slot].lastSentence = sentence
    }
    return SentimentModel.DomainWeights(lanes: SIMD4<Float>(thousandths) / SentimentModel.scale)
  }
}
