import TestSupport
import Testing
import TextCore

/// `ScalarIndex` and `LineIndex` held against counting from the start.
struct IndexTests {
  @Test("Offsets are counted as Python, UTF-8 and JavaScript count", arguments: OffsetUnit.allCases)
  func scalarIndex(unit: OffsetUnit) {
    var generator = SeededGenerator(seed: 1)
    for size in [0, 1, 10, 300, 2_000] {
      let text = generator.text(upTo: size)
      let bytes = Array(text.utf8)
      let index = ScalarIndex(bytes.span, unit: unit)
      var (count, place) = (0, 0)
      for scalar in text.unicodeScalars {
        #expect(index.offset(ofByte: place, in: bytes.span) == count)
        place += UTF8.width(scalar)
        count += unit == .utf8 ? UTF8.width(scalar) : unit == .utf16 ? UTF16.width(scalar) : 1
      }
      #expect(index.offset(ofByte: place, in: bytes.span) == count)
    }
  }

  @Test("The counted offset is right where the text is a whole number of blocks", arguments: [63, 64, 65, 128, 513])
  func blockEnds(count: Int) {
    let bytes = [UInt8](repeating: 0x61, count: count)
    let index = ScalarIndex(bytes.span)
    for place in 0...count { #expect(index.offset(ofByte: place, in: bytes.span) == place) }
  }

  @Test("Both ends of a range are counted as each alone is", arguments: OffsetUnit.allCases)
  func ranges(unit: OffsetUnit) {
    var generator = SeededGenerator(seed: 2)
    let bytes = Array(generator.text(upTo: 600).utf8)
    let index = ScalarIndex(bytes.span, unit: unit)
    let places = (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
    for _ in 0..<500 {
      let ends = [places.randomElement(using: &generator) ?? 0, places.randomElement(using: &generator) ?? 0].sorted()
      let counted = index.offset(ofByte: ends[0], in: bytes.span)..<index.offset(ofByte: ends[1], in: bytes.span)
      #expect(index.offsets(of: ends[0]..<ends[1], in: bytes.span) == counted)
    }
  }

  @Test("Lines end with LF, CR LF or CR alone, and columns count scalars")
  func lineIndex() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<60 {
      let text = generator.text(upTo: 80)
      let bytes = Array(text.utf8)
      let index = LineIndex(bytes.span)
      var (line, column, place) = (1, 1, 0)
      let scalars = Array(text.unicodeScalars)
      for (number, scalar) in scalars.enumerated() {
        #expect(index.position(ofByte: place, in: bytes.span) == TextPosition(line: line, column: column))
        #expect(index.line(ofByte: place) == line)
        place += UTF8.width(scalar)
        let isPair = scalar == "\r" && number + 1 < scalars.count && scalars[number + 1] == "\n"
        if scalar == "\n" || scalar == "\r" && !isPair { (line, column) = (line + 1, 1) } else { column += 1 }
      }
      #expect(index.position(ofByte: place, in: bytes.span) == TextPosition(line: line, column: column))
      #expect(index.count == line)
    }
  }

  @Test("A line starts where its position is line n, column 1")
  func lineStarts() {
    let bytes = Array("一\r\n二\r三\n".utf8)
    let index = LineIndex(bytes.span)
    #expect((1...4).map { index.start(ofLine: $0) } == [0, 5, 9, 13])
    #expect(index.start(ofLine: 99) == 13)
    #expect(index.start(ofLine: -1) == 0)
  }
}
