package import ArticleSource
package import TextCore

/// What a review knows of a post, for the archive's review to go on with.
package struct ReviewedPost: Sendable {
  /// How far a text bears a tag out.
  package enum TagSupport: Sendable {
    /// The tag, or all of its words, are in the title or the body.
    case whole
    /// Some of its words are.
    case part
    /// None is.
    case none
  }

  /// A tag of the post.
  package struct Tag: Sendable {
    /// The tag as it is written.
    package let name: String
    /// The tag in NFKC.
    package let plain: String
    /// Where.
    package let position: TextPosition
    /// Whether the text bears it out.
    package let support: TagSupport
  }

  /// The path of the file.
  package let path: String
  /// What the front matter says; `nil` where there is none.
  package let matter: FrontMatter?
  /// The title, of the front matter or of the body.
  package let title: String?
  /// The title's letters, to compare.
  package let titleLetters: [UInt32]
  /// The tags.
  package let tags: [Tag]
  /// For each of the archive's frequent tags whether the text holds it.
  package let frequentTags: [Bool]
  /// The words that the text is made of, by number, ascending, with how often they stand there.
  package let words: [(word: UInt64, count: Int)]
  /// What is left of excerpt and description without the title's words: the frame.
  package let frames: [FrontMatterEditableField: SummaryFrame]
  /// The reading time by kiji's estimate, where the post gives one.
  package let estimate: ReadingTime?
  /// Whether a date is given, in the front matter or in the file's name.
  package let hasDate: Bool
  /// Where the values stand.
  package let positions: [FrontMatterEditableField: TextPosition]
  /// Where the title stands.
  package let titlePosition: TextPosition
  /// What was found by the post alone.
  package let findings: [FrontMatterFinding]

  /// Whether the post has a value for the field.
  package func has(_ field: FrontMatterEditableField) -> Bool {
    switch field {
    case .excerpt: matter?.excerpt != nil
    case .description: matter?.description != nil
    case .tags: matter?.tags.isEmpty == false
    case .categories: matter?.categories.isEmpty == false
    case .readingTime: matter?.readingTime != nil
    }
  }
}

/// A text with the title's words taken out.
package struct SummaryFrame: Sendable {
  /// What is left, a mark for each run of the title's words.
  package let text: String
  /// Letters left.
  package let letterCount: Int
  /// Letters that were the title's.
  package let coveredCount: Int
}

/// Words of findings that several rules share.
package enum ReviewMessage {
  /// A field's name in messages.
  package static func name(_ field: FrontMatterEditableField) -> String {
    switch field {
    case .excerpt: "抜粋"
    case .description: "説明文"
    case .tags: "タグ"
    case .categories: "カテゴリー"
    case .readingTime: "読了時間"
    }
  }

  /// The finding of a field that is missing.
  package static func missing(_ field: FrontMatterEditableField) -> (rule: FrontMatterRule, message: String)? {
    switch field {
    case .excerpt: (.excerptMissing, "抜粋（excerpt）がありません。記事の要点を60〜120字で書いてください。")
    case .description: (.descriptionMissing, "説明文（description）がありません。検索結果に出る説明を80〜160字で書いてください。")
    case .tags: (.tagsMissing, "タグ（tags）がありません。この記事を探す人が使う語を3〜6個付けてください。")
    case .categories, .readingTime: nil
    }
  }

  /// The finding of a tag that the text does not bear out.
  package static func unsupported(_ tag: String) -> String {
    "タグ「\(tag)」に当たる語が本文にも題名にもありません。記事の内容と違うタグなら外してください。"
  }
}

extension ReviewedPost {
  /// A finding by `rule`; `nil` where the rule is off.
  package static func finding(
    _ rule: FrontMatterRule, _ message: String, at position: TextPosition, field: FrontMatterEditableField? = nil,
    tag: String? = nil, replacement: String? = nil, _ settings: FrontMatterReviewSettings
  ) -> FrontMatterFinding? {
    settings.severity(of: rule).map {
      FrontMatterFinding(
        code: rule.code, severity: $0, message: message, position: position, field: field, tag: tag,
        replacement: replacement)
    }
  }

  /// The findings of the post alone, without an archive to compare it with.
  package func findingsAlone(_ settings: FrontMatterReviewSettings) -> [FrontMatterFinding] {
    guard matter != nil else { return findings }
    var all = findings
    for field in FrontMatterEditableField.allCases where isMissingAlone(field, settings) {
      guard let (rule, message) = ReviewMessage.missing(field) else { continue }
      all += [Self.finding(rule, message, at: TextPosition(line: 1, column: 1), field: field, settings)].compactMap {
        $0
      }
    }
    for tag in tags where tag.support == .none {
      all += [
        Self.finding(
          .tagUnsupported, ReviewMessage.unsupported(tag.name), at: tag.position, field: .tags, tag: tag.name, settings)
      ].compactMap { $0 }
    }
    all += variantsAlone(settings)
    if !hasDate { all += [missingDate(settings)].compactMap { $0 } }
    return all.inOrder
  }

  /// Tags that are spelled twice in the post, or in a width that nobody types into a search box.
  private func variantsAlone(_ settings: FrontMatterReviewSettings) -> [FrontMatterFinding] {
    var firsts: [String: String] = [:]
    var found: [FrontMatterFinding?] = []
    for tag in tags {
      let first = firsts[TagSpelling.key(tag.plain)]
      firsts[TagSpelling.key(tag.plain)] = first ?? tag.plain
      if let first {
        found.append(
          Self.finding(
            .tagVariant, "タグ「\(tag.name)」は「\(first)」の表記違いです。どちらかに揃えてください。", at: tag.position, field: .tags,
            tag: tag.name, replacement: first, settings))
      } else if tag.plain != tag.name {
        found.append(
          Self.finding(
            .tagVariant, "タグ「\(tag.name)」は「\(tag.plain)」と書くのが普通です。揃えてください。", at: tag.position, field: .tags,
            tag: tag.name,
            replacement: tag.plain, settings))
      }
    }
    return found.compactMap { $0 }
  }

  /// The finding of a missing date.
  package func missingDate(_ settings: FrontMatterReviewSettings) -> FrontMatterFinding? {
    Self.finding(
      .dateMissing, "日付がありません。「date: 2025-11-02」のように公開日を書いてください。", at: TextPosition(line: 1, column: 1), settings)
  }

  /// Whether a field is missing that a post without archive should have: an excerpt or a description, and tags.
  package func isMissingAlone(_ field: FrontMatterEditableField, _ settings: FrontMatterReviewSettings) -> Bool {
    if let required = settings.requiredFields { return required.contains(field) && !has(field) }
    switch field {
    case .excerpt: return !has(.excerpt) && !has(.description)
    case .tags: return !has(.tags)
    case .description, .categories, .readingTime: return false
    }
  }
}

extension [FrontMatterFinding] {
  /// The findings in the order of the text.
  package var inOrder: [FrontMatterFinding] {
    sorted { left, right in
      (left.position.line, left.position.column, left.code.name, left.message)
        < (right.position.line, right.position.column, right.code.name, right.message)
    }
  }
}
