import Foundation
import Morphology
import TestSupport
import Testing
import TextCore

@Suite("Hostile text")
struct HostileTextTests {
  /// Characters that segmenters stumble over.
  static let pieces: [String] = [
    "東京", "の", "研究", "abc", "12", " ", "\t", "\n", "　", "\u{0}", "\u{FFFF}", "\u{FFFD}", "🙂", "👩‍👩‍👧", "e\u{301}",
    "が", "か\u{3099}", "ﾊﾟ", "\u{D0}", "\u{85}", "\u{2028}", "\u{10FFFF}", "。", "「", ",", "\"", "\u{200B}",
  ]

  /// Segments `text` as one sentence, and checks that morphemes follow one another and leave out only white space.
  private func check(_ text: [UInt8], _ segmenter: inout Segmenter) throws {
    var table = MorphemeTable()
    try segmenter.segment(text.span, sentences: [ByteRange(0, text.count)], into: &table)
    func isSpace(_ range: Range<Int>) -> Bool { range.allSatisfy { text[$0] <= 0x20 } }
    var end = 0
    var wrong = 0
    for index in 0..<table.count {
      let range = table.range(of: index)
      let id = segmenter.lexemes.surfaces[Int(table.lexemes[index])]
      let surface = segmenter.lexemes.vocabulary.range(of: id)
      let isEqual = segmenter.lexemes.vocabulary.pool[surface].elementsEqual(text[range.offsets])
      if range.isEmpty || !isEqual || !isSpace(end..<range.lowerBound) { wrong += 1 }
      end = range.upperBound
    }
    #expect(wrong == 0)
    #expect(isSpace(end..<text.count))
  }

  @Test("Random text is covered by morphemes but for white space", arguments: [nil] + DictionaryName.allCases)
  func random(name: DictionaryName?) throws {
    let mini = try MiniDictionary()
    guard let location = name.map({ installed($0) }) ?? mini.location else { return }
    var segmenter = try Segmenter(model: MeCabModel(location))
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<400 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      try check(Array(text.utf8), &segmenter)
    }
  }

  @Test(
    "A fifth of a megabyte of one character takes linear time and room",
    arguments: ["a", "あ", "漢", "ー", "🙂", " ", "\u{0}", "("])
  func monotonous(character: String) throws {
    let dictionary = try MiniDictionary()
    var segmenter = try Segmenter(model: MeCabModel(dictionary.location))
    try check(Array(String(repeating: character, count: 200_000 / character.utf8.count).utf8), &segmenter)
  }

  /// The story: a sentence that ends in white space makes MeCab look for a word of length 0, which it takes for "up to
  /// NUL". Here the text ends where the readable page ends, so that reading past it ends the process.
  @Test("MeCab never reads past the end of a text", arguments: [nil] + DictionaryName.allCases)
  func guardPage(name: DictionaryName?) throws {
    let mini = try MiniDictionary()
    guard let location = name.map({ installed($0) }) ?? mini.location else { return }
    var segmenter = try Segmenter(model: MeCabModel(location))
    let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
    let pages = mmap(nil, 2 * pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    let start = try #require(pages)
    defer { munmap(start, 2 * pageSize) }
    #expect(mprotect(start + pageSize, pageSize, PROT_NONE) == 0)
    for ending in Self.pieces + ["東京 \n\t ", "研究した", "   ", "A \u{D0} "] {
      for beginning in ["", "東京", "x "] {
        let text = Array((beginning + ending).utf8)
        let place = start + (pageSize - text.count)
        place.copyMemory(from: text, byteCount: text.count)
        let bytes = UnsafeBufferPointer(start: place.assumingMemoryBound(to: UInt8.self), count: text.count)
        var table = MorphemeTable()
        var lines: [UInt8] = []
        try segmenter.segment(bytes.span, sentences: [ByteRange(0, text.count)], into: &table)
        try segmenter.writeMeCabLines(bytes.span, sentence: ByteRange(0, text.count), to: &lines)
        #expect(lines.suffix(4) == Array("EOS\n".utf8)[...])
      }
    }
  }
}
