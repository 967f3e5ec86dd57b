package import Annotation
package import ArchiveIndex
package import TextCore

/// A block of an article's text with what was found in it marked in place.
package struct MarkedBlock: Equatable, Sendable {
  /// `paragraph`, `heading`, `listItem`, `tableCell`, `quote`, `caption`.
  package let kind: String
  package let sentences: [MarkedSentence]
}

/// A sentence cut where marks begin and end.
package struct MarkedSentence: Equatable, Sendable {
  /// Whether the excerpt or a point of the summary is taken from it.
  package let isSummary: Bool
  package let line: Int
  package let runs: [MarkedRun]
}

/// Words that have the same marks.
package struct MarkedRun: Equatable, Sendable {
  package let text: String
  /// The name or value that they belong to.
  package let entity: Name?
  /// The words that judge which they belong to.
  package let cue: Cue?

  /// What is named, and what it is.
  package struct Name: Hashable, Sendable {
    package let name: String
    package let type: EntityType

    /// A name.
    package init(name: String, type: EntityType) { (self.name, self.type) = (name, type) }
  }

  /// How words judge.
  package struct Cue: Hashable, Sendable {
    package let polarity: Polarity
    package let isNegated: Bool

    /// A judgment.
    package init(polarity: Polarity, isNegated: Bool) { (self.polarity, self.isNegated) = (polarity, isNegated) }
  }
}

/// A place of the file to mark.
package struct TextMark: Sendable {
  /// The range in the decoded file, in the unit of the analysis.
  package let range: Range<Int>
  /// The words as they stand in the text.
  package let text: String
  package let entity: MarkedRun.Name?
  package let cue: MarkedRun.Cue?

  /// Creates a mark.
  package init(range: Range<Int>, text: String, entity: MarkedRun.Name? = nil, cue: MarkedRun.Cue? = nil) {
    (self.range, self.text, self.entity, self.cue) = (range, text, entity, cue)
  }
}

/// Puts marks into the sentences of an article.
///
/// Ranges count in the file, sentences have no markup. Where a sentence is as long in the file as it is here, a range is
/// a place in the sentence; else the words are looked for between the places that the markup before and behind them
/// allows. A mark that is not found there is left out.
package struct TextMarker {
  private let unit: OffsetUnit
  private let marks: [TextMark]
  private let summaryRanges: [Range<Int>]
  private let summaryTexts: Set<String>

  /// Prepares marks.
  /// - Parameters:
  ///   - marks: In any order.
  ///   - summary: The ranges of the excerpt, and the texts of the points.
  package init(unit: OffsetUnit, marks: [TextMark], summary: (ranges: [Range<Int>], points: [String])) {
    self.unit = unit
    // Longer ones first, so that of two that overlap the one that says more is kept.
    self.marks = marks.sorted { left, right in
      left.range.lowerBound != right.range.lowerBound
        ? left.range.lowerBound < right.range.lowerBound : left.range.upperBound > right.range.upperBound
    }
    summaryRanges = summary.ranges
    summaryTexts = Set(summary.points)
  }

  /// The blocks of the text.
  package func blocks(of sentences: [PlacedSentence]) -> [MarkedBlock] {
    var blocks: [MarkedBlock] = []
    var own: [MarkedSentence] = []
    var next = 0
    for (index, sentence) in sentences.enumerated() {
      while next < marks.count, marks[next].range.lowerBound < sentence.range.lowerBound { next += 1 }
      var inside: [TextMark] = []
      while next < marks.count, marks[next].range.lowerBound < sentence.range.upperBound {
        inside.append(marks[next])
        next += 1
      }
      own.append(marked(sentence, inside))
      let isLast = index + 1 == sentences.count || sentences[index + 1].block != sentence.block
      guard isLast else { continue }
      blocks.append(MarkedBlock(kind: sentence.blockKind, sentences: own))
      own.removeAll()
    }
    return blocks
  }

  private func marked(_ sentence: PlacedSentence, _ marks: [TextMark]) -> MarkedSentence {
    let ruler = UnitRuler(sentence.text, unit: unit)
    var entities: [(range: Range<Int>, name: MarkedRun.Name)] = []
    var cues: [(range: Range<Int>, cue: MarkedRun.Cue)] = []
    // Where in the file, and where in the sentence, the last mark of each kind ends.
    var (entityEnd, cueEnd) = ((file: 0, bytes: 0), (file: 0, bytes: 0))
    for mark in marks {
      if let name = mark.entity, mark.range.lowerBound >= entityEnd.file,
        let range = ruler.place(mark, in: sentence, from: entityEnd.bytes)
      {
        entities.append((range, name))
        entityEnd = (mark.range.upperBound, range.upperBound)
      }
      if let cue = mark.cue, mark.range.lowerBound >= cueEnd.file,
        let range = ruler.place(mark, in: sentence, from: cueEnd.bytes)
      {
        cues.append((range, cue))
        cueEnd = (mark.range.upperBound, range.upperBound)
      }
    }
    var cuts: Set<Int> = [0, ruler.bytes.count]
    for range in entities.map(\.range) + cues.map(\.range) { cuts.formUnion([range.lowerBound, range.upperBound]) }
    let places = cuts.sorted()
    var runs: [MarkedRun] = []
    for (start, end) in zip(places, places.dropFirst()) {
      runs.append(
        MarkedRun(
          text: String(decoding: ruler.bytes[start..<end], as: UTF8.self),
          entity: entities.first { $0.range.contains(start) }?.name,
          cue: cues.first { $0.range.contains(start) }?.cue))
    }
    let isSummary =
      summaryTexts.contains(sentence.text) || summaryRanges.contains { $0.overlaps(sentence.range) }
    return MarkedSentence(isSummary: isSummary, line: sentence.line, runs: runs)
  }
}

/// The bytes of a sentence, measured in the unit of an analysis.
private struct UnitRuler {
  let bytes: [UInt8]
  /// For each unit the byte at which it begins, and the end.
  private let starts: [Int]

  init(_ text: String, unit: OffsetUnit) {
    bytes = Array(text.utf8)
    var starts: [Int] = []
    starts.reserveCapacity(bytes.count)
    for (place, byte) in bytes.enumerated() {
      switch unit {
      case .utf8: starts.append(place)
      case .scalar: if byte & 0xC0 != 0x80 { starts.append(place) }
      case .utf16:
        if byte & 0xC0 != 0x80 { starts.append(place) }
        if byte >= 0xF0 { starts.append(place) }
      }
    }
    self.starts = starts + [bytes.count]
  }

  /// The bytes of a mark in the sentence.
  /// - Parameter end: The byte that it does not begin before, since another mark ends there.
  func place(_ mark: TextMark, in sentence: PlacedSentence, from end: Int) -> Range<Int>? {
    let words = Array(mark.text.utf8)
    let length = starts.count - 1
    let start = mark.range.lowerBound - sentence.range.lowerBound
    guard !words.isEmpty, words.count <= bytes.count, start >= 0 else { return nil }
    let extra = sentence.range.count - length
    if extra == 0, start < length, starts[start] >= end, holds(words, at: starts[start]) {
      return starts[start]..<starts[start] + words.count
    }
    // Markup may stand before the words, behind them, or on both sides.
    let first = max(0, min(start - max(extra, 0), length))
    let last = min(start, length)
    guard first <= last else { return nil }
    for place in first...last where starts[place] >= end && holds(words, at: starts[place]) {
      return starts[place]..<starts[place] + words.count
    }
    return nil
  }

  private func holds(_ words: [UInt8], at place: Int) -> Bool {
    place + words.count <= bytes.count && bytes[place..<place + words.count].elementsEqual(words)
  }
}
