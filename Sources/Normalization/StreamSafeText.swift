internal import TextCore

/// A text in Unicode's Stream-Safe Text Format: no more than 30 non-starters in a row.
///
/// ICU sorts the combining marks behind a letter by insertion, so a million of them would take hours. The format
/// puts a COMBINING GRAPHEME JOINER after each 30; no real text is long enough to get one.
/// <https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format>
struct StreamSafeText {
  /// The text with joiners.
  private(set) var bytes: [UInt8] = []
  /// Each joiner as an insertion.
  private(set) var map = OffsetMap<RepairedSpace, RepairedSpace>()

  /// The most non-starters in a row, by the standard.
  static let longestRun = 30

  /// Puts joiners into `text`, which must be valid UTF-8; leaves `bytes` empty where it needs none.
  /// - Complexity: O(*n*), at the price of one question to ICU for each scalar beyond Latin-1.
  init(_ text: Span<UInt8>, _ properties: ScalarProperties) {
    var copied = 0
    var place = 0
    var count = 0
    while place < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      if scalar < 0x80 || (0x4E00...0x9FFF).contains(scalar) {
        count = 0
      } else {
        let ends = properties.nonStarters(scalar)
        if count + ends.leading > Self.longestRun {
          append(text, copied..<place)
          bytes += [0xCD, 0x8F]
          map.replace(ByteRange(place, place), withCount: 2)
          copied = place
          count = 0
        }
        count = ends.hasStarter ? ends.trailing : count + ends.leading
      }
      place += length
    }
    if copied > 0 { append(text, copied..<text.count) }
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }
}
