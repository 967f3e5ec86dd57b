import Morphology
import TextCore

/// The learned weights of lexemes, looked up once for each.
package struct LearnedWords: ~Copyable {
  /// A lexeme that the model does not hold.
  private static let none = UInt32.max
  /// What the model calls every number.
  package static let number = "0"

  private let model: SentimentModel
  private let wordWeights: [SentimentModel.DomainWeights]
  private let reporting: [Float]
  private let nextBits: [UInt64]
  private let pairs: PairTable
  /// For each lexeme its word in the model.
  private var ids: [UInt32] = []
  private var generation = -1
  /// The sentence that held a word, or a pair by its place in the table, last: each counts once in a sentence.
  private var lastOfWord: [Int32]
  private var lastOfPair: [Int32]
  private var sentence: Int32 = 0

  init(_ model: SentimentModel) {
    self.model = model
    wordWeights = model.wordWeights
    reporting = model.reporting
    nextBits = model.nextBits
    pairs = model.pairs
    lastOfWord = [Int32](repeating: -1, count: model.words.count)
    lastOfPair = [Int32](repeating: -1, count: model.pairs.capacity)
  }

  /// The model's name for a word: the word itself, or `number` for one with a digit.
  package static func name(of word: String) -> String {
    word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } ? number : word
  }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      ids.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while ids.count < lexemes.count { ids.append(id(of: lexemes.baseForms[ids.count], in: lexemes) ?? Self.none) }
  }

  private func id(of word: UInt32, in lexemes: borrowing LexemeTable) -> UInt32? {
    let bytes = lexemes.vocabulary.pool.span.extracting(lexemes.vocabulary.range(of: word))
    for index in 0..<bytes.count where bytes[index] >= 0x30 && bytes[index] <= 0x39 {
      let number = Array(Self.number.utf8)
      return model.words.id(of: number.span)
    }
    return model.words.id(of: bytes)
  }

  /// What the words of a sentence weigh.
  struct Sum {
    var weights = SentimentModel.DomainWeights()
    /// How far the sentence is in the manner of reports, 0 to 1.
    var reportShare: Float = 0
  }

  /// The sum over the words of a sentence and the pairs of words side by side.
  mutating func sum(_ lexemes: Span<UInt32>, _ range: Range<Int>) -> Sum {
    sentence = sentence == .max ? 0 : sentence + 1
    var sum = Sum()
    var report: Float = 0
    var before = Self.none
    let ids = self.ids
    let words = ids.span
    for index in range {
      let id = words[Int(lexemes[index])]
      guard id != Self.none else {
        before = id
        continue
      }
      report += reporting[Int(id)]
      if lastOfWord[Int(id)] != sentence {
        lastOfWord[Int(id)] = sentence
        sum.weights += wordWeights[Int(id)]
      }
      if before != Self.none, nextBits[Int(before)] & SentimentModel.bit(id) != 0,
        let place = pairs.find(before, id), lastOfPair[place] != sentence
      {
        lastOfPair[place] = sentence
        sum.weights += pairs[place]
      }
      before = id
    }
    sum.reportShare = SentimentModel.reportShare(sum: report, words: range.count)
    return sum
  }
}
