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

  private let model: SentimentModel
  /// The model's number for every word with a digit.
  private let digits: UInt16
  /// The sentence that held a word last: it counts once in a sentence.
  private var lastOfWord: [UInt32]
  /// The sentence that held a pair last, by the pair's number.
  private var lastOfPair: [UInt32]
  private var sentence: UInt32 = 0

  init(_ model: SentimentModel) {
    self.model = model
    digits = model.vocabulary.id(of: Array(Self.number.utf8).span).map { UInt16($0) } ?? Self.none
    lastOfWord = [UInt32](repeating: 0, count: model.words.count)
    lastOfPair = [UInt32](repeating: 0, count: model.pairs.count)
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
  }

  /// The sum over the words of a sentence and the pairs of words side by side, each once.
  mutating func sum(_ records: Span<SentimentLexemes.Record>) -> Sum {
    startSentence()
    var sum = Sum()
    var report: Float = 0
    var nextBits: UInt64 = 0
    var before = Self.none
    let (sentence, all) = (sentence, model.words)
    let words = all.span
    // Out of `self` while it is lent.
    var held: [UInt32] = []
    swap(&held, &lastOfWord)
    var last = held.mutableSpan
    for index in 0..<records.count {
      let id = records[index].learned
      guard id != Self.none else {
        nextBits = 0
        continue
      }
      report += words[Int(id)].reporting
      if last[Int(id)] != sentence {
        last[Int(id)] = sentence
        sum.weights += words[Int(id)].weights
      }
      if nextBits & SentimentModel.bit(id) != 0, let pair = model.pairs.find(before, id), lastOfPair[pair] != sentence {
        lastOfPair[pair] = sentence
        sum.weights += model.pairs[pair]
      }
      before = id
      nextBits = words[Int(id)].nextBits
    }
    swap(&held, &lastOfWord)
    sum.reportShare = SentimentModel.reportShare(sum: report, words: records.count)
    return sum
  }

  private mutating func startSentence() {
    sentence &+= 1
    guard sentence == 0 else { return }
    // Numbers begin anew, so what is kept of old ones would mislead.
    for index in lastOfWord.indices { lastOfWord[index] = 0 }
    for index in lastOfPair.indices { lastOfPair[index] = 0 }
    sentence = 1
  }
}
