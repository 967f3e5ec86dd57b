package import Annotation

/// What is to be told of an archive as a whole: sorted, rounded and final.
package struct ArchiveSummary: Equatable, Sendable {
  /// Articles of a month, or all of them.
  package struct Group: Equatable, Sendable {
    /// The number of articles.
    package let articles: Int
    /// Their sums.
    package let sums: TextSums
    /// The mean of the articles' scores, -1 to 1.
    package let score: Double
    /// How many articles judge how, in the order of `Polarity`.
    package let polarities: [Int]
  }

  /// A month, and what came out in it.
  package struct Month: Equatable, Sendable {
    /// The month as `2025-11`.
    package let month: String
    /// Its articles.
    package let group: Group
  }

  /// A string, how often it was counted, and in how many articles.
  package struct Count: Equatable, Sendable {
    /// The string.
    package let text: String
    /// How often it was counted.
    package let count: Int
    /// In how many articles.
    package let articles: Int
  }

  /// A term.
  package struct TermCount: Equatable, Sendable {
    /// The term.
    package let term: String
    /// Its kind in most articles.
    package let kind: Term.Kind
    /// How often it stands on its own.
    package let count: Int
    /// In how many articles.
    package let articles: Int
    /// Its weight, above 0 up to 1; the archive's heaviest term has 1.
    package let score: Double
  }

  /// Something that is named.
  package struct NameCount: Equatable, Sendable {
    /// The name.
    package let name: String
    /// What it is.
    package let type: EntityType
    /// The kind of organization in most articles.
    package let kind: OrganizationKind?
    /// The number of mentions.
    package let count: Int
    /// In how many articles.
    package let articles: Int
  }

  /// A deal, in however many articles it is told of.
  package struct DealCount: Equatable, Sendable {
    /// The kind.
    package let type: RelationType
    /// Who acts.
    package let from: String
    /// Who is acted on.
    package let to: String?
    /// How often it is told.
    package let count: Int
    /// In how many articles.
    package let articles: Int
  }

  /// All articles.
  package let whole: Group
  /// The first and the last day that an article has as its date.
  package let days: (first: String, last: String)?
  /// The seconds that the middle article takes to read; of two in the middle the shorter one.
  package let medianReadingSeconds: Int
  /// The forms of the articles.
  package let formats: [Count]
  /// The months in order; none for articles without a date.
  package let months: [Month]
  /// The number of distinct terms.
  package let distinctTerms: Int
  /// The terms that the archive is about, the heaviest first.
  package let terms: [TermCount]
  /// The names in most articles.
  package let names: [NameCount]
  /// The tags that authors gave.
  package let tags: [Count]
  /// The categories that authors gave.
  package let categories: [Count]
  /// The tags that kiji suggests.
  package let suggestedTags: [Count]
  /// The deals told in most articles.
  package let deals: [DealCount]
  /// The feelings that words speak of.
  package let emotions: [Count]
  /// The codes of the diagnostics.
  package let diagnostics: [Count]

  package static func == (left: Self, right: Self) -> Bool {
    left.whole == right.whole && left.days?.first == right.days?.first && left.days?.last == right.days?.last
      && left.medianReadingSeconds == right.medianReadingSeconds && left.formats == right.formats
      && left.months == right.months && left.distinctTerms == right.distinctTerms && left.terms == right.terms
      && left.names == right.names && left.tags == right.tags && left.categories == right.categories
      && left.suggestedTags == right.suggestedTags && left.deals == right.deals && left.emotions == right.emotions
      && left.diagnostics == right.diagnostics
  }
}

extension ArchiveTotals {
  /// The most terms, names and deals of a summary.
  package static let listLimit = 500

  /// The summary of what was counted.
  /// - Complexity: O(*n* log *n*) in distinct strings.
  package func finish() -> ArchiveSummary {
    ArchiveSummary(
      whole: Self.finish(whole), days: firstDay.flatMap { first in lastDay.map { (first, $0) } },
      medianReadingSeconds: medianReadingSeconds, formats: Self.finish(formats, limit: 0),
      months: months.keys.sorted().compactMap { month in
        months[month].map { ArchiveSummary.Month(month: month, group: Self.finish($0)) }
      },
      distinctTerms: terms.count,
      terms: finishedTerms,
      names: finishedNames, tags: Self.finish(tags, limit: 0), categories: Self.finish(categories, limit: 0),
      suggestedTags: Self.finish(suggestedTags, limit: Self.listLimit), deals: finishedDeals,
      emotions: Self.finish(emotions, limit: 0), diagnostics: Self.finish(diagnostics, limit: 0))
  }

  /// The terms that weigh most in the articles that list them, taken together: what the archive is about is what its
  /// articles are about. General nouns stand in more articles, but weigh little in each.
  private var finishedTerms: [ArchiveSummary.TermCount] {
    let heaviest = weights.heaviest(limit: Self.listLimit)
    let most = Double(max(heaviest.first?.count ?? 1, 1))
    return heaviest.compactMap { weighed in
      guard weighed.count > 0, let term = terms.entry(of: weighed.text) else { return nil }
      return ArchiveSummary.TermCount(
        term: term.text, kind: Term.Kind.allCases[term.variant], count: term.count, articles: term.articles,
        score: Double(weighed.count) / most)
    }
  }

  private static func finish(_ group: Group) -> ArchiveSummary.Group {
    ArchiveSummary.Group(
      articles: group.articles, sums: group.sums,
      score: group.articles == 0 ? 0 : Double(group.score) / Double(group.articles) / 10_000,
      polarities: group.polarities)
  }

  private static func finish(_ tally: Tally, limit: Int) -> [ArchiveSummary.Count] {
    tally.ranked(limit: limit).map { ArchiveSummary.Count(text: $0.text, count: $0.count, articles: $0.articles) }
  }

  private var medianReadingSeconds: Int {
    var left = (whole.articles + 1) / 2
    for seconds in readingTimes.keys.sorted() {
      left -= readingTimes[seconds] ?? 0
      if left <= 0 { return seconds }
    }
    return 0
  }

  private var finishedNames: [ArchiveSummary.NameCount] {
    var found: [ArchiveSummary.NameCount] = []
    for type in EntityType.allCases {
      for entry in names[Self.order(type)].ranked(limit: Self.listLimit) {
        found.append(
          ArchiveSummary.NameCount(
            name: entry.text, type: type,
            kind: entry.variant == 0 ? nil : OrganizationKind.allCases[entry.variant - 1],
            count: entry.count, articles: entry.articles))
      }
    }
    let order = found.indices.sorted { left, right in
      let (first, second) = (found[left], found[right])
      if first.articles != second.articles { return first.articles > second.articles }
      if first.count != second.count { return first.count > second.count }
      // By type, and within one by the bytes of the name.
      return left < right
    }
    return order.prefix(Self.listLimit).map { found[$0] }
  }

  private var finishedDeals: [ArchiveSummary.DealCount] {
    deals.ranked(limit: Self.listLimit).compactMap { entry in
      let fields = entry.text.split(separator: Self.separator, omittingEmptySubsequences: false)
      guard fields.count == 3, let type = RelationType(rawValue: String(fields[0])) else { return nil }
      return ArchiveSummary.DealCount(
        type: type, from: String(fields[1]), to: fields[2].isEmpty ? nil : String(fields[2]), count: entry.count,
        articles: entry.articles)
    }
  }
}
