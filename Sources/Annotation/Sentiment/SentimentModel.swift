import LexicalResources
import TextCore

/// Learned weights: how much each feature of a sentence, and each word and pair of words, speaks for a positive and for
/// a negative sentence, against a neutral one.
///
/// A multinomial logistic regression. The model is text, so that a change of it can be read: a head of name, version and
/// number of rows, then rows of kind, name, weight for positive, weight for negative, in thousandths.
package final class SentimentModel: Sendable {
  /// The weights of one feature.
  package struct Weights: Equatable, Sendable {
    package var positive: Float = 0
    package var negative: Float = 0

    /// Creates weights.
    package init(positive: Float = 0, negative: Float = 0) {
      self.positive = positive
      self.negative = negative
    }

    static func += (left: inout Weights, right: Weights) {
      left.positive += right.positive
      left.negative += right.negative
    }
  }

  /// The name at the head of a model.
  package static let name = "kiji-sentiment"
  /// The version of the format and of the features; a model of another version is refused.
  package static let version = 1
  /// The unit of weights in the file.
  package static let scale: Float = 1000

  /// The weights of `SentenceFeature`, in their order.
  package let features: [Weights]
  let words: Vocabulary
  /// For each word of `words` its weights.
  let wordWeights: [Weights]
  /// For each word of `words` the bits of the words that a pair goes on with which begins with it.
  let nextBits: [UInt64]
  let pairs: PairTable

  /// The model that the package carries.
  package static func carried() throws(SentimentModelError) -> SentimentModel {
    try SentimentModel(LexicalResource.sentimentModel.bytes)
  }

  /// Reads a model.
  package init(_ bytes: [UInt8]) throws(SentimentModelError) {
    var reader = SentimentModelRows(bytes)
    let count = try reader.readHead()
    var features = [Weights](repeating: Weights(), count: SentenceFeature.allCases.count)
    let featureNames = SentenceFeature.allCases.map { Array("\($0)".utf8) }
    var words = Vocabulary()
    var wordWeights: [Weights] = []
    var nextBits: [UInt64] = []
    var pairs = PairTable()
    func id(_ word: Span<UInt8>) -> Int {
      let id = Int(words.intern(word))
      if id == wordWeights.count {
        wordWeights.append(Weights())
        nextBits.append(0)
      }
      return id
    }
    var read = 0
    while let row = try reader.next() {
      read += 1
      let name = bytes.span.extracting(row.name)
      switch row.kind {
      case .feature:
        guard let feature = featureNames.firstIndex(where: { $0.elementsEqual(bytes[row.name]) }) else {
          throw .brokenRow(read + 1)
        }
        features[feature] = row.weights
      case .word: wordWeights[id(name)] = row.weights
      case .pair:
        guard let space = bytes[row.name].firstIndex(of: UInt8(ascii: " ")) else { throw .brokenRow(read + 1) }
        let pair = (
          id(bytes.span.extracting(row.name.lowerBound..<space)),
          id(bytes.span.extracting(space + 1..<row.name.upperBound))
        )
        nextBits[pair.0] |= Self.bit(UInt32(pair.1))
        pairs.insert(UInt32(pair.0), UInt32(pair.1), row.weights)
      }
    }
    guard read == count else { throw .truncated(rows: read) }
    self.features = features
    self.words = words
    self.wordWeights = wordWeights
    self.nextBits = nextBits
    self.pairs = pairs
  }

  /// The bit of a word in `nextBits`.
  @inline(__always)
  static func bit(_ word: UInt32) -> UInt64 { 1 << UInt64((word &* 0x9E37_79B1) >> 26) }

  /// A model that goes by the rules' sums alone.
  package init(rulesOnly: Void) {
    var features = [Weights](repeating: Weights(), count: SentenceFeature.allCases.count)
    features[SentenceFeature.bias.rawValue] = Weights(positive: -1, negative: -1)
    features[SentenceFeature.good.rawValue] = Weights(positive: 5, negative: -1)
    features[SentenceFeature.bad.rawValue] = Weights(positive: -1, negative: 5)
    self.features = features
    words = Vocabulary()
    wordWeights = []
    nextBits = []
    pairs = PairTable()
  }
}

/// What is wrong with a model's file.
package enum SentimentModelError: Error, Equatable {
  /// The head is missing.
  case notAModel
  /// It is of a version that this build does not know.
  case otherVersion(String)
  /// A row, by its line, is not of the form.
  case brokenRow(Int)
  /// There are not as many rows as the head says.
  case truncated(rows: Int)
}

/// Weights of pairs of words. Open addressing, linear probing; at most half full.
struct PairTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 1 << 8)
  private var weights = [SentimentModel.Weights](repeating: .init(), count: 1 << 8)
  private var count = 0

  /// The number of places.
  var capacity: Int { keys.count }

  /// The weights at a place.
  subscript(place: Int) -> SentimentModel.Weights { weights[place] }

  /// The place of a pair; `nil` where it has none.
  @inline(__always)
  func find(_ left: UInt32, _ right: UInt32) -> Int? {
    let key = Self.key(left, right)
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return slot
  }

  mutating func insert(_ left: UInt32, _ right: UInt32, _ value: SentimentModel.Weights) {
    count += 1
    if count * 2 > keys.count {
      let old = (keys, weights)
      keys = [UInt64](repeating: 0, count: old.0.count * 2)
      weights = [SentimentModel.Weights](repeating: .init(), count: old.0.count * 2)
      for (key, value) in zip(old.0, old.1) where key != 0 { place(key, value) }
    }
    place(Self.key(left, right), value)
  }

  private mutating func place(_ key: UInt64, _ value: SentimentModel.Weights) {
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    weights[slot] = value
  }

  @inline(__always)
  private static func key(_ left: UInt32, _ right: UInt32) -> UInt64 { 1 << 63 | UInt64(left) << 32 | UInt64(right) }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4).
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) }
}
