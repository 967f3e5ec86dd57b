import Annotation
import Morphology
import Testing
import TextCore

@Suite("Features of the tagger", .enabled(if: ValueCases.model != nil, "IPADIC がありません"))
struct TaggerFeatureTests {
  @Test("What the tagger makes of a place, row by row, is what it was trained with")
  func trainingAndUse() throws {
    let text = """
      株式会社メルカリは2024年に「メルカリShops」を始めた。米OpenAIのサム・アルトマン氏（CEO）は、東京大学で講演した。
      楽しかった。AI
      """
    let bytes = Array(text.utf8)
    var segmenter = try Segmenter(model: try #require(ValueCases.model))
    var table = MorphemeTable()
    try segmenter.segment(bytes.span, sentences: EntityCases.sentences(of: bytes), into: &table)
    let resources = try EntityCases.resources.get()
    var maker = TaggerTrainingFeatures(gazetteer: resources.gazetteer, classes: resources.classes)
    var places = 0
    for sentence in 0..<table.sentenceCount {
      var features: [UInt32] = []
      var starts = [0]
      let morphemes = table.morphemes(ofSentence: sentence)
      maker.make(
        morphemes, of: table, lexemes: segmenter.lexemes, text: bytes.span, values: [], features: &features,
        starts: &starts)
      for index in 0..<morphemes.count {
        let trained = Set(features[starts[index]..<starts[index + 1]])
        let used = maker.featuresAtUse(index)
        #expect(used.count > 15 && trained.isSuperset(of: used))
        places += 1
      }
    }
    #expect(places == table.count && places > 25)
  }
}
