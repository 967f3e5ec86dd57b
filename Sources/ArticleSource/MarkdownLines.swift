/// An open fence of a code block.
struct MarkdownFence {
  private let mark: UInt8
  private let length: Int
  private let isQuoted: Bool
  private let isIndented: Bool

  /// The fence that the line opens, behind the marks of quotes and list items; `nil` where it opens none.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) {
    let (place, isQuoted) = Self.skipMarks(source, start, lineEnd, listItems: true)
    guard place + 3 <= lineEnd, source[place] == 0x60 || source[place] == 0x7E else { return nil }
    var stop = place
    while stop < lineEnd && source[stop] == source[place] { stop += 1 }
    guard stop - place >= 3 else { return nil }
    if source[place] == 0x60 && (stop..<lineEnd).contains(where: { source[$0] == 0x60 }) { return nil }
    mark = source[place]
    length = stop - place
    self.isQuoted = isQuoted
    isIndented = place - start >= 2 && !isQuoted
  }

  /// Whether a line can still be inside: a quote or list item around the fence ends where its mark or indent is gone.
  func holds(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Bool {
    let text = source.firstText(from: start, lineEnd)
    if isQuoted { return text < lineEnd && source[text] == 0x3E }
    return !isIndented || text > start || text == lineEnd || isClosed(by: source, start, lineEnd)
  }

  /// Whether a line closes it.
  func isClosed(by source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Bool {
    let (place, _) = Self.skipMarks(source, start, lineEnd, listItems: false)
    var stop = place
    while stop < lineEnd && source[stop] == mark { stop += 1 }
    return stop - place >= length && source.firstText(from: stop, lineEnd) == lineEnd
  }

  private static func skipMarks(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int, listItems: Bool
  ) -> (place: Int, isQuoted: Bool) {
    var place = start
    var isQuoted = false
    while place < lineEnd {
      let byte = source[place]
      if byte == 0x3E {
        isQuoted = true
      } else if !byte.isASCIISpace {
        guard listItems, let mark = listMark(source, place, lineEnd) else { break }
        place = mark
      }
      place += 1
    }
    return (place, isQuoted)
  }

  /// The last byte of the mark of a list item, which a space follows.
  private static func listMark(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Int? {
    var place = start
    while place < lineEnd && source[place].isASCIIDigit && place - start < 9 { place += 1 }
    guard place + 1 < lineEnd, source[place + 1] == 0x20 else { return nil }
    switch source[place] {
    case 0x2D, 0x2A, 0x2B: return place == start ? place : nil
    case 0x2E, 0x29: return place > start ? place : nil
    default: return nil
    }
  }
}

/// Estimates the work of md4c in the cases where it is not linear.
///
/// It looks up the line of every bracketed text by walking over the lines of its block, and copies the address of a
/// link definition for each link that names it.
struct MarkdownLoad {
  /// Steps that are allowed, and more for each byte: about 0.2 seconds, and 30 nanoseconds a byte.
  private static let limit = 500_000_000
  private static let limitPerByte = 100
  /// Lines of a block before its brackets are counted.
  private static let patientLines = 128
  /// Bytes before a block that begins with a definition counts as long.
  private static let patientBytes = 4096

  /// Bytes of a block before its marks are counted, and the most marks of a block: md4c takes up to 64 bytes for each.
  private static let patientSize = 1_000_000
  private static let mostMarks = 1_000_000

  private var lines = 0
  private var bytes = 0
  private var marks = 0
  private var mostMarks = 0
  private var brackets = 0
  private var startsWithBracket = false
  private var steps = 0
  private var longestDefinition = 0

  /// Takes up a line, or the lines of one construct.
  mutating func add(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, isCode: Bool) {
    var text = line.lowerBound
    while text < line.upperBound && (source[text].isASCIISpace || source[text] == 0x3E) { text += 1 }
    guard text < line.upperBound, !isCode else { return endBlock() }
    lines += 1
    bytes += line.count
    if source[text] == 0x5B { startsWithBracket = true }
    if bytes > Self.patientSize {
      for place in line where Self.isMark(source[place]) { marks += 1 }
    }
    guard lines > Self.patientLines else { return }
    for place in text..<line.upperBound where source[place] == 0x5D { brackets += 1 }
  }

  /// Whether the text that was taken up takes too long.
  mutating func isTooHigh(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
    endBlock()
    let limit = Self.limit + Self.limitPerByte * body.count
    guard steps <= limit, mostMarks <= Self.mostMarks else { return true }
    guard longestDefinition > 0 else { return false }
    let links = body.reduce(0) { $0 + (source[$1] == 0x5D ? 1 : 0) }
    return links > limit / longestDefinition
  }

  private mutating func endBlock() {
    steps += lines * brackets
    mostMarks = max(mostMarks, marks)
    if startsWithBracket && bytes > Self.patientBytes { longestDefinition = max(longestDefinition, bytes) }
    (lines, bytes, brackets, marks, startsWithBracket) = (0, 0, 0, 0, false)
  }

  /// Whether Markdown may give a byte a meaning inside a line.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x26, 0x2A, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}
