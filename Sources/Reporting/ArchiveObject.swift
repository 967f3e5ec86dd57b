import Annotation
package import ArchiveAnalysis

/// The aggregates of an archive as JSON, `kiji.archive/1`.
package struct ArchiveObject {
  /// The name of the contract that the object keeps.
  package static let schema = "kiji.archive/1"

  private let summary: ArchiveSummary

  /// An object of a summary.
  package init(_ summary: ArchiveSummary) { self.summary = summary }

  /// Writes the object.
  package func write<Output: StructuredOutput>(to output: inout Output) {
    output.beginObject()
    output.key("schema")
    output.string(Self.schema)
    output.key("articles")
    output.integer(summary.whole.articles)
    output.key("period")
    if let days = summary.days {
      output.beginObject()
      output.key("first")
      output.string(days.first)
      output.key("last")
      output.string(days.last)
      output.key("dated")
      output.integer(summary.months.reduce(0) { $0 + $1.group.articles })
      output.endObject()
    } else {
      output.null()
    }
    output.key("formats")
    write(summary.formats, named: "format", to: &output)
    output.key("totals")
    writeSums(to: &output)
    output.key("readingTime")
    output.beginObject()
    output.key("seconds")
    output.integer(summary.whole.sums.readingSeconds)
    output.key("medianSeconds")
    output.integer(summary.medianReadingSeconds)
    output.endObject()
    writeSentiment(to: &output)
    writeMonths(to: &output)
    writeTerms(to: &output)
    writeNames(to: &output)
    output.key("tags")
    write(summary.tags, named: "tag", to: &output)
    output.key("categories")
    write(summary.categories, named: "category", to: &output)
    output.key("suggestedTags")
    write(summary.suggestedTags, named: "tag", to: &output)
    writeDeals(to: &output)
    output.key("diagnostics")
    write(summary.diagnostics, named: "code", counting: true, to: &output)
    output.endObject()
  }

  private func writeSums<Output: StructuredOutput>(to output: inout Output) {
    output.beginObject()
    for (name, path) in TextSums.all.prefix(12) {
      output.key(name)
      output.integer(summary.whole.sums[keyPath: path])
    }
    output.endObject()
  }

  private func writeSentiment<Output: StructuredOutput>(to output: inout Output) {
    output.key("sentiment")
    output.beginObject()
    output.key("score")
    output.score(summary.whole.score)
    output.key("articles")
    write(polarities: summary.whole.polarities, to: &output)
    output.key("sentences")
    write(polarities: Self.sentences(summary.whole), to: &output)
    output.key("emotions")
    write(summary.emotions, named: "emotion", counting: true, to: &output)
    output.endObject()
  }

  private func writeMonths<Output: StructuredOutput>(to output: inout Output) {
    output.key("months")
    output.array(summary.months) { output, month in
      output.beginObject()
      output.key("month")
      output.string(month.month)
      output.key("articles")
      output.integer(month.group.articles)
      output.key("characters")
      output.integer(month.group.sums.characters)
      output.key("readingSeconds")
      output.integer(month.group.sums.readingSeconds)
      output.key("score")
      output.score(month.group.score)
      output.key("sentences")
      write(polarities: Self.sentences(month.group), to: &output)
      output.endObject()
    }
  }

  private func writeTerms<Output: StructuredOutput>(to output: inout Output) {
    output.key("distinctTerms")
    output.integer(summary.distinctTerms)
    output.key("terms")
    output.array(summary.terms) { output, term in
      output.beginObject()
      output.key("term")
      output.string(term.term)
      output.key("kind")
      output.string(term.kind.rawValue)
      output.key("count")
      output.integer(term.count)
      output.key("articles")
      output.integer(term.articles)
      output.key("score")
      output.score(term.score)
      output.endObject()
    }
  }

  private func writeNames<Output: StructuredOutput>(to output: inout Output) {
    output.key("entities")
    output.array(summary.names) { output, name in
      output.beginObject()
      output.key("name")
      output.string(name.name)
      output.key("type")
      output.string(name.type.rawValue)
      output.key("subtype")
      output.string(orNull: name.kind?.rawValue)
      output.key("count")
      output.integer(name.count)
      output.key("articles")
      output.integer(name.articles)
      output.endObject()
    }
  }

  private func writeDeals<Output: StructuredOutput>(to output: inout Output) {
    output.key("relations")
    output.array(summary.deals) { output, deal in
      output.beginObject()
      output.key("type")
      output.string(deal.type.rawValue)
      output.key("from")
      output.string(deal.from)
      output.key("to")
      output.string(orNull: deal.to)
      output.key("count")
      output.integer(deal.count)
      output.key("articles")
      output.integer(deal.articles)
      output.endObject()
    }
  }

  private func write<Output: StructuredOutput>(
    _ counts: [ArchiveSummary.Count], named name: String, counting: Bool = false, to output: inout Output
  ) {
    output.array(counts) { output, count in
      output.beginObject()
      output.key(name)
      output.string(count.text)
      if counting {
        output.key("count")
        output.integer(count.count)
      }
      output.key("articles")
      output.integer(count.articles)
      output.endObject()
    }
  }

  private func write<Output: StructuredOutput>(polarities: [Int], to output: inout Output) {
    output.beginObject()
    for (polarity, count) in zip(Polarity.allCases, polarities) {
      output.key(polarity.rawValue)
      output.integer(count)
    }
    output.endObject()
  }

  /// How many sentences judge how, in the order of `Polarity`.
  private static func sentences(_ group: ArchiveSummary.Group) -> [Int] {
    [group.sums.positive, group.sums.negative, group.sums.neutral, group.sums.mixed]
  }
}
