import TestSupport
import Testing
import TextCore

/// `UTF8Scan` and `Script` held against the standard library.
struct ScalarTests {
  @Test("Scanning forward and backward gives the scalars of the text")
  func scan() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let text = generator.text(upTo: 30)
      let bytes = Array(text.utf8)
      var place = 0
      for scalar in text.unicodeScalars {
        let read = UTF8Scan.scalar(at: place, in: bytes.span)
        #expect(read.value == scalar.value && read.length == UTF8.width(scalar))
        for inside in place..<place + read.length {
          #expect(UTF8Scan.boundary(atOrBefore: inside, in: bytes.span) == place)
        }
        place += read.length
        let before = UTF8Scan.scalar(before: place, in: bytes.span)
        #expect(before?.value == scalar.value && before?.length == read.length)
      }
      #expect(UTF8Scan.scalar(before: 0, in: bytes.span) == nil)
      #expect(UTF8Scan.boundary(atOrBefore: place + 5, in: bytes.span) == bytes.count)
    }
  }

  @Test("Bytes that are not UTF-8 are scanned to the end without reading beyond it")
  func brokenBytes() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var place = 0
      while place < bytes.count {
        let length = UTF8Scan.scalar(at: place, in: bytes.span).length
        #expect(length >= 1 && place + length <= bytes.count)
        _ = UTF8Scan.scalar(before: place + length, in: bytes.span)
        place += length
      }
    }
  }

  @Test(
    "Characters count with the script they are written in",
    arguments: [
      ("漢々〆〇𠮷", Script.han), ("ひゝゔ", .hiragana), ("カーｶﾟヴヽ", .katakana), ("aZéＡｚ", .latin), ("09０９", .digit),
      (" \t\n\u{3000}\u{A0}", .space), ("。「・（!🎉가", .other),
    ])
  func scripts(text: String, script: Script) {
    for scalar in text.unicodeScalars { #expect(Script(scalar.value) == script, "\(scalar)") }
  }

  @Test("Letters and white space agree with the standard library's properties")
  func properties() {
    for value in 0...0x30FF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.isWhitespace { #expect([.space, .other].contains(Script(value)), "U+\(value)") }
      if Script(value) == .latin { #expect(scalar.properties.isAlphabetic, "U+\(String(value, radix: 16))") }
    }
  }
}
