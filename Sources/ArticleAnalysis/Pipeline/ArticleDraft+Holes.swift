import ArticleSource
import TextCore

extension ArticleDraft {
  /// Whether code or an address was left out of a stretch of prose, so that words are missing in it.
  ///
  /// What stood between brackets is not missed.
  /// - Complexity: O(*n*) in bytes of the stretch in the file.
  func hasHole(_ range: ByteRange<ProseSpace>) -> Bool {
    let file = prose.map.sourceRange(of: range)
    let bytes = source.bytes.span
    var place = startOfCode(bytes, before: file.lowerBound)
    while place < file.upperBound {
      let start = place
      let byte = bytes[place]
      guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "h") else {
        place += 1
        continue
      }
      guard let gap = code(bytes, at: &place, before: file.upperBound) ?? address(bytes, at: start, &place, file) else {
        continue
      }
      if isBlank(prose.map.targetRange(of: gap)), !isBracketed(bytes, start..<place, file) { return true }
    }
    return false
  }

  /// Where the code begins whose name begins a sentence at `start`; `start` itself where none does.
  private func startOfCode(_ bytes: Span<UInt8>, before start: Int) -> Int {
    var place = start
    while place > 0,
      [UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place - 1])
    {
      place -= 1
    }
    guard place > 0, bytes[place - 1] == UInt8(ascii: "`") else { return start }
    while place > 0, bytes[place - 1] == UInt8(ascii: "`") { place -= 1 }
    return place
  }

  /// Whether nothing but spaces is left in the prose: those around code become one.
  private func isBlank(_ range: ByteRange<ProseSpace>) -> Bool {
    let text = prose.bytes.span
    return range.offsets.allSatisfy { text[$0] == UInt8(ascii: " ") || text[$0] == UInt8(ascii: "\n") }
  }

  /// Whether a bracket opens right before `gap` and closes right behind it.
  private func isBracketed(_ bytes: Span<UInt8>, _ gap: Range<Int>, _ file: ByteRange<FileSpace>) -> Bool {
    guard gap.lowerBound > 0, gap.upperBound < bytes.count else { return false }
    // （ is EF BC 88, ） is EF BC 89.
    let opens =
      bytes[gap.lowerBound - 1] == UInt8(ascii: "(")
      || gap.lowerBound > 2 && bytes[gap.lowerBound - 1] == 0x88 && bytes[gap.lowerBound - 3] == 0xEF
    let closes =
      bytes[gap.upperBound] == UInt8(ascii: ")")
      || gap.upperBound + 2 < bytes.count && bytes[gap.upperBound] == 0xEF && bytes[gap.upperBound + 2] == 0x89
    return opens && closes
  }

  private static let scheme = Array("http".utf8)

  /// The address in plain text at `start`, or in pointed brackets; `place` is moved behind it.
  ///
  /// Addresses that markup hides, behind `](` and in attributes, are no part of the text.
  private func address(
    _ bytes: Span<UInt8>, at start: Int, _ place: inout Int, _ file: ByteRange<FileSpace>
  ) -> ByteRange<FileSpace>? {
    guard bytes[start] == UInt8(ascii: "h"), start > file.lowerBound, start + 8 < file.upperBound else { return nil }
    for index in 1..<4 where bytes[start + index] != Self.scheme[index] { return nil }
    let colon = bytes[start + 4] == UInt8(ascii: "s") ? start + 5 : start + 4
    guard bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == UInt8(ascii: "/") else { return nil }
    switch bytes[start - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "["): return nil
    case UInt8(ascii: "<") where start > 1 && bytes[start - 2] == UInt8(ascii: "("): return nil
    default: break
    }
    while place < file.upperBound, bytes[place] > 0x20, bytes[place] < 0x80, bytes[place] != UInt8(ascii: ">"),
      bytes[place] != UInt8(ascii: ")")
    { place += 1 }
    let end = place
    return end < file.upperBound ? ByteRange<FileSpace>(start, end) : nil
  }

  /// The code whose opening mark, a backtick or the tag `code`, stands at `place`; `place` is moved behind it, or by one
  /// where there is none.
  private func code(_ bytes: Span<UInt8>, at place: inout Int, before end: Int) -> ByteRange<FileSpace>? {
    let first = bytes[place]
    place += 1
    guard first == UInt8(ascii: "`") || first == UInt8(ascii: "<") && Self.isCodeTag(bytes, place, end) else {
      return nil
    }
    let closing: UInt8 = first == UInt8(ascii: "`") ? first : UInt8(ascii: "<")
    if closing == UInt8(ascii: "<") {
      while place < end, bytes[place] != UInt8(ascii: ">") { place += 1 }
      place = min(place + 1, end)
    }
    while place < end, bytes[place] == UInt8(ascii: "`") { place += 1 }
    let start = place
    while place < end, bytes[place] != closing { place += 1 }
    guard place < end, start < place else { return nil }
    let code = ByteRange<FileSpace>(start, place)
    while place < end, bytes[place] == UInt8(ascii: "`") { place += 1 }
    return code
  }

  private static func isCodeTag(_ bytes: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    let name = Array("code".utf8)
    guard place + name.count < end else { return false }
    return name.indices.allSatisfy { bytes[place + $0] == name[$0] }
  }
}
