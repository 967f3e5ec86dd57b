/// Judges code that stands in a line of prose.
enum InlineCode {
  /// The longest piece of code that is read as a name.
  private static let longestName = 30

  /// The part of inline code that a reader reads as a name: `useState`, `docker compose`, `@scope/package`, `div` in
  /// `<div>`, `use client` in its quotes; `nil` for what is read as code.
  static func name(in source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    let name = withoutBrackets(source, withoutLanguage(source, range))
    guard !name.isEmpty else { return nil }
    var scalars = 0
    var letters = 0
    for place in name {
      let byte = source[place]
      if byte & 0xC0 == 0x80 { continue }
      scalars += 1
      // if() has as many signs as letters.
      if byte == 0x28 || byte == 0x29, isJoint(byte, at: place, in: source, name) {
        scalars -= 1
        continue
      }
      if byte.isASCIIAlphanumeric || byte >= 0x80 {
        letters += 1
      } else if !isJoint(byte, at: place, in: source, name) {
        return nil
      }
    }
    return scalars <= longestName && letters * 2 > scalars ? name : nil
  }

  /// The number of Unicode scalars of a piece of code, line ends left out.
  static func scalarCount(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (source[$1] & 0xC0 == 0x80 || source[$1] == 0x0A || source[$1] == 0x0D ? 0 : 1) }
  }

  /// Whether a byte may stand between the letters of a name: `.`, `_`, `-`, one space; `@`, `$`, `:` and `~` at its
  /// start, `/` before a letter, `()` at its end, `+` and `#` anywhere, as in `C++`.
  private static func isJoint(
    _ byte: UInt8, at place: Int, in source: UnsafeBufferPointer<UInt8>, _ name: Range<Int>
  ) -> Bool {
    let isFirst = place == name.lowerBound
    let isLast = place + 1 == name.upperBound
    switch byte {
    case 0x2E, 0x5F, 0x2D, 0x2B, 0x23: return true
    case 0x20: return !isFirst && source[place - 1] != 0x20
    case 0x24, 0x40, 0x7E: return isFirst
    case 0x3A: return isFirst || !isLast && source[place + 1].isASCIILetter
    case 0x2F: return !isLast && source[place + 1] != 0x2F
    case 0x28: return !isFirst && place + 2 == name.upperBound && source[place + 1] == 0x29
    case 0x29: return !isFirst && isLast && source[place - 1] == 0x28
    default: return false
    }
  }

  /// The code without the brackets of a tag or the quotes around it.
  private static func withoutBrackets(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 2 else { return range }
    var (start, end) = (range.lowerBound, range.upperBound)
    let isEncoded = range.count > 8 && source.holds("&lt;", at: start) && source.holds("&gt;", at: end - 4)
    switch (source[start], source[end - 1]) {
    case (0x3C, 0x3E),
      _ where isEncoded:
      start += isEncoded ? 4 : 1
      end -= isEncoded ? 4 : 1
      if end > start && source[start] == 0x2F { start += 1 }
      if end > start && source[end - 1] == 0x2F { end -= 1 }
      while end > start && source[end - 1] == 0x20 { end -= 1 }
    case (0x22, 0x22), (0x27, 0x27):
      start += 1
      end -= 1
    default: break
    }
    return start..<max(start, end)
  }

  /// The code without a language mark such as `{:js}` at its end.
  private static func withoutLanguage(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 3, source[range.upperBound - 1] == 0x7D else { return range }
    var place = range.upperBound - 2
    while place > range.lowerBound && source[place].isASCIIAlphanumeric { place -= 1 }
    guard place > range.lowerBound, source[place] == 0x3A, source[place - 1] == 0x7B else { return range }
    return range.lowerBound..<place - 1
  }
}
