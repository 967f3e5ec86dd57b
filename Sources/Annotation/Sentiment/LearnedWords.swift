import Morphology
import TextCore

/// The learned weights of lexemes, looked up once for each.
struct LearnedWords: ~Copyable {
  /// A lexeme that no pair of the model holds.
  private static let none = UInt32.max

  private let model: SentimentModel
  private var weights: [SentimentModel.Weights] = []
  /// The word of the model, where a pair holds it.
  private var ids: [UInt32] = []
  private var generation = -1

  init(_ model: SentimentModel) { self.model = model }

  /// Reads the lexemes that came in since the last call.
  mutating func update(_ lexemes: borrowing LexemeTable) {
    if lexemes.generation != generation {
      weights.removeAll(keepingCapacity: true)
      ids.removeAll(keepingCapacity: true)
      generation = lexemes.generation
    }
    while weights.count < lexemes.count {
      let range = lexemes.vocabulary.range(of: lexemes.baseForms[weights.count])
      let id = model.words.id(of: lexemes.vocabulary.pool.span.extracting(range))
      weights.append(id.map { model.wordWeights[Int($0)] } ?? SentimentModel.Weights())
      ids.append(id.flatMap { model.isInPair[Int($0)] ? $0 : nil } ?? Self.none)
    }
  }

  /// The sum over the words and pairs of a sentence.
  func sum(_ lexemes: Span<UInt32>, _ range: Range<Int>) -> SentimentModel.Weights {
    var sum = SentimentModel.Weights()
    var before = Self.none
    for index in range {
      let lexeme = Int(lexemes[index])
      sum += weights[lexeme]
      let id = ids[lexeme]
      if before != Self.none && id != Self.none, let pair = model.pairs.find(before, id) { sum += pair }
      before = id
    }
    return sum
  }
}
