internal import TextCore

/// A line of plain text.
struct PlainLine {
  enum Kind {
    case text, heading, item
  }

  /// Its text without the white space and the bullet before it.
  let text: Range<Int>
  let kind: Kind
  /// Whether it begins with an ideographic space, as paragraphs do in print.
  let isIndented: Bool
  /// Its width in columns, wide characters counted twice.
  let width: Int

  /// The most columns of a heading.
  private static let longestHeading = 80

  init(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int) {
    var first = source.firstText(from: start, lineEnd)
    isIndented = source.holds("　", at: first)
    var end = lineEnd
    while end > first && source[end - 1].isASCIISpace { end -= 1 }
    var width = 0
    for place in first..<end where source[place] & 0xC0 != 0x80 { width += source[place] >= 0xE2 ? 2 : 1 }
    self.width = width
    if let bullet = Self.bullet(source, first, end) {
      first += bullet
      kind = .item
    } else if width <= Self.longestHeading, Self.isHeading(source, first, end) {
      kind = .heading
    } else {
      kind = .text
    }
    text = first..<end
  }

  /// Whether the line holds nothing.
  var isBlank: Bool { text.isEmpty }

  /// The width of the bullet that a line with text behind it begins with.
  private static func bullet(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, !source[start].isASCIIAlphanumeric else { return nil }
    let bullets: [StaticString] = ["- ", "* ", "+ ", "・", "•", "‣", "◦"]
    let bullet = bullets.first { source.holds($0, at: start) && start + $0.utf8CodeUnitCount < end }
    return bullet?.utf8CodeUnitCount
  }

  /// Whether a line is marked as a heading, and is no sentence.
  private static func isHeading(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end, source[start] >= 0x80 else { return false }
    let marks: [StaticString] = ["■", "□", "●", "○", "◆", "◇", "▼", "▽", "★", "☆", "【", "▶", "▷", "§"]
    let isMarked = marks.contains { source.holds($0, at: start) } || isChapter(source, start, end)
    return isMarked && !endsSentence(source, end)
  }

  /// Whether a sentence ends at the line's end.
  func endsSentence(_ source: UnsafeBufferPointer<UInt8>) -> Bool { Self.endsSentence(source, text.upperBound) }

  private static func endsSentence(_ source: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let ends: [StaticString] = ["。", "．", "！", "？", "」", "）", ".", "!", "?"]
    return ends.contains { end >= $0.utf8CodeUnitCount && source.holds($0, at: end - $0.utf8CodeUnitCount) }
  }

  /// Whether a line begins as `第1章` and `第二節` do.
  private static func isChapter(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard source.holds("第", at: start) else { return false }
    var place = start + 3
    while place < end && place - start < 15 {
      let units: [StaticString] = ["章", "節", "部", "話", "回"]
      if place > start + 3, units.contains(where: { source.holds($0, at: place) }) { return true }
      let (scalar, length) = UTF8Scan.scalar(at: place, in: source.span)
      guard Script(scalar) == .digit || "一二三四五六七八九十百".unicodeScalars.contains(where: { $0.value == scalar })
      else { return false }
      place += length
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `word` stands at `start`.
  func holds(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in
      for index in word.indices where self[start + index] != word[index] { return false }
      return true
    }
  }

  /// The place of the line feed or carriage return that ends the line of `start`, or `end`.
  func plainLineEnd(from start: Int, _ end: Int) -> Int {
    var place = start
    while place < end && self[place] != 0x0A && self[place] != 0x0D { place += 1 }
    return place
  }
}
