import TextCore

/// Latin words as articles write them: with digits and signs inside, which a dictionary cuts in pieces.
enum LatinWord {
  /// Whether all of `start..<end` may stand inside a Latin word: GPT-4o, C++, C#, Node.js, AT&T.
  @inline(__always)
  static func isPart(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where !isLetterOrDigit(text[index]) && !isSign(text[index]) { return false }
    return start < end
  }

  /// The word within `start..<end`, without signs at either end; `nil` where it holds no letter.
  static func trim(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    var lower = start
    var upper = end
    while lower < upper, !isLetterOrDigit(text[lower]) { lower += 1 }
    while upper > lower, !isLetterOrDigit(text[upper - 1]), text[upper - 1] != UInt8(ascii: "+"), text[upper - 1] != UInt8(ascii: "#") {
      upper -= 1
    }
    for index in lower..<upper where text[index] | 0x20 >= 0x61 && text[index] | 0x20 <= 0x7A { return lower..<upper }
    return nil
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "_"),
      UInt8(ascii: "'"):
      return true
    default: return false
    }
  }
}
