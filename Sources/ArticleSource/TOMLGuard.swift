internal import TextCore

/// Finds what toml++ takes for granted and ends the process over where it is not so, before toml++ sees it.
///
/// Those are a table's opening bracket without a name behind it, and a closing brace where a list awaits a value. The
/// walk knows strings and comments as TOML has them, so it is in step with the parser up to the parser's first error,
/// and behind that nothing matters.
struct TOMLGuard {
  private let end: Int
  private var offset: Int
  /// Open brackets and braces of values.
  private var depth = 0
  private var isLineStart = true
  /// The last byte that is no white space and no part of a comment.
  private var last: UInt8 = 0

  /// The first such place of the block at `content`; `nil` where there is none.
  /// - Complexity: O(*n*).
  static func fault(of content: Range<Int>, in text: Span<UInt8>) -> FrontMatterFault? {
    var walk = TOMLGuard(offset: content.lowerBound, end: content.upperBound)
    while walk.offset < walk.end {
      if let fault = walk.step(in: text) { return fault }
    }
    return nil
  }

  private init(offset: Int, end: Int) { (self.offset, self.end) = (offset, end) }

  /// Goes on by one sign, string, comment or line end.
  private mutating func step(in text: Span<UInt8>) -> FrontMatterFault? {
    let byte = text[offset]
    switch byte {
    case 0x0A:
      isLineStart = isLineStart || depth == 0
      offset += 1
      return nil
    case 0x09, 0x0D, 0x20:
      offset += 1
      return nil
    case UInt8(ascii: "#"):
      while offset < end, text[offset] != 0x0A { offset += 1 }
      return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(in: text)
    case UInt8(ascii: "["):
      if depth == 0, isLineStart {
        if !isNamed(in: text) { return FrontMatterFault(problem: "「[」の後ろに表の名前がありません", offset: offset) }
        while offset < end, text[offset] == byte { offset += 1 }
      } else {
        depth += 1
        offset += 1
      }
    case UInt8(ascii: "{"):
      depth += 1
      offset += 1
    case UInt8(ascii: "}") where last == UInt8(ascii: "[") || last == UInt8(ascii: ","):
      return FrontMatterFault(problem: "リストの値のあるべき所に「}」があります", offset: offset)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      offset += 1
    default: offset += 1
    }
    last = byte
    isLineStart = false
    return nil
  }

  /// Whether a name, or the error of an empty one, follows the table's bracket at the offset.
  private func isNamed(in text: Span<UInt8>) -> Bool {
    var place = offset + 1
    func skipSpace() { while place < end, text[place] == 0x20 || text[place] == 0x09 { place += 1 } }
    if place < end, text[place] == UInt8(ascii: "[") { place += 1 }
    skipSpace()
    // At the end of the text toml++ reports an error of its own.
    guard place < end else { return true }
    switch text[place] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  /// Skips a string; one that is not closed ends the walk, since it ends the parser's.
  private mutating func skipString(in text: Span<UInt8>) {
    let quote = text[offset]
    func isQuote(_ place: Int) -> Bool { place < end && text[place] == quote }
    let isLong = isQuote(offset + 1) && isQuote(offset + 2)
    var place = offset + (isLong ? 3 : 1)
    while place < end {
      if quote == UInt8(ascii: "\""), text[place] == UInt8(ascii: "\\") {
        place += 2
      } else if text[place] == 0x0A, !isLong {
        break
      } else if isQuote(place), !isLong || isQuote(place + 1) && isQuote(place + 2) {
        place += isLong ? 3 : 1
        // Up to two more quotes belong to the text.
        var rest = 2
        while isLong, rest > 0, isQuote(place) { (place, rest) = (place + 1, rest - 1) }
        offset = place
        return
      } else {
        place += 1
      }
    }
    offset = end
  }
}
