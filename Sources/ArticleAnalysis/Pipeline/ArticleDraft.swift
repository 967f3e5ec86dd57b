import Annotation
import ArticleSource
import Normalization
import Sentences
import TextCore

/// An article on its way through the stages, with the maps that lead back to its file.
struct ArticleDraft {
  let source: DecodedSource
  let prose: ProseText
  let lines: LineIndex
  let scalars: ScalarIndex
  var title: String?
  var normalized = NormalizedText(bytes: [], map: OffsetMap())

  init(document: ArticleDocument, unit: OffsetUnit) {
    source = document.source
    prose = document.prose
    lines = LineIndex(document.source.bytes.span)
    scalars = ScalarIndex(document.source.bytes.span, unit: unit)
  }

  /// The text of the first heading of level 1.
  var firstHeading: String? {
    prose.blocks.first { $0.kind == .heading && $0.level == 1 }
      .map { String(decoding: prose.bytes[$0.range.offsets], as: UTF8.self) }
  }

  /// The characters of the prose by script.
  var scripts: ScriptCounts { ScriptCounter.count(prose.bytes.span) }

  /// Where a normalized range stands in the decoded source.
  func fileRange(of range: ByteRange<NormalizedSpace>) -> ByteRange<FileSpace> {
    prose.map.sourceRange(of: normalized.map.sourceRange(of: range))
  }

  /// The same in the unit of the result.
  func range(of range: ByteRange<NormalizedSpace>) -> Range<Int> { units(of: fileRange(of: range)) }

  /// Where the last range was found on its way to the file: others near it are found from there.
  struct Track {
    fileprivate var normalized = OffsetMap<ProseSpace, NormalizedSpace>.Track()
    fileprivate var prose = OffsetMap<FileSpace, ProseSpace>.Track()
  }

  /// Where a normalized range stands in the prose, near the last one.
  func proseRange(of range: ByteRange<NormalizedSpace>, _ track: inout Track) -> ByteRange<ProseSpace> {
    normalized.map.sourceRange(of: range, near: &track.normalized)
  }

  /// Where a range of the prose stands in the decoded source, near the last one.
  func fileRange(of range: ByteRange<ProseSpace>, _ track: inout Track) -> ByteRange<FileSpace> {
    prose.map.sourceRange(of: range, near: &track.prose)
  }

  /// A range of the decoded source in the unit of the result.
  func units(of range: ByteRange<FileSpace>) -> Range<Int> {
    scalars.offsets(of: range.offsets, in: source.bytes.span)
  }

  /// The sentences as results; a sentence's importance is its merits against those of the weightiest one.
  func analyzedSentences(
    _ sentences: [ByteRange<NormalizedSpace>], _ weighed: [SummarySentence], _ sentiment: SentimentFindings
  ) -> [AnalyzedSentence] {
    let greatest = max(weighed.lazy.map(\.merits.total).max() ?? 0, .leastNormalMagnitude)
    var results: [AnalyzedSentence] = []
    results.reserveCapacity(sentences.count)
    var block = 0
    var track = Track()
    for index in sentences.indices {
      let inProse = proseRange(of: sentences[index], &track)
      while block + 1 < prose.blocks.count, prose.blocks[block].range.upperBound <= inProse.lowerBound { block += 1 }
      let inFile = fileRange(of: inProse, &track)
      results.append(
        AnalyzedSentence(
          text: prose.bytes.span.string(inProse.offsets), range: units(of: inFile),
          line: lines.line(ofByte: inFile.lowerBound), polarity: sentiment.sentences[index].polarity,
          score: Double(sentiment.sentences[index].score),
          importance: index < weighed.count ? max(0, weighed[index].merits.total) / greatest : 0,
          block: block, blockKind: block < prose.blocks.count ? prose.blocks[block].kind : .paragraph))
    }
    return results
  }

  /// Diagnostics with line and column, in the order of the text.
  func placed(_ diagnostics: [Diagnostic]) -> [PlacedDiagnostic] {
    let ordered = diagnostics.enumerated().sorted { left, right in
      let places = (left.element.range?.lowerBound ?? -1, right.element.range?.lowerBound ?? -1)
      return places.0 != places.1 ? places.0 < places.1 : left.offset < right.offset
    }
    return ordered.map { _, diagnostic in
      PlacedDiagnostic(
        diagnostic: diagnostic,
        position: diagnostic.range.map { lines.position(ofByte: $0.lowerBound, in: source.bytes.span) })
    }
  }
}
