/// The byte that stands, in a text prepared for reading, for each byte that is no prose.
///
/// A control character: in nobody's prose, neither white space nor punctuation to Markdown, and left out here.
let maskByte: UInt8 = 0x01

extension ProseBuilder {
  /// Takes up a piece of running text, and leaves out what is no prose in any format: addresses, `:emoji:` codes and
  /// control characters. White space is cut to one space, one with a line end in it to a soft break.
  mutating func text(_ start: Int, _ end: Int) {
    var from = addressEnd < 0 ? start : resumeAddress(start, end)
    var place = from
    while place < end {
      let byte = source[place]
      if byte >= 0x80 {
        place = source.endOfWide(from: place + 1, end)
      } else if !Self.isSignal(byte) || byte == 0x20 && place > from && place + 1 < end && source[place + 1] > 0x20 {
        place += 1
      } else if byte <= 0x20 {
        if place > from { copy(from, place) }
        place = blanks(place, end)
        from = place
      } else if byte == 0x2A {
        let stop = dropsEmphasis ? endOfEmphasis(place, end) : place
        if stop > place { copyTrimmed(from, place) }
        if stop > place { from = stop }
        place = max(stop, place + 1)
      } else if let found = Omission(at: place, in: source, from: from, end) {
        copyTrimmed(from, found.range.lowerBound)
        drop()
        place = found.range.upperBound
        if found.isAddress && place == end { addressEnd = end }
        from = place
      } else {
        place += 1
      }
    }
    if from < end { copy(from, end) }
  }

  /// Whether something to leave out may stand at `byte`: white space, a control character, `*`, `:`, `@` or `w`.
  @inline(__always)
  private static func isSignal(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2A || byte == 0x3A || byte == 0x40 || byte == 0x77
  }

  /// Copies text that may end with a space, which then waits for the text after it.
  private mutating func copyTrimmed(_ start: Int, _ end: Int) {
    guard start < end else { return }
    let endsBlank = source[end - 1] == 0x20
    copy(start, endsBlank ? end - 1 : end)
    if endsBlank { wait(for: .space) }
  }

  /// Where a run of at least two asterisks at `start` ends that is no power between numbers or names; else `start`.
  private func endOfEmphasis(_ start: Int, _ end: Int) -> Int {
    var stop = start
    while stop < end && source[stop] == 0x2A { stop += 1 }
    let isPower =
      start > 0 && stop < source.count && source[start - 1].isASCIIAlphanumeric && source[stop].isASCIIAlphanumeric
    return stop - start >= 2 && !isPower ? stop : start
  }

  /// Passes over white space and control characters, and asks for the break they stand for.
  private mutating func blanks(_ start: Int, _ end: Int) -> Int {
    var place = start
    var wanted = Break.none
    while place < end && source[place] <= 0x20 {
      switch source[place] {
      case 0x0A, 0x0D: wanted = .soft
      case 0x20, 0x09, 0x0B, 0x0C: if wanted == .none { wanted = .space }
      default: drop()
      }
      place += 1
    }
    wait(for: wanted)
    return place
  }

  /// Passes over the rest of an address that the last piece of text ended with.
  private mutating func resumeAddress(_ start: Int, _ end: Int) -> Int {
    let last = addressEnd
    addressEnd = -1
    let isJoined = start == last || start == last + 1 && [0x2A, 0x5C, 0x5F, 0x7E].contains(source[last])
    guard isJoined else { return start }
    let place = Omission.addressEnd(in: source, from: start, end)
    if place > start {
      drop()
      if place == end { addressEnd = end }
    }
    return place
  }
}
