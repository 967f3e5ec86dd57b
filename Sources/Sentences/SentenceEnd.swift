import TextCore

/// Decides whether a mark ends a sentence, by what stands around it.
enum SentenceEnd {
  /// Whether the sentence ends at `end`, behind `mark` and the closers after it.
  static func isEnd(_ mark: SentenceMark, end: Int, lineStart: Int, lineEnd: Int, in text: Span<UInt8>) -> Bool {
    guard end < lineEnd else { return true }
    let (next, length) = UTF8Scan.scalar(at: end, in: text)
    // Another mark follows and decides: 本当?! なに...。
    if isMark(next) { return false }
    let isClosed = end > mark.end
    switch mark.kind {
    case .stop:
      return isClosed
        ? !continues(next, after: end + length, in: text) : !isCaseMark(next, after: end + length, in: text)
    case .exclamation:
      if continues(next, after: end + length, in: text) { return false }
      // Yahoo!ニュース, Be!, Wow!やった: a Latin word with its mark and no space after it may be a name.
      if !isClosed, Script(next) != .space, precedes(mark, .latin, in: text) { return false }
      return true
    case .laughter: return !continues(next, after: end + length, in: text)
    case .ellipsis:
      let script = Script(next)
      return script == .space
        || (script != .hiragana && !isJoiner(next) && !continues(next, after: end + length, in: text))
          && precedesJapanese(mark, in: text)
    case .period:
      return isPeriodEnd(mark, end: end, next: next, length: length, lineStart: lineStart, lineEnd: lineEnd, in: text)
    case .open, .close: return false
    }
  }

  /// A full stop in Latin or mixed text.
  private static func isPeriodEnd(
    _ mark: SentenceMark, end: Int, next: UInt32, length: Int, lineStart: Int, lineEnd: Int, in text: Span<UInt8>
  ) -> Bool {
    let before = UTF8Scan.scalar(before: mark.start, in: text).map { Script($0.value) } ?? .other
    if before.isJapanese || before == .other && mark.start > lineStart {
      // Japanese written with full stops: 終わった.次は — but not 第1章.概要 as a file name: index.html has Latin before.
      return Script(next) == .space || Script(next).isJapanese || isOpening(next)
    }
    guard Script(next) == .space else { return false }
    var place = end
    while place < lineEnd, Script(UTF8Scan.scalar(at: place, in: text).value) == .space {
      place += UTF8Scan.scalar(at: place, in: text).length
    }
    guard place < lineEnd else { return true }
    let following = UTF8Scan.scalar(at: place, in: text).value
    if before == .digit {
      // 1. 項目 is a number of a list; 3. 5 is a slip in a figure; a year before a capital ends a sentence.
      return mark.start - wordStart(mark, lineStart, in: text) >= 3 && Script(following) != .digit
    }
    if following >= 0x61 && following <= 0x7A || Script(following) == .digit { return false }
    return !isAbbreviation(wordStart(mark, lineStart, in: text), mark.start, in: text)
  }

  private static func wordStart(_ mark: SentenceMark, _ lineStart: Int, in text: Span<UInt8>) -> Int {
    var start = mark.start
    while start > lineStart, mark.start - start < 12, isWordByte(text[start - 1]) { start -= 1 }
    return start
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: ".")
  }

  /// Abbreviations that are followed by a capital within a sentence, in lower case without the last full stop.
  private static let abbreviations: Set<String> = [
    "inc", "ltd", "co", "corp", "no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "mt", "vs", "v", "e.g", "i.e", "cf",
    "fig", "figs", "vol", "ver", "ch", "sec", "eq", "pp", "p", "jr", "sr", "approx", "dept", "est", "gen", "sen", "rep",
    "gov", "capt", "feat", "ft", "al", "et al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  private static func isAbbreviation(_ start: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
    let word = text.string(start..<end).lowercased()
    // One letter, or letters with stops between: J. R. R. Tolkien, U.S. Army
    return word.utf8.count == 1 || word.contains(".") || abbreviations.contains(word)
  }

  /// Whether the text goes on within the sentence: 「…。」と言う, なぜ?という問い, すごい!って
  private static func continues(_ next: UInt32, after place: Int, in text: Span<UInt8>) -> Bool {
    if isJoiner(next) || isCaseMark(next, after: place, in: text) { return true }
    let following = place < text.count ? UTF8Scan.scalar(at: place, in: text).value : 0
    switch next {
    case 0x3068:  // と, but not とても, ところで, とにかく, とはいえ at a start
      return ![0x3066, 0x3053, 0x306B, 0x308A].contains(following)
    case 0x3063: return following == 0x3066  // って
    case 0x306E: return following != 0x3061  // の, but not のち
    case 0x304C: return following != 0x3093 && !isJoiner(following)  // が, but not がん…, が、
    case 0x306B, 0x3082, 0x3067, 0x3084, 0x304B:  // に も で や か
      // でも, では, もう, もし, もちろん, やはり, かつ, かなり begin sentences.
      return ![0x3082, 0x306F, 0x3046, 0x3057, 0x3061, 0x3063, 0x306A, 0x3064, 0x3059, 0x304D].contains(following)
        && Script(following) != .hiragana || next == 0x304B && isMark(following)
    case 0x306A: return following == 0x3069 || following == 0x306E || following == 0x3093  // など なの なん
    case 0x3060: return following == 0x3068 || following == 0x3063  // だと だった
    default: return false
    }
  }

  /// を never begins a sentence, and は only as a part of a word like はい: モーニング娘。は
  private static func isCaseMark(_ scalar: UInt32, after place: Int, in text: Span<UInt8>) -> Bool {
    if scalar == 0x3092 { return true }
    guard scalar == 0x306F, place < text.count else { return false }
    return Script(UTF8Scan.scalar(at: place, in: text).value) != .hiragana
  }

  /// Punctuation that goes on with what stands before it.
  private static func isJoiner(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0xFF0C, 0x2C, 0x30FB, 0x2F, 0x3A, 0xFF1A, 0x3B: return true
    default: return false
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF61, 0x21, 0x3F, 0xFF01, 0xFF1F, 0x203C, 0x2047, 0x2048, 0x2049, 0x2026, 0x2025, 0x266A, 0x266B:
      return true
    default: return false
    }
  }

  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x300C, 0x300E, 0x3010, 0x3008, 0x300A, 0xFF08, 0x201C: return true
    default: return false
    }
  }

  private static func precedes(_ mark: SentenceMark, _ script: Script, in text: Span<UInt8>) -> Bool {
    UTF8Scan.scalar(before: mark.start, in: text).map { Script($0.value) == script } ?? false
  }

  private static func precedesJapanese(_ mark: SentenceMark, in text: Span<UInt8>) -> Bool {
    UTF8Scan.scalar(before: mark.start, in: text).map { Script($0.value).isJapanese } ?? false
  }
}
