import Annotation
import TextCore

/// How much of a title a run of sentences covers, in pairs of neighbouring letters and in terms.
struct TitleCover {
  /// The pairs and terms that a text covers.
  struct Mask {
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64 = 0
    fileprivate var terms: UInt64 = 0

    mutating func formUnion(_ other: Mask) {
      low |= other.low
      high |= other.high
      terms |= other.terms
    }
  }

  /// The pairs that are told apart; those of a longer title are left out.
  private static let mostPairs = 128
  private static let mostTerms = 64
  /// The pairs of a title that says enough to go by; a shorter one counts for its share of them.
  private static let telling = 12.0

  /// What the cover counts for, from 0 to 1.
  private let share: Double
  private var pairs: ExcerptForm.TitlePairs?
  private var pairCount = 0
  /// The weights of the title's terms, and which of them each sentence holds.
  private var weights: [Double] = []
  private var termTotal = 0.0
  private var termsOfSentence: [UInt64] = []

  /// The cover of `title`; of no title, where nothing is to be covered.
  init(
    title pairs: ExcerptForm.TitlePairs?, terms: TermOccurrences, titleTerms: [Bool], sentenceCount: Int,
    share: Double
  ) {
    self.share = share
    guard let pairs, pairs.count > 0 else { return }
    self.pairs = pairs
    pairCount = min(pairs.count, Self.mostPairs)
    var bits = [Int](repeating: -1, count: terms.terms.count)
    for index in terms.terms.indices where titleTerms[index] && weights.count < Self.mostTerms {
      bits[index] = weights.count
      weights.append(terms.terms[index].score)
      termTotal += terms.terms[index].score
    }
    termsOfSentence = [UInt64](repeating: 0, count: sentenceCount)
    for place in terms.places where bits[place.term] >= 0 && place.sentence < sentenceCount {
      termsOfSentence[place.sentence] |= 1 << UInt64(bits[place.term])
    }
  }

  /// What the sentence at `order`, whose bytes are `text`, covers.
  func mask(of text: Span<UInt8>, order: Int) -> Mask {
    var mask = Mask()
    guard let pairs else { return mask }
    ExcerptForm.forEachPair(text) { pair in
      let place = pairs.index(of: pair)
      if place < 0 { return }
      if place < 64 { mask.low |= 1 << UInt64(place) } else if place < 128 { mask.high |= 1 << UInt64(place - 64) }
    }
    mask.terms = termMask(order: order).terms
    return mask
  }

  /// The terms that the sentence at `order` covers, without its pairs.
  func termMask(order: Int) -> Mask {
    var mask = Mask()
    if order < termsOfSentence.count { mask.terms = termsOfSentence[order] }
    return mask
  }

  /// What a cover adds to a run.
  func value(of mask: Mask) -> Double {
    guard pairCount > 0 else { return 0 }
    return value(
      pairs: Double(mask.low.nonzeroBitCount + mask.high.nonzeroBitCount) / Double(pairCount), terms: mask.terms)
  }

  /// What a cover with these terms adds to a run at most, whatever its pairs.
  func greatestValue(of mask: Mask) -> Double { pairCount > 0 ? value(pairs: 1, terms: mask.terms) : 0 }

  private func value(pairs: Double, terms: UInt64) -> Double {
    var covered = 0.0
    for index in weights.indices where terms & 1 << UInt64(index) != 0 { covered += weights[index] }
    let value =
      SentenceWeights.titlePairs * pairs + (termTotal > 0 ? SentenceWeights.titleTerms * covered / termTotal : 0)
    return share * value * min(1, Double(pairCount) / Self.telling)
  }
}
