internal import ArticleAnalysis

/// What findings of front matters are called, by their codes.
enum FindingLabels {
  /// The name of a code; the code itself where it has none.
  static func text(_ code: String, _ context: PageContext) -> String {
    phrases[code].map { context.text($0) } ?? code
  }

  private static let phrases = Dictionary(
    FrontMatterRule.allCases.map { ("front-matter." + $0.rawValue, $0.phrase) }, uniquingKeysWith: { first, _ in first }
  )
}

extension FrontMatterRule {
  fileprivate var phrase: Phrase {
    switch self {
    case .excerptMissing: Phrase("抜粋がない", "No excerpt")
    case .excerptTemplated: Phrase("抜粋が決まり文句", "The excerpt is a template")
    case .excerptTitle: Phrase("抜粋が題名の繰り返し", "The excerpt repeats the title")
    case .excerptFiller: Phrase("抜粋が前置きで始まる", "The excerpt begins with an aside")
    case .excerptMarkup: Phrase("抜粋に記法が混じる", "Markup in the excerpt")
    case .excerptCut: Phrase("抜粋が途中で切れている", "The excerpt is cut off")
    case .excerptTooLong: Phrase("抜粋が長すぎる", "The excerpt is too long")
    case .excerptUnsupported: Phrase("抜粋が本文と合わない", "The excerpt says what the body does not")
    case .descriptionMissing: Phrase("説明文がない", "No description")
    case .descriptionTemplated: Phrase("説明文が決まり文句", "The description is a template")
    case .descriptionTitle: Phrase("説明文が題名の繰り返し", "The description repeats the title")
    case .descriptionFiller: Phrase("説明文が前置きで始まる", "The description begins with an aside")
    case .descriptionMarkup: Phrase("説明文に記法が混じる", "Markup in the description")
    case .descriptionCut: Phrase("説明文が途中で切れている", "The description is cut off")
    case .descriptionTooLong: Phrase("説明文が長すぎる", "The description is too long")
    case .descriptionUnsupported: Phrase("説明文が本文と合わない", "The description says what the body does not")
    case .tagsMissing: Phrase("タグがない", "No tags")
    case .tagUnsupported: Phrase("本文に見当たらないタグ", "A tag that the text does not bear out")
    case .tagNearDuplicate: Phrase("よく似たタグがある", "A tag is nearly another one")
    case .tagVariant: Phrase("タグの表記違い", "A tag is spelled differently")
    case .tagPasted: Phrase("どの記事にも付けられたタグ", "A tag pasted on everything")
    case .categoryImplausible: Phrase("カテゴリーが内容と合わない", "The category does not fit")
    case .readingTimeOff: Phrase("読了時間が合わない", "The reading time is off")
    case .readingTimeConstant: Phrase("読了時間が一律", "The reading time is a constant")
    case .dateMissing: Phrase("日付がない", "No date")
    case .dateFuture: Phrase("日付が先の日", "The date has not come yet")
    case .titleMissing: Phrase("題名がない", "No title")
    case .titleTooLong: Phrase("題名が長すぎる", "The title is too long")
    case .titleCut: Phrase("題名が途中で切れている", "The title is cut off")
    case .titleDuplicate: Phrase("同じ題名の記事がある", "Another article has the same title")
    }
  }
}
