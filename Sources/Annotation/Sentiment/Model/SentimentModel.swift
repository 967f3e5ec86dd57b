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
  }

  /// The weights of one feature in all texts and in reports.
  package struct DomainWeights: BitwiseCopyable, Equatable, Sendable {
    /// Positive and negative in all texts, positive and negative in reports: one addition for all four.
    var lanes = SIMD4<Float>()

    /// Creates weights.
    package init(general: Weights = Weights(), report: Weights = Weights()) {
      lanes = SIMD4(general.positive, general.negative, report.positive, report.negative)
    }

    /// Weights in the order of `lanes`.
    @inline(__always)
    init(lanes: SIMD4<Float>) { self.lanes = lanes }

    /// The weights for a sentence that is a report by `share`.
    @inline(__always)
    func mixed(_ share: Float) -> Weights {
      Weights(positive: lanes[0] + share * lanes[2], negative: lanes[1] + share * lanes[3])
    }
  }

  /// What is known of a word.
  struct Word: BitwiseCopyable {
    var weights = DomainWeights()
    /// How much it speaks for a report: the logarithm of how many times commoner it is there.
    var reporting: Float = 0
    /// Fills the place up, so that a compiled table has no bytes that nobody set.
    private var spare: (UInt32, UInt32, UInt32) = (0, 0, 0)
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
  package static let version = 4
  /// The unit of weights in the file.
  package static let scale: Float = 1000

  /// The weights of `SentenceFeature`, in their order.
  package let features: [DomainWeights]
  let vocabulary: Vocabulary
  /// For each word of `vocabulary` what is known of it.
  let words: [Word]
  let pairs: PairTable

  /// A model of parts that fit one another.
  init(features: [DomainWeights], vocabulary: Vocabulary, words: [Word], pairs: PairTable) {
    self.features = features
    self.vocabulary = vocabulary
    self.words = words
    self.pairs = pairs
  }

  /// Reads a model.
  package convenience init(_ bytes: [UInt8]) throws(SentimentModelError) {
    var reader = SentimentModelRows(bytes)
    let count = try reader.readHead()
    var features = [DomainWeights](repeating: DomainWeights(), count: SentenceFeature.allCases.count)
    var featureNames = Vocabulary()
    for feature in SentenceFeature.allCases { _ = featureNames.intern("\(feature)") }
    var vocabulary = Vocabulary()
    var words: [Word] = []
    var pairs = PairTable.Builder()
    func id(_ word: Span<UInt8>) -> Int {
      let id = Int(vocabulary.intern(word))
      if id == words.count { words.append(Word()) }
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
        words[id].weights = row.weights
        words[id].reporting = row.reporting
      case .pair:
        guard let space = bytes[row.name].firstIndex(of: UInt8(ascii: " ")) else { throw .brokenRow(read + 1) }
        let pair = (
          id(bytes.span.extracting(row.name.lowerBound..<space)),
          id(bytes.span.extracting(space + 1..<row.name.upperBound))
        )
        pairs.insert(UInt16(truncatingIfNeeded: pair.0), UInt16(truncatingIfNeeded: pair.1), row.weights)
      }
      guard words.count < Self.mostWords else { throw .tooManyWords }
    }
    guard read == count else { throw .truncated(rows: read) }
    self.init(features: features, vocabulary: vocabulary, words: words, pairs: pairs.table())
  }

  /// Words have numbers of 16 bits, of which the last stands for none.
  private static let mostWords = Int(UInt16.max)

  /// A model that goes by the rules' sums alone.
  package convenience init(rulesOnly: Void) {
    var features = [DomainWeights](repeating: DomainWeights(), count: SentenceFeature.allCases.count)
    features[SentenceFeature.bias.rawValue] = DomainWeights(general: Weights(positive: -1, negative: -1))
    features[SentenceFeature.good.rawValue] = DomainWeights(general: Weights(positive: 5, negative: -1))
    features[SentenceFeature.bad.rawValue] = DomainWeights(general: Weights(positive: -1, negative: 5))
    self.init(features: features, vocabulary: Vocabulary(), words: [], pairs: PairTable())
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
  /// There are more words than numbers for them.
  case tooManyWords
}
