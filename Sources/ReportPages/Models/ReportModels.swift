package import Annotation

/// An article in a list.
package struct ArticleEntry: Equatable, Sendable {
  /// Its path, which is its name in the archive.
  package let path: String
  package let title: String
  package let day: String?
  package let excerpt: String?
  /// How long a reader needs, in seconds.
  package let readingSeconds: Int
  package let polarity: Polarity
  /// -1 to 1.
  package let score: Double

  /// Creates an entry.
  package init(
    path: String, title: String, day: String?, excerpt: String? = nil, readingSeconds: Int = 0,
    polarity: Polarity = .neutral, score: Double = 0
  ) {
    (self.path, self.title, self.day, self.excerpt) = (path, title, day, excerpt)
    (self.readingSeconds, self.polarity, self.score) = (readingSeconds, polarity, score)
  }
}

/// Something with a number of articles.
package struct CountedName: Equatable, Sendable {
  package let name: String
  package let articles: Int
  /// How often it is named; `nil` where that is not counted.
  package let count: Int?
  /// What it is, for a name.
  package let type: EntityType?

  /// Creates a counted name.
  package init(_ name: String, articles: Int, count: Int? = nil, type: EntityType? = nil) {
    (self.name, self.articles, self.count, self.type) = (name, articles, count, type)
  }
}

/// A term that stands more often in some articles than in the rest.
package struct TypicalTerm: Equatable, Sendable {
  package let term: String
  /// How often it stands there, and in how many of the articles.
  package let count, articles: Int
  /// How often it stands in the rest.
  package let otherCount: Int
  /// The log-likelihood of the difference.
  package let logLikelihood: Double
  /// The binary logarithm of the ratio of frequencies.
  package let logRatio: Double
}

/// A name beside others.
package struct Companion: Equatable, Sendable {
  package let name: String
  package let type: EntityType
  /// The articles that have both.
  package let articles: Int
  /// The log-likelihood of their standing together.
  package let logLikelihood: Double
}

/// The course of something over the periods of an archive.
package struct NamedCourse: Equatable, Sendable {
  package let name: String
  package let kind: TopicKind
  /// Articles that speak of it, for each period.
  package let articles: [Int]
  /// Articles for each month that has any.
  package let months: [Int]
  /// Where it was spoken of more than usual.
  package let bursts: [Burst]
  /// The day of the first article that speaks of it.
  package let firstDay: String

  /// A time in which something is spoken of more than usual.
  package struct Burst: Equatable, Sendable {
    /// The places of its months among those that have articles.
    package let months: ClosedRange<Int>
    /// The first and the last month, `2025-11`.
    package let first, last: String
    package let articles: Int
    /// In nats.
    package let weight: Double
  }

  /// The articles in all.
  package var total: Int { months.reduce(0, +) }
}

/// How the articles of a period judge.
package struct PeriodSentiment: Equatable, Sendable {
  package let articles: Int
  /// The mean score, -1 to 1; `nil` without articles.
  package let score: Double?
  /// Sentences that judge how, in the order of `Polarity`.
  package let sentences: [Int]
}

/// How many articles lie in which range of a figure.
package struct Histogram: Equatable, Sendable {
  /// The lower bounds of the bins, and the upper one of the last.
  package let bounds: [Double]
  package let counts: [Int]
  /// The figure of the article in the middle.
  package let median: Double

  /// Counts values in bins of equal width; what lies above the last bound counts in the last bin.
  package init(_ values: [Double], width: Double, bins: Int) {
    let sorted = values.sorted()
    median = sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2]
    let low = ((sorted.first ?? 0) / width).rounded(.down) * width
    let needed = max(1, min(bins, Int((((sorted.last ?? 0) - low) / width).rounded(.down)) + 1))
    var counts = [Int](repeating: 0, count: needed)
    for value in sorted { counts[max(0, min(needed - 1, Int(((value - low) / width).rounded(.down))))] += 1 }
    self.counts = counts
    bounds = (0...needed).map { low + Double($0) * width }
  }
}

/// A deal of the archive.
package struct DealRow: Equatable, Sendable {
  package let type: RelationType
  package let from: String
  package let to: String?
  /// The amount as it is written.
  package let amount: String?
  package let certainty: Certainty
  /// The article that tells of it; `nil` on the page of that article.
  package let article: ArticleEntry?
}
