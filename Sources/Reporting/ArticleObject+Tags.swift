package import ArticleAnalysis

extension ArticleObject {
  /// Writes the key `tags`.
  package static func writeTags<Output: StructuredOutput>(_ tags: [TagSuggestion], to output: inout Output) {
    output.key("tags")
    output.array(tags) { output, tag in
      output.beginObject()
      output.key("tag")
      output.string(tag.tag)
      output.key("score")
      output.score(tag.score)
      output.key("kind")
      output.string(tag.kind.rawValue)
      output.key("reason")
      output.string(tag.reason)
      output.endObject()
    }
  }

  /// Writes the key `categories`.
  package static func writeCategories<Output: StructuredOutput>(
    _ categories: [CategorySuggestion], to output: inout Output
  ) {
    output.key("categories")
    output.array(categories) { output, category in
      output.beginObject()
      output.key("category")
      output.string(category.category)
      output.key("score")
      output.score(category.score)
      output.endObject()
    }
  }
}
