/// A character reference such as `&amp;` or `&#x3042;`, decoded as HTML says.
///
/// <https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>
struct HTMLEntity {
  /// The bytes of the reference in the source.
  let range: Range<Int>
  /// The UTF-8 of what it stands for.
  let replacement: [UInt8]

  /// The longest name in the table, `CounterClockwiseContourIntegral`, has 31 letters.
  private static let longestName = 31

  /// Which names are taken for references.
  enum Names {
    /// Those that a semicolon ends, as in Markdown.
    case ended
    /// Old ones without semicolon too, as in HTML.
    case all
  }

  /// Decodes the reference whose `&` stands at `start`; `nil` where there is none and the bytes mean themselves.
  init?(at start: Int, in text: UnsafeBufferPointer<UInt8>, _ end: Int, names: Names) {
    guard start + 2 < end else { return nil }
    if text[start + 1] == 0x23 {
      self.init(numberAt: start, in: text, end)
    } else {
      self.init(nameAt: start, in: text, end, names)
    }
  }

  private init?(numberAt start: Int, in text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    let isHex = text[start + 2] | 0x20 == 0x78
    let digits = start + (isHex ? 3 : 2)
    var place = digits
    var value: UInt32 = 0
    while place < end, let digit = text[place].digitValue(isHex: isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      place += 1
    }
    guard place > digits else { return nil }
    if place < end && text[place] == 0x3B { place += 1 }
    range = start..<place
    replacement = Array(String(Character(Self.scalar(value))).utf8)
  }

  /// The scalar of a numeric reference: those of Windows-1252 for C1 controls, U+FFFD for what is none.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value), let scalar = Unicode.Scalar(windows1252[Int(value) - 0x80]) { return scalar }
    guard value > 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  /// The scalars of the bytes 0x80 to 0x9F in Windows-1252, by the HTML standard's table.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private init?(nameAt start: Int, in text: UnsafeBufferPointer<UInt8>, _ end: Int, _ names: Names) {
    var place = start + 1
    while place < end, place - start <= Self.longestName, text[place].isASCIIAlphanumeric { place += 1 }
    guard place > start + 2 else { return nil }
    let name = UnsafeBufferPointer(rebasing: text[start + 1..<place])
    if place < end && text[place] == 0x3B, let value = Self.value(of: name) {
      range = start..<place + 1
      replacement = value
      return
    }
    guard names == .all, let bare = Self.bareNames.last(where: { name.starts(with: $0) }),
      let value = bare.withUnsafeBufferPointer(Self.value)
    else { return nil }
    range = start..<start + 1 + bare.count
    replacement = value
  }

  /// The names that need no semicolon, in byte order, so that a longer one follows its prefix.
  private static let bareNames: [[UInt8]] = HTMLEntityTable.bareNames.withUTF8Buffer { text in
    text.split(separator: 0x20).map(Array.init)
  }

  /// Where each entry of the table starts.
  private static let entries: [Int] = HTMLEntityTable.references.withUTF8Buffer { text in
    [0] + text.indices.filter { text[$0] == 0x20 }.map { $0 + 1 }
  }

  private static func value(of name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    HTMLEntityTable.references.withUTF8Buffer { table in
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        let entry = table[entries[middle]...].prefix { $0 != 0x3D }
        if entry.elementsEqual(name) { return Array(table[(entry.endIndex + 1)...].prefix { $0 != 0x20 }) }
        if entry.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }
}

extension UInt8 {
  /// The value of a digit to the base 10 or 16.
  fileprivate func digitValue(isHex: Bool) -> UInt32? {
    if isASCIIDigit { return UInt32(self - 0x30) }
    let letter = (self | 0x20) &- 0x61
    return isHex && letter < 6 ? UInt32(letter) + 10 : nil
  }
}

extension ProseBuilder {
  /// Takes up what Markdown found to look like a reference; one that is none is running text.
  mutating func entity(_ start: Int, _ end: Int) {
    guard let found = HTMLEntity(at: start, in: source, end, names: .ended) else { return text(start, end) }
    write(found)
  }

  /// Takes up running text of HTML, in which references stand for characters.
  mutating func encodedText(_ start: Int, _ end: Int) {
    var from = start
    var place = start
    while place < end {
      guard source[place] == 0x26, let found = HTMLEntity(at: place, in: source, end, names: .all) else {
        place += 1
        continue
      }
      if place > from { text(from, place) }
      write(found)
      place = found.range.upperBound
      from = place
    }
    if from < end { text(from, end) }
  }

  private mutating func write(_ entity: HTMLEntity) {
    let range = entity.range
    if addressEnd == range.lowerBound {
      addressEnd = range.upperBound
    } else if Self.isBlank(entity.replacement) {
      wait(for: .space)
    } else {
      replace(range.lowerBound, range.upperBound, with: entity.replacement)
    }
  }

  /// Whether a decoded reference is white space or invisible.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 1: bytes[0] <= 0x20
    case 2: bytes == [0xC2, 0xA0] || bytes == [0xC2, 0xAD]
    case 3:
      bytes[0] == 0xE2 && bytes[1] == 0x80 && (bytes[2] <= 0x8B || bytes[2] == 0xAF) || bytes == [0xE3, 0x80, 0x80]
    default: false
    }
  }
}
