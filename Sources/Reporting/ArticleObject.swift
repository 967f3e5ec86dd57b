import Annotation
package import ArticleAnalysis
import ArticleSource
import TextCore

/// The article object of the JSON contract, `kiji.article/1`.
package struct ArticleObject {
  /// The name of the contract that the object keeps.
  package static let schema = "kiji.article/1"

  let analysis: ArticleAnalysis
  private let parts: Set<AnalysisPart>

  /// An object with the keys of `parts`.
  package init(_ analysis: ArticleAnalysis, parts: Set<AnalysisPart> = AnalysisPart.standard) {
    self.analysis = analysis
    self.parts = parts
  }

  /// Writes the object.
  /// - Parameters:
  ///   - writeID: Writes the value of the key `id`; a stream has one for each line.
  ///   - writeLabels: Called where tags and categories stand, to write them or to remember the place.
  package func write<Output: StructuredOutput>(
    to output: inout Output, writeID: ((inout Output) -> Void)? = nil, writeLabels: ((inout Output) -> Void)? = nil
  ) {
    writeKeys(to: &output, writeID, writeLabels)
  }

  /// The same for JSON: what is generic is compiled for JSON in this module alone, which takes a fifth of the time.
  package func write(
    to output: inout JSONOutput, writeID: ((inout JSONOutput) -> Void)? = nil,
    writeLabels: ((inout JSONOutput) -> Void)? = nil
  ) {
    writeKeys(to: &output, writeID, writeLabels)
  }

  private func writeKeys<Output: StructuredOutput>(
    to output: inout Output, _ writeID: ((inout Output) -> Void)?, _ writeLabels: ((inout Output) -> Void)?
  ) {
    output.beginObject()
    output.key("schema")
    output.string(Self.schema)
    if let writeID {
      output.key("id")
      writeID(&output)
    }
    if parts.contains(.source) { writeSource(to: &output) }
    output.key("offsetUnit")
    output.string(analysis.offsetUnit.rawValue)
    if parts.contains(.frontMatter) { writeFrontMatter(to: &output) }
    if parts.contains(.statistics) { writeStatistics(to: &output) }
    if parts.contains(.readability) { writeReadability(to: &output) }
    if parts.contains(.terms) { writeTerms(to: &output) }
    if parts.contains(.entities) { Self.writeEntities(analysis.entities, to: &output) }
    if parts.contains(.relations) { Self.writeRelations(analysis.relations, to: &output) }
    if parts.contains(.sentiment) { writeSentiment(to: &output) }
    if parts.contains(.sentences) { writeSentences(to: &output) }
    if parts.contains(.summary) { writeSummary(to: &output) }
    if parts.contains(.tags) { Self.writeTags(analysis.tags, to: &output) }
    if parts.contains(.categories) { Self.writeCategories(analysis.categories, to: &output) }
    writeLabels?(&output)
    if parts.contains(.diagnostics) { writeDiagnostics(to: &output) }
    output.endObject()
  }

  private func writeSource<Output: StructuredOutput>(to output: inout Output) {
    let source = analysis.source
    output.key("source")
    output.beginObject()
    output.key("path")
    output.string(orNull: source.path)
    output.key("format")
    output.string(source.format.rawValue)
    output.key("encoding")
    output.string(source.encoding)
    output.key("bytes")
    output.integer(source.byteCount)
    output.key("sha256")
    output.string(source.sha256)
    output.endObject()
  }

  private func writeStatistics<Output: StructuredOutput>(to output: inout Output) {
    output.key("statistics")
    guard let statistics = analysis.statistics else { return output.null() }
    output.beginObject()
    for (name, value) in [
      ("characters", statistics.characters), ("sentences", statistics.sentences),
      ("paragraphs", statistics.paragraphs), ("morphemes", statistics.morphemes), ("han", statistics.scripts.han),
      ("hiragana", statistics.scripts.hiragana), ("katakana", statistics.scripts.katakana),
      ("latin", statistics.scripts.latin), ("digits", statistics.scripts.digits),
      ("codeCharacters", statistics.codeCharacters), ("images", statistics.images),
    ] {
      output.key(name)
      output.integer(value)
    }
    output.key("readingTime")
    output.beginObject()
    output.key("minutes")
    output.integer(statistics.readingTime.minutes)
    output.key("seconds")
    output.integer(statistics.readingTime.seconds)
    output.endObject()
    output.endObject()
  }

  private func writeTerms<Output: StructuredOutput>(to output: inout Output) {
    output.key(plain: "terms")
    output.array(analysis.terms) { $0.object($1) }
  }

  private func writeSentences<Output: StructuredOutput>(to output: inout Output) {
    output.key(plain: "sentences")
    output.array(analysis.sentences) { $0.object($1) }
  }

  private func writeSummary<Output: StructuredOutput>(to output: inout Output) {
    output.key("summary")
    guard let summary = analysis.summary else { return output.null() }
    output.beginObject()
    output.key("excerpt")
    output.string(summary.excerpt)
    output.key("description")
    output.string(summary.description)
    output.key("points")
    output.array(summary.points) { $0.string($1) }
    output.key("ranges")
    output.array(summary.ranges) { $0.range($1) }
    output.endObject()
  }

  private func writeDiagnostics<Output: StructuredOutput>(to output: inout Output) {
    output.key("diagnostics")
    output.array(analysis.diagnostics) { output, placed in
      output.beginObject()
      output.key("code")
      output.string(placed.diagnostic.code.name)
      output.key("severity")
      output.string(placed.diagnostic.severity.rawValue)
      output.key("message")
      output.string(placed.diagnostic.message)
      output.key("line")
      if let line = placed.position?.line { output.integer(line) } else { output.null() }
      output.key("column")
      if let column = placed.position?.column { output.integer(column) } else { output.null() }
      output.endObject()
    }
  }

  private func writeFrontMatter<Output: StructuredOutput>(to output: inout Output) {
    output.key("frontMatter")
    guard let frontMatter = analysis.frontMatter else { return output.null() }
    output.beginObject()
    output.key("kind")
    output.string(frontMatter.kind.rawValue)
    output.key("title")
    output.string(orNull: frontMatter.title)
    output.key("date")
    output.string(orNull: frontMatter.date?.iso8601)
    output.key("author")
    output.string(orNull: frontMatter.author)
    output.key("categories")
    output.array(frontMatter.categories) { $0.string($1) }
    output.key("tags")
    output.array(frontMatter.tags) { $0.string($1) }
    output.key("excerpt")
    output.string(orNull: frontMatter.excerpt)
    output.key("description")
    output.string(orNull: frontMatter.description)
    output.key("readingTime")
    if let minutes = frontMatter.readingTime { output.number(minutes) } else { output.null() }
    output.key("other")
    output.value(.map(frontMatter.other))
    output.endObject()
  }
}

extension StructuredOutput {
  /// Writes a front matter value. Its depth is limited by the reader of the front matter.
  mutating func value(_ value: FrontMatterValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): integer(value)
    case .double(let value): number(value)
    case .string(let value): string(value)
    case .date(let value): string(value.iso8601)
    case .list(let values): array(values) { $0.value($1) }
    case .map(let fields):
      beginObject()
      for field in fields {
        key(field.name)
        self.value(field.value)
      }
      endObject()
    }
  }
}
