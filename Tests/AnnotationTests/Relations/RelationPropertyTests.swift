import Annotation
import LexicalResources
import Morphology
import TestSupport
import Testing
import TextCore

@Suite("Relations on any text")
struct RelationPropertyTests {
  /// Words that deals are told with, and others.
  private static let words: [(String, PartOfSpeech, InflectionForm)] = [
    ("出資", .verbalNoun, .none), ("投資", .verbalNoun, .none), ("買収", .verbalNoun, .none), ("提携", .verbalNoun, .none),
    ("契約", .verbalNoun, .none), ("調達", .verbalNoun, .none), ("資金", .commonNoun, .none), ("子会社", .commonNoun, .none),
    ("化", .nounSuffix, .none), ("取得", .verbalNoun, .none), ("株式", .commonNoun, .none), ("する", .verb, .terminal),
    ("し", .verb, .continuative), ("さ", .verb, .irrealis), ("れる", .verbSuffix, .terminal), ("た", .auxiliary, .terminal),
    ("ない", .auxiliary, .terminal), ("て", .conjunctiveParticle, .none), ("は", .bindingParticle, .none),
    ("が", .caseParticle, .none), ("を", .caseParticle, .none), ("に", .caseParticle, .none), ("と", .caseParticle, .none),
    ("の", .adnominalParticle, .none), ("から", .caseParticle, .none), ("で", .caseParticle, .none),
    ("や", .otherParticle, .none), ("か", .otherParticle, .none), ("、", .comma, .none), ("。", .fullStop, .none),
    ("・", .symbol, .none), ("(", .openBracket, .none), (")", .closeBracket, .none), ("「", .openBracket, .none),
    ("」", .closeBracket, .none), ("同社", .commonNoun, .none), ("両社", .commonNoun, .none), ("彼ら", .pronoun, .none),
    ("企業", .commonNoun, .none), ("A社", .organization, .none), ("B社", .organization, .none), ("10", .numeral, .none),
    ("億", .numeral, .none), ("円", .counterSuffix, .none), ("方針", .commonNoun, .none), ("こと", .dependentNoun, .none),
    ("という", .caseParticle, .none), ("といった", .caseParticle, .none), ("よう", .dependentNoun, .none),
    ("な", .auxiliary, .attributive), ("発表", .verbalNoun, .none), ("受ける", .verb, .terminal), ("組む", .verb, .terminal),
    ("新しい", .adjective, .attributive), ("もし", .adverb, .none), ("及び", .conjunction, .none),
  ]

  /// A text of these words, by their places in the list; -1 ends a sentence.
  private struct Text: ~Copyable {
    var lexemes = LexemeTable()
    var table = MorphemeTable()
    var bytes: [UInt8] = []

    /// In a later generation the words have other numbers.
    init(_ places: [Int], isLater: Bool = false) {
      var ids = [UInt32](repeating: 0, count: RelationPropertyTests.words.count)
      if isLater { lexemes.resetUnknowns(keeping: -1) }
      for place in isLater ? Array(ids.indices.reversed()) : Array(ids.indices) {
        let (surface, part, form) = RelationPropertyTests.words[place]
        ids[place] = lexemes.add(surface, part, form: form, base: surface == "し" || surface == "さ" ? "する" : nil)
      }
      for place in places {
        if place < 0 {
          table.endSentence()
        } else {
          let start = bytes.count
          bytes += RelationPropertyTests.words[place].0.utf8
          table.append(ids[place], start: start, end: bytes.count)
        }
      }
      table.endSentence()
    }
  }

  private static func place(_ word: String) -> Int { words.firstIndex { $0.0 == word } ?? -1 }

  @Test("Random words with random mentions give deals whose parts exist, and never a trap", arguments: 0..<40)
  func random(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let places = (0..<600).map { _ in
      Int.random(in: 0..<20, using: &generator) == 0 ? -1 : Int.random(in: 0..<Self.words.count, using: &generator)
    }
    let text = Text(places)
    var mentions: [EntityMention] = []
    for sentence in 0..<text.table.sentenceCount {
      let range = text.table.morphemes(ofSentence: sentence)
      var first = range.lowerBound
      while first < range.upperBound {
        // Some overlap, some reach into the next sentence, and some have no entity.
        let last = min(first + Int.random(in: 1...3, using: &generator), text.table.count)
        if Int.random(in: 0..<3, using: &generator) == 0 {
          mentions.append(
            EntityMention(
              range: text.table.range(of: first..<last), morphemes: first..<last, sentence: sentence,
              type: EntityType.allCases.randomElement(using: &generator) ?? .organization,
              entity: Int.random(in: -1..<8, using: &generator)))
        }
        first += Int.random(in: 1...3, using: &generator)
      }
    }
    var extractor = RelationExtractor(lexicon: RelationLexicon())
    let found = extractor.extract(from: text.table, lexemes: text.lexemes, text: text.bytes.span, mentions: mentions)
    let entities = Set(mentions.map(\.entity))
    for deal in found {
      #expect(deal.from >= 0 && entities.contains(deal.from) && deal.from != deal.to)
      #expect(deal.to.map { $0 >= 0 && entities.contains($0) } ?? true)
      #expect(deal.amount.map { mentions.indices.contains($0) && mentions[$0].type == .money } ?? true)
      #expect(deal.to != nil || deal.amount != nil)
      #expect((0..<text.table.sentenceCount).contains(deal.sentence))
      #expect(deal.range.upperBound <= text.bytes.count && !deal.range.isEmpty)
    }
    let again = extractor.extract(from: text.table, lexemes: text.lexemes, text: text.bytes.span, mentions: mentions)
    #expect(found == again)
  }

  @Test(
    "A sentence of a hundred thousand words takes linear time: quadratic time would take minutes",
    .timeLimit(.minutes(10)),
    arguments: [
      ["出資"], ["A社", "、"], ["A社", "と", "B社", "や"], ["A社", "は", "B社", "に", "出資", "し", "、"], ["("], ["同社", "は"],
      ["両社", "が", "提携"], ["10", "億", "円", "、"], ["A社", "の"], ["資金"], ["提携", "、"], ["A社", "、", "B社", "買収", "、"],
      ["方針", "という"], ["し", "て"], ["企業"], ["株式", "の", "取得"], ["A社", "の", "よう", "な", "企業", "と", "組む"],
    ])
  func linearTime(pieces: [String]) {
    let piece = pieces.map(Self.place)
    var places: [Int] = []
    while places.count < 100_000 { places += piece }
    let text = Text(places)
    var mentions: [EntityMention] = []
    for morpheme in 0..<text.table.count {
      let word = Self.words[places[morpheme]].0
      guard word == "A社" || word == "B社" || word == "円" else { continue }
      mentions.append(
        EntityMention(
          range: text.table.range(of: morpheme), morphemes: morpheme..<morpheme + 1, sentence: 0,
          type: word == "円" ? .money : .organization, entity: word == "円" ? 2 : word == "A社" ? 0 : 1))
    }
    var extractor = RelationExtractor(lexicon: RelationLexicon())
    let found = extractor.extract(from: text.table, lexemes: text.lexemes, text: text.bytes.span, mentions: mentions)
    #expect(found.count <= mentions.count)
  }

  @Test("Every row of the table is read: it has a known use, and deals have a pattern")
  func table() {
    for row in LexicalResource.relations.rows {
      let isDeal = RelationType(rawValue: String(row[0])) != nil
      #expect(row.count == (isDeal ? 3 : 2), "\(row)")
      #expect(RelationLexicon.reads(row), "\(row)")
      let words = row[1].split(separator: " ", omittingEmptySubsequences: false)
      #expect(Set(words).count == words.count && !words.contains(""), "\(row)")
    }
  }

  @Test("A generation of lexemes does not leak into the next one")
  func generations() {
    var extractor = RelationExtractor(lexicon: RelationLexicon())
    for words in [["A社", "は", "B社", "に", "出資", "し", "た"], ["B社", "が", "A社", "を", "買収", "し", "た"]] {
      let text = Text(words.map(Self.place), isLater: words[4] == "買収")
      let mentions = [0, 2].map {
        EntityMention(
          range: text.table.range(of: $0), morphemes: $0..<$0 + 1, sentence: 0, type: .organization,
          entity: words[$0] == "A社" ? 0 : 1)
      }
      let found = extractor.extract(from: text.table, lexemes: text.lexemes, text: text.bytes.span, mentions: mentions)
      #expect(found.map(\.type) == [words[4] == "出資" ? .investment : .acquisition])
      #expect(found.map(\.from) == [words[0] == "A社" ? 0 : 1])
    }
  }
}
