internal import TextCore

/// Runs of spaces, and of tildes where all of them are removed.
extension JapaneseRewriter {
  /// Whether what stands at `place` belongs to a run of what may be dropped: spaces, and tildes where all are removed.
  func isGap(at place: Int, in text: Span<UInt8>) -> Bool {
    let lead = text[place]
    if lead == 0x20 { return true }
    guard tilde == .remove, lead == 0x7E || lead == 0xE2 || lead == 0xE3 else { return false }
    return RewriteKind(UTF8Scan.scalar(at: place, in: text).value) == .tilde
  }

  /// Drops the run of spaces that begins at `start`, or all but one of them.
  mutating func rewriteGap(from start: Int, in text: Span<UInt8>, _ properties: ScalarProperties) -> Int {
    var end = start
    var last = start
    var space: Int?
    while end < text.count, isGap(at: end, in: text) {
      if space == nil && text[end] == 0x20 { space = end }
      last = end
      end += UTF8Scan.length(ofLead: text[end])
    }
    guard joinsPrevious(at: end, in: text, properties) else {
      drop(start..<end, keeping: keepsSpace(from: start, to: end, in: text) ? space : nil, in: text)
      return end
    }
    return rewriteMark(at: end, on: last, gapStart: start, space: space, in: text)
  }

  /// Treats a gap whose last part, at `base`, carries a combining mark: that part is no space, and stays.
  ///
  /// NFKC spreads `゛` into a space and a combining mark. It becomes whole again here, or joins the kana before it.
  private mutating func rewriteMark(at place: Int, on base: Int, gapStart: Int, space: Int?, in text: Span<UInt8>)
    -> Int
  {
    let (mark, length) = UTF8Scan.scalar(at: place, in: text)
    let isOnSpace = text[base] == 0x20
    if isOnSpace, gapStart - copied >= 3, let kana = writtenBefore(gapStart, in: text),
      let voiced = JapaneseCharacter.voiced(kana, by: mark)
    {
      replace(gapStart - 3..<place + length, of: text, by: voiced)
      return place + length
    }
    let kept = space.flatMap { $0 < base && keepsSpace(from: gapStart, to: nil, in: text) ? $0 : nil }
    drop(gapStart..<base, keeping: kept, in: text)
    guard isOnSpace, let spacing = JapaneseCharacter.spacing(mark) else { return place }
    replace(base..<place + length, of: text, by: spacing)
    return place + length
  }

  /// Whether one space stays between what was written before `start` and what stands at `end`, `nil` for a mark.
  private func keepsSpace(from start: Int, to end: Int?, in text: Span<UInt8>) -> Bool {
    // neologdn drops spaces behind an asterisk; the rules' own example has one.
    guard let previous = writtenBefore(start, in: text), previous != 0x20, previous != 0x2A else { return false }
    guard let end else { return !JapaneseCharacter.dropsSpaces(previous) }
    guard end < text.count, text[end] != 0x0A, text[end] != 0x0D else { return false }
    let next = UTF8Scan.scalar(at: end, in: text).value
    let kind = RewriteKind(next)
    // The space tells this tilde from one that draws out a vowel.
    if kind == .tilde && tilde == .keepRanges && JapaneseCharacter.isKana(previous) { return true }
    if JapaneseCharacter.dropsSpaces(previous) { return false }
    switch kind {
    case .tilde where tilde == .normalize: return true
    case .tilde where tilde != .ignore: return false
    case .longVowel: return true
    default: return !JapaneseCharacter.dropsSpaces(next)
    }
  }

  private mutating func drop(_ range: Range<Int>, keeping space: Int?, in text: Span<UInt8>) {
    guard let space else { return replace(range, of: text, by: nil) }
    replace(range.lowerBound..<space, of: text, by: nil)
    replace(space + 1..<range.upperBound, of: text, by: nil)
  }
}
