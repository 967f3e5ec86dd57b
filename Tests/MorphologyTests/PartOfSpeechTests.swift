import Morphology
import Testing

@Suite("Parts of speech")
struct PartOfSpeechTests {
  /// The class of the first morpheme of `sentence` whose surface is `surface`.
  private func part(_ surface: String, in sentence: String, _ name: DictionaryName) throws -> PartOfSpeech? {
    guard let location = installed(name) else { return nil }
    var segmenter = try Segmenter(model: MeCabModel(location))
    return try segmenter.morphemes(sentence).first { $0.surface == surface }?.part
  }

  /// Words whose class all four dictionaries agree on.
  static let agreed: [(surface: String, sentence: String, part: PartOfSpeech)] = [
    ("会社", "会社が動いた。", .commonNoun), ("が", "会社が動いた。", .caseParticle), ("。", "会社が動いた。", .fullStop),
    ("研究", "研究を続ける", .verbalNoun), ("を", "研究を続ける", .caseParticle), ("静か", "静かな海", .adjectivalNoun),
    ("これ", "これは本だ", .pronoun), ("は", "これは本だ", .bindingParticle), ("この", "この本", .adnominal),
    ("の", "会社の本", .adnominalParticle), ("高い", "値段が高い", .adjective), ("とても", "とても高い", .adverb),
    ("しかし", "しかし、違う", .conjunction), ("、", "しかし、違う", .comma), ("「", "「本」", .openBracket), ("」", "「本」", .closeBracket),
    ("東京", "東京に行く", .place), ("走ら", "彼は走らない", .verb), ("お", "お手紙", .prefix), ("て", "会って話す", .conjunctiveParticle),
  ]

  @Test("The dictionaries agree on the class of plain words", arguments: installedDictionaries)
  func agreement(name: DictionaryName) throws {
    for example in Self.agreed {
      // JUMAN takes verbs with their て and 静かな for one word.
      if name == .jumandic && ["て", "静か"].contains(example.surface) { continue }
      let found = try part(example.surface, in: example.sentence, name)
      #expect(found == example.part, "\(example.surface) in \(example.sentence), \(name)")
    }
  }

  @Test("IPADIC's finer classes are kept", .enabled(if: installed(.ipadic) != nil, "IPADIC がありません"))
  func ipadic() throws {
    let examples: [(String, String, PartOfSpeech)] = [
      ("田中", "田中さん", .surname), ("さん", "田中さん", .nameSuffix), ("日本", "日本は広い", .country), ("トヨタ", "トヨタの車", .organization),
      ("3", "3人", .numeral), ("人", "3人", .counterSuffix), ("今日", "今日は晴れ", .adverbialNoun),
      ("こと", "見ること", .dependentNoun),
      ("いる", "見ている", .dependentVerb), ("られ", "見られた", .verbSuffix), ("ば", "行けば", .conjunctiveParticle),
      ("だけ", "これだけ", .adverbialParticle), ("ね", "いいね", .finalParticle), ("た", "見た", .auxiliary),
      ("的", "理性的", .nounSuffix),
      ("えーと", "えーと、", .filler), ("ありがとう", "ありがとう", .interjection), ("市", "横浜市", .placeSuffix),
      ("にくい", "読みにくい", .dependentAdjective),
    ]
    for (surface, sentence, expected) in examples {
      let found = try part(surface, in: sentence, .ipadic)
      #expect(found == expected, "\(surface) in \(sentence)")
    }
  }

  @Test("Inflected forms are told in all dictionaries", arguments: installedDictionaries)
  func forms(name: DictionaryName) throws {
    var segmenter = try Segmenter(model: MeCabModel(try #require(installed(name))))
    let examples: [(String, String, InflectionForm)] = [
      ("走ら", "走らない", .irrealis), ("走り", "走りたい", .continuative), ("走れ", "走れ", .imperative), ("会社", "会社", .none),
      ("高い", "山が高い。", .terminal),
    ]
    for (surface, sentence, expected) in examples {
      _ = try segmenter.surfaces(sentence)
      let id = (0..<UInt32(segmenter.lexemes.count)).last { segmenter.lexemes.surface(of: $0) == surface }
      let found = id.map { segmenter.lexemes.forms[Int($0)] }
      #expect(found == expected || (name == .unidic && surface == "高い"), "\(surface) in \(sentence), \(name)")
    }
  }

  @Test("Base form and reading are found in the columns of each dictionary", arguments: installedDictionaries)
  func columns(name: DictionaryName) throws {
    var segmenter = try Segmenter(model: MeCabModel(try #require(installed(name))))
    _ = try segmenter.surfaces("走らない")
    #expect(segmenter.lexemes.baseForm(of: 0) == "走る")
    #expect(segmenter.lexemes.reading(of: 0) == (name == .jumandic ? "はしら" : "ハシラ"))
  }

  @Test("Classes are grouped for those who need no finer difference")
  func groups() {
    #expect(PartOfSpeech.allCases.filter(\.isProperNoun).count == 7)
    #expect(PartOfSpeech.allCases.filter(\.isParticle).count == 7)
    #expect(PartOfSpeech.organization.isContentNoun && PartOfSpeech.adverbialNoun.isContentNoun)
    #expect(!PartOfSpeech.numeral.isContentNoun && !PartOfSpeech.dependentNoun.isContentNoun)
    #expect(PartOfSpeech.comma.isSymbol && !PartOfSpeech.other.isSymbol && !PartOfSpeech.auxiliary.isSymbol)
  }
}
