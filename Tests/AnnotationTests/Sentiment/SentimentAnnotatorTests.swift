import Annotation
import Morphology
import TestSupport
import Testing
import TextCore

/// Sentences of words that are nouns, one after the other, as the segmenter would give them.
private struct Sentences: ~Copyable {
  var lexemes = LexemeTable()
  var table = MorphemeTable()
  private var length = 0

  mutating func add(_ words: [String]) {
    for word in words {
      table.append(lexemes.add(word, .commonNoun), start: length, end: length + word.utf8.count)
      length += word.utf8.count
    }
    table.endSentence(serial: 0)
  }
}

private func annotator(lexicon: [String] = [], model: [String] = []) throws -> SentimentAnnotator {
  let head = "kiji-sentiment\t4\t\(model.count)\n"
  return SentimentAnnotator(
    lexicon: SentimentLexicon(Array((lexicon.joined(separator: "\n") + "\n").utf8)),
    model: try SentimentModel(Array((head + model.map { $0 + "\n" }.joined()).utf8)))
}

@Suite("Words and phrases that judge")
struct SentimentAnnotatorTests {
  /// Words that no rule of grammar asks for.
  private static let words = (0..<120).map { "語\(String(UnicodeScalar(0x4E00 + $0 * 7)!))" }

  @Test("A learned word, and a pair of neighbours, counts once in a sentence and anew in the next")
  func once() throws {
    let (a, b, c) = (Self.words[0], Self.words[1], Self.words[2])
    var annotator = try annotator(model: ["w\t\(a)\t100\t0\t0\t0\t0", "p\t\(a) \(b)\t0\t40\t0\t0"])
    var sentences = Sentences()
    sentences.add([a, b, a, b])
    sentences.add([a, c, b])
    sentences.add([b, a])
    let learned = annotator.annotate(sentences.table, lexemes: sentences.lexemes).sentences.map(\.learned)
    #expect(learned.map(\.positive) == [0.1, 0.1, 0.1])
    #expect(learned.map(\.negative) == [0.04, 0, 0])
  }

  @Test("Sums of learned words and pairs are those of sets", arguments: 0..<4)
  func sums(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Half of the words are known by themselves; pairs make others known.
    let single = Dictionary(
      uniqueKeysWithValues: Self.words.prefix(60).map { ($0, Int.random(in: -900...900, using: &random)) })
    var pairs: [String: Int] = [:]
    for _ in 0..<700 {
      let pair = "\(Self.words.randomElement(using: &random)!) \(Self.words.randomElement(using: &random)!)"
      pairs[pair] = Int.random(in: -900...900, using: &random)
    }
    var annotator = try annotator(
      model: single.sorted { $0.key < $1.key }.map { "w\t\($0.key)\t\($0.value)\t0\t0\t0\t0" }
        + pairs.sorted { $0.key < $1.key }.map { "p\t\($0.key)\t\($0.value)\t0\t0\t0" })
    var sentences = Sentences()
    var expected: [Int] = []
    for _ in 0..<60 {
      let sentence = (0..<Int.random(in: 0...60, using: &random)).map { _ in Self.words.randomElement(using: &random)! }
      sentences.add(sentence)
      expected.append(
        Set(sentence).reduce(0) { $0 + single[$1, default: 0] }
          + Set(zip(sentence, sentence.dropFirst()).map { "\($0) \($1)" }).reduce(0) { $0 + pairs[$1, default: 0] })
    }
    let found = annotator.annotate(sentences.table, lexemes: sentences.lexemes).sentences
    #expect(found.map { Int(($0.learned.positive * 1000).rounded()) } == expected)
  }

  @Test("Phrases are found from the left, the longest first, however many were met before", arguments: 0..<4)
  func longest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var phrases: Set<[String]> = []
    for _ in 0..<400 {
      let length = Int.random(in: 1...4, using: &random)
      phrases.insert((0..<length).map { _ in Self.words.prefix(12).randomElement(using: &random)! })
    }
    for _ in 0..<3_000 {
      phrases.insert((0..<2).map { _ in Self.words.randomElement(using: &random)! })
    }
    var annotator = try annotator(lexicon: phrases.map { $0.joined() + "\t+\t0.5" }.sorted())
    var sentences = Sentences()
    var expected: [Range<Int>] = []
    var start = 0
    // More pairs of neighbours than steps are kept.
    for _ in 0..<900 {
      let few = Bool.random(using: &random)
      let sentence = (0..<30).map { _ in Self.words.prefix(few ? 12 : 120).randomElement(using: &random)! }
      sentences.add(sentence)
      var place = 0
      while place < sentence.count {
        let length = (1...4).last {
          place + $0 <= sentence.count && phrases.contains(Array(sentence[place..<place + $0]))
        }
        if let length { expected.append(start + place..<start + place + length) }
        place += length ?? 1
      }
      start += sentence.count
    }
    let found = annotator.annotate(sentences.table, lexemes: sentences.lexemes).cues.map(\.morphemes)
    #expect(found == expected)
  }
}
