import Morphology
import TextCore

/// Where names begin and end by the conventions of kiji.
enum NameEdges {
  /// Titles that are no part of a person's name.
  private static let titles = ["氏", "さん", "様", "殿", "CEO", "CTO", "社長", "会長", "首相", "大統領", "議員", "教授", "選手", "監督"]
  /// Countries by one kanji, as newspapers put them before a name.
  private static let countries: Set<String> = ["英", "米", "独", "仏", "伊", "露", "韓", "中", "台", "豪", "印", "加", "蘭"]

  /// A mention without the title behind a person's name and without the country before a foreign one; where the
  /// gazetteer knows only one class of what is left, that class.
  static func trimmed(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>,
    _ gazetteer: Gazetteer
  ) -> NameMention {
    var trimmed = withoutLooseSigns(name, table, lexemes)
    let first = trimmed.morphemes.lowerBound
    if trimmed.morphemes.count >= 2, countries.contains(lexemes.surface(of: table.lexemes[first])),
      isForeign(table.lexemes[first + 1], lexemes)
    {
      trimmed.morphemes = first + 1..<trimmed.morphemes.upperBound
      trimmed.range = table.range(of: trimmed.morphemes)
    }
    if trimmed.name == .person {
      let surface = text.string(trimmed.range.offsets)
      if let title = titles.first(where: { surface.hasSuffix($0) && surface.utf8.count > $0.utf8.count }) {
        let end = trimmed.range.upperBound - title.utf8.count
        trimmed.range = ByteRange(trimmed.range.lowerBound, end)
        while trimmed.morphemes.count > 1, Int(table.starts[trimmed.morphemes.upperBound - 1]) >= end {
          trimmed.morphemes = trimmed.morphemes.lowerBound..<trimmed.morphemes.upperBound - 1
        }
      }
    }
    guard trimmed.range != name.range else { return name }
    let entry = gazetteer.entry(ofHash: FeatureHash.string(text.extracting(trimmed.range.offsets)))
    if entry >= 0, gazetteer.entries[Int(entry)].next < 0 { trimmed.name = gazetteer.entries[Int(entry)].name }
    return trimmed
  }

  /// A mention without a sign that it begins with, and without what stands behind a bracket that it opens and does not
  /// close, or, in names other than those of works and products, behind a colon.
  private static func withoutLooseSigns(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> NameMention {
    guard name.morphemes.count >= 2 else { return name }
    var start = name.morphemes.lowerBound
    var end = name.morphemes.upperBound
    while start + 1 < end, isLooseSign(table.lexemes[start], lexemes) { start += 1 }
    var opened: Int?
    for index in start..<end {
      switch lexemes.partsOfSpeech[Int(table.lexemes[index])] {
      case .openBracket: opened = opened ?? index
      case .closeBracket: opened = nil
      default:
        if name.name != .product, name.name != .work, index > start, lexemes.surface(of: table.lexemes[index]) == ":" {
          opened = opened ?? index
        }
      }
    }
    if let opened, opened > start { end = opened }
    guard start..<end != name.morphemes else { return name }
    var trimmed = name
    trimmed.morphemes = start..<end
    trimmed.range = table.range(of: trimmed.morphemes)
    return trimmed
  }

  private static func isLooseSign(_ lexeme: UInt32, _ lexemes: borrowing LexemeTable) -> Bool {
    let part = lexemes.partsOfSpeech[Int(lexeme)]
    return part == .symbol || part == .comma || part == .fullStop || lexemes.surface(of: lexeme) == "ー"
  }

  private static func isForeign(_ lexeme: UInt32, _ lexemes: borrowing LexemeTable) -> Bool {
    guard let scalar = lexemes.surface(of: lexeme).unicodeScalars.first else { return false }
    let script = Script(scalar.value)
    return script == .latin || script == .katakana
  }

  /// A mention with 社 where that stands directly behind a company's name.
  static func extended(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> NameMention {
    guard name.name == .company else { return name }
    let next = name.morphemes.upperBound
    let sentence = table.morphemes(ofSentence: name.sentence)
    guard next < sentence.upperBound, Int(table.starts[next]) == name.range.upperBound,
      lexemes.surface(of: table.lexemes[next]) == "社"
    else { return name }
    var longer = name
    longer.morphemes = name.morphemes.lowerBound..<next + 1
    longer.range = table.range(of: longer.morphemes)
    return longer
  }
}
