package import Annotation

extension ArticleAnalysis {
  /// The analysis with the entities of some types only, and the relations whose parties are among them.
  package func keeping(_ types: Set<EntityType>) -> ArticleAnalysis {
    let kept = entities.filter { types.contains($0.type) }
    let names = Set(kept.map(\.name))
    return ArticleAnalysis(
      source: source, offsetUnit: offsetUnit, title: title, frontMatter: frontMatter, statistics: statistics,
      readability: readability, terms: terms, entities: kept,
      relations: relations.filter { relation in
        names.contains(relation.from) && (relation.to.map { names.contains($0) } ?? true)
      },
      sentiment: sentiment, sentences: sentences, summary: summary, tags: tags, categories: categories,
      topics: topics, diagnostics: diagnostics)
  }
}
