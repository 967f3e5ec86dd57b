/// A mark that closes what a construct of a template language or of MDX opened.
enum MarkdownCloser: Int, CaseIterable {
  case templateTag, templateValue, expressionComment, displayFormula, inlineFormula

  /// The mark.
  var text: StaticString {
    switch self {
    case .templateTag: "%}"
    case .templateValue: "}}"
    case .expressionComment: "*/}"
    case .displayFormula: "$$"
    case .inlineFormula: "\\)"
    }
  }

  /// The most bytes between the two marks.
  var reach: Int {
    switch self {
    case .templateTag, .templateValue: 2_000
    case .expressionComment, .displayFormula: 4_000
    case .inlineFormula: 300
    }
  }
}

/// Finds closing marks within a block, each within a reach, and never searches a place twice for one mark.
struct MarkdownSeeker {
  /// The most bytes that inline code may have.
  private static let codeReach = 1_000

  private let source: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// Up to where a mark is known to be missing from all places before, and whether a blank line ended the search.
  private struct Miss {
    var place = 0
    var isFinal = false
  }
  private var misses = [Miss](repeating: Miss(), count: MarkdownCloser.allCases.count)
  /// The same for runs of backticks, by length.
  private var codeMisses = [Miss](repeating: Miss(), count: 32)

  init(_ source: UnsafeBufferPointer<UInt8>, _ end: Int) {
    self.source = source
    self.end = end
  }

  /// The place after the `closer` of what begins before `start`; `nil` where its block does not close it.
  mutating func end(of closer: MarkdownCloser, from start: Int) -> Int? {
    let miss = misses[closer.rawValue]
    if start < miss.place && miss.isFinal { return nil }
    let limit = min(end, start + closer.reach)
    var place = max(start, miss.place)
    let (first, count) = closer.text.withUTF8Buffer { ($0[0], $0.count) }
    while place < limit {
      if source[place] == first && source.starts(ignoringCase: closer.text, at: place) && place + count <= end {
        return place + count
      }
      if isBlankLine(after: place) {
        misses[closer.rawValue] = Miss(place: place + 1, isFinal: true)
        return nil
      }
      place += 1
    }
    misses[closer.rawValue] = Miss(place: place, isFinal: false)
    return nil
  }

  /// The place after the inline code whose opening backticks start at `start`, or after those where none follows.
  mutating func endOfCode(_ start: Int) -> Int {
    var open = start
    while open < end && source[open] == 0x60 { open += 1 }
    let length = open - start
    guard length < codeMisses.count, !(open < codeMisses[length].place && codeMisses[length].isFinal) else {
      return open
    }
    let limit = min(end, open + Self.codeReach)
    var place = max(open, codeMisses[length].place)
    while place < limit {
      if isBlankLine(after: place) {
        codeMisses[length] = Miss(place: place + 1, isFinal: true)
        return open
      }
      guard source[place] == 0x60 else {
        place += 1
        continue
      }
      let run = place
      while place < end && source[place] == 0x60 { place += 1 }
      if place - run == length { return place }
    }
    codeMisses[length] = Miss(place: place, isFinal: false)
    return open
  }

  /// Whether a line ends at `place` and the next one is blank.
  private func isBlankLine(after place: Int) -> Bool {
    guard source[place] == 0x0A, place + 1 < end else { return false }
    return source[place + 1] == 0x0A || source[place + 1] == 0x0D
  }
}
