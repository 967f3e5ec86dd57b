/// A stretch of running text that is no prose: a web or mail address, or an `:emoji:` code.
struct Omission {
  let range: Range<Int>
  let isAddress: Bool

  /// The longest scheme, user name of a mail address, or emoji name that is looked for.
  private static let longestName = 64

  /// Finds what is to be left out around the signal byte at `place`, `:`, `@` or `w`.
  /// - Parameters:
  ///   - from: Where the text that may be left out begins.
  ///   - end: Where the text ends.
  init?(at place: Int, in text: UnsafeBufferPointer<UInt8>, from: Int, _ end: Int) {
    let found: Range<Int>?
    switch text[place] {
    case 0x3A:
      if let code = Self.emoji(text, place, from, end) {
        self.init(range: code, isAddress: false)
        return
      }
      found = Self.url(text, place, from, end)
    case 0x40: found = Self.mail(text, place, from, end)
    default: found = Self.web(text, place, from, end)
    }
    guard let found else { return nil }
    self.init(range: found, isAddress: true)
  }

  private init(range: Range<Int>, isAddress: Bool) {
    self.range = range
    self.isAddress = isAddress
  }

  /// An address with a scheme, by the colon of its `://`.
  private static func url(_ text: UnsafeBufferPointer<UInt8>, _ colon: Int, _ from: Int, _ end: Int) -> Range<Int>? {
    guard colon + 3 < end, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else { return nil }
    var start = colon
    while start > from && colon - start < longestName && text[start - 1].isASCIILetter { start -= 1 }
    guard colon - start >= 2 else { return nil }
    let stop = addressEnd(in: text, from: colon + 3, end)
    return stop > colon + 3 ? start..<stop : nil
  }

  /// An address that begins with `www.`.
  private static func web(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ from: Int, _ end: Int) -> Range<Int>? {
    guard start + 5 < end, text[start + 1] == 0x77, text[start + 2] == 0x77, text[start + 3] == 0x2E else { return nil }
    guard text[start + 4].isASCIIAlphanumeric, start == from || !text[start - 1].isASCIIAlphanumeric else { return nil }
    return start..<addressEnd(in: text, from: start + 4, end)
  }

  /// A mail address, by its `@`.
  private static func mail(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ from: Int, _ end: Int) -> Range<Int>? {
    var start = at
    while start > from && at - start < longestName && isMailByte(text[start - 1]) { start -= 1 }
    var stop = at + 1
    var label = stop
    var labels = 0
    while stop < end && stop - at < 256 {
      if text[stop] == 0x2E && stop > label && stop + 1 < end && text[stop + 1].isASCIIAlphanumeric {
        labels += 1
        label = stop + 1
      } else if !text[stop].isASCIIAlphanumeric && text[stop] != 0x2D {
        break
      }
      stop += 1
    }
    guard start < at, labels >= 1, stop - label >= 2, text[label].isASCIILetter else { return nil }
    return start..<stop
  }

  /// An emoji code such as `:tada:`, by its first colon; no time of day and no part of a path.
  private static func emoji(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ from: Int, _ end: Int) -> Range<Int>? {
    guard start == from || !isPathByte(text[start - 1]) else { return nil }
    var place = start + 1
    var hasLetter = false
    while place < end, place - start < longestName, text[place] != 0x3A {
      let byte = text[place]
      guard byte &- 0x61 < 26 || byte.isASCIIDigit || byte == 0x5F || byte == 0x2D || byte == 0x2B else { return nil }
      hasLetter = hasLetter || byte &- 0x61 < 26 || byte == 0x2B
      place += 1
    }
    guard place < end, text[place] == 0x3A, hasLetter, place - start > 2 else { return nil }
    if place + 1 < end && isPathByte(text[place + 1]) && text[place + 1] != 0x3A { return nil }
    return start..<place + 1
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B || byte == 0x2D
  }

  private static func isPathByte(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == 0x3A || byte == 0x2F }
}

extension Omission {
  /// Where an address ends whose scheme and slashes stand before `from`: before white space, Japanese text and the
  /// punctuation that ends a sentence, after brackets that it opens itself.
  static func addressEnd(in text: UnsafeBufferPointer<UInt8>, from: Int, _ end: Int) -> Int {
    var place = from
    var open = 0
    while place < end {
      let byte = text[place]
      if byte == 0x28 {
        open += 1
      } else if byte == 0x29 {
        if open == 0 { break }
        open -= 1
      } else if byte >= 0x80 {
        guard let next = japanesePart(text, place, from, end) else { break }
        place = next
        continue
      } else if !isAddressByte(byte) {
        break
      }
      place += 1
    }
    if place == end && end < text.count && isAddressByte(text[end]) { return place }
    while place > from, isSentencePunctuation(text[place - 1]) { place -= 1 }
    return place
  }

  /// Where a part of a path ends that is written in Japanese; `nil` where Japanese text only follows the address.
  ///
  /// It is a part if it follows a separator and the address or the line goes on after it.
  private static func japanesePart(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ from: Int, _ end: Int
  ) -> Int? {
    guard start > from, [0x2F, 0x23, 0x3D, 0x5F, 0x25].contains(text[start - 1]) else { return nil }
    // Hiragana begin with E3 81 or E3 82 80...9F: a particle right behind a separator belongs to the sentence.
    let isHiragana =
      text[start] == 0xE3 && start + 2 < end
      && (text[start + 1] == 0x81 || text[start + 1] == 0x82 && text[start + 2] < 0xA0)
    if isHiragana { return nil }
    var place = start
    while place < end && text[place] >= 0x80 {
      if place + 2 < end, text[place] == 0xE3 && text[place + 1] == 0x80 || text[place] == 0xEF { return nil }
      place += 1
    }
    if place == end { return place }
    return text[place] <= 0x20 || text[place] == 0x29 || isAddressByte(text[place]) ? place : nil
  }

  /// Whether RFC 3986 has the byte in an address; brackets are counted apart.
  private static func isAddressByte(_ byte: UInt8) -> Bool {
    if byte.isASCIIAlphanumeric { return true }
    switch byte {
    case 0x21, 0x23...0x27, 0x2A...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
    default: return false
    }
  }

  private static func isSentencePunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }
}
