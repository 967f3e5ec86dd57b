import Annotation
package import ArticleAnalysis
internal import Foundation

/// What an archive teaches of its tags and categories.
///
/// It remembers the articles' features and labels, and answers by comparing: see ``LabelModel``. The same articles give
/// the same model in whatever order they come.
package final class TagModel: Sendable {
  /// The articles, oldest first; equal dates by path.
  let articles: [TaggedArticle]
  /// The labels that only articles before those have.
  let older: OlderLabels
  let tags: LabelModel
  let categories: LabelModel
  private let words: SimilarArticles
  private let code: SimilarArticles
  let spelling: ArchiveSpelling
  /// For the keys of other names, the tags that they lead to.
  let aliases: [TermKey: [String]]
  /// What is odd about the archive's tags.
  package let findings: TagFindings
  /// For each tag whether suggesting it would say nothing.
  private let isPasted: [Bool]
  /// For each article how much the likeness of a recent one counts, 0 to 1.
  private let recency: [Float]

  /// The most articles that a model learns from, the newest ones: an archive keeps a habit for some hundred articles
  /// (`LabelModel`), and comparing each article with all others takes time that grows with their square.
  package static let articleLimit = 4_096

  /// Learns from articles; the ones without tags and categories count as neighbours that have none.
  /// - Parameter older: The labels that only articles before those have: they are known, though nothing more is.
  /// - Complexity: O(*n* · *p*) in articles and the articles that share a topic with each.
  package convenience init(learning articles: [TaggedArticle], older: OlderLabels = OlderLabels()) {
    let tags = Set(articles.flatMap(\.tags)).union(older.tags)
    self.init(articles, older: older, aliases: TagAliases.keys(of: tags.sorted()), findings: nil)
  }

  /// Takes what was learned before, or finds it out.
  init(_ articles: [TaggedArticle], older: OlderLabels, aliases: [TermKey: [String]], findings: TagFindings?) {
    let sorted = articles.sorted { Self.isOlder(($0.date, $0.path), ($1.date, $1.path)) }
    self.articles = sorted
    self.older = older
    self.aliases = aliases
    tags = LabelModel(sorted, names: \.tags, others: older.tags, aliases: aliases)
    categories = LabelModel(sorted, names: \.categories, others: older.categories)
    words = SimilarArticles(sorted.map(\.features.wordVector))
    code = SimilarArticles(sorted.map(\.features.codeVector))
    spelling = ArchiveSpelling(tags.labels)
    let findings = findings ?? TagFindings(tags, neighbours: Self.neighbours(of: sorted, words))
    self.findings = findings
    isPasted = tags.labels.map(findings.isPasted)
    recency = sorted.indices.map { exp2(-Float(sorted.count - 1 - $0) / Self.recentHalfLife) }
  }

  /// Whether one article stands before another in the order of time; those without a date are the oldest.
  package static func isOlder(
    _ left: (date: String?, path: String), _ right: (date: String?, path: String)
  ) -> Bool {
    let dates = (left.date ?? "", right.date ?? "")
    return dates.0 != dates.1 ? dates.0 < dates.1 : left.path < right.path
  }

  /// The articles that are most like each, by their places in the order of ``articles``.
  func neighbours() -> [[Int]] { Self.neighbours(of: articles, words) }

  private static func neighbours(of articles: [TaggedArticle], _ words: SimilarArticles) -> [[Int]] {
    articles.indices.map { article in
      SimilarArticles.nearest(
        words.similarities(to: articles[article].features.wordVector), count: TagFindings.neighbours, except: article
      ).map(\.article)
    }
  }

  /// How much was learned from.
  package var figures: (articles: Int, tagged: Int, tags: Int, categories: Int) {
    (articles.count, articles.count { !$0.tags.isEmpty }, tags.labels.count, categories.labels.count)
  }

  /// Tags that suit an article, by score, descending; tags that the archive pastes on everything are left out.
  /// - Parameter limit: The most suggestions.
  package func suggestions(for features: ArticleFeatures, limit: Int) -> [TagSuggestion] {
    suggestions(for: features, neighbours(of: features), limit: limit)
  }

  /// Tags and categories that suit an article, in less time than each by itself.
  package func suggestions(
    for features: ArticleFeatures, tagLimit: Int, categoryLimit: Int
  ) -> (tags: [TagSuggestion], categories: [CategorySuggestion]) {
    let neighbours = neighbours(of: features)
    return (
      suggestions(for: features, neighbours, limit: tagLimit),
      categorySuggestions(for: features, neighbours, limit: categoryLimit)
    )
  }

  private func suggestions(
    for features: ArticleFeatures, _ neighbours: Neighbours, limit: Int
  ) -> [TagSuggestion] {
    guard limit > 0 else { return [] }
    let evidence = evidence(features, tags, neighbours)
    var known: [(logOdds: Double, label: Int)] = []
    known.reserveCapacity(evidence.count)
    for label in evidence.indices where !isPasted[label] {
      known.append((logOdds(evidence[label], tags, label), label))
    }
    var new: [Ranked] = []
    for candidate in features.candidates {
      let key = TermKey(candidate.term)
      guard !tags.isSpelled(key) else { continue }
      let tag = spelling.spelled(candidate.term)
      let inArchive = NewTagMerit.inArchive(
        share: words.share(of: key), scriptShare: spelling.scriptShare(of: tag))
      new.append(
        Ranked(
          tag: tag, logOdds: Double(candidate.merit) / ArticleFeatures.meritScale + inArchive, candidate: candidate))
    }
    // Of hundreds of tags a dozen is asked for. All are put in order only where so many of the first are one another's
    // spellings that later ones would come in.
    let few = Self.first(Self.rankedAtOnce * (limit + 1), of: known)
    let chosen = choose(few, evidence, new, limit: limit)
    let least = few.reduce(.infinity) { min($0, $1.logOdds) }
    let isSure = few.count == known.count || chosen.count == limit && chosen[limit - 1].logOdds >= least
    return (isSure ? chosen : choose(known, evidence, new, limit: limit)).map(\.suggestion)
  }

  /// The first distinct tags of those that the archive has and new ones.
  private func choose(
    _ known: [(logOdds: Double, label: Int)], _ evidence: [LabelEvidence], _ new: [Ranked], limit: Int
  ) -> [Ranked] {
    var ranked = new
    for (logOdds, label) in known {
      ranked.append(Ranked(tag: tags.labels[label], logOdds: logOdds, evidence: evidence[label]))
    }
    ranked.sort { $0.logOdds != $1.logOdds ? $0.logOdds > $1.logOdds : $0.tag < $1.tag }
    return Ranked.distinct(ranked, limit: limit)
  }

  /// How many times as many tags as are asked for are put in order.
  private static let rankedAtOnce = 3

  /// The labels of the greatest log odds, and those that have the last one's as well.
  /// - Complexity: O(*n*) for few of many.
  private static func first(
    _ count: Int, of all: [(logOdds: Double, label: Int)]
  ) -> [(logOdds: Double, label: Int)] {
    guard count < all.count else { return all }
    // The greatest ones so far, ascending.
    var best = all.prefix(count).map(\.logOdds).sorted()
    for one in all[count...] where one.logOdds > best[0] {
      var place = 0
      while place + 1 < best.count, best[place + 1] < one.logOdds {
        best[place] = best[place + 1]
        place += 1
      }
      best[place] = one.logOdds
    }
    return all.filter { $0.logOdds >= best[0] }
  }

  /// Categories of the archive that suit an article, by score, descending; the scores of all add up to 1.
  package func categorySuggestions(for features: ArticleFeatures, limit: Int) -> [CategorySuggestion] {
    categorySuggestions(for: features, neighbours(of: features), limit: limit)
  }

  private func categorySuggestions(
    for features: ArticleFeatures, _ neighbours: Neighbours, limit: Int
  ) -> [CategorySuggestion] {
    guard limit > 0 else { return [] }
    let evidence = evidence(features, categories, neighbours)
    let odds = evidence.indices.map { exp(min(max(logOdds(evidence[$0], categories, $0), -20), 20)) }
    let all = max(odds.reduce(0, +), .leastNormalMagnitude)
    return odds.indices.map {
      CategorySuggestion(category: categories.labels[$0], score: (odds[$0] / all * 10_000).rounded() / 10_000)
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.category < $1.category }.prefix(limit).map { $0 }
  }

  private func logOdds(_ evidence: LabelEvidence, _ labels: LabelModel, _ label: Int) -> Double {
    evidence.isSilent ? labels.silentOdds[label] : labels.logOdds(of: label, evidence)
  }
}

extension TagModel {
  /// The articles that are like one.
  private struct Neighbours {
    var similar: [SimilarArticles.Neighbour]
    var recent: [SimilarArticles.Neighbour]
    var code: [SimilarArticles.Neighbour]
  }

  /// How many neighbours of each kind vote.
  private static let similarCount = 30
  private static let recentCount = 8
  private static let codeCount = 15
  /// The similarity above which two articles may be one.
  private static let sameArticle: Float = 0.99
  /// The articles after which a neighbour counts half among the recent ones.
  private static let recentHalfLife: Float = 114

  private func neighbours(of features: ArticleFeatures) -> Neighbours {
    var similarities = words.similarities(to: features.wordVector)
    // An article of the archive is no neighbour of itself: its own tags are not what is asked for.
    var codeSimilarities = code.similarities(to: features.codeVector)
    for article in similarities.indices
    where similarities[article] > Self.sameArticle && articles[article].features == features {
      similarities[article] = 0
      codeSimilarities[article] = 0
    }
    let recent = zip(similarities, recency).map { $0 * $1 }
    return Neighbours(
      similar: SimilarArticles.nearest(similarities, count: Self.similarCount),
      recent: SimilarArticles.nearest(recent, count: Self.recentCount),
      code: SimilarArticles.nearest(codeSimilarities, count: Self.codeCount))
  }

  /// The evidence for each label.
  private func evidence(
    _ features: ArticleFeatures, _ labels: LabelModel, _ neighbours: Neighbours
  ) -> [LabelEvidence] {
    var evidence = [LabelEvidence](repeating: LabelEvidence(), count: labels.labels.count)
    vote(neighbours.similar, labels) { label, share in
      evidence[label].similar += share
      evidence[label].similarCount += 1
    }
    vote(neighbours.recent, labels) { evidence[$0].recent += $1 }
    vote(neighbours.code, labels) { evidence[$0].code += $1 }
    for (label, level, count) in labels.levels(of: features) {
      evidence[label].level = level
      evidence[label].mentions = count
    }
    return evidence
  }

  /// Hands out each neighbour's labels with the neighbour's share in the vote.
  private func vote(
    _ neighbours: [SimilarArticles.Neighbour], _ labels: LabelModel, _ take: (Int, Float) -> Void
  ) {
    let weights = neighbours.map { $0.similarity * $0.similarity.squareRoot() }
    let all = max(weights.reduce(0, +), .leastNormalMagnitude)
    for (neighbour, weight) in zip(neighbours, weights) {
      for label in labels.labelsOfArticles[neighbour.article] { take(label, weight / all) }
    }
  }
}
