import TextCore

/// The rules that the form of every excerpt keeps.
///
/// They are asked of every sentence that might be chosen, so they look at bytes; only `clause` and `line`, which make
/// the text of a chosen one, work on strings.
package enum ExcerptForm {
  /// The code of the bracket pair a scalar belongs to, and whether it opens; `nil` for everything else.
  @inline(__always)
  private static func bracket(_ scalar: UInt32) -> (pair: UInt32, opens: Bool)? {
    switch scalar {
    case 0x28: (0x28, true)
    case 0x29: (0x28, false)
    case 0x5B: (0x5B, true)
    case 0x5D: (0x5B, false)
    case 0xFF08: (0xFF08, true)
    case 0xFF09: (0xFF08, false)
    case 0xFF3B: (0xFF3B, true)
    case 0xFF3D: (0xFF3B, false)
    // 〈〉《》「」『』【】 are neighbours: an even code opens, the odd one after it closes.
    case 0x3008...0x3011: (scalar & ~1, scalar & 1 == 0)
    default: nil
    }
  }

  /// Whether every bracket in `text` is closed, and in order.
  package static func isBalanced(_ text: Span<UInt8>) -> Bool {
    var open: [UInt32] = []
    var place = 0
    while place < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      place += length
      guard let bracket = bracket(scalar) else { continue }
      if bracket.opens {
        open.append(bracket.pair)
      } else if open.popLast() != bracket.pair {
        return false
      }
    }
    return open.isEmpty
  }

  /// Whether `text` holds signs that a reader would take for left-over markup.
  package static func hasMarkup(_ text: Span<UInt8>) -> Bool {
    if text.count > 0, text[0] == UInt8(ascii: "#") { return true }
    var previous: UInt8 = 0x20
    for index in 0..<text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"): if previous == byte { return true }
      case UInt8(ascii: "("): if previous == UInt8(ascii: "]") { return true }
      case UInt8(ascii: "["): if previous == UInt8(ascii: "!") || previous == UInt8(ascii: "]") { return true }
      case UInt8(ascii: "`"): return true
      case UInt8(ascii: "/"):
        if previous == UInt8(ascii: "<") { return true }
        if previous == byte, index > 1, text[index - 2] == UInt8(ascii: ":") { return true }
      default: if previous == UInt8(ascii: "<"), byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { return true }
      }
      previous = byte
    }
    return false
  }

  /// The letters and digits of a title in pairs of neighbours, to recognize sentences that only say it again.
  package struct TitlePairs {
    /// The least power of two that is at least twice the number of pairs: the slots of an open hash table.
    private var slots: [(pair: UInt64, index: Int)]
    /// The different pairs.
    private(set) var count = 0

    /// Reads a title.
    package init(_ title: String) {
      let bytes = Array(title.utf8)
      var size = 64
      while size < bytes.count * 2 { size *= 2 }
      slots = [(UInt64, Int)](repeating: (0, -1), count: size)
      var pairs: [UInt64] = []
      ExcerptForm.forEachPair(bytes.span) { pairs.append($0) }
      for pair in pairs {
        let slot = slot(of: pair)
        guard slots[slot].index < 0 else { continue }
        slots[slot] = (pair, count)
        count += 1
      }
    }

    /// The number of `pair` among the different ones, in the order of the title; -1 where the title lacks it.
    @inline(__always)
    func index(of pair: UInt64) -> Int { slots[slot(of: pair)].index }

    /// The slot of `pair`, or the free one where it would go; a table half empty has one.
    @inline(__always)
    private func slot(of pair: UInt64) -> Int {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
      while slots[slot].index >= 0, slots[slot].pair != pair { slot = (slot + 1) & mask }
      return slot
    }

    /// Whether `text` says little more than the title: at least four fifths of its pairs stand there too.
    package func echoes(_ text: Span<UInt8>) -> Bool {
      var own = 0
      var shared = 0
      ExcerptForm.forEachPair(text) { pair in
        own += 1
        if index(of: pair) >= 0 { shared += 1 }
      }
      return own > 0 && shared * 5 >= own * 4
    }
  }

  /// Calls `body` with each pair of neighbouring letters or digits, small and half-width.
  static func forEachPair(_ text: Span<UInt8>, _ body: (UInt64) -> Void) {
    var previous: UInt64 = 0
    var place = 0
    while place < text.count {
      var (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      place += length
      if scalar >= 0xFF01 && scalar <= 0xFF5E { scalar -= 0xFEE0 }
      if scalar >= 0x41 && scalar <= 0x5A { scalar |= 0x20 }
      let script = Script(scalar)
      guard script != .space && script != .other else { continue }
      if previous != 0 { body(previous << 32 | UInt64(scalar)) }
      previous = UInt64(scalar)
    }
  }

  /// Whether `text` ends as a sentence does.
  package static func endsAsSentence(_ text: Span<UInt8>) -> Bool {
    guard let last = UTF8Scan.scalar(before: text.count, in: text)?.value else { return false }
    switch last {
    case 0x3002, 0xFF0E, 0x2E, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x2026, 0x266A, 0x300D, 0x300F, 0xFF09, 0x29, 0x3011:
      return true
    default: return false
    }
  }

  /// A sentence on one line: line breaks vanish between Japanese, and become a space between Latin words.
  package static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
    let parts = text.split(whereSeparator: { $0.isNewline || $0 == "\t" })
    return parts.reduce(into: "") { line, part in
      let part = part.drop(while: { $0 == " " || $0 == "\u{3000}" })
      if let last = line.last, let first = part.first, last.isASCII, first.isASCII { line += " " }
      line += part
    }
  }

  /// `text` without signs of markup, and without brackets where they are not closed in order; `text` itself where
  /// nothing else is in it.
  package static func plain(_ text: String) -> String {
    var plain = text
    var bytes = Array(plain.utf8)
    if hasMarkup(bytes.span) {
      plain.removeAll { "*_`#<>[]!".contains($0) }
      bytes = Array(plain.utf8)
    }
    if !isBalanced(bytes.span) { plain.removeAll { "()[]（）［］〈〉《》「」『』【】".contains($0) } }
    return plain.contains { !$0.isWhitespace } ? plain : text
  }
}
