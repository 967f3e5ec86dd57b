import LexicalResources
import TextCore

/// Learned weights: how much each feature of a sentence, and each word and pair of words, speaks for a positive and for
/// a negative sentence, against a neutral one.
///
/// A multinomial logistic regression in two domains: each weight has a part for all texts, and a part that counts as far
/// as a sentence is in the manner of financial reports, whose words say little elsewhere. After Daumé (2007),
/// "Frustratingly easy domain adaptation".
///
/// The model is text, so that a change of it can be read: a head of name, version and number of rows, then rows of kind,
/// name, weights for positive and negative in all texts, the same in reports, and for words how much they speak for a
/// report; all in thousandths.
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

  /// The weights of one feature in all texts and in reports.
  package struct DomainWeights: Equatable, Sendable {
    package var general = Weights()
    package var report = Weights()

    /// Creates weights.
    package init(general: Weights = Weights(), report: Weights = Weights()) {
      self.general = general
      self.report = report
    }

    static func += (left: inout DomainWeights, right: DomainWeights) {
      left.general += right.general
      left.report += right.report
    }

    /// The weights for a sentence that is a report by `share`.
    func mixed(_ share: Float) -> Weights {
      Weights(
        positive: general.positive + share * report.positive, negative: general.negative + share * report.negative)
    }
  }

  /// How far a sentence is in the manner of reports, 0 to 1, by the mean of what its words speak for it.
  package static func reportShare(sum: Float, words: Int) -> Float {
    // Chosen so that nearly all of chABSA is at 1 and nearly all of kiji's own sentences at 0.
    let (threshold, slope, fewest) = (Float(0.25), Float(3), 6)
    return min(1, max(0, (sum / Float(max(words, fewest)) - threshold) * slope))
  }

  /// The name at the head of a model.
  package static let name = "kiji-sentiment"
  /// The version of the format and of the features; a model of another version is refused.
  package static let version = 3
  /// The unit of weights in the file.
  package static let scale: Float = 1000

  /// The weights of `SentenceFeature`, in their order.
  package let features: [DomainWeights]
  let words: Vocabulary
  /// For each word of `words` its weights.
  let wordWeights: [DomainWeights]
  /// For each word of `words` how much it speaks for a report: the logarithm of how many times commoner it is there.
  let reporting: [Float]
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
    var features = [DomainWeights](repeating: DomainWeights(), count: SentenceFeature.allCases.count)
    var featureNames = Vocabulary()
    for feature in SentenceFeature.allCases { _ = featureNames.intern("\(feature)") }
    var words = Vocabulary()
    var wordWeights: [DomainWeights] = []
    var reporting: [Float] = []
    var nextBits: [UInt64] = []
    var pairs = PairTable()
    func id(_ word: Span<UInt8>) -> Int {
      let id = Int(words.intern(word))
      if id == wordWeights.count {
        wordWeights.append(DomainWeights())
        reporting.append(0)
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
        guard let feature = featureNames.id(of: name) else { throw .brokenRow(read + 1) }
        features[Int(feature)] = row.weights
      case .word:
        let id = id(name)
        wordWeights[id] = row.weights
        reporting[id] = row.reporting
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
    self.reporting = reporting
    self.nextBits = nextBits
    self.pairs = pairs
  }

  /// The bit of a word in `nextBits`.
  @inline(__always)
  static func bit(_ word: UInt32) -> UInt64 { 1 << UInt64((word &* 0x9E37_79B1) >> 26) }

  /// A model that goes by the rules' sums alone.
  package init(rulesOnly: Void) {
    var features = [DomainWeights](repeating: DomainWeights(), count: SentenceFeature.allCases.count)
    features[SentenceFeature.bias.rawValue].general = Weights(positive: -1, negative: -1)
    features[SentenceFeature.good.rawValue].general = Weights(positive: 5, negative: -1)
    features[SentenceFeature.bad.rawValue].general = Weights(positive: -1, negative: 5)
    self.features = features
    words = Vocabulary()
    wordWeights = []
    reporting = []
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
  private var weights = [SentimentModel.DomainWeights](repeating: .init(), count: 1 << 8)
  private var count = 0

  /// The number of places.
  var capacity: Int { keys.count }

  /// The weights at a place.
  subscript(place: Int) -> SentimentModel.DomainWeights { weights[place] }

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

  mutating func insert(_ left: UInt32, _ right: UInt32, _ value: SentimentModel.DomainWeights) {
    count += 1
    if count * 2 > keys.count {
      let old = (keys, weights)
      keys = [UInt64](repeating: 0, count: old.0.count * 2)
      weights = [SentimentModel.DomainWeights](repeating: .init(), count: old.0.count * 2)
      for (key, value) in zip(old.0, old.1) where key != 0 { place(key, value) }
    }
    place(Self.key(left, right), value)
  }

  private mutating func place(_ key: UInt64, _ value: SentimentModel.DomainWeights) {
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
