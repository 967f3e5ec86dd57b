import Foundation
import Morphology
import Testing
import TextCore

@Suite("Segmenter")
struct SegmenterTests {
  let dictionary: MiniDictionary
  let model: MeCabModel

  init() throws {
    dictionary = try MiniDictionary()
    model = try MeCabModel(dictionary.location)
  }

  @Test("Morphemes lie where their surfaces lie in the text, sentence by sentence")
  func columns() throws {
    let text = Array("東京都の会社。 研究した。".utf8)
    var segmenter = try Segmenter(model: model)
    var table = MorphemeTable()
    let end = "東京都の会社。".utf8.count
    try segmenter.segment(
      text.span, sentences: [ByteRange(0, end), ByteRange(end, text.count)], into: &table)
    let surfaces = (0..<table.count).map { String(decoding: text[table.range(of: $0).offsets], as: UTF8.self) }
    #expect(surfaces == ["東京", "都", "の", "会社", "。", "研究", "し", "た", "。"])
    let sentenceStarts = table.sentenceStarts
    #expect(sentenceStarts == [0, 5, 9])
    #expect(surfaces == table.lexemes.map { segmenter.lexemes.surface(of: $0) })
    let parts = table.lexemes.map { segmenter.lexemes.partsOfSpeech[Int($0)] }
    #expect(
      parts == [
        .place, .placeSuffix, .adnominalParticle, .commonNoun, .fullStop, .verbalNoun, .verb, .auxiliary, .fullStop,
      ])
  }

  @Test("One dictionary entry is one lexeme, wherever it stands, with base form, reading and form")
  func lexemes() throws {
    var segmenter = try Segmenter(model: model)
    let text = Array("研究した会社で研究した".utf8)
    var table = MorphemeTable()
    try segmenter.segment(text.span, sentences: [ByteRange(0, text.count)], into: &table)
    let lexemes = table.lexemes
    #expect(lexemes == [0, 1, 2, 3, 4, 0, 1, 2])
    #expect(segmenter.lexemes.baseForm(of: 1) == "する")
    #expect(segmenter.lexemes.reading(of: 0) == "ケンキュウ")
    let forms = segmenter.lexemes.forms
    #expect(forms[1] == .continuative && forms[2] == .terminal && forms[0] == .none)
    #expect(segmenter.lexemes.feature(of: 2) == Array("助動詞,*,*,*,特殊・タ,基本形,た,タ,タ".utf8))
  }

  @Test("Unknown words of one class are told apart by surface; what they lack is the surface")
  func unknown() throws {
    var segmenter = try Segmenter(model: model)
    let text = Array("Kiji の Kiji の Swift".utf8)
    var table = MorphemeTable()
    try segmenter.segment(text.span, sentences: [ByteRange(0, text.count)], into: &table)
    let lexemes = table.lexemes
    #expect(lexemes == [0, 1, 0, 1, 2])
    let unknowns = segmenter.lexemes.isUnknown
    #expect(unknowns == [true, false, true])
    #expect(segmenter.lexemes.baseForm(of: 2) == "Swift")
    #expect(segmenter.lexemes.reading(of: 2) == "Swift")
    #expect(segmenter.lexemes.feature(of: 0) == Array("名詞,固有名詞,組織,*,*,*,*".utf8))
  }

  @Test("Unknown runs of symbols are symbols, though the dictionary calls them nouns")
  func symbols() throws {
    var segmenter = try Segmenter(model: model)
    let parts = try segmenter.morphemes("( 会社 ) の [ 3 ] +!").map(\.part)
    #expect(
      parts == [
        .openBracket, .commonNoun, .closeBracket, .adnominalParticle, .openBracket, .numeral, .closeBracket, .symbol,
      ])
  }

  @Test("White space at the ends is left out, and a sentence of nothing else has no morphemes")
  func whiteSpace() throws {
    var segmenter = try Segmenter(model: model)
    let text = Array(" \t\n東京 \n   \t。 ".utf8)
    var table = MorphemeTable()
    let sentences = [
      ByteRange<NormalizedSpace>(0, 11), ByteRange(11, 15), ByteRange(15, 15), ByteRange(15, text.count),
    ]
    try segmenter.segment(text.span, sentences: sentences, into: &table)
    let (starts, ends, sentenceStarts) = (table.starts, table.ends, table.sentenceStarts)
    #expect(starts == [3, 15])
    #expect(ends == [9, 18])
    #expect(sentenceStarts == [0, 1, 1, 1, 2])
  }

  @Test("A table is used again and keeps no morpheme of the text before")
  func reuse() throws {
    var segmenter = try Segmenter(model: model)
    var table = MorphemeTable()
    for word in ["東京", "会社の", ""] {
      let text = Array(word.utf8)
      table.removeAll()
      try segmenter.segment(text.span, sentences: [ByteRange(0, text.count)], into: &table)
      #expect(table.sentenceCount == 1)
      #expect(table.morphemes(ofSentence: 0) == 0..<table.count)
    }
    #expect(table.count == 0)
  }

  @Test("A sentence of more than 65,535 bytes is cut behind a full stop, a comma or a scalar")
  func long() throws {
    var segmenter = try Segmenter(model: model)
    for unit in ["東京都。", "会社,", "研究", "é", "🙂", " 会社 "] {
      let text = Array(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
      var table = MorphemeTable()
      try segmenter.segment(text.span, sentences: [ByteRange(0, text.count)], into: &table)
      #expect(table.sentenceCount == 1)
      let gaps = (1..<table.count).count { table.starts[$0] != table.ends[$0 - 1] }
      #expect(gaps == 0 || unit.contains(" "))
      let end = table.ends.last ?? 0
      #expect(table.starts.first == (unit.contains(" ") ? 1 : 0))
      #expect(String(decoding: text[Int(end)...], as: UTF8.self).allSatisfy { $0 == " " })
    }
  }

  @Test("Lexemes keep their numbers until too many unknown words were met; then all are numbered anew")
  func forgetting() throws {
    var segmenter = try Segmenter(model: model)
    _ = try segmenter.surfaces("会社の AA と AB と AC")
    let generation = segmenter.lexemes.generation
    segmenter.lexemes.resetUnknowns(keeping: 10)
    #expect(segmenter.lexemes.generation == generation)
    #expect(segmenter.lexemes.surface(of: 0) == "会社")
    segmenter.lexemes.resetUnknowns(keeping: 2)
    #expect(segmenter.lexemes.generation == generation + 1)
    #expect(segmenter.lexemes.count == 0 && segmenter.lexemes.unknownCount == 0)
    #expect(try segmenter.surfaces("AA の会社") == ["AA", "の", "会社"])
    #expect(segmenter.lexemes.surface(of: 2) == "会社")
  }

  @Test("A million articles' unknown words do not fill the memory")
  func bounded() throws {
    var segmenter = try Segmenter(model: model)
    for article in 0..<300 {
      _ = try segmenter.surfaces((0..<20).map { "x\(String(article * 20 + $0, radix: 26))の" }.joined())
      segmenter.lexemes.resetUnknowns(keeping: 100)
    }
    #expect(segmenter.lexemes.unknownCount <= 140)
    #expect(segmenter.lexemes.vocabulary.byteCount < 2_000)
  }

  @Test("Two segmenters of one model work at once and find the same")
  func concurrency() async throws {
    let model = model
    let results = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask {
          var segmenter = try Segmenter(model: model)
          var all: [String] = []
          for _ in 0..<200 { all = try segmenter.surfaces("東京都の会社でABCを研究した。") }
          return all
        }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(Set(results).count == 1)
  }
}
