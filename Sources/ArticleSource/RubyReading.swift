internal import TextCore

/// The reading of a word as Aozora Bunko and novel sites write it: `｜記事《きじ》` or `記事《きじ》`.
enum RubyReading {
  /// The most bytes of a reading, and of a word behind `｜`.
  private static let longest = 90

  /// The reading whose `《` ends with the byte 0x8A at `place`, brackets included; `nil` where it is no reading.
  ///
  /// Behind `｜` anything is a reading; else hiragana right after kanji is, and the rest are titles.
  static func find(_ source: UnsafeBufferPointer<UInt8>, _ place: Int, _ lineEnd: Int) -> Range<Int>? {
    let start = place - 2
    guard start >= 3, source[start] == 0xE3, source[start + 1] == 0x80 else { return nil }
    var stop = place + 1
    var isHiragana = true
    while stop + 3 <= min(lineEnd, place + longest) {
      let (scalar, length) = UTF8Scan.scalar(at: stop, in: source.span)
      if scalar == 0x300B { break }
      if Script(scalar) != .hiragana && scalar != 0x30FC && scalar != 0x30FB { isHiragana = false }
      stop += length
    }
    guard stop > place + 1, stop + 3 <= lineEnd, source[stop] == 0xE3, source[stop + 1] == 0x80,
      source[stop + 2] == 0x8B
    else { return nil }
    let followsKanji = UTF8Scan.scalar(before: start, in: source.span).map { Script($0.value) == .han } ?? false
    guard isHiragana && followsKanji || bar(source, before: start) != nil else { return nil }
    return start..<stop + 3
  }

  /// The `｜` that begins the word whose reading starts at `start`.
  static func bar(_ source: UnsafeBufferPointer<UInt8>, before start: Int) -> Range<Int>? {
    var place = start - 3
    while place >= max(0, start - longest), source[place] != 0x0A {
      if source[place] == 0xEF && source[place + 1] == 0xBD && source[place + 2] == 0x9C {
        return place + 3 < start ? place..<place + 3 : nil
      }
      if source[place] == 0xE3 && source[place + 1] == 0x80 && source[place + 2] == 0x8B { return nil }
      place -= 1
    }
    return nil
  }
}
