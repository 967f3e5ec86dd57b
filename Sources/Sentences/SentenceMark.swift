import TextCore

/// A character that may end a sentence, or hold one together.
struct SentenceMark {
  enum Kind: UInt8 {
    case open, close
    /// `。`
    case stop
    /// `!`, `?` and their like
    case exclamation
    /// `…`, or two or more full stops
    case ellipsis
    /// a single `.` or `．`
    case period
    /// `♪`, a trailing `w`, `(笑)`
    case laughter
  }

  let kind: Kind
  /// Which pair a bracket belongs to.
  var bracket: UInt8 = 0
  var isMatched = false
  let start: Int
  let end: Int
  var stopsBefore: UInt32 = 0
}

/// Finds the marks of a line.
enum SentenceMarkScanner {
  /// Appends the marks of the line that starts at `start`, and returns where its line end stands.
  static func scanLine(_ text: Span<UInt8>, from start: Int, into marks: inout [SentenceMark]) -> Int {
    var place = start
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        if isLineEnd(UInt32(byte)) { return place }
        place = scanASCII(byte, text, place, &marks)
      } else if byte >= 0xE3 && byte <= 0xE9 && (byte != 0xE3 || place + 1 < text.count && text[place + 1] != 0x80) {
        place += 3  // kana and kanji
      } else {
        let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
        if isLineEnd(scalar) { return place }
        if let mark = mark(scalar, place, place + length) { add(mark, &marks) }
        place += length
      }
    }
    return text.count
  }

  /// Whether a scalar ends a line: the mandatory breaks of Unicode Standard Annex #14, and the information separators,
  /// which line readers of other languages take for line ends too.
  @inline(__always)
  static func isLineEnd(_ scalar: UInt32) -> Bool {
    scalar >= 0x0A && scalar <= 0x0D || scalar >= 0x1C && scalar <= 0x1E || scalar == 0x85 || scalar == 0x2028
      || scalar == 0x2029
  }

  /// The start of the line after the line end at `place`.
  static func skipLineEnd(_ text: Span<UInt8>, from place: Int) -> Int {
    guard place < text.count else { return text.count }
    if text[place] == 0x0D, place + 1 < text.count, text[place + 1] == 0x0A { return place + 2 }
    return place + UTF8Scan.length(ofLead: text[place])
  }

  @inline(__always)
  private static func scanASCII(
    _ byte: UInt8, _ text: Span<UInt8>, _ place: Int, _ marks: inout [SentenceMark]
  ) -> Int {
    switch byte {
    case UInt8(ascii: "("): addOpen(place, 1, &marks)
    case UInt8(ascii: ")"): marks.append(SentenceMark(kind: .close, bracket: 1, start: place, end: place + 1))
    case UInt8(ascii: "["): addOpen(place, 2, &marks)
    case UInt8(ascii: "]"): marks.append(SentenceMark(kind: .close, bracket: 2, start: place, end: place + 1))
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      add(SentenceMark(kind: .exclamation, start: place, end: place + 1), &marks)
    case UInt8(ascii: "."): add(SentenceMark(kind: .period, start: place, end: place + 1), &marks)
    case UInt8(ascii: "w"), UInt8(ascii: "W"): return scanLaughter(text, place, &marks)
    default: break
    }
    return place + 1
  }

  /// A run of `w` between Japanese and no Latin letter is laughter: 面白いww
  private static func scanLaughter(_ text: Span<UInt8>, _ start: Int, _ marks: inout [SentenceMark]) -> Int {
    var end = start
    while end < text.count, text[end] | 0x20 == UInt8(ascii: "w") { end += 1 }
    guard let before = UTF8Scan.scalar(before: start, in: text) else { return end }
    let script = Script(before.value)
    let endsStop = before.value == 0x3002 || before.value == 0x21 || before.value == 0x3F
    guard script.isJapanese || endsStop else { return end }
    if end < text.count {
      let after = Script(UTF8Scan.scalar(at: end, in: text).value)
      guard after != .latin && after != .digit, !"-.'/&+_@".utf8.contains(text[end]) else { return end }
      // One w before Japanese without a space may be a unit or a name (100Wの); laughter stands before a break.
      guard after != .hiragana else { return end }
    }
    marks.append(SentenceMark(kind: .laughter, start: start, end: end))
    return end
  }

  private static func addOpen(_ place: Int, _ bracket: UInt8, _ marks: inout [SentenceMark]) {
    marks.append(SentenceMark(kind: .open, bracket: bracket, start: place, end: place + 1))
  }

  /// Adds a mark; two full stops in a row become an ellipsis.
  private static func add(_ mark: SentenceMark, _ marks: inout [SentenceMark]) {
    if mark.kind == .period, let last = marks.last, last.end == mark.start,
      last.kind == .period || last.kind == .ellipsis
    {
      marks[marks.count - 1] = SentenceMark(kind: .ellipsis, start: last.start, end: mark.end)
      return
    }
    marks.append(mark)
  }

  private static func mark(_ scalar: UInt32, _ start: Int, _ end: Int) -> SentenceMark? {
    func bracket(_ kind: SentenceMark.Kind, _ pair: UInt8) -> SentenceMark {
      SentenceMark(kind: kind, bracket: pair, start: start, end: end)
    }
    switch scalar {
    case 0x3002, 0xFF61: return SentenceMark(kind: .stop, start: start, end: end)
    case 0xFF01, 0xFF1F, 0x203C, 0x2047, 0x2048, 0x2049: return SentenceMark(kind: .exclamation, start: start, end: end)
    case 0x2026, 0x2025, 0x22EF: return SentenceMark(kind: .ellipsis, start: start, end: end)
    case 0xFF0E: return SentenceMark(kind: .period, start: start, end: end)
    case 0x266A, 0x266B: return SentenceMark(kind: .laughter, start: start, end: end)
    case 0xFF08: return bracket(.open, 1)
    case 0xFF09: return bracket(.close, 1)
    case 0xFF3B, 0x3014: return bracket(.open, 2)
    case 0xFF3D, 0x3015: return bracket(.close, 2)
    // 「」『』【】〈〉《》〖〗 are neighbours: an even code opens, the odd one after it closes.
    case 0x3008...0x3011, 0x3016...0x3017: return bracket(scalar & 1 == 0 ? .open : .close, UInt8(scalar >> 1 & 0xFF))
    case 0xFF62: return bracket(.open, UInt8(0x300C >> 1 & 0xFF))
    case 0xFF63: return bracket(.close, UInt8(0x300C >> 1 & 0xFF))
    case 0x201C: return bracket(.open, 3)
    case 0x201D: return bracket(.close, 3)
    default: return nil
    }
  }
}
