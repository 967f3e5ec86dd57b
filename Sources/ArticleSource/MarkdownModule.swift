/// The statements of JavaScript that an MDX file begins with.
struct MarkdownModule {
  /// A statement longer than this is taken for text.
  private static let longest = 20_000

  /// Up to where the end of an `export` was looked for in vain: those before are not looked for again.
  private var openUntil = 0

  /// Where the `import` or `export` statement that starts at `start` ends, at the start of a line; `nil` where there
  /// is none, as in an English sentence that begins with the word.
  mutating func end(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if source.starts(ignoringCase: "import ", at: start) { return Self.importEnd(source, start + 7, end) }
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
  private mutating func exportEnd(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var depth = 0
    let limit = min(end, start + Self.longest)
    let isHopeless = start < openUntil
    var blank: Int?
    var place = start
    while place < limit, !isHopeless || blank == nil {
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
    if place == end && depth <= 0 { return end }
    if place == limit { openUntil = limit }
    return blank ?? place
  }
}
