import TextCore

/// Latin words as articles write them: with digits and signs inside, which a dictionary cuts in pieces.
enum LatinWord {
  /// Whether all of the morpheme `start..<end` may stand inside a Latin word: GPT-4o, C++, C#, Node.js, AT&T.
  ///
  /// A morpheme holds a space only where a word list has it as one name: Claude Code.
  @inline(__always)
  static func isPart(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end
    where !isLetterOrDigit(text[index]) && !isSign(text[index]) && !(text[index] == 0x20 && index > start) {
      return false
    }
    return start < end
  }

  /// The word within `start..<end`, without signs at either end; `nil` where it holds no letter.
  static func trim(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    var lower = start
    var upper = end
    while lower < upper, !isLetterOrDigit(text[lower]) { lower += 1 }
    while upper > lower, !isLetterOrDigit(text[upper - 1]), text[upper - 1] != UInt8(ascii: "+"),
      text[upper - 1] != UInt8(ascii: "#")
    {
      upper -= 1
    }
    for index in lower..<upper where text[index] | 0x20 >= 0x61 && text[index] | 0x20 <= 0x7A { return lower..<upper }
    return nil
  }

  /// Units that stand right behind a number; 5G, 3D and 4K are names.
  private static let units: Set<String> = [
    "b", "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "tib", "bps", "kbps", "mbps", "gbps", "hz", "khz", "mhz",
    "ghz",
    "mg", "kg", "g", "t", "mm", "cm", "m", "km", "nm", "um", "ml", "l", "cc", "w", "kw", "mw", "gw", "tw", "kwh", "mwh",
    "gwh", "twh", "wh", "v", "mv", "kv", "a", "ma", "mah", "ah", "pa", "hpa", "s", "ms", "ns", "us", "min", "h", "px",
    "pt", "em", "rem", "fps", "rpm", "dpi", "ppi", "db", "cal", "kcal", "ha", "x", "st", "nd", "rd", "th", "am", "pm",
  ]

  /// Whether `word` is a number with its unit: 110MW, 3.5mm.
  static func isMeasure(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard text[word.lowerBound] >= 0x30, text[word.lowerBound] <= 0x39 else { return false }
    var place = word.lowerBound
    while place < word.upperBound, text[place] >= 0x2E, text[place] <= 0x39 { place += 1 }
    let rest = place..<word.upperBound
    guard rest.count <= 4 else { return false }
    let unit = text.string(rest)
    // Capital G and K alone are generations and resolutions.
    return unit != "G" && unit != "K" && unit != "D" && units.contains(unit.lowercased())
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "_"),
      UInt8(ascii: "'"):
      return true
    default: return false
    }
  }
}
