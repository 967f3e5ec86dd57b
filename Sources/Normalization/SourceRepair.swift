internal import TextCore

/// Makes a text ready for ICU: valid UTF-8, and no run of combining marks that takes quadratic time to sort.
///
/// A text that needs neither is only read. For the form `japanese` the two hyphens that NFKC would make a `-`, and
/// that the Japanese rules take for a long vowel, become that before NFKC sees them.
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
  private func firstProblem(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ marks: inout MarkRun) -> Int {
    var place = start
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
      } else if lead >= 0xE3 && lead != 0xED && lead < 0xF0 && place + 2 < bytes.count {
        let (second, third) = (bytes[place + 1], bytes[place + 2])
        guard second & 0xC0 == 0x80 && third & 0xC0 == 0x80 else { return place }
        if lead == 0xE3 {
          if second == 0x80 || second == 0x82 { marks.meet(0xE3, second, third, at: place) }
        } else if lead >= 0xEA {
          if makesLongVowels && Self.isLongVowelHyphen(lead, second, third) { return place }
          marks.meet(lead, second, third, at: place)
        }
        place += 3
      } else {
        let (length, isValid) = UTF8Sequence.measure(bytes, at: place)
        guard isValid else { return place }
        if lead >= 0xCC { marks.meetAny(lead, bytes[place + 1], at: place, length: length) }
        place += length
      }
    }
    return place
  }

  /// Whether the three bytes are `－` (U+FF0D) or `﹣` (U+FE63).
  @inline(__always)
  private static func isLongVowelHyphen(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    lead == 0xEF && (second == 0xBC && third == 0x8D || second == 0xB9 && third == 0xA3)
  }
}

/// Counts scalars in a row that may be non-starters by what their first bytes say; never too few.
private struct MarkRun {
  private(set) var longest = 0
  private var count = 0
  private var end = -1

  /// Meets a scalar of three bytes: only some in the blocks U+3000, U+3080, U+A000 and after, U+F000 may be marks.
  @inline(__always)
  mutating func meet(_ lead: UInt8, _ second: UInt8, _ third: UInt8, at place: Int) {
    let isMark =
      switch (lead, second) {
      case (0xE3, 0x80): third >= 0xAA && third <= 0xAF
      case (0xE3, 0x82): third == 0x99 || third == 0x9A
      case (0xEA, _): true
      case (0xEF, 0xAC): third == 0x9E
      case (0xEF, 0xB8): third >= 0xA0
      case (0xEF, 0xBE): third == 0x9E || third == 0x9F
      default: false
      }
    if isMark { add(at: place, length: 3) }
  }

  /// Meets any other scalar from U+0300 on.
  @inline(__always)
  mutating func meetAny(_ lead: UInt8, _ second: UInt8, at place: Int, length: Int) {
    let isMark =
      switch lead {
      case 0xCC, 0xCD, 0xD2, 0xD6...0xE1: true
      case 0xE2: second == 0x83 || second == 0xB3 || second == 0xB5 || second == 0xB7
      case 0xF0: second < 0x9F
      default: false
      }
    if isMark { add(at: place, length: length) }
  }

  private mutating func add(at place: Int, length: Int) {
    count = place == end ? count + 1 : 1
    end = place + length
    longest = max(longest, count)
  }
}
