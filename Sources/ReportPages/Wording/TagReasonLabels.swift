internal import ArticleAnalysis

/// Why a tag is suggested, in the page's language.
enum TagReasonLabels {
  /// The reasons of a suggestion; as they are where they cannot be read back.
  static func text(_ suggestion: TagSuggestion, _ context: PageContext) -> String {
    guard context.language != .japanese,
      let reasons = TagReason.reasons(in: suggestion.reason, tag: suggestion.tag)
    else { return suggestion.reason }
    return reasons.map { $0.text(context) }.joined(separator: context.text(.and))
  }
}

extension TagReason {
  fileprivate func text(_ context: PageContext) -> String {
    switch self {
    case .inTitle: context.text(Phrase(text, "in the title"))
    case .inHeading: context.text(Phrase(text, "in a heading"))
    case .mentioned(Self.mostCounted): context.text(Phrase(text, "%1 times or more in the text"), "\(Self.mostCounted)")
    case .mentioned(let count): context.text(Phrase(text, "%1 time(s) in the text"), String(count))
    case .inCode: context.text(Phrase(text, "in code or links"))
    case .similar(let count, let tag): context.text(Phrase(text, "like %1 article(s) tagged %2"), String(count), tag)
    case .recent: context.text(Phrase(text, "on recent articles like this"))
    case .usual: context.text(Phrase(text, "usual in this archive"))
    }
  }
}
