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

/// The statements of JavaScript that an MDX file begins with.
enum MarkdownModule {
  /// A statement longer than this is taken for text.
  private static let longest = 20_000

  /// Where the `import` or `export` statement that starts at `start` ends, at the start of a line; `nil` where there
  /// is none, as in an English sentence that begins with the word.
  static func end(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if source.starts(ignoringCase: "import ", at: start) { return importEnd(source, start + 7, end) }
    guard source.starts(ignoringCase: "export ", at: start) else { return nil }
    let words: [StaticString] = [
      "default ", "const ", "let ", "var ", "function ", "async ", "class ", "type ", "interface ", "{", "*",
    ]
    guard words.contains(where: { source.starts(ignoringCase: $0, at: start + 7) }) else { return nil }
    return exportEnd(source, start + 7, end)
  }

  /// The line after the quoted name of the module.
  private static func importEnd(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var place = start
    while place < min(end, start + longest), source[place] < 0x80, source[place] != 0x22, source[place] != 0x27 {
      if source[place] == 0x0A && place + 1 < end && source[place + 1] == 0x0A { return nil }
      place += 1
    }
    guard place < end, source[place] == 0x22 || source[place] == 0x27 else { return nil }
    let before = source[max(start, place - 5)..<place]
    guard place == start || before.elementsEqual("from ".utf8) else { return nil }
    return min(source.lineEnd(from: place, end) + 1, end)
  }

  /// The line after the one in which all brackets are closed, or the first blank line that closes none.
  private static func exportEnd(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var depth = 0
    var blank: Int?
    var place = start
    while place < min(end, start + longest) {
      switch source[place] {
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      case 0x0A:
        if depth <= 0 { return place + 1 }
        if blank == nil && place + 1 < end && source[place + 1] == 0x0A { blank = place + 1 }
      default: break
      }
      place += 1
    }
    return place == end && depth <= 0 ? end : blank ?? place
  }
}

/// Estimates the work of md4c in the cases where it is not linear.
///
/// It looks up the line of every bracketed text by walking over the lines of its block, and copies the address of a
/// link definition for each link that names it.
struct MarkdownLoad {
  /// Steps that are allowed: about half a second.
  private static let limit = 2_000_000_000
  /// Lines of a block before its brackets are counted, and bytes before a definition counts as long.
  private static let patience = 1024

  private var lines = 0
  private var bytes = 0
  private var brackets = 0
  private var startsWithBracket = false
  private var highest = 0
  private var longestDefinition = 0

  /// Takes up a line, or the lines of one construct.
  mutating func add(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, isCode: Bool) {
    var text = line.lowerBound
    while text < line.upperBound && (source[text].isASCIISpace || source[text] == 0x3E) { text += 1 }
    guard text < line.upperBound, !isCode else { return endBlock() }
    lines += 1
    bytes += line.count
    if source[text] == 0x5B { startsWithBracket = true }
    guard lines > Self.patience else { return }
    for place in text..<line.upperBound where source[place] == 0x5D { brackets += 1 }
  }

  /// Whether the text that was taken up takes too long.
  mutating func isTooHigh(_ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
    endBlock()
    guard highest <= Self.limit else { return true }
    guard longestDefinition > 0 else { return false }
    let all = body.reduce(0) { $0 + (source[$1] == 0x5D ? 1 : 0) }
    return all.multipliedReportingOverflow(by: longestDefinition).partialValue > Self.limit
  }

  private mutating func endBlock() {
    highest = max(highest, lines * brackets)
    if startsWithBracket && bytes > Self.patience * 4 { longestDefinition = max(longestDefinition, bytes) }
    (lines, bytes, brackets, startsWithBracket) = (0, 0, 0, false)
  }
}
