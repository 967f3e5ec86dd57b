import TextCore

/// The forms that one name is written in.
enum NameForms {
  /// What a company's name may begin or end with without being another name.
  private static let decorations: [StaticString] = [
    "株式会社", "(株)", "有限会社", "合同会社", "Inc.", "Inc", "Corp.", "Corporation", "Ltd.", "Co., Ltd.", "LLC",
  ]
  /// Endings under which groups and holdings are known, longest first; all stand for one.
  private static let groupEndings: [StaticString] = ["ホールディングス", "グループ", "HD", "G"]
  /// The fewest characters that stand before such an ending.
  private static let shortestStem = 2

  /// The bytes that decorations begin and end with, 社, blanks and commas among them: most names have neither.
  private static let edges = {
    var first = [Bool](repeating: false, count: 256)
    var last = first
    for decoration in decorations + [" ", ",", "社"] {
      decoration.withUTF8Buffer { bytes in
        first[Int(bytes[0])] = true
        last[Int(bytes[bytes.count - 1])] = true
      }
    }
    return (first: first, last: last)
  }()

  /// Where a name stands without 株式会社 and 社.
  static func core(of name: Span<UInt8>, type: EntityType) -> Range<Int> {
    guard type == .organization, name.count > 0,
      edges.first[Int(name[0])] || edges.last[Int(name[name.count - 1])]
    else { return 0..<name.count }
    var (start, end) = (0, name.count)
    for decoration in decorations where end - start > decoration.utf8CodeUnitCount {
      let length = decoration.utf8CodeUnitCount
      if name.extracting(start..<end).hasPrefix(decoration) { start += length }
      if end - start >= length, name.extracting(end - length..<end).isEqual(to: decoration) { end -= length }
    }
    while start < end, name[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, name[end - 1] == UInt8(ascii: " ") || name[end - 1] == UInt8(ascii: ",") { end -= 1 }
    // 新聞社 and 出版社 are what the name is; 社 behind Latin letters and katakana only says that it is a company.
    let core = name.extracting(start..<end)
    if core.hasSuffix("社") {
      let before = core.extracting(..<(core.count - 3))
      if let last = UTF8Scan.scalar(before: before.count, in: before), last.length < before.count, !isKanji(last.value)
      {
        end -= 3
      }
    }
    return start < end ? start..<end : 0..<name.count
  }

  /// Where the short form ends under which a group is also named: ソフトバンクグループ and ソフトバンクG give ソフトバンク;
  /// `nil` for a name of another kind.
  static func stem(of core: Span<UInt8>) -> Int? {
    for ending in groupEndings where core.hasSuffix(ending) {
      let stem = core.extracting(..<(core.count - ending.utf8CodeUnitCount))
      guard let last = UTF8Scan.scalar(before: stem.count, in: stem), characters(of: stem) >= shortestStem else {
        continue
      }
      // G ends other Latin names too: LG.
      if ending.utf8CodeUnitCount <= 2, last.value < 0x80 { continue }
      return stem.count
    }
    return nil
  }

  private static func characters(of text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The parts of a foreign name: サム・アルトマン gives サム and アルトマン.
  static func parts(of name: Span<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, place) = (0, 0)
    while place < name.count {
      let scalar = UTF8Scan.scalar(at: place, in: name)
      switch scalar.value {
      case 0x30FB, 0x3D, 0x20:  // ・ = and a blank.
        if place > start { parts.append(start..<place) }
        start = place + scalar.length
      default: break
      }
      place += scalar.length
    }
    if place > start { parts.append(start..<place) }
    return parts
  }

  /// Whether a name is two to eight capitals, as initials are: SEC, CFTC.
  static func isAcronym(_ name: Span<UInt8>) -> Bool {
    guard (2...8).contains(name.count) else { return false }
    for index in name.indices where name[index] &- 0x41 >= 26 { return false }
    return true
  }

  private static func isKanji(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }
}
