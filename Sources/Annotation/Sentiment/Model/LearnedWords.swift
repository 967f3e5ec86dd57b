import Morphology
import TextCore

/// Sums what was learned about the words of sentences.
///
/// Holds scratch: give each worker its own. The model is shared.
package struct LearnedWords: ~Copyable {
  /// A word that the model does not hold.
  static let none = UInt16.max
  /// What the model calls every number.
  package static let number = "0"

  /// What is known of a word, side by side in memory.
  struct Word {
    var weights: SentimentModel.DomainWeights
    /// The bits of the words that a pair goes on with which begins with it.
    var nextBits: UInt64
    /// How much it speaks for a report.
    var reporting: Float
    /// The sentence that held it last: it counts once in a sentence.
    var lastSentence: UInt32 = 0
  }

  private let model: SentimentModel
  private var words: ScratchColumn<Word>
  /// The model's number for every word with a digit.
  private let digits: UInt16
  /// The sentence that held a pair last, by the pair's number.
  private var lastOfPair: ScratchColumn<UInt32>
  private var sentence: UInt32 = 0

  init(_ model: SentimentModel) {
    self.model = model
    digits = model.vocabulary.id(of: Array(Self.number.utf8).span).map { UInt16($0) } ?? Self.none
    words = ScratchColumn(repeating: Word(weights: .init(), nextBits: 0, reporting: 0), count: model.words.count)
    for (index, word) in model.words.enumerated() {
      words[index] = Word(weights: word.weights, nextBits: word.nextBits, reporting: word.reporting)
    }
    lastOfPair = ScratchColumn(repeating: 0, count: model.pairs.count)
  }

  /// The model's name for a word: the word itself, or `number` for one with a digit.
  package static func name(of word: String) -> String {
    word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } ? number : word
  }

  /// The model's number for a word; `none` for one that it does not hold.
  func number(of bytes: Span<UInt8>) -> UInt16 {
    for index in 0..<bytes.count where bytes[index] >= 0x30 && bytes[index] <= 0x39 { return digits }
    return model.vocabulary.id(of: bytes).map { UInt16($0) } ?? Self.none
  }

  /// What the words of a sentence weigh.
  struct Sum {
    var weights = SentimentModel.DomainWeights()
    /// How far the sentence is in the manner of reports, 0 to 1.
    var reportShare: Float = 0

    /// How much the words speak for a report.
    fileprivate var report: Float = 0
    /// The word before, and the bits of the words that a pair goes on with which begins with it.
    fileprivate var before = LearnedWords.none
    fileprivate var nextBits: UInt64 = 0
  }

  /// Starts a sentence.
  mutating func begin() -> Sum {
    sentence &+= 1
    if sentence == 0 {
      // Numbers begin anew, so what is kept of old ones would mislead.
      for index in 0..<words.count { words[index].lastSentence = 0 }
      lastOfPair.fill(0)
      sentence = 1
    }
    return Sum()
  }

  /// Adds a word by its number, and its pair with the word before; each counts once in a sentence.
  @inline(__always)
  mutating func add(_ id: UInt16, to sum: inout Sum) {
    guard id != Self.none else {
      sum.nextBits = 0
      return
    }
    let word = words[Int(id)]
    sum.report += word.reporting
    if word.lastSentence != sentence {
      words[Int(id)].lastSentence = sentence
      sum.weights += word.weights
    }
    if sum.nextBits & SentimentModel.bit(id) != 0 { addPair(id, to: &sum) }
    sum.before = id
    sum.nextBits = word.nextBits
  }

  private mutating func addPair(_ id: UInt16, to sum: inout Sum) {
    guard let pair = model.pairs.find(sum.before, id), lastOfPair[pair] != sentence else { return }
    lastOfPair[pair] = sentence
    sum.weights += model.pairs[pair]
  }

  /// Ends a sentence of so many words.
  func end(_ sum: inout Sum, words: Int) {
    sum.reportShare = SentimentModel.reportShare(sum: sum.report, words: words)
  }
}
