public import TextCore

/// Cuts a text into sentences, on bytes.
///
/// The sentences tile the text: each begins where the one before ends, and white space after a sentence belongs to it.
/// A line end always ends a sentence; so headings, list items and table cells, which the prose keeps on lines of their
/// own, are sentences of their own. Within a line a sentence ends after `。`, `!`, `?`, `…`, `♪`, a trailing `w`, `(笑)` and
/// a full stop that is neither a decimal point nor part of an abbreviation, a name or a URL; never inside brackets or
/// quotes that are closed on the same line. Full-width and half-width forms are treated alike.
///
/// Works line by line in linear time; holds scratch, so give each worker its own.
public struct SentenceSplitter: ~Copyable {
  /// The longest sentence in bytes: MeCab counts the length of a node in 16 bits.
  public static let maximumLength = 65_535

  private var marks: [SentenceMark] = []
  private var openers: [Int] = []

  /// Creates a splitter.
  public init() {}

  /// Appends the sentences of `text` to `sentences`.
  /// - Complexity: O(*n*) in bytes.
  public mutating func split<Space: TextSpace>(_ text: Span<UInt8>, into sentences: inout [ByteRange<Space>]) {
    var lineStart = 0
    var start = 0
    while lineStart < text.count {
      let lineEnd = SentenceMarkScanner.scanLine(text, from: lineStart, into: &marks)
      matchBrackets()
      var depth = 0
      var index = 0
      while index < marks.count {
        switch marks[index].kind {
        case .open:
          depth += marks[index].isMatched ? 1 : 0
          index += 1
        case .close:
          depth -= marks[index].isMatched ? 1 : 0
          index += 1
        case .stop, .exclamation, .ellipsis, .period, .laughter:
          let run = stopRun(from: index)
          depth -= run.closed
          index = run.next
          guard depth == 0, run.end > start,
            SentenceEnd.isEnd(run.mark, end: run.end, lineStart: lineStart, lineEnd: lineEnd, in: text)
          else { continue }
          let end = skipSpaces(text, from: run.end, to: lineEnd)
          append(start, end, text, &sentences)
          start = end
        }
      }
      marks.removeAll(keepingCapacity: true)
      let nextLine = SentenceMarkScanner.skipLineEnd(text, from: lineEnd)
      if lineEnd > start {
        append(start, nextLine, text, &sentences)
      } else if let last = sentences.last, last.upperBound == start, nextLine > start {
        sentences[sentences.count - 1] = ByteRange(last.lowerBound, nextLine)
      } else if nextLine > start {
        append(start, nextLine, text, &sentences)
      }
      start = nextLine
      lineStart = nextLine
    }
  }

  /// The stops and closing brackets that stand together from the stop at `index` on: 「そうだ?!」
  ///
  /// - Returns: the last stop, where the run ends in the text, how many matched brackets it closes, and the next mark.
  private func stopRun(from index: Int) -> (mark: SentenceMark, end: Int, closed: Int, next: Int) {
    var mark = marks[index]
    var end = mark.end
    var closed = 0
    var next = index + 1
    while next < marks.count, marks[next].start == end, marks[next].kind != .open {
      if marks[next].kind == .close { closed += marks[next].isMatched ? 1 : 0 } else { mark = marks[next] }
      end = marks[next].end
      next += 1
    }
    return (mark, end, closed, next)
  }

  /// The most stops that a pair of brackets may hold; with more, the opening one is taken for a slip.
  private static let maximumStopsInBrackets = 8

  /// Pairs the brackets of the line; what stays alone does not hold a sentence together.
  private mutating func matchBrackets() {
    openers.removeAll(keepingCapacity: true)
    var stops = 0
    for index in marks.indices {
      switch marks[index].kind {
      case .open:
        marks[index].stopsBefore = UInt32(stops)
        openers.append(index)
      case .close:
        // An opener that was never closed is passed over: 「a（b」 pairs 「 with 」. Looking a few levels deep is enough.
        guard
          let position = openers.suffix(8).lastIndex(where: { marks[$0].bracket == marks[index].bracket })
        else { continue }
        let opener = openers[position]
        openers.removeSubrange(position...)
        guard stops - Int(marks[opener].stopsBefore) <= Self.maximumStopsInBrackets else { continue }
        marks[opener].isMatched = true
        marks[index].isMatched = true
      case .stop, .exclamation, .ellipsis, .period, .laughter: stops += 1
      }
    }
  }

  private func skipSpaces(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var place = start
    while place < end {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      guard Script(scalar) == .space else { break }
      place += length
    }
    return place
  }

  /// Appends a sentence, in pieces of at most `maximumLength` bytes that end between scalars.
  private func append<Space: TextSpace>(
    _ start: Int, _ end: Int, _ text: Span<UInt8>, _ sentences: inout [ByteRange<Space>]
  ) {
    var start = start
    while end - start > Self.maximumLength {
      let cut = UTF8Scan.boundary(atOrBefore: start + Self.maximumLength, in: text)
      guard cut > start else { break }
      sentences.append(ByteRange(start, cut))
      start = cut
    }
    sentences.append(ByteRange(start, end))
  }
}
