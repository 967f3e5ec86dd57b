import Morphology
import TextCore

/// Persons that a long article names without a sign that they are persons.
///
/// To the tagger an unknown word in katakana or kanji looks like a person: フェットチーネ, リコピン. Articles tell of whom
/// they speak, once at least: by a title behind the name, by a full name, by a form in Latin letters in brackets.
enum DoubtfulPersons {
  /// The sentences of an article from which on such a sign can be asked for.
  private static let longArticle = 12
  /// What stands behind a person's name.
  private static let signs: [StaticString] = [
    "氏", "さん", "先生", "CEO", "CTO", "CFO", "COO", "社長", "会長", "首相", "大統領", "議員", "教授", "博士", "選手", "監督",
    "記者",
    "長官", "大臣", "知事", "市長", "容疑者", "被告", "夫妻", "(", "は語", "は話", "は述", "も語", "も話", "も述", "の著", "の小説", "の作品", "は言", "が語",
    "が述", "が言", "は論", "が論", "を論", "は書", "は批判", "は問", "は主張", "は考え", "は指摘", "によれば", "によると",
  ]

  /// Removes the persons of one word that nothing shows to be one.
  /// - Complexity: O(*m*) in mentions.
  static func remove(
    from names: inout [NameMention], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable,
    _ text: Span<UInt8>, _ gazetteer: Gazetteer
  ) {
    guard table.sentenceCount >= longArticle, names.contains(where: { $0.name == .person }) else { return }
    var doubts: [UInt64: Bool] = [:]
    var parts: Set<UInt64> = []
    for name in names where name.name == .person {
      let surface = text.extracting(name.range.offsets)
      guard isOneRun(surface) else {
        for part in NameForms.parts(of: surface) { parts.insert(FeatureHash.string(surface.extracting(part))) }
        continue
      }
      let key = FeatureHash.string(surface)
      guard doubts[key] != false else { continue }
      doubts[key] = !(gazetteer.entry(ofHash: key) >= 0 || isPerson(name, table, lexemes, text))
    }
    guard doubts.contains(where: \.value) else { return }
    names.removeAll { name in
      guard name.name == .person else { return false }
      let key = FeatureHash.string(text.extracting(name.range.offsets))
      return doubts[key] == true && !parts.contains(key)
    }
  }

  /// Whether a name is katakana or kanji without a dot or a blank.
  private static func isOneRun(_ surface: Span<UInt8>) -> Bool {
    var place = 0
    while place < surface.count {
      let scalar = UTF8Scan.scalar(at: place, in: surface)
      let script = Script(scalar.value)
      guard script == .katakana && scalar.value != 0x30FB || script == .han else { return false }
      place += scalar.length
    }
    return true
  }

  /// Whether the dictionary knows a person's name in it, or a sign of a person stands behind it.
  private static func isPerson(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) -> Bool {
    for morpheme in name.morphemes where lexemes.partsOfSpeech[Int(table.lexemes[morpheme])].isProperNoun {
      return true
    }
    // 様, 君 as endings of names, not 様々 and 君主.
    let next = name.morphemes.upperBound
    if next < table.morphemes(ofSentence: name.sentence).upperBound,
      lexemes.partsOfSpeech[Int(table.lexemes[next])] == .nameSuffix
    {
      return true
    }
    let behind = text.extracting(name.range.upperBound..<text.count)
    return signs.contains { behind.hasPrefix($0) }
  }
}
