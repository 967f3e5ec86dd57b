import TestSupport
import Testing
import TextCore

/// Strings of pieces of a text.
struct ShortStringsTests {
  @Test("A piece of any length at any place is the string of its bytes, whatever was asked before")
  func pieces() {
    var generator = SeededGenerator(seed: 21)
    var strings = ShortStrings()
    for _ in 0..<40 {
      let text = Array(String((0..<30).map { _ in "あい\0a漢1😀".randomElement(using: &generator)! }).utf8)
      let borders = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
      for _ in 0..<200 {
        let lower = Int.random(in: 0..<borders.count, using: &generator)
        let upper = Int.random(in: lower..<min(lower + 9, borders.count), using: &generator)
        let range = borders[lower]..<borders[upper]
        #expect(strings.string(range, in: text.span) == String(decoding: text[range], as: UTF8.self))
      }
    }
  }
}

/// Lines and columns of places that are asked for one after the other.
struct ColumnCounterTests {
  @Test("Columns counted by units are those counted byte by byte, in any order")
  func columns() {
    let text = Array("一行目です\nabc\r\n😀と\r最後の行".utf8)
    let lines = LineIndex(text.span)
    for unit in OffsetUnit.allCases {
      var counter = ColumnCounter(lines: lines, scalars: ScalarIndex(text.span, unit: unit))
      for offset in Array(0...text.count) + [3, text.count, 0, 16]
      where offset == text.count || text[offset] & 0xC0 != 0x80 {
        #expect(counter.position(ofByte: offset, in: text.span) == lines.position(ofByte: offset, in: text.span))
      }
    }
  }
}
