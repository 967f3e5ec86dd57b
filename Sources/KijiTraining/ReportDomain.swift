import Annotation
import Foundation

/// Words that tell sentences of financial reports from others.
struct ReportDomain {
  /// A word speaks for reports where that many of their sentences hold it.
  private static let fewestSentences = 30
  /// The least and the most that a word speaks for a report.
  private static let limits = 0.7...2.0
  /// What is added to each count, and the number of words that it is added for.
  private static let smoothing = 2.0
  private static let vocabulary = 5_000.0

  private var weights: [String: Double] = [:]

  /// Compares the shares of words among the words of the sentences.
  init(reports: [SentimentCorpus.Reading], others: [SentimentCorpus.Reading]) {
    let (inReports, inOthers) = (Self.counts(reports), Self.counts(others))
    let totals = (
      Double(inReports.values.reduce(0, +)) + Self.smoothing * Self.vocabulary,
      Double(inOthers.values.reduce(0, +)) + Self.smoothing * Self.vocabulary
    )
    for (word, count) in inReports where count >= Self.fewestSentences {
      let share = (Double(count) + Self.smoothing) / totals.0
      let other = (Double(inOthers[word] ?? 0) + Self.smoothing) / totals.1
      let weight = log(share / other)
      if weight >= Self.limits.lowerBound { weights[word] = min(weight, Self.limits.upperBound) }
    }
  }

  /// The words that speak for reports.
  var words: Set<String> { Set(weights.keys) }

  /// How much a word speaks for a report; 0 for one that does not.
  func weight(of word: String) -> Double { weights[word] ?? 0 }

  /// How far a sentence is in the manner of reports, 0 to 1.
  func share(of reading: SentimentCorpus.Reading) -> Double {
    let sum = reading.words.reduce(0) { $0 + weight(of: $1) }
    return Double(SentimentModel.reportShare(sum: Float(sum), words: reading.words.count))
  }

  /// In how many sentences each word stands.
  private static func counts(_ readings: [SentimentCorpus.Reading]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for reading in readings {
      for word in Set(reading.words) { counts[word, default: 0] += 1 }
    }
    return counts
  }
}
