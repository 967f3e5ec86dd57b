import Morphology
import TextCore

/// Where names begin and end by the conventions of kiji.
enum NameEdges {
  /// Titles that are no part of a person's name.
  private static let titles: [StaticString] = [
    "氏", "さん", "様", "殿", "CEO", "CTO", "社長", "会長", "首相", "大統領", "議員", "教授", "選手", "監督",
  ]
  /// Countries by one kanji, as newspapers put them before a name.
  private static let countries = numbers(["英", "米", "独", "仏", "伊", "露", "韓", "中", "台", "豪", "印", "加", "蘭"])

  /// Words by the numbers of their bytes.
  private static func numbers(_ words: [StaticString]) -> Set<UInt64> { Set(words.map { FeatureHash.string($0) }) }

  /// A mention without the title behind a person's name and without the country before a foreign one; where the
  /// gazetteer knows only one class of what is left, that class.
  static func trimmed(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>,
    _ gazetteer: Gazetteer
  ) -> NameMention {
    var trimmed = withoutTail(
      withoutLooseSigns(name, table, lexemes, text, gazetteer), table, lexemes, text, gazetteer)
    let first = trimmed.morphemes.lowerBound
    if trimmed.morphemes.count >= 2, isForeign(table.lexemes[first + 1], lexemes),
      countries.contains(lexemes.surfaceHash(of: table.lexemes[first]))
    {
      trimmed.morphemes = first + 1..<trimmed.morphemes.upperBound
      trimmed.range = table.range(of: trimmed.morphemes)
    }
    if trimmed.name == .person {
      let surface = text.extracting(trimmed.range.offsets)
      if let title = titles.first(where: { surface.hasSuffix($0) }) {
        let end = trimmed.range.upperBound - title.utf8CodeUnitCount
        trimmed.range = ByteRange(trimmed.range.lowerBound, end)
        while trimmed.morphemes.count > 1, Int(table.starts[trimmed.morphemes.upperBound - 1]) >= end {
          trimmed.morphemes = trimmed.morphemes.lowerBound..<trimmed.morphemes.upperBound - 1
        }
      }
    }
    trimmed = withoutLooseClosers(trimmed, text)
    guard trimmed.range != name.range else { return name }
    let entry = gazetteer.entry(ofHash: FeatureHash.string(text.extracting(trimmed.range.offsets)))
    if entry >= 0, gazetteer.entries[Int(entry)].next < 0 { trimmed.name = gazetteer.entries[Int(entry)].name }
    return trimmed
  }

  /// What opens, by what closes.
  private static let openers: [Character: Character] = ["」": "「", "』": "『", "】": "【"]

  /// A mention without closing quotes at its end that it does not open: dictionaries take )」 for one word.
  static func withoutLooseClosers(_ name: NameMention, _ text: Span<UInt8>) -> NameMention {
    let end = name.range.upperBound
    // 」 is E3 80 8D, 』 8F, 】 91.
    guard name.range.count > 3, text[end - 3] == 0xE3, text[end - 2] == 0x80,
      text[end - 1] == 0x8D || text[end - 1] == 0x8F || text[end - 1] == 0x91
    else { return name }
    var surface = text.string(name.range.offsets)
    while let last = surface.last, let opener = openers[last], !surface.contains(opener), surface.count > 1 {
      surface.removeLast()
    }
    guard surface.utf8.count < name.range.count else { return name }
    var shorter = name
    shorter.range = ByteRange(name.range.lowerBound, name.range.lowerBound + surface.utf8.count)
    return shorter
  }

  /// Nouns that stand behind names and are no part of them.
  private static let tails = numbers([
    "市場", "企業", "社会", "産業", "業界", "政策", "特有", "独自", "製", "版", "系", "周り", "上", "内", "側", "エコシステム", "アーキテクチャ", "プラットフォーム",
    "シリーズ", "チップ", "モデル", "サービス", "アプリ", "アプリケーション", "プロジェクト", "コンポーネント", "サーバー", "サーバ", "クライアント", "ユーザー", "問題",
  ])

  /// Of these, what may as well be part of the name of a company or a place: ソニーサービス, 大阪産業.
  private static let naming = numbers([
    "市場", "企業", "産業", "プラットフォーム", "シリーズ", "モデル", "サービス", "アプリ", "アプリケーション", "プロジェクト", "問題",
  ])

  /// A known name without the noun behind it: EU市場, CUDAエコシステム.
  private static func withoutTail(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>,
    _ gazetteer: Gazetteer
  ) -> NameMention {
    guard name.morphemes.count >= 2 else { return name }
    let last = name.morphemes.upperBound - 1
    let tail = lexemes.surfaceHash(of: table.lexemes[last])
    guard tails.contains(tail) else { return name }
    let range = table.range(of: name.morphemes.lowerBound..<last)
    let entry = gazetteer.entry(ofHash: FeatureHash.string(text.extracting(range.offsets)))
    let whole = gazetteer.entry(ofHash: FeatureHash.string(text.extracting(name.range.offsets)))
    guard whole < 0, gazetteer.knowsForSure(entry) else { return name }
    // A product stays a product; what else is called so may be another's name.
    if naming.contains(tail),
      name.name != .product && name.name != .location || gazetteer.entry(of: entry, type: name.name.type) < 0
    {
      return name
    }
    var shorter = name
    shorter.morphemes = name.morphemes.lowerBound..<last
    shorter.range = range
    return shorter
  }

  /// A mention without a sign that it begins with, without what stands behind a bracket that it opens and does not
  /// close, or, but in names of works, behind a colon (in those of products only where what stands before it is one by
  /// itself, as in WSL: bubblewrap), and without what stands from a bracket on that it closes and did not open.
  private static func withoutLooseSigns(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>,
    _ gazetteer: Gazetteer
  ) -> NameMention {
    guard name.morphemes.count >= 2 else { return name }
    let isQuoted = isQuoted(name, text)
    var start = name.morphemes.lowerBound
    var end = name.morphemes.upperBound
    while start + 1 < end, isLooseSign(table.lexemes[start], lexemes) { start += 1 }
    var opened: Int?
    for index in start..<end where index < end {
      switch bracket(table.lexemes[index], lexemes) {
      case .openBracket: opened = opened ?? index
      case .closeBracket:
        if opened == nil, index > start {
          end = index
        }
        opened = nil
      default:
        // The title of a page behind that of an article: JavaScript Primer - Open Collective.
        if index > start, !isQuoted, isTitleBorder(index, table, lexemes) { end = index }
        if name.name != .work, index > start, lexemes.isSurface(table.lexemes[index], ":"),
          name.name != .product || isWhole(start..<index, table, text, gazetteer)
        {
          opened = opened ?? index
        }
      }
    }
    if let opened, opened > start { end = min(end, opened) }
    while end > start + 1, isLooseEnd(table.lexemes[end - 1], lexemes) { end -= 1 }
    guard start..<end != name.morphemes else { return name }
    var trimmed = name
    trimmed.morphemes = start..<end
    trimmed.range = table.range(of: trimmed.morphemes)
    return trimmed
  }

  /// Whether morphemes are a name that is known for sure, or called as packages are.
  private static func isWhole(
    _ morphemes: Range<Int>, _ table: borrowing MorphemeTable, _ text: Span<UInt8>, _ gazetteer: Gazetteer
  ) -> Bool {
    let surface = text.extracting(table.range(of: morphemes).offsets)
    return OrdinaryText.isPackage(surface)
      || gazetteer.knowsForSure(gazetteer.entry(ofHash: FeatureHash.string(surface)))
  }

  private static func isLooseSign(_ lexeme: UInt32, _ lexemes: borrowing LexemeTable) -> Bool {
    let part = lexemes.partsOfSpeech[Int(lexeme)]
    return part == .symbol || part == .comma || part == .fullStop || lexemes.isSurface(lexeme, "ー")
  }

  /// The part of speech of a word, that of brackets by its first character: dictionaries take )」 for a noun.
  private static func bracket(_ lexeme: UInt32, _ lexemes: borrowing LexemeTable) -> PartOfSpeech {
    let part = lexemes.partsOfSpeech[Int(lexeme)]
    guard part != .openBracket, part != .closeBracket else { return part }
    switch lexemes.firstScalar(of: lexeme) {
    case 0x29, 0x300D, 0x300F, 0x3011, 0x5D: return .closeBracket  // ) 」 』 】 ]
    case 0x28, 0x300C, 0x300E, 0x3010, 0x5B: return .openBracket  // ( 「 『 【 [
    default: return part
    }
  }

  private static func isLooseEnd(_ lexeme: UInt32, _ lexemes: borrowing LexemeTable) -> Bool {
    if lexemes.partsOfSpeech[Int(lexeme)] == .fullStop { return true }
    switch lexemes.firstScalar(of: lexeme) {
    case 0x3001, 0x3002, 0x2C, 0x3B, 0x3A: return true  // 、 。 , ; :
    default: return false
    }
  }

  /// Whether 「 or 『 stands right before a mention: there a line may part a title from its second half.
  private static func isQuoted(_ name: NameMention, _ text: Span<UInt8>) -> Bool {
    let start = name.range.lowerBound
    // 「 is E3 80 8C, 『 8E.
    return start >= 3 && text[start - 3] == 0xE3 && text[start - 2] == 0x80
      && (text[start - 1] == 0x8C || text[start - 1] == 0x8E)
  }

  private static func isTitleBorder(
    _ index: Int, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable
  ) -> Bool {
    guard table.starts[index] > table.ends[index - 1] else { return false }
    let borders: [StaticString] = ["-", "–", "—", "·", "|"]
    return borders.contains { lexemes.isSurface(table.lexemes[index], $0) }
  }

  private static func isForeign(_ lexeme: UInt32, _ lexemes: borrowing LexemeTable) -> Bool {
    let script = Script(lexemes.firstScalar(of: lexeme))
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
      lexemes.isSurface(table.lexemes[next], "社")
    else { return name }
    var longer = name
    longer.morphemes = name.morphemes.lowerBound..<next + 1
    longer.range = table.range(of: longer.morphemes)
    return longer
  }
}
