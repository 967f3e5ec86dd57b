/// The forms that one name is written in.
enum NameForms {
  /// What a company's name may begin or end with without being another name.
  private static let decorations = [
    "株式会社", "(株)", "有限会社", "合同会社", "Inc.", "Inc", "Corp.", "Corporation", "Ltd.", "Co., Ltd.", "LLC",
  ]
  /// Endings under which groups and holdings are known, longest first; all stand for one.
  private static let groupEndings = ["ホールディングス", "グループ", "HD", "G"]

  /// The bytes that decorations begin and end with, 社, blanks and commas among them: most names have neither, and
  /// comparing strings by characters is slow.
  private static let edges = {
    var first = [Bool](repeating: false, count: 256)
    var last = first
    for decoration in decorations + [" ", ",", "社"] {
      if let byte = decoration.utf8.first { first[Int(byte)] = true }
      if let byte = decoration.utf8.last { last[Int(byte)] = true }
    }
    return (first: first, last: last)
  }()

  /// A name without 株式会社 and 社.
  static func core(of name: String, type: EntityType) -> String {
    guard type == .organization, let first = name.utf8.first, let last = name.utf8.last,
      edges.first[Int(first)] || edges.last[Int(last)]
    else { return name }
    var core = name
    for decoration in decorations where core.count > decoration.count {
      if core.hasPrefix(decoration) { core.removeFirst(decoration.count) }
      if core.hasSuffix(decoration) { core.removeLast(decoration.count) }
    }
    while core.hasPrefix(" ") { core.removeFirst() }
    while core.hasSuffix(" ") || core.hasSuffix(",") { core.removeLast() }
    // 新聞社 and 出版社 are what the name is; 社 behind Latin letters and katakana only says that it is a company.
    if core.hasSuffix("社"), let last = core.dropLast().unicodeScalars.last, !isKanji(last), core.count > 2 {
      core.removeLast()
    }
    return core.isEmpty ? name : core
  }

  /// The short form under which a group is also named: ソフトバンクグループ and ソフトバンクG give ソフトバンク.
  static func stem(of core: String) -> String? {
    guard let last = core.utf8.last, groupEndings.contains(where: { $0.utf8.last == last }) else { return nil }
    for ending in groupEndings where core.hasSuffix(ending) && core.count >= ending.count + 2 {
      // G ends other Latin names too: LG.
      if ending == "G" || ending == "HD", let before = core.dropLast(ending.count).unicodeScalars.last, before.isASCII {
        continue
      }
      return String(core.dropLast(ending.count))
    }
    return nil
  }

  /// The parts of a foreign name: サム・アルトマン gives サム and アルトマン.
  static func parts(of name: String) -> [String] {
    name.split(whereSeparator: { $0 == "・" || $0 == "=" || $0 == " " }).map(String.init)
  }

  /// Whether a name is two to eight capitals, as initials are: SEC, CFTC.
  static func isAcronym(_ name: String) -> Bool {
    (2...8).contains(name.utf8.count) && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func isKanji(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
