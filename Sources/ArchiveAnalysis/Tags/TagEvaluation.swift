package import ArticleAnalysis

/// How often a model that learned from an archive's older articles finds the tags of its newest.
package struct TagEvaluation: Sendable {
  /// The figures of one kind of label.
  package struct Figures: Equatable, Sendable {
    /// The articles that were learned from.
    package var learned = 0
    /// The articles that were asked for.
    package var asked = 0
    /// The mean over the asked of the average precision of the first ten suggestions.
    package var meanAveragePrecision = 0.0
    /// The mean share of an article's labels that are among the first five.
    package var recallAtFive = 0.0
    /// The share of articles whose first suggestion is one of their labels.
    package var firstIsRight = 0.0
    /// The mean score of the first suggestion: with calibrated scores it is near `firstIsRight`.
    package var meanFirstScore = 0.0
  }

  /// An asked article: its path, its own tags, and what was suggested.
  package struct Answer: Equatable, Sendable {
    package let path: String
    package let tags: [String]
    package let suggestions: [TagSuggestion]
  }

  /// The suggestions that are looked at.
  private static let depth = 10
  private static let shortDepth = 5

  /// The figures of tags.
  package private(set) var tags = Figures()
  /// The figures of categories.
  package private(set) var categories = Figures()
  /// What was answered for each asked article that has tags, oldest first.
  package private(set) var answers: [Answer] = []
  /// What the model found odd about the tags of the older articles.
  package private(set) var findings: TagFindings

  /// Learns from the older share of the articles that have tags and asks for the rest; the same for categories.
  /// - Parameter share: The share that is learned from, 0 to 1.
  package init(_ articles: [TaggedArticle], share: Double = 0.8) {
    let sorted = articles.sorted { left, right in
      let dates = (left.date ?? "", right.date ?? "")
      return dates.0 != dates.1 ? dates.0 < dates.1 : left.path < right.path
    }
    let tagged = sorted.filter { !$0.tags.isEmpty }
    let cut = Int(Double(tagged.count) * share)
    let model = TagModel(learning: Array(tagged[..<cut]))
    findings = model.findings
    answers = tagged[cut...].map {
      Answer(path: $0.path, tags: $0.tags, suggestions: model.suggestions(for: $0.features, limit: Self.depth))
    }
    tags = Self.figures(
      learned: cut, answers.map { ($0.tags, $0.suggestions.map(\.tag), $0.suggestions.first?.score ?? 0) })
    let filed = sorted.filter { !$0.categories.isEmpty }
    let filedCut = Int(Double(filed.count) * share)
    let filing = TagModel(learning: Array(filed[..<filedCut]))
    categories = Self.figures(
      learned: filedCut,
      filed[filedCut...].map { article in
        let suggestions = filing.categorySuggestions(for: article.features, limit: Self.depth)
        return (article.categories, suggestions.map(\.category), suggestions.first?.score ?? 0)
      })
  }

  private static func figures(
    learned: Int, _ answers: [(labels: [String], suggestions: [String], firstScore: Double)]
  ) -> Figures {
    var figures = Figures()
    figures.learned = learned
    figures.asked = answers.count
    guard !answers.isEmpty else { return figures }
    for answer in answers {
      let labels = Set(answer.labels)
      var hits = 0
      var sum = 0.0
      for (order, suggestion) in answer.suggestions.prefix(depth).enumerated() where labels.contains(suggestion) {
        hits += 1
        sum += Double(hits) / Double(order + 1)
      }
      figures.meanAveragePrecision += sum / Double(min(labels.count, depth))
      let found = answer.suggestions.prefix(shortDepth).count { labels.contains($0) }
      figures.recallAtFive += Double(found) / Double(labels.count)
      if let first = answer.suggestions.first, labels.contains(first) { figures.firstIsRight += 1 }
      figures.meanFirstScore += answer.firstScore
    }
    let count = Double(answers.count)
    figures.meanAveragePrecision /= count
    figures.recallAtFive /= count
    figures.firstIsRight /= count
    figures.meanFirstScore /= count
    return figures
  }
}
