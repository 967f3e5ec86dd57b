/// What a review found in the front matters of an archive.
package struct FindingSummary: Equatable, Sendable {
  /// The findings of one code.
  package struct Code: Equatable, Sendable {
    /// The stable code, `front-matter.excerpt-title`.
    package let code: String
    /// How many findings, in how many articles.
    package let count, articles: Int
    /// The first articles with one, with what was found.
    package let examples: [(article: ArticleEntry, message: String)]

    /// Creates the findings of a code.
    package init(code: String, count: Int, articles: Int, examples: [(article: ArticleEntry, message: String)]) {
      (self.code, self.count, self.articles, self.examples) = (code, count, articles, examples)
    }

    package static func == (left: Code, right: Code) -> Bool {
      left.code == right.code && left.count == right.count && left.articles == right.articles
        && left.examples.elementsEqual(right.examples) { $0.article == $1.article && $0.message == $1.message }
    }
  }

  /// The codes, those with most articles first.
  package let codes: [Code]
  /// Articles that were looked at.
  package let checked: Int
  /// Articles whose file is not there any more, or is not as it was analyzed.
  package let unchecked: Int

  /// Creates a summary.
  package init(codes: [Code], checked: Int, unchecked: Int) {
    (self.codes, self.checked, self.unchecked) = (codes, checked, unchecked)
  }
}

/// What a review found in one article's front matter.
package struct ArticleFinding: Equatable, Sendable {
  package let code: String
  package let message: String
  package let line: Int

  /// Creates a finding.
  package init(code: String, message: String, line: Int) {
    (self.code, self.message, self.line) = (code, message, line)
  }
}
