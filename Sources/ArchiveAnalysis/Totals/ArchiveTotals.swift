import Annotation
import ArticleSource
import TextCore

/// The totals of an archive while they are being counted.
///
/// Whole numbers only: totals of two halves merge to those of the whole, in any order, and one worker and eight come to
/// the same. What a reader sees is the ``ArchiveSummary``, which ``finish()`` makes.
package struct ArchiveTotals: Sendable {
  /// What articles of a month, or all of them, come to.
  struct Group: Sendable {
    var articles = 0
    var sums = TextSums()
    /// The sum of the articles' scores, in ten-thousandths.
    var score = 0
    /// How many articles judge how, in the order of `Polarity`.
    var polarities = [Int](repeating: 0, count: Polarity.allCases.count)

    mutating func add(_ figures: ArticleFigures) {
      articles += 1
      sums.add(figures.sums)
      score += figures.score
      if let index = Polarity.allCases.firstIndex(of: figures.polarity) { polarities[index] += 1 }
    }

    mutating func merge(_ other: Group) {
      articles += other.articles
      sums.add(other.sums)
      score += other.score
      for index in polarities.indices { polarities[index] += other.polarities[index] }
    }
  }

  var whole = Group()
  /// By the month as `2025-11`.
  var months: [String: Group] = [:]
  var firstDay: String?
  var lastDay: String?
  /// How many articles take how many seconds to read.
  var readingTimes: [Int: Int] = [:]
  var formats = Tally()
  var terms = Tally(variantCount: Term.Kind.allCases.count)
  /// What terms weigh in the articles that list them, in ten-thousandths.
  var weights = Tally()
  /// One for each type of entity that is a name.
  var names: [Tally]
  var tags = Tally()
  var categories = Tally()
  var suggestedTags = Tally()
  var deals = Tally()
  var emotions = Tally()
  var diagnostics = Tally()

  /// Nothing counted.
  package init() {
    names = EntityType.allCases.map { _ in Tally(variantCount: OrganizationKind.allCases.count + 1) }
  }

  /// Counts an article.
  package mutating func add(_ article: ArticleFigures) {
    whole.add(article)
    if let day = article.day {
      months[String(day.prefix(7)), default: Group()].add(article)
      firstDay = min(firstDay ?? day, day)
      lastDay = max(lastDay ?? day, day)
    }
    readingTimes[article.sums.readingSeconds, default: 0] += 1
    formats.add(article.format.rawValue, count: 1)
    for term in article.terms {
      terms.add(term.term, count: term.count, variant: Term.Kind.allCases.firstIndex(of: term.kind) ?? 0)
    }
    for (term, score) in article.weights { weights.add(term, count: score) }
    for name in article.names {
      let kind = name.kind.flatMap { OrganizationKind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      names[Self.order(name.type)].add(name.name, count: name.count, variant: kind)
    }
    Self.count(article.tags, in: &tags)
    Self.count(article.categories, in: &categories)
    Self.count(article.suggestedTags, in: &suggestedTags)
    Self.count(article.deals.map(Self.text), in: &deals)
    for (emotion, count) in article.emotions { emotions.add(emotion.rawValue, count: count) }
    for (code, count) in article.diagnostics { diagnostics.add(code, count: count) }
  }

  /// Adds the totals of other articles.
  package mutating func merge(_ other: ArchiveTotals) {
    whole.merge(other.whole)
    months.merge(other.months) { left, right in
      var sum = left
      sum.merge(right)
      return sum
    }
    firstDay = [firstDay, other.firstDay].compactMap { $0 }.min()
    lastDay = [lastDay, other.lastDay].compactMap { $0 }.max()
    readingTimes.merge(other.readingTimes, uniquingKeysWith: +)
    formats.merge(other.formats)
    terms.merge(other.terms)
    weights.merge(other.weights)
    for index in names.indices { names[index].merge(other.names[index]) }
    tags.merge(other.tags)
    categories.merge(other.categories)
    suggestedTags.merge(other.suggestedTags)
    deals.merge(other.deals)
    emotions.merge(other.emotions)
    diagnostics.merge(other.diagnostics)
  }

  /// The place of a type in `names`.
  static func order(_ type: EntityType) -> Int { EntityType.allCases.firstIndex(of: type) ?? 0 }

  /// Counts each of an article's strings once for the article.
  private static func count(_ strings: [String], in tally: inout Tally) {
    guard !strings.isEmpty else { return }
    let sorted = strings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var start = 0
    for index in sorted.indices
    where index + 1 == sorted.count || !sorted[index].utf8.elementsEqual(sorted[index + 1].utf8) {
      tally.add(sorted[index], count: index + 1 - start)
      start = index + 1
    }
  }

  /// What parts the fields of a deal in its tally; no name holds it.
  static let separator: Character = "\u{1F}"

  private static func text(_ deal: ArticleFigures.Deal) -> String {
    deal.type.rawValue + String(separator) + deal.from + String(separator) + (deal.to ?? "")
  }
}
