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
  private(set) var copied = 0

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
      } else if scalar != 0x30FC, !isDash(scalar, at: range, in: text) {
        replace(range, of: text, by: 0x30FC)
      }
    case .quote(let ascii): replace(range, of: text, by: UInt32(ascii))
    case .tilde: rewriteTilde(scalar, range, in: text, properties)
    }
    return range.upperBound
  }

  /// Whether a dash is one, because a digit or a Latin letter, or another dash that is one, stands right beside it:
  /// 2007—09, A—B.
  private func isDash(_ scalar: UInt32, at range: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard scalar == 0x2014 || scalar == 0x2015 else { return false }
    if range.upperBound < text.count, Self.isLetterOrDigit(UInt32(text[range.upperBound])) { return true }
    guard let previous = writtenBefore(range.lowerBound, in: text) else { return false }
    return Self.isLetterOrDigit(previous) || previous == 0x2014 || previous == 0x2015
  }

  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10 || scalar < 0x80 && (scalar | 0x20) &- 0x61 < 26
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

// MARK: - What was read and written

extension JapaneseRewriter {
  /// Whether the character at `place` may be joined with what stands before it.
  func joinsPrevious(at place: Int, in text: Span<UInt8>, _ properties: ScalarProperties) -> Bool {
    guard place < text.count, text[place] >= 0xCC else { return false }  // U+0300 is the first that joins
    let scalar = UTF8Scan.scalar(at: place, in: text).value
    switch scalar {
    case 0x3041...0x3096, 0x30A0...0x30FF, 0x3400...0x9FFF: return false
    default: return properties.joinsPrevious(scalar)
    }
  }

  /// The character that was last written before the input at `place`; `nil` at the start of a line.
  func writtenBefore(_ place: Int, in text: Span<UInt8>) -> UInt32? {
    let written =
      place > copied
      ? UTF8Scan.scalar(before: place, in: text) : UTF8Scan.scalar(before: output.count, in: output.span)
    guard let scalar = written?.value, scalar != 0x0A, scalar != 0x0D else { return nil }
    return scalar
  }

  /// Writes `scalar`, or nothing, in the place of `range`.
  mutating func replace(_ range: Range<Int>, of text: Span<UInt8>, by scalar: UInt32?) {
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
