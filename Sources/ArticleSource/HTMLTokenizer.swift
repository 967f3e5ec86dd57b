/// Cuts HTML into tags and text, by position, in one pass and without a tree.
///
/// Follows the states of the standard's tokenizer as far as they move the borders between tags and text:
/// <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>
struct HTMLTokenizer {
  enum Token {
    /// Text with its references undecoded.
    case text(Range<Int>)
    /// A start tag, and where its attributes stand.
    case open(HTMLName, attributes: Range<Int>)
    /// An end tag.
    case close(HTMLName)
    /// A comment, declaration or processing instruction.
    case other
  }

  let source: UnsafeBufferPointer<UInt8>
  private(set) var place: Int
  private let end: Int

  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.source = source
    place = range.lowerBound
    end = range.upperBound
  }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    guard place < end else { return nil }
    if isMarkup(at: place) { return markup() }
    let start = place
    repeat {
      place = offset(of: 0x3C, from: place + 1)
    } while place < end && !isMarkup(at: place)
    return .text(start..<place)
  }

  /// Passes over the content of an element that holds raw text, up to its end tag, and answers where it stands.
  mutating func rawText(of name: HTMLName) -> Range<Int> {
    let start = place
    while place < end {
      if source[place] == 0x3C && place + 2 < end && source[place + 1] == 0x2F,
        HTMLName.read(source, place + 2, end).name == name
      {
        break
      }
      place = offset(of: 0x3C, from: place + 1)
    }
    return start..<place
  }

  private func isMarkup(at place: Int) -> Bool {
    guard source[place] == 0x3C, place + 1 < end else { return false }
    let next = source[place + 1]
    return next.isASCIILetter || next == 0x21 || next == 0x2F && place + 2 < end && source[place + 2] != 0x20
      || next == 0x3F
  }

  private mutating func markup() -> Token {
    let isEndTag = source[place + 1] == 0x2F
    let nameStart = place + (isEndTag ? 2 : 1)
    guard source[nameStart].isASCIILetter else {
      place = isComment ? endOfComment() : offset(past: 0x3E, from: place + 2)
      return .other
    }
    let (name, nameEnd) = HTMLName.read(source, nameStart, end)
    var attributes = HTMLAttributes(source, nameEnd..<end)
    while attributes.next() != nil {}
    place = min(attributes.place + 1, end)
    return isEndTag ? .close(name) : .open(name, attributes: nameEnd..<attributes.place)
  }

  private var isComment: Bool {
    place + 3 < end && source[place + 1] == 0x21 && source[place + 2] == 0x2D && source[place + 3] == 0x2D
  }

  private func endOfComment() -> Int {
    var close = place + 4
    if close < end && source[close] == 0x3E { return close + 1 }
    while close < end {
      close = offset(of: 0x3E, from: close)
      if close < end && source[close - 1] == 0x2D && source[close - 2] == 0x2D { return close + 1 }
      close += 1
    }
    return end
  }

  private func offset(of byte: UInt8, from start: Int) -> Int {
    var place = start
    while place < end && source[place] != byte { place += 1 }
    return min(place, end)
  }

  private func offset(past byte: UInt8, from start: Int) -> Int { min(offset(of: byte, from: start) + 1, end) }
}

/// Walks the attributes of a tag.
struct HTMLAttributes {
  private let source: UnsafeBufferPointer<UInt8>
  /// The byte after the last attribute: in the end the `>` of the tag, or the end of the text.
  private(set) var place: Int
  private let end: Int

  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.source = source
    place = range.lowerBound
    end = range.upperBound
  }

  /// Where the next attribute's name and value stand, without quotes; an attribute without value has an empty one.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    while place < end && (source[place].isASCIISpace || source[place] == 0x2F) { place += 1 }
    guard place < end, source[place] != 0x3E else { return nil }
    let start = place
    place += 1
    while place < end, !isNameEnd(source[place]) { place += 1 }
    let name = start..<place
    skipSpace()
    guard place < end, source[place] == 0x3D else { return (name, place..<place) }
    place += 1
    skipSpace()
    guard place < end, source[place] != 0x3E else { return (name, place..<place) }
    return (name, value())
  }

  /// The value of the attribute with a name in lower case.
  static func value(
    of name: StaticString, _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int>? {
    var attributes = HTMLAttributes(source, range)
    while let attribute = attributes.next() {
      if attribute.name.count == name.utf8CodeUnitCount,
        source.starts(ignoringCase: name, at: attribute.name.lowerBound)
      {
        return attribute.value
      }
    }
    return nil
  }

  private mutating func value() -> Range<Int> {
    let quote = source[place]
    let isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { place += 1 }
    let start = place
    while place < end, isQuoted ? source[place] != quote : !source[place].isASCIISpace && source[place] != 0x3E {
      place += 1
    }
    let value = start..<place
    if isQuoted && place < end { place += 1 }
    return value
  }

  private mutating func skipSpace() {
    while place < end && source[place].isASCIISpace { place += 1 }
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == 0x2F || byte == 0x3D || byte == 0x3E
  }
}
