import Annotation
import Morphology
import Testing
import TextCore

/// Builds a table by hand: words with their classes, `|` between sentences, `_` for a space.
/// - Parameter areKnown: Whether the segmenter knows sentences again.
private func terms(
  _ words: [(String, PartOfSpeech)], background: String = "", stopWords: [String] = [], limit: Int = 0,
  areKnown: Bool = false
) -> TermOccurrences {
  var serials: [ArraySlice<UInt8>: Int] = [:]
  var sentenceStart = 0
  var lexemes = LexemeTable()
  var table = MorphemeTable()
  var text: [UInt8] = []
  func end() {
    let known = serials[text[sentenceStart...]] ?? serials.count + 1
    serials[text[sentenceStart...]] = known
    table.endSentence(serial: areKnown ? known : 0)
    sentenceStart = text.count
  }
  for (surface, part) in words {
    if surface == "|" {
      end()
    } else if surface == "_" {
      text.append(0x20)
    } else {
      let start = text.count
      text += surface.utf8
      table.append(lexemes.add(surface, part), start: start, end: text.count)
    }
  }
  end()
  var extractor = TermExtractor(
    background: BackgroundTable(lines: Array(background.utf8)), stopWords: StopWords(stopWords))
  return extractor.extract(from: table, lexemes: lexemes, text: text.span, limit: limit)
}

@Suite("Terms")
struct TermExtractorTests {
  @Test("Nouns that stand together are one compound")
  func compounds() {
    let found = terms([
      ("AI", .commonNoun), ("インフラ", .commonNoun), ("投資", .verbalNoun), ("が", .caseParticle),
      ("増える", .verb),
    ])
    #expect(found.terms.map(\.term) == ["AIインフラ投資", "増える"])
    #expect(found.terms.map(\.kind) == [.compound, .verb])
  }

  @Test("Numerals, pronouns, dependent nouns and single kana are no terms")
  func noTerms() {
    let found = terms([
      ("3", .numeral), ("社", .counterSuffix), ("の", .adnominalParticle), ("それ", .pronoun), ("こと", .dependentNoun),
      ("今日", .adverbialNoun), ("あ", .commonNoun), ("2025", .numeral), ("の", .adnominalParticle), ("猫", .commonNoun),
    ])
    #expect(found.terms.map(\.term) == ["猫"])
  }

  @Test("Latin letters, digits and signs are one word, however the dictionary cuts them")
  func latinWords() {
    let found = terms([
      ("GPT", .commonNoun), ("-", .symbol), ("4", .numeral), ("o", .commonNoun), ("と", .otherParticle),
      ("C", .commonNoun), ("++", .symbol), ("、", .comma), ("Node", .commonNoun), (".", .symbol), ("js", .commonNoun),
      (".", .symbol),
    ])
    #expect(Set(found.terms.map(\.term)) == ["GPT-4o", "C++", "Node.js"])
  }

  @Test("Latin words with a space between them are one name, Japanese ones are not")
  func spaces() {
    let found = terms([
      ("Sam", .commonNoun), ("_", .space), ("Altman", .commonNoun), ("_", .space), ("東京", .place), ("_", .space),
      ("大阪", .place),
    ])
    #expect(Set(found.terms.map(\.term)) == ["Sam Altman", "東京", "大阪"])
    #expect(found.terms.allSatisfy { $0.kind == .properNoun })
  }

  @Test("的 ends a compound; a prefix alone is nothing")
  func affixes() {
    let found = terms([
      ("経済", .commonNoun), ("的", .nounSuffix), ("効果", .commonNoun), ("を", .caseParticle), ("新", .prefix),
      ("を", .caseParticle), ("新", .prefix), ("市場", .commonNoun),
    ])
    #expect(Set(found.terms.map(\.term)) == ["経済", "効果", "新市場"])
  }

  @Test("A dot joins the parts of a foreign name")
  func middleDot() {
    let found = terms([
      ("イーロン", .personName), ("・", .symbol), ("マスク", .commonNoun), ("と", .otherParticle), ("企業", .commonNoun),
      ("・", .symbol), ("団体", .commonNoun),
    ])
    #expect(Set(found.terms.map(\.term)) == ["イーロン・マスク", "企業", "団体"])
  }

  @Test("FLR gives a noun that forms many compounds its weight: f · √((FL+1)(FR+1)) for one component")
  func weights() {
    // 投資 stands alone once, and twice with a noun to its left: FL = 2, FR = 0, so √3.
    // 猫 stands alone once, with no neighbour: 1. Both are as rare in the background.
    let found = terms([
      ("投資", .verbalNoun), ("|", .other), ("AI", .commonNoun), ("投資", .verbalNoun), ("|", .other),
      ("設備", .commonNoun), ("投資", .verbalNoun), ("|", .other), ("猫", .commonNoun),
    ])
    let scores = Dictionary(uniqueKeysWithValues: found.terms.map { ($0.term, $0.score) })
    let ratio = (scores["猫"] ?? 0) / (scores["投資"] ?? 1)
    #expect(abs(ratio - 1 / 3.0.squareRoot()) < 1e-6)
  }

  @Test("What is common in the background weighs less")
  func background() {
    let found = terms(
      [("企業", .commonNoun), ("|", .other), ("酒蔵", .commonNoun)], background: "企業\t40000\n技術\t50000\n")
    #expect(found.terms.map(\.term) == ["酒蔵", "企業"])
  }

  @Test("Stop words are left out, in any case of Latin letters")
  func stopWords() {
    let found = terms(
      [("場合", .commonNoun), ("が", .caseParticle), ("The", .commonNoun), ("_", .space), ("Beatles", .commonNoun)],
      stopWords: ["場合", "the"])
    #expect(found.terms.map(\.term) == ["Beatles"])
  }

  @Test("Sentences that stand again count again, whether they are known or read once more")
  func repeatedSentences() {
    let first: [(String, PartOfSpeech)] = [
      ("AI", .commonNoun), ("インフラ", .commonNoun), ("投資", .verbalNoun), ("が", .caseParticle), ("増える", .verb),
      ("|", .other),
    ]
    let second: [(String, PartOfSpeech)] = [
      ("場合", .commonNoun), ("の", .adnominalParticle), ("投資", .verbalNoun), ("計画", .verbalNoun), ("|", .other),
    ]
    let words = first + second + first + first + second + [("投資", .verbalNoun), ("|", .other)]
    let (known, read) = (
      terms(words, stopWords: ["場合"], areKnown: true), terms(words, stopWords: ["場合"], areKnown: false)
    )
    #expect(known.terms == read.terms)
    #expect(known.places == read.places)
    #expect(known.terms.first { $0.term == "AIインフラ投資" }?.count == 3)
  }

  @Test("Equal weights keep the order of the text; a limit keeps the heaviest")
  func order() {
    let words: [(String, PartOfSpeech)] = [
      ("犬", .commonNoun), ("と", .otherParticle), ("猫", .commonNoun), ("|", .other), ("鳥", .commonNoun), ("|", .other),
    ]
    #expect(terms(words).terms.map(\.term) == ["犬", "猫", "鳥"])
    let limited = terms(words, limit: 2)
    #expect(limited.terms.map(\.term) == ["犬", "猫"])
    #expect(limited.places.map(\.sentence) == [0, 0])
    #expect(terms(words, limit: 100).terms.map(\.term) == ["犬", "猫", "鳥"])
  }

  @Test("An article's counts do not leak into the next one")
  func articles() {
    var lexemes = LexemeTable()
    var extractor = TermExtractor(background: BackgroundTable(lines: []), stopWords: StopWords([]))
    let text = Array("投資".utf8)
    let lexeme = lexemes.add("投資", .verbalNoun)
    for _ in 0..<3 {
      var table = MorphemeTable()
      table.append(lexeme, start: 0, end: text.count)
      table.endSentence()
      let found = extractor.extract(from: table, lexemes: lexemes, text: text.span, limit: 0)
      #expect(found.terms == [Term(term: "投資", kind: .noun, count: 1, score: 1)])
    }
  }
}

@Suite("Background table")
struct BackgroundTableTests {
  private let table = BackgroundTable(lines: Array("AI\t50000\nZ\t1\nあ\t100000\n犬\t250\n".utf8))

  private func frequency(_ term: String) -> Double { table.inverseDocumentFrequency(of: Array(term.utf8).span) }

  @Test("Every line is found, and nothing else")
  func lookup() {
    #expect(abs(frequency("AI") - 0.692_147) < 1e-5)
    #expect(frequency("あ") == 0)
    #expect(frequency("犬") > 5 && frequency("Z") > 7)
    for absent in ["", "A", "AIX", "い", "犬小屋", "B", "\u{10FFFF}"] { #expect(frequency(absent) == frequency("無い")) }
  }

  @Test("The embedded table is sorted, so that it can be bisected")
  func embedded() {
    let table = BackgroundTable()
    #expect(table.inverseDocumentFrequency(of: Array("こと".utf8).span) >= 0)
  }
}
