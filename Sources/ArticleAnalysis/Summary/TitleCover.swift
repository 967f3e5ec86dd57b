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

  private var places: [UInt64: Int] = [:]
  private var terms: [(text: [UInt8], weight: Double)] = []
  private var termTotal = 0.0

  /// The cover of no title: nothing is to be covered.
  init(title: String?, terms all: TermOccurrences, titleTerms: [Bool]) {
    guard let title else { return }
    let bytes = Array(title.utf8)
    ExcerptForm.forEachPair(bytes.span) { pair in
      if places[pair] == nil, places.count < Self.mostPairs { places[pair] = places.count }
    }
    for index in all.terms.indices where titleTerms[index] && terms.count < Self.mostTerms {
      terms.append((Array(all.terms[index].term.utf8), all.terms[index].score))
      termTotal += all.terms[index].score
    }
  }

  /// What `text` covers.
  func mask(of text: Span<UInt8>) -> Mask {
    var mask = Mask()
    guard !places.isEmpty else { return mask }
    ExcerptForm.forEachPair(text) { pair in
      guard let place = places[pair] else { return }
      if place < 64 { mask.low |= 1 << UInt64(place) } else { mask.high |= 1 << UInt64(place - 64) }
    }
    for index in terms.indices where Self.contains(text, terms[index].text) { mask.terms |= 1 << UInt64(index) }
    return mask
  }

  /// What a cover adds to a run.
  func value(of mask: Mask) -> Double {
    guard !places.isEmpty else { return 0 }
    let pairs = Double(mask.low.nonzeroBitCount + mask.high.nonzeroBitCount) / Double(places.count)
    var covered = 0.0
    for index in terms.indices where mask.terms & 1 << UInt64(index) != 0 { covered += terms[index].weight }
    let value =
      SentenceWeights.titlePairs * pairs + (termTotal > 0 ? SentenceWeights.titleTerms * covered / termTotal : 0)
    return value * min(1, Double(places.count) / Self.telling)
  }

  private static func contains(_ text: Span<UInt8>, _ term: [UInt8]) -> Bool {
    guard let first = term.first, term.count <= text.count else { return false }
    for start in 0...text.count - term.count where text[start] == first {
      var length = 1
      while length < term.count, text[start + length] == term[length] { length += 1 }
      if length == term.count { return true }
    }
    return false
  }
}
