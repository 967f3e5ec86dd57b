internal import Annotation
internal import ArchiveAnalysis
internal import ArchiveIndex
internal import Foundation

/// The terms of all articles, as numbers.
struct TermTable: Sendable {
  struct Count: Sendable {
    let term: Int32
    let count: Int32
  }

  /// The terms; verbs and adjectives are left out.
  private(set) var names: [String] = []
  /// For each article, its terms.
  private(set) var articles: [[Count]] = []
  /// How often each term stands, and in how many articles.
  private(set) var counts: [Int] = []
  private(set) var holding: [Int] = []
  /// The sizes of the articles: how many terms they have.
  private(set) var sizes: [Int] = []
  /// The terms of all articles together.
  private let all: Int
  /// The numbers of terms by name.
  private(set) var numbers: [String: Int] = [:]
  /// The terms that the archive is about by count times inverse document frequency, the heaviest first; those of one
  /// article, and those that stand about once wherever they do, are left out.
  private(set) var ranked: [Int] = []

  /// Reads the terms of articles.
  init(_ index: ArchiveIndex, articles ids: [Int]) throws {
    var numbers: [String: Int] = [:]
    var (names, counts, holding): ([String], [Int], [Int]) = ([], [], [])
    var (articles, sizes): ([[Count]], [Int]) = ([], [])
    try index.forEachTerms(of: ids) { _, terms in
      var own: [Count] = []
      own.reserveCapacity(terms.count)
      var size = 0
      for term in terms where term.kind != .verb && term.kind != .adjective {
        let number = numbers[term.term] ?? names.count
        if number == names.count {
          numbers[term.term] = number
          names.append(term.term)
          counts.append(0)
          holding.append(0)
        }
        counts[number] += term.count
        holding[number] += 1
        size += term.count
        own.append(Count(term: Int32(number), count: Int32(clamping: term.count)))
      }
      articles.append(own)
      sizes.append(size)
    }
    (self.names, self.counts, self.holding, self.numbers) = (names, counts, holding, numbers)
    (self.articles, self.sizes) = (articles, sizes)
    all = sizes.reduce(0, +)
    ranked = Self.ranked(names, counts, holding, articles: articles.count)
  }

  private static func ranked(_ names: [String], _ counts: [Int], _ holding: [Int], articles: Int) -> [Int] {
    let weights = names.indices.map { Double(counts[$0]) * log(Double(articles) / Double(max(holding[$0], 1))) }
    let fewest = min(2, articles)
    return names.indices.filter { number in
      holding[number] >= fewest && counts[number] * 100 >= holding[number] * formulaShare && weights[number] > 0
    }.sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : names[$0] < names[$1] }
  }

  /// Mentions for a hundred articles below which a term is a heading or a standing phrase, as for `kiji trends`.
  private static let formulaShare = 115

  /// The terms that stand more often in some articles than in the rest.
  /// - Complexity: O(*n*) in the terms of the archive and of these articles.
  func typical(of places: [Int], limit: Int) -> [TypicalTerm] {
    var own = [(count: Int32, articles: Int32)](repeating: (0, 0), count: names.count)
    var size = 0
    for place in places {
      size += sizes[place]
      for term in articles[place] {
        own[Int(term.term)].count += term.count
        own[Int(term.term)].articles += 1
      }
    }
    let other = all - size
    // One article is typical of itself.
    let fewest = places.count > 1 ? 2 : 1
    var found: [TypicalTerm] = []
    for number in own.indices where own[number].articles >= fewest {
      let count = Int(own[number].count)
      let rest = counts[number] - count
      // Terms that are rarer here than elsewhere are none of these.
      guard count * max(other, 1) > rest * size else { continue }
      let keyness = Keyness(count, of: size, rest, of: other)
      guard keyness.logLikelihood >= Self.significant else { continue }
      found.append(
        TypicalTerm(
          term: names[number], count: count, articles: Int(own[number].articles), otherCount: rest,
          logLikelihood: keyness.logLikelihood, logRatio: keyness.logRatio))
    }
    found.sort { left, right in
      left.logLikelihood != right.logLikelihood ? left.logLikelihood > right.logLikelihood : left.term < right.term
    }
    return Array(found.prefix(limit))
  }

  /// The log-likelihood above which p < 0.001 (Rayson and Garside 2000).
  private static let significant = 10.83
}
