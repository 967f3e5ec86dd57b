internal import TextCore

/// Makes a text ready for ICU: valid UTF-8, and no run of combining marks that takes quadratic time to sort.
///
/// A text that needs neither is only read. For the form `japanese` the two hyphens that NFKC would make a `-`, and
/// that the Japanese rules take for a long vowel, become that before NFKC sees them. Beside a digit or a Latin letter,
/// full-width or not, they are hyphens (０３－１２, ＧＰＴ－４), and are left to NFKC.
struct SourceRepair {
  /// The text that was repaired last; only of use where `repair` said so.
  private(set) var output: [UInt8] = []
  /// The edits of the last repair.
  private(set) var map = OffsetMap<ProseSpace, RepairedSpace>()
  private let makesLongVowels: Bool
  private var longestMarkRun = 0

  init(makesLongVowels: Bool) { self.makesLongVowels = makesLongVowels }

  /// Possible non-starters in a row that call for an exact count. A scalar decomposes into two non-starters at most
  /// and a starter with three behind it, so more than `StreamSafeText.longestRun` (30) need 14 in a row.
  private static let suspiciousRun = 12

  /// Repairs `text`, and says whether that changed anything.
  /// - Complexity: O(*n*).
  mutating func repair(_ text: Span<UInt8>, _ properties: ScalarProperties) -> Bool {
    let isChanged = replaceBroken(text)
    guard longestMarkRun >= Self.suspiciousRun else { return isChanged }
    let streamSafe = isChanged ? StreamSafeText(output.span, properties) : StreamSafeText(text, properties)
    guard !streamSafe.map.isIdentity else { return isChanged }
    map = map.followed(by: streamSafe.map)
    output = streamSafe.bytes
    return true
  }

  /// Replaces what is not UTF-8, and says whether that changed anything.
  /// - Complexity: O(*n*).
  mutating func replaceBroken(_ text: Span<UInt8>) -> Bool {
    output.removeAll(keepingCapacity: true)
    map.removeAll()
    longestMarkRun = text.withUnsafeBufferPointer { bytes in
      var marks = MarkRun()
      var copied = 0
      var place = firstProblem(in: bytes, from: 0, &marks)
      while place < bytes.count {
        output.append(contentsOf: bytes[copied..<place])
        let (length, isValid) = UTF8Sequence.measure(bytes, at: place)
        output.append(contentsOf: isValid ? [0xE3, 0x83, 0xBC] : [0xEF, 0xBF, 0xBD])  // ー, U+FFFD
        map.replace(ByteRange(place, place + length), withCount: 3)
        place += length
        copied = place
        place = firstProblem(in: bytes, from: place, &marks)
      }
      if copied > 0 { output.append(contentsOf: bytes[copied...]) }
      return marks.longest
    }
    return !map.isIdentity
  }

  /// The first byte from `start` that is not part of valid UTF-8 or starts a hyphen to replace; the end where none is.
  ///
  /// Every comparison of the short way is one that hardly ever comes true in Japanese text: mispredicted branches cost
  /// more than the rest of the loop.
  private func firstProblem(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ marks: inout MarkRun) -> Int {
    var place = start
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
      } else if lead > 0xE0 && lead < 0xF0 && lead != 0xED && place + 2 < bytes.count {
        let (second, third) = (bytes[place + 1], bytes[place + 2])
        guard ((second ^ 0x80) | (third ^ 0x80)) < 0x40 else { return place }
        let scalar = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        if scalar &- 0x3000 >= 0x7000 || scalar &- 0x3099 < 2 || scalar &- 0x302A < 6 {
          if makesLongVowels && Self.isLongVowelHyphen(scalar) && !Self.isBesideLatin(place, in: bytes) {
            return place
          }
          marks.meet(scalar, at: place, length: 3)
        }
        place += 3
      } else {
        let (length, isValid) = UTF8Sequence.measure(bytes, at: place)
        guard isValid else { return place }
        marks.meet(UTF8Scan.scalar(at: place, in: bytes.span).value, at: place, length: length)
        place += length
      }
    }
    return place
  }

  /// Whether a digit or a Latin letter stands right before or behind the three bytes at `place`.
  private static func isBesideLatin(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if place > 0, isLetterOrDigit(bytes[place - 1]) { return true }
    if place >= 3, isWideLatin(bytes, place - 3) { return true }
    guard place + 3 < bytes.count else { return false }
    return isLetterOrDigit(bytes[place + 3]) || place + 5 < bytes.count && isWideLatin(bytes, place + 3)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

  /// Whether the three bytes at `place` are a full-width digit or letter: U+FF10–FF19, U+FF21–FF3A, U+FF41–FF5A.
  private static func isWideLatin(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard bytes[place] == 0xEF else { return false }
    switch (bytes[place + 1], bytes[place + 2]) {
    case (0xBC, 0x90...0x99), (0xBC, 0xA1...0xBA), (0xBD, 0x81...0x9A): return true
    default: return false
    }
  }

  private static func isLongVowelHyphen(_ scalar: UInt32) -> Bool { scalar == 0xFF0D || scalar == 0xFE63 }
}

/// Counts scalars in a row that may be non-starters, or decompose into some; never too few.
private struct MarkRun {
  private(set) var longest = 0
  private var count = 0
  private var end = -1

  /// Meets the scalar at `place`. Scalars without marks may be left out.
  mutating func meet(_ scalar: UInt32, at place: Int, length: Int) {
    guard Self.mayBeMark(scalar) else { return }
    count = place == end ? count + 1 : 1
    end = place + length
    longest = max(longest, count)
  }

  /// Whether `scalar` lies where non-starters are: those of Unicode 16 and what stands between them.
  private static func mayBeMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x1DFF, 0x20D0...0x20FF, 0x2CEF...0x2DFF, 0x302A...0x302F,
      0x3099...0x309A, 0xA000...0xABFF, 0xFB1E, 0xFE20...0xFE2F, 0xFF9E...0xFF9F, 0x101FD...0x1EFFF:
      true
    default: false
    }
  }
}
