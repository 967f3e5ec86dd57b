extension MarkdownMask {
  /// Masks what is no prose in a line, and in the lines after it as far as something in it reaches; answers the end
  /// of the last line.
  mutating func scan(_ start: Int, _ firstLineEnd: Int) -> Int {
    var lineEnd = firstLineEnd
    var place = lineStart(start, lineEnd)
    while true {
      place = nextSignal(from: place, lineEnd)
      guard place < lineEnd else { return lineEnd }
      if source[place] == 0x60 {
        place = seeker.endOfCode(place)
      } else if let found = construct(at: place, lineEnd) {
        mask(found)
        place = found.upperBound
      } else {
        place += source[place] == 0x5C ? 2 : 1
      }
      if place > lineEnd { lineEnd = source.lineEnd(from: place, end) }
    }
  }

  /// The next place where a construct may begin, or the end of the line; goes by eight bytes through Japanese text
  /// that has no byte 0x8A, the last one of `《`.
  @inline(__always)
  private func nextSignal(from start: Int, _ lineEnd: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let source = source
    let bytes = UnsafeRawBufferPointer(source)
    var place = start
    while place < lineEnd {
      let byte = source[place]
      if byte < 0x80 {
        if Self.isSignal(byte) { return place }
        place += 1
      } else if byte == 0x8A && place >= 2 && source[place - 1] == 0x80 && source[place - 2] == 0xE3 {
        return place
      } else {
        place += 1
        while place + 8 <= lineEnd {
          let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          let difference = word ^ 0x8A8A_8A8A_8A8A_8A8A
          let found = (difference &- 0x0101_0101_0101_0101) & ~difference & high
          guard word & high == high, found == 0 else { break }
          place += 8
        }
      }
    }
    return lineEnd
  }

  /// Whether a construct may begin at `byte`.
  @inline(__always)
  private static func isSignal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x24, 0x3C, 0x5B, 0x5C, 0x60, 0x7B: true
    default: false
    }
  }

  /// Masks what stands only at the start of a line: the label of a footnote, an embedded card, the `!>` and
  /// `?>` of a note; answers where to go on.
  private mutating func lineStart(_ start: Int, _ lineEnd: Int) -> Int {
    var place = start
    while place < lineEnd && (source[place] == 0x3E || source[place] == 0x20) { place += 1 }
    guard place < lineEnd else { return start }
    if source[place] == 0x40, let card = MarkdownBrackets.card(source, place, lineEnd) {
      mask(card)
      return card.upperBound
    }
    if source[place] == 0x21 || source[place] == 0x3F, place + 2 < lineEnd, source[place + 1] == 0x3E,
      source[place + 2] == 0x20
    {
      mask(place..<place + 2)
      return place + 2
    }
    guard source[place] == 0x5B else { return start }
    if let note = MarkdownBrackets.footnote(source, place, lineEnd), note.upperBound < lineEnd,
      source[note.upperBound] == 0x3A
    {
      mask(note.lowerBound..<note.upperBound + 1)
      addBreak(start)
      return note.upperBound + 1
    }
    if let mark = MarkdownBrackets.wholeLine(source, place, lineEnd) {
      mask(mark)
      return mark.upperBound
    }
    return start
  }

  private mutating func construct(at place: Int, _ lineEnd: Int) -> Range<Int>? {
    let next = place + 1 < lineEnd ? source[place + 1] : 0
    switch source[place] {
    case 0x7B: return brace(place, next, lineEnd)
    case 0x24: return formula(place, next, lineEnd)
    case 0x5C where next == 0x28:
      guard let stop = seeker.end(of: .inlineFormula, from: place + 2),
        MarkdownFormula.isFormula(source, place + 2..<stop - 2)
      else { return nil }
      return place..<stop
    case 0x5B: return MarkdownBrackets.footnote(source, place, lineEnd) ?? shortcode(place, lineEnd)
    case 0x3C where next &- 0x41 < 26 || next == 0x2F || next == 0x3E: return component(place, next)
    case 0x8A: return reading(place, lineEnd)
    default: return nil
    }
  }

  private mutating func reading(_ place: Int, _ lineEnd: Int) -> Range<Int>? {
    guard let reading = RubyReading.find(source, place, lineEnd) else { return nil }
    if let bar = RubyReading.bar(source, before: reading.lowerBound) { mask(bar) }
    return reading
  }

  /// Template tags, comments and attributes: `{% %}`, `{{ }}`, `{/* */}`, `{: .class}`, `{#id}`, `{" "}`.
  private mutating func brace(_ place: Int, _ next: UInt8, _ lineEnd: Int) -> Range<Int>? {
    let stop: Int?
    switch next {
    case 0x25: stop = seeker.end(of: .templateTag, from: place + 2)
    case 0x7B: stop = seeker.end(of: .templateValue, from: place + 2)
    case 0x2F where place + 2 < end && source[place + 2] == 0x2A:
      stop = seeker.end(of: .expressionComment, from: place + 3)
    case 0x3A, 0x23, 0x22, 0x27, 0x2E: stop = MarkdownBrackets.attributes(source, place, lineEnd)
    default: stop = nil
    }
    return stop.map { place..<$0 }
  }

  private mutating func formula(_ place: Int, _ next: UInt8, _ lineEnd: Int) -> Range<Int>? {
    if next == 0x24 {
      guard let stop = seeker.end(of: .displayFormula, from: place + 2), stop > place + 4 else { return nil }
      return place..<stop
    }
    return MarkdownFormula.inline(source, place, lineEnd)
  }

  private func shortcode(_ place: Int, _ lineEnd: Int) -> Range<Int>? {
    guard let stop = MarkdownBrackets.shortcode(source, place, lineEnd) else { return nil }
    return place..<stop
  }

  /// The tag of an MDX component, or the mark of a fragment alone in its line.
  private mutating func component(_ place: Int, _ next: UInt8) -> Range<Int>? {
    if place > 0 && source[place - 1].isASCIIAlphanumeric { return nil }
    if next == 0x3E { return place..<place + 2 }
    if next == 0x2F {
      guard place + 2 < end else { return nil }
      if source[place + 2] == 0x3E { return place..<place + 3 }
      guard source[place + 2] &- 0x41 < 26 else { return nil }
    }
    return componentEnd(place).map { place..<$0 }
  }

  private mutating func componentEnd(_ place: Int) -> Int? {
    guard place >= noComponentBefore else { return nil }
    switch MarkdownComponent(source, place, end).outcome {
    case .ends(let stop): return stop
    case .isNone: return nil
    case .isOpen(let searched):
      noComponentBefore = searched
      return nil
    }
  }
}
