import Morphology
import TextCore

/// The learned weights of lexemes, looked up once for each.
package struct LearnedWords: ~Copyable {
  /// A lexeme that the model does not hold.
  static let none = UInt32.max
  /// What the model calls every number.
  package static let number = "0"

  /// What is known of a word, side by side in memory.
  private struct Word {
    var weights: SentimentModel.DomainWeights
    /// How much it speaks for a report.
    var reporting: Float
    /// The sentence that held it last: it counts once in a sentence.
    var lastSentence: Int32 = -1
    /// The bits of the words that a pair goes on with which begins with it.
    var nextBits: UInt64
  }

  private let model: SentimentModel
  private let pairs: PairTable
  private var words: [Word]
  /// The model's number for every word with a digit.
  private let digits: UInt32
  /// The sentence that held a pair, by its place in the table, last.
  private var lastOfPair: [Int32]
  private var sentence: Int32 = 0

  init(_ model: SentimentModel) {
    self.model = model
    pairs = model.pairs
    digits = model.words.id(of: Array(Self.number.utf8).span) ?? Self.none
    words = (0..<model.words.count).map { word in
      Word(
        weights: model.wordWeights[word], reporting: model.reporting[word], nextBits: model.nextBits[word])
    }
    lastOfPair = [Int32](repeating: -1, count: model.pairs.capacity)
  }

  /// The model's name for a word: the word itself, or `number` for one with a digit.
  package static func name(of word: String) -> String {
    word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } ? number : word
  }

  /// The model's number for a word; `none` for one that it does not hold.
  func number(of word: UInt32, in lexemes: borrowing LexemeTable) -> UInt32 {
    let bytes = lexemes.vocabulary.pool.span.extracting(lexemes.vocabulary.range(of: word))
    for index in 0..<bytes.count where bytes[index] >= 0x30 && bytes[index] <= 0x39 { return digits }
    return model.words.id(of: bytes) ?? Self.none
  }

  /// What the words of a sentence weigh.
  struct Sum {
    var weights = SentimentModel.DomainWeights()
    /// How far the sentence is in the manner of reports, 0 to 1.
    var reportShare: Float = 0
  }

  /// The sum over the words of a sentence and the pairs of words side by side.
  mutating func sum(
    _ lexemes: Span<UInt32>, _ range: Range<Int>, _ records: Span<SentimentLexemes.Record>
  ) -> Sum {
    sentence = sentence == .max ? 0 : sentence + 1
    var sum = Sum()
    var report: Float = 0
    var nextBits: UInt64 = 0
    var before = Self.none
    for index in range {
      let id = records[Int(lexemes[index])].learned
      guard id != Self.none else {
        nextBits = 0
        continue
      }
      let word = words[Int(id)]
      report += word.reporting
      if word.lastSentence != sentence {
        words[Int(id)].lastSentence = sentence
        sum.weights += word.weights
      }
      if nextBits & SentimentModel.bit(id) != 0, let place = pairs.find(before, id), lastOfPair[place] != sentence {
        lastOfPair[place] = sentence
        sum.weights += pairs[place]
      }
      before = id
      nextBits = word.nextBits
    }
    sum.reportShare = SentimentModel.reportShare(sum: report, words: range.count)
    return sum
  }
}
