internal import Annotation
package import ArchiveAnalysis
internal import GRDB

/// An article that a search found.
package struct SearchHit: Equatable, Sendable {
  /// The article.
  package let card: ArticleCard
  /// Okapi BM25, 0 or more; 0 where no words were asked for.
  package let score: Double
}

/// Words that stand one behind the other, in the form in which the index has them.
package struct WordPhrase: Hashable, Sendable {
  /// The words.
  package let words: [String]

  /// Reads words that spaces part, as `ArticleAnalyzer.wordForms(of:)` gives them.
  package init(forms: [UInt8]) {
    words = String(decoding: forms, as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// The phrase in FTS5's syntax; a word holds no quotation mark.
  var match: String { "\"\(words.joined(separator: " "))\"" }
}

extension ArchiveIndex {
  /// Finds articles.
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - limit: The most hits.
  ///   - phrase: Gives the words of a text of the query; a text without words is left out.
  /// - Returns: The best hits, by BM25, then day (the newest first), then path; and how many articles match in all.
  package func search(
    _ query: SearchQuery, limit: Int, phrase: (String) throws -> WordPhrase
  ) throws -> (hits: [SearchHit], total: Int) {
    let plan = try SearchPlan(query, phrase)
    let isPublished = try isPublished()
    return try read { database in
      let reader = try SearchReader(database, path, usesLists: isPublished)
      let found = try reader.found(plan)
      return (try SearchRanking(database, path).best(found, limit), found.count)
    }
  }
}
