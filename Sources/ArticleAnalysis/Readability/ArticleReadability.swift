public import Morphology
public import TextCore

/// How an article reads, in figures with their places; what to make of them is the editor's to say.
///
/// Running text is what stands in paragraphs and quotations, and the items of lists that end as sentences do; headings,
/// table cells and captions are left out.
public struct ArticleReadability: Equatable, Sendable {
  /// The sentences of running text.
  public internal(set) var sentences = 0
  /// How long they are; `nil` where there is none.
  public internal(set) var length: SentenceLength?
  /// The longest sentences, longest first, three at most.
  public internal(set) var longest: [LongSentence] = []
  /// The share of kanji among the characters of the prose, white space left out, 0 to 1.
  public internal(set) var kanjiShare = 0.0
  /// Where the words come from; `nil` where the dictionary does not tell, or no word of the article.
  public internal(set) var origins: WordOrigins?
  /// How the sentences of running text end.
  public internal(set) var style = SentenceStyle()
  /// Particles that stand twice in one clause, and chains of の, in the order of the text.
  public internal(set) var repeatedParticles: [RepeatedParticle] = []
}

/// A stretch of an article with its place in the source.
public struct ReadabilityPlace: Equatable, Sendable {
  /// The words as the author wrote them, without markup.
  public let text: String
  /// The half-open range in the decoded source, in the analysis's offset unit.
  public let range: Range<Int>
  /// The line and the column where it begins.
  public let position: TextPosition
}

/// How long sentences are, in Unicode scalars as the author wrote them, white space left out.
public struct SentenceLength: Equatable, Sendable {
  /// The mean.
  public let mean: Double
  /// The median; of an even number of sentences the mean of the two in the middle.
  public let median: Double
  /// The longest.
  public let longest: Int
}

/// A sentence that is among the longest of its article.
public struct LongSentence: Equatable, Sendable {
  /// Its length, as `SentenceLength` counts.
  public let characters: Int
  /// Where it stands.
  public let place: ReadabilityPlace
}

/// Where the content words of an article come from: nouns, verbs, adjectives and adverbs without names and numbers.
public struct WordOrigins: Equatable, Sendable {
  /// The words that the dictionary tells the origin of.
  public internal(set) var words = 0
  /// The number of words of each origin, in the order of `WordOrigin.allCases`.
  var counts = [Int](repeating: 0, count: WordOrigin.allCases.count)

  /// The share of an origin among those words, 0 to 1.
  public func share(of origin: WordOrigin) -> Double {
    words == 0 ? 0 : Double(counts[Int(origin.rawValue)]) / Double(words)
  }
}

/// Whether an article speaks politely (ですます) or plainly (である, だ).
public struct SentenceStyle: Equatable, Sendable {
  /// The style of most sentences.
  public enum Body: String, Sendable, CaseIterable {
    /// ですます.
    case polite
    /// である, だ, and verbs and adjectives without ます and です.
    case plain
    /// Neither has two thirds of the sentences.
    case mixed
  }

  /// The style of the body; `nil` where no sentence tells.
  public internal(set) var body: Body?
  /// Sentences that end politely.
  public internal(set) var polite = 0
  /// Sentences that end plainly.
  public internal(set) var plain = 0
  /// Sentences that end with a noun and a full stop.
  public internal(set) var nominal = 0
  /// The sentences that end in the other way than the body does, in the order of the text; none where it is mixed.
  public internal(set) var exceptions: [ReadabilityPlace] = []
}

/// A particle that stands several times where once is usual.
public struct RepeatedParticle: Equatable, Sendable {
  /// The particle.
  public let particle: String
  /// How often it stands there.
  public let count: Int
  /// From the noun before the first to the last one, or to the noun behind it where it is の.
  public let place: ReadabilityPlace
}
