internal import TextCore

/// Cuts repetitions: of up to eight characters that stand more than `limit` times in a row, the rest is dropped.
///
/// The text is written character by character; as soon as its end holds one repetition too many, that one is
/// taken back. So no such repetition is left anywhere, and a second pass finds nothing to do.
struct RepeatLimiter {
  /// The most characters that are taken for one repeated piece: neologdn's `max_repeat_substr_length`.
  private static let longestPiece = 8

  private let limit: Int

  /// Creates a limiter; `limit` is at least 1.
  init(limit: Int) { self.limit = min(limit, Int(UInt32.max) / Self.longestPiece) }

  /// The text without what goes beyond the limit, or `nil` where nothing does.
  /// - Complexity: O(*n*) time; 4 bytes for each character and 36 for each of the longest line.
  func limit(_ text: Span<UInt8>) -> (bytes: [UInt8], map: OffsetMap<RewrittenSpace, NormalizedSpace>)? {
    var written = WrittenText(limit: UInt32(limit), longestPiece: Self.longestPiece)
    var count = 0
    var place = 0
    while place < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      written.append(scalar, at: place)
      count += 1
      place += length
    }
    return written.places.count < count ? keep(written.places, of: text) : nil
  }

  /// The text of the characters at `places` alone.
  private func keep(
    _ places: [UInt32], of text: Span<UInt8>
  ) -> (bytes: [UInt8], map: OffsetMap<RewrittenSpace, NormalizedSpace>) {
    var bytes: [UInt8] = []
    var map = OffsetMap<RewrittenSpace, NormalizedSpace>()
    bytes.reserveCapacity(text.count)
    var end = 0
    for place in places {
      let place = Int(place)
      map.replace(ByteRange(end, place), withCount: 0)
      end = place + UTF8Scan.length(ofLead: text[place])
      for index in place..<end { bytes.append(text[index]) }
    }
    map.replace(ByteRange(end, text.count), withCount: 0)
    return (bytes, map)
  }
}

/// The characters that are kept so far, with what tells repetitions at the end of the last line.
private struct WrittenText {
  /// Where each lies in the text.
  private(set) var places: [UInt32] = []
  /// The characters of the last line.
  private var scalars: [UInt32] = []
  /// For each character of the last line and each length of a piece, how many in a row up to here equal the one a
  /// piece earlier.
  private var runs: [UInt32] = []
  private let limit: UInt32
  private let longestPiece: Int

  init(limit: UInt32, longestPiece: Int) {
    self.limit = limit
    self.longestPiece = longestPiece
  }

  /// Writes a character, and takes back the piece that it makes one too many.
  mutating func append(_ scalar: UInt32, at place: Int) {
    places.append(UInt32(place))
    guard scalar != 0x0A && scalar != 0x0D else {
      scalars.removeAll(keepingCapacity: true)
      runs.removeAll(keepingCapacity: true)
      return
    }
    let index = scalars.count
    scalars.append(scalar)
    var excess = 0
    for piece in 1...longestPiece {
      var run: UInt32 = 0
      if index >= piece && scalars[index - piece] == scalar { run = 1 + runs[(index - 1) * longestPiece + piece - 1] }
      runs.append(run)
      if excess == 0 && run >= limit * UInt32(piece) { excess = piece }
    }
    places.removeLast(excess)
    scalars.removeLast(excess)
    runs.removeLast(excess * longestPiece)
  }
}
