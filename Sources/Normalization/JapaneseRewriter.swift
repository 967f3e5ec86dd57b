internal import TextCore

/// The rewrites of neologdn and mecab-ipadic-NEologd, in one pass over a text in NFKC.
///
/// Every rule looks only at what was written before and at what follows a run of spaces, and finds nothing to do
/// in what it wrote: that makes the pass idempotent. Nothing that stands before a combining mark is dropped, so the
/// result stays composed.
struct JapaneseRewriter {
  /// The text that was rewritten last; only of use where `map` has edits.
  private(set) var output: [UInt8] = []
  /// The edits of the last pass.
  private(set) var map = OffsetMap<FormSpace, RewrittenSpace>()
  let tilde: TildeHandling
  /// Where the input begins that is not in `output` yet.
  private var copied = 0

  init(tilde: TildeHandling) { self.tilde = tilde }

  /// Rewrites `text`, which must be valid UTF-8 in NFKC.
  /// - Complexity: O(*n*).
  mutating func rewrite(_ text: Span<UInt8>, _ properties: ScalarProperties) {
    output = []
    map.removeAll()
    copied = 0
    var place = Self.nextStop(in: text, from: 0)
    while place < text.count {
      place = rewriteStop(at: place, in: text, properties)
      place = Self.nextStop(in: text, from: place)
    }
    if !map.isIdentity { copy(text, upTo: text.count) }
  }

  /// The first byte from `start` where a rule may apply; the end where there is none.
  ///
  /// A `ー` counts only right behind another, or at `start`, where what was written before is not at hand.
  private static func nextStop(in text: Span<UInt8>, from start: Int) -> Int {
    // SAFETY: the text is valid UTF-8, so the bytes that a lead byte announces are there.
    text.withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count {
        let lead = bytes[place]
        if lead < 0x80 {
          if lead == 0x20 || lead == 0x7E { return place }
          place += 1
        } else if lead == 0xE3 {
          let rest = UInt16(bytes[place + 1]) << 8 | UInt16(bytes[place + 2])
          if rest == 0x809C || rest == 0x80B0 { return place }  // 〜 〰
          if rest == 0x83BC && (place < start + 3 || bytes[place - 1] == 0xBC && bytes[place - 2] == 0x83) {
            return place
          }
          place += 3
        } else if lead == 0xE2 || lead == 0xCB || lead == 0xD6 {
          return place
        } else {
          place += UTF8Scan.length(ofLead: lead)
        }
      }
      return bytes.count
    }
  }

  /// Applies the rule for the character at `place`, and gives the place to go on from.
  private mutating func rewriteStop(at place: Int, in text: Span<UInt8>, _ properties: ScalarProperties) -> Int {
    if isGap(at: place, in: text) { return rewriteGap(from: place, in: text, properties) }
    let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
    let range = place..<place + length
    switch RewriteKind(scalar) {
    case .none: break
    case .hyphen:
      if writtenBefore(place, in: text) == 0x2D {
        replace(range, of: text, by: nil)
      } else {
        replace(range, of: text, by: 0x2D)
      }
    case .longVowel:
      if writtenBefore(place, in: text) == 0x30FC {
        replace(range, of: text, by: nil)
      } else if scalar != 0x30FC {
        replace(range, of: text, by: 0x30FC)
      }
    case .quote(let ascii): replace(range, of: text, by: UInt32(ascii))
    case .tilde: rewriteTilde(scalar, range, in: text, properties)
    }
    return range.upperBound
  }

  private mutating func rewriteTilde(
    _ scalar: UInt32, _ range: Range<Int>, in text: Span<UInt8>, _ properties: ScalarProperties
  ) {
    switch tilde {
    case .ignore, .remove: return
    case .normalize: if scalar != 0x7E { replace(range, of: text, by: 0x7E) }
    case .normalizeZenkaku: if scalar != 0x301C { replace(range, of: text, by: 0x301C) }
    case .keepRanges:
      if drawsOutVowel(range, in: text, properties) {
        replace(range, of: text, by: nil)
      } else if scalar != 0x301C {
        replace(range, of: text, by: 0x301C)
      }
    }
  }

  /// Whether the tilde at `range` stands right after kana, and before neither a digit nor a combining mark.
  private func drawsOutVowel(_ range: Range<Int>, in text: Span<UInt8>, _ properties: ScalarProperties) -> Bool {
    guard let previous = writtenBefore(range.lowerBound, in: text), JapaneseCharacter.isKana(previous) else {
      return false
    }
    var next = range.upperBound
    while next < text.count && text[next] == 0x20 { next += 1 }
    guard next < text.count else { return true }
    return !(0x30...0x39).contains(text[next]) && !joinsPrevious(at: next, in: text, properties)
  }
}

// MARK: - Spaces

extension JapaneseRewriter {
  /// Whether what stands at `place` belongs to a run of what may be dropped: spaces, and tildes where all are removed.
  private func isGap(at place: Int, in text: Span<UInt8>) -> Bool {
    guard text[place] != 0x20 else { return true }
    guard tilde == .remove, [0x7E, 0xE2, 0xE3].contains(text[place]) else { return false }
    return RewriteKind(UTF8Scan.scalar(at: place, in: text).value) == .tilde
  }

  /// Drops the run of spaces that begins at `start`, or all but one of them.
  private mutating func rewriteGap(from start: Int, in text: Span<UInt8>, _ properties: ScalarProperties) -> Int {
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

// MARK: - What was read and written

extension JapaneseRewriter {
  /// Whether the character at `place` may be joined with what stands before it.
  private func joinsPrevious(at place: Int, in text: Span<UInt8>, _ properties: ScalarProperties) -> Bool {
    guard place < text.count, text[place] >= 0xCC else { return false }  // U+0300 is the first that joins
    let scalar = UTF8Scan.scalar(at: place, in: text).value
    switch scalar {
    case 0x3041...0x3096, 0x30A0...0x30FF, 0x3400...0x9FFF: return false
    default: return properties.joinsPrevious(scalar)
    }
  }

  /// The character that was last written before the input at `place`; `nil` at the start of a line.
  private func writtenBefore(_ place: Int, in text: Span<UInt8>) -> UInt32? {
    let written =
      place > copied
      ? UTF8Scan.scalar(before: place, in: text) : UTF8Scan.scalar(before: output.count, in: output.span)
    guard let scalar = written?.value, scalar != 0x0A, scalar != 0x0D else { return nil }
    return scalar
  }

  /// Writes `scalar`, or nothing, in the place of `range`.
  private mutating func replace(_ range: Range<Int>, of text: Span<UInt8>, by scalar: UInt32?) {
    guard !range.isEmpty else { return }
    copy(text, upTo: range.lowerBound)
    copied = range.upperBound
    let count = output.count
    if let scalar = scalar.flatMap(Unicode.Scalar.init) { output.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    map.replace(ByteRange(range), withCount: output.count - count)
  }

  private mutating func copy(_ text: Span<UInt8>, upTo end: Int) {
    if output.isEmpty { output.reserveCapacity(text.count + text.count / 8) }
    text.extracting(copied..<end).withUnsafeBufferPointer { output.append(contentsOf: $0) }
  }
}
