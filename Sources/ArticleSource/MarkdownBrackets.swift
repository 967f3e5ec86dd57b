/// Finds the constructs in brackets and braces that dialects of Markdown add to it, each within its line.
enum MarkdownBrackets {
  /// The most bytes that one may have.
  private static let longest = 300

  /// The mark of a footnote, `[^1]`, at `start`.
  static func footnote(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Range<Int>? {
    guard start + 3 < lineEnd, source[start + 1] == 0x5E else { return nil }
    guard let close = closing(0x5D, source, start + 2, lineEnd, not: { $0 <= 0x20 || $0 == 0x5B }) else { return nil }
    return close > start + 2 ? start..<close + 1 : nil
  }

  /// An embedded card, `@[card](address)`, at `start`.
  static func card(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Range<Int>? {
    guard start + 1 < lineEnd, source[start + 1] == 0x5B else { return nil }
    let isNoName: (UInt8) -> Bool = { !$0.isASCIIAlphanumeric && $0 != 0x2D && $0 != 0x5F }
    guard let bracket = closing(0x5D, source, start + 2, lineEnd, not: isNoName), bracket + 1 < lineEnd,
      source[bracket + 1] == 0x28, let stop = closing(0x29, source, bracket + 2, lineEnd, not: { _ in false })
    else { return nil }
    return start..<stop + 1
  }

  /// What stands alone in a line: `[toc]`, `[[_TOC_]]`, `[:contents]`, and the `[!NOTE]` of a quote.
  static func wholeLine(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Range<Int>? {
    let words: [StaticString] = [
      "[toc]", "[[toc]]", "[[_toc_]]", "[:contents]", "[!note]", "[!tip]", "[!important]", "[!warning]", "[!caution]",
      "[!info]",
    ]
    for word in words where source.starts(ignoringCase: word, at: start) {
      let stop = start + word.utf8CodeUnitCount
      if stop <= lineEnd && source.firstText(from: stop, lineEnd) == lineEnd { return start..<stop }
    }
    return nil
  }

  /// Where attributes in braces end that start at `start`: `{: .class}`, `{.class}`, `{#id}` at a line's end, and the
  /// space of MDX, `{" "}`.
  static func attributes(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Int? {
    let first = source[start + 1]
    let isForeign: (UInt8) -> Bool
    switch first {
    case 0x3A, 0x2E: isForeign = { $0 >= 0x80 || $0 == 0x7B }
    case 0x23: isForeign = { $0 <= 0x20 || $0 == 0x7B }
    default: isForeign = { $0 != 0x20 && $0 != first }
    }
    guard let close = closing(0x7D, source, start + 1, lineEnd, not: isForeign), close > start + 2 else { return nil }
    if first == 0x23 && source.firstText(from: close + 1, lineEnd) != lineEnd { return nil }
    if first == 0x2E && !source[start + 2].isASCIILetter { return nil }
    if first == 0x3A && !isAttributeList(source, start + 2..<close) { return nil }
    return close + 1
  }

  /// Whether what follows `{:` is a list of attributes as kramdown has them, and no `{:else}` of a template.
  private static func isAttributeList(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let start = source.firstText(from: range.lowerBound, range.upperBound)
    guard start < range.upperBound else { return false }
    if source[start] == 0x2E || source[start] == 0x23 || source.holds("toc", at: start) { return true }
    return range.contains { source[$0] == 0x3D }
  }

  /// Where a shortcode as WordPress has them ends that starts at `start`: `[gallery ids="1,2"]`, `[/caption]`.
  static func shortcode(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Int? {
    guard start + 3 < lineEnd else { return nil }
    let isClosing = source[start + 1] == 0x2F
    let nameStart = start + (isClosing ? 2 : 1)
    var place = nameStart
    while place < lineEnd, place - nameStart < 40,
      source[place] &- 0x61 < 26 || source[place] == 0x2D || source[place] == 0x5F
    {
      place += 1
    }
    guard place > nameStart + 1, place < lineEnd,
      let close = closing(0x5D, source, place, lineEnd, not: { $0 == 0x5B })
    else { return nil }
    if close + 1 < lineEnd, [0x28, 0x5B, 0x3A].contains(source[close + 1]) { return nil }
    if close == place { return isClosing || isBareName(source, nameStart..<place) ? close + 1 : nil }
    guard source[place] == 0x20, !isClosing else { return nil }
    let attribute = place + 1
    while place + 1 < close, source[place + 1].isASCIIAlphanumeric || source[place + 1] == 0x5F { place += 1 }
    return place + 1 > attribute && source[place + 1] == 0x3D ? close + 1 : nil
  }

  private static func isBareName(_ source: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    let names: [StaticString] = ["gallery", "toc", "embed", "audio", "video", "youtube", "more", "caption", "code"]
    return names.contains {
      $0.utf8CodeUnitCount == name.count && source.starts(ignoringCase: $0, at: name.lowerBound)
    }
  }

  /// The place of `close` from `start` on, before a byte that must not come before it.
  private static func closing(
    _ close: UInt8, _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int, not isForeign: (UInt8) -> Bool
  ) -> Int? {
    var place = start
    while place < min(lineEnd, start + longest) {
      if source[place] == close { return place }
      if isForeign(source[place]) { return nil }
      place += 1
    }
    return nil
  }
}

/// Tells formulas from dollar amounts.
enum MarkdownFormula {
  /// The most bytes of a formula in a line.
  private static let longest = 300

  /// The formula `$…$` that starts at `start`, by the rules of Pandoc's `tex_math_dollars` and by its content.
  static func inline(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) -> Range<Int>? {
    guard start + 2 < lineEnd, source[start + 1] > 0x20 else { return nil }
    if start > 0 && (source[start - 1].isASCIIAlphanumeric || source[start - 1] == 0x24) { return nil }
    var close = start + 1
    while close < min(lineEnd, start + longest) && source[close] != 0x24 { close += source[close] == 0x5C ? 2 : 1 }
    guard close < min(lineEnd, start + longest), source[close - 1] > 0x20 else { return nil }
    if close + 1 < lineEnd && source[close + 1].isASCIIAlphanumeric { return nil }
    return isFormula(source, start + 1..<close) ? start..<close + 1 : nil
  }

  /// Whether text looks like a formula: it has an operator, a command or an index, or is one short name, and holds
  /// Japanese only beside a command.
  static func isFormula(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    var hasOperator = false
    var hasCommand = false
    var hasLetter = false
    for place in range {
      switch source[place] {
      case 0x5C, 0x5E: hasCommand = true
      case 0x2A, 0x2B, 0x2D, 0x2F, 0x3C, 0x3D, 0x3E, 0x5F, 0x28, 0x7B: hasOperator = true
      case 0xE3...0xFF: if !hasCommand { return false }
      case 0x60: return false
      default: if source[place].isASCIILetter { hasLetter = true }
      }
    }
    return hasCommand || hasLetter && (hasOperator || range.count <= 2 && source[first].isASCIILetter)
  }
}
