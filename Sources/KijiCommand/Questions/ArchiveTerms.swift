import Annotation
import ArchiveAnalysis
import ArchiveIndex
import Foundation
import Reporting

/// The terms of an archive, or what is typical of a part of it.
struct ArchiveTerms {
  /// The articles of the part; `nil` for all.
  let period: DatePeriod?
  let tag: String?
  let limit: Int

  /// A term that stands in fewer articles of the part says nothing of it.
  private static let minimumArticles = 2

  private struct Entry {
    let term: String
    let kind: Term.Kind
    /// Counts and articles in the part, and in the rest.
    var own = (count: 0, articles: 0)
    var other = (count: 0, articles: 0)
  }

  func table(_ index: ArchiveIndex) throws -> AnswerTable {
    let articles = try index.articlesByDay()
    let labelled = try tag.map { try index.articles(labelled: $0) }
    let isOwn = articles.map { article in
      (period.map { period in article.day.map(period.contains) ?? false } ?? true)
        && (labelled?.contains(article.id) ?? true)
    }
    var entries: [Entry] = []
    var numbers: [String: Int] = [:]
    var sizes = (own: 0, other: 0)
    try index.forEachTerms(of: articles.map(\.id)) { place, terms in
      for term in terms where term.kind != .verb && term.kind != .adjective {
        let number = numbers[term.term] ?? entries.count
        if number == entries.count {
          numbers[term.term] = number
          entries.append(Entry(term: term.term, kind: term.kind))
        }
        if isOwn[place] {
          entries[number].own.count += term.count
          entries[number].own.articles += 1
          sizes.own += term.count
        } else {
          entries[number].other.count += term.count
          entries[number].other.articles += 1
          sizes.other += term.count
        }
      }
    }
    let isPart = period != nil || tag != nil
    return isPart
      ? keyness(entries, sizes, articles: isOwn.count { $0 }, of: articles.count)
      : frequencies(entries, articles: articles.count)
  }

  private func frequencies(_ entries: [Entry], articles: Int) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.terms/1", rowsKey: "terms",
      columns: [
        .init("term", "語"), .init("kind", nil), .init("count", "回数"), .init("articles", "記事数"),
        .init("tfidf", "TF-IDF"),
      ], nothing: "語がありません。")
    table.facts = [.init("articles", .integer(articles))]
    let weighted = entries.map { Self.weighted($0, articles: articles) }.sorted { left, right in
      if left.weight != right.weight { return left.weight > right.weight }
      let counts = (left.entry.own.count, right.entry.own.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left.entry.term < right.entry.term
    }
    table.rows = weighted.prefix(limit).map { entry, weight -> [AnswerValue] in
      [
        .text(entry.term), .text(entry.kind.rawValue), .integer(entry.own.count), .integer(entry.own.articles),
        .score(weight),
      ]
    }
    return table
  }

  /// An entry with its tf·idf over the archive.
  private static func weighted(_ entry: Entry, articles: Int) -> (entry: Entry, weight: Double) {
    let holding = max(entry.own.articles + entry.other.articles, 1)
    return (entry, Double(entry.own.count) * log(Double(articles) / Double(holding)))
  }

  private func keyness(_ entries: [Entry], _ sizes: (own: Int, other: Int), articles: Int, of all: Int) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.keyness/1", rowsKey: "terms",
      columns: [
        .init("term", "語"), .init("kind", nil), .init("count", "回数"), .init("articles", "記事数"),
        .init("otherCount", "ほかの回数"), .init("otherArticles", "ほかの記事数"), .init("tfidf", "TF-IDF"),
        .init("keyness", "特徴度"), .init("logRatio", "対数比"),
      ], nothing: "その期間やタグの記事に特徴的な語はありません。")
    table.facts = [
      .init("articles", .integer(articles)), .init("otherArticles", .integer(all - articles)),
    ]
    var compared: [(entry: Entry, keyness: Keyness)] = []
    for entry in entries where entry.own.articles >= Self.minimumArticles {
      let keyness = Keyness(entry.own.count, of: sizes.own, entry.other.count, of: sizes.other)
      if keyness.logLikelihood > 0 { compared.append((entry, keyness)) }
    }
    compared.sort { left, right in
      let weights = (left.keyness.logLikelihood, right.keyness.logLikelihood)
      return weights.0 != weights.1 ? weights.0 > weights.1 : left.entry.term < right.entry.term
    }
    for (entry, keyness) in compared.prefix(limit) {
      table.rows.append([
        .text(entry.term), .text(entry.kind.rawValue), .integer(entry.own.count), .integer(entry.own.articles),
        .integer(entry.other.count), .integer(entry.other.articles),
        .score(Self.weighted(entry, articles: all).weight), .score(keyness.logLikelihood), .score(keyness.logRatio),
      ])
    }
    return table
  }
}
