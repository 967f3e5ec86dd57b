package import ArchiveAnalysis
package import ArchiveIndex
package import TextCore

/// Finds articles of an archive by what people type.
package struct ArchiveSearch {
  private let kiji: Kiji
  private let index: ArchiveIndex

  /// What was found.
  package struct Answer: Sendable {
    /// The best hits, the best first.
    package let hits: [SearchHit]
    /// How many articles match in all.
    package let total: Int
    /// The words that were asked for, to show where they stand.
    package let phrases: [WordPhrase]
  }

  /// A search of an index, by the dictionary that it was analyzed with.
  package init(kiji: Kiji, index: ArchiveIndex) {
    self.kiji = kiji
    self.index = index
  }

  /// Reads what was typed.
  package static func query(_ text: String) throws(SearchFailure) -> SearchQuery {
    do {
      return try SearchQuery(text)
    } catch {
      throw .query(error)
    }
  }

  /// Finds articles.
  /// - Throws: `SearchFailure.noWords` where the query has words, but none that the index has; errors of the index.
  package func answer(to query: SearchQuery, limit: Int) throws -> Answer {
    var known: [String: WordPhrase] = [:]
    func phrase(_ text: String) throws -> WordPhrase {
      if let phrase = known[text] { return phrase }
      let phrase = WordPhrase(forms: try kiji.wordForms(of: text))
      known[text] = phrase
      return phrase
    }
    let found = try index.search(query, limit: limit, phrase: phrase)
    let phrases = try query.wantedTexts.map(phrase).filter { !$0.words.isEmpty }
    guard !phrases.isEmpty || query.wantedTexts.isEmpty else { throw SearchFailure.noWords }
    return Answer(hits: found.hits, total: found.total, phrases: phrases)
  }
}

/// Why a search cannot be made.
package enum SearchFailure: DescribedError, Equatable {
  /// What was typed cannot be understood.
  case query(SearchQueryError)
  /// It has nothing but particles and signs.
  case noWords

  /// The stable code.
  package var code: DiagnosticCode {
    switch self {
    case .query: DiagnosticCode("search.query")
    case .noWords: DiagnosticCode("search.no-words")
    }
  }

  /// What was found, and what to do.
  package var message: String {
    switch self {
    case .query(let error): Self.message(error)
    case .noWords: "検索式に、索引で探せる語がありません。助詞や記号だけでなく、名詞や動詞を書いてください。"
    }
  }

  private static func message(_ error: SearchQueryError) -> String {
    switch error {
    case .empty: "検索式が空です。探したい語を書いてください。"
    case .tooLong(let limit): "検索式が長すぎます。\(limit)字までにしてください。"
    case .tooDeep(let limit): "検索式のかっこが深すぎます。\(limit)重までにしてください。"
    case .unbalanced(let sign, _): "検索式の「\(sign)」に対になる記号がありません。"
    case .missingOperand(let word): "検索式の \(word) の前後には語が必要です。"
    case .missingValue(let field): "検索式の \(field.rawValue): のあとに値を書いてください。"
    case .badDate(let text):
      "「\(text)」は日付として読めません。date:2025、date:2025-11、date:2025-11-02、date:2025-11..2026-01 のように書いてください。"
    }
  }
}
