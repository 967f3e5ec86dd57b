import ArticleSource
import TestSupport
import Testing
import TextCore

/// The bytes of a string of hexadecimal digits.
private func bytes(_ hexadecimal: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var digits = hexadecimal.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }[...]
  while digits.count >= 2 { bytes.append(UInt8(digits.removeFirst() * 16 + digits.removeFirst())) }
  return bytes
}

private func decoded(_ bytes: [UInt8], as encoding: SourceEncoding? = nil) throws -> DecodedSource {
  try SourceDecoder(options: .init(encoding: encoding)).decode(bytes)
}

private func text(_ source: DecodedSource) -> String { source.bytes.span.string(0..<source.bytes.count) }

/// The texts at the ranges of the diagnostics, with their codes.
private func findings(_ source: DecodedSource) -> [String] {
  source.diagnostics.map { "\($0.code) \($0.range.map { source.bytes.span.string($0.offsets) } ?? "-")" }
}

private let shiftJISBytes = bytes("91e68740 89f182cc 878a8b4c 8e9682cd caddb6b8 82c69153 8a708142 0a")
private let eucJPBytes = bytes("c2e8ada1 b2f3a4ce adeab5ad bbf6a4cf 8eca8edd 8eb68eb8 a4c8c1b4 b3d1a1a3 0a")

@Suite("Source decoder")
struct SourceDecoderTests {
  @Test("Clean UTF-8 is kept byte for byte, line ends included")
  func cleanUTF8() throws {
    let file = Array("---\r\ntitle: 記事\r---\n𠮟る👨‍👩‍👧‍👦é\u{FFFD}\n".utf8)
    let source = try decoded(file)
    #expect(source.bytes == file)
    #expect(source.encoding == "UTF-8")
    #expect(source.byteCount == file.count)
    #expect(source.diagnostics.isEmpty)
  }

  @Test("A byte order mark is no text, but counts as bytes of the file")
  func byteOrderMark() throws {
    let source = try decoded([0xEF, 0xBB, 0xBF] + Array("記事".utf8))
    #expect(text(source) == "記事")
    #expect(source.byteCount == 9)
    let only = try decoded([0xEF, 0xBB, 0xBF])
    #expect(only.bytes.isEmpty)
    #expect(try decoded([]).bytes.isEmpty)
  }

  @Test("UTF-16 is found with and without byte order mark, in both orders")
  func utf16() throws {
    let text = "記事の題名\n本文は𠮟る。AI\n"
    for (isBig, name) in [(false, "UTF-16LE"), (true, "UTF-16BE")] {
      let file = text.utf16.flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
      for mark in [[], isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]] as [[UInt8]] {
        let source = try decoded(mark + file)
        #expect(ArticleSourceTests.text(source) == text)
        #expect(source.encoding == name)
        #expect(source.diagnostics.isEmpty)
      }
    }
  }

  @Test("Lone surrogates and an odd last byte become U+FFFD")
  func loneSurrogates() throws {
    let source = try decoded([0xFF, 0xFE, 0x3D, 0xD8, 0x42, 0x30, 0x00, 0xDC, 0x00, 0xD8, 0x44])
    #expect(text(source) == "\u{FFFD}あ\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(findings(source) == ["source.invalid-bytes \u{FFFD}", "source.invalid-bytes \u{FFFD}\u{FFFD}\u{FFFD}"])
  }

  @Test("Code page 932 keeps ①, ㈱ and half-width kana")
  func shiftJIS() throws {
    let source = try decoded(shiftJISBytes)
    #expect(source.encoding == "Shift_JIS")
    #expect(text(source) == "第①回の㈱記事はﾊﾝｶｸと全角。\n")
    #expect(source.byteCount == shiftJISBytes.count)
    #expect(source.diagnostics.isEmpty)
  }

  @Test("EUC-JP keeps the same characters")
  func eucJP() throws {
    let source = try decoded(eucJPBytes)
    #expect(source.encoding == "EUC-JP")
    #expect(text(source) == "第①回の㈱記事はﾊﾝｶｸと全角。\n")
  }

  @Test("Kanji alone are EUC-JP, not half-width kana of Shift_JIS")
  func kanjiOnly() throws {
    let source = try decoded(bytes("2a20 b6c8 b3a6 c6c3 c4ea 0a"))
    #expect(text(source) == "* 業界特定\n")
  }

  @Test("ISO-2022-JP is told by its escape sequences, terminal colours are not")
  func iso2022JP() throws {
    let source = try decoded(
      bytes("1b2442 467c4b5c386c244e352d3b76 1b2842 0a4c6174696e0a 1b2849 4a5d3638 1b2842"))
    #expect(source.encoding == "ISO-2022-JP")
    #expect(text(source) == "日本語の記事\nLatin\nﾊﾝｶｸ")
    #expect(try decoded(Array("\u{1B}[31mred\u{1B}[0m".utf8)).encoding == "UTF-8")
  }

  @Test("What a converter cannot read is told with its place in the decoded text")
  func brokenShiftJIS() throws {
    let source = try decoded(shiftJISBytes + [0xFD] + shiftJISBytes)
    #expect(source.encoding == "Shift_JIS")
    #expect(findings(source) == ["source.invalid-bytes \u{FFFD}"])
    #expect(source.diagnostics.first?.range?.lowerBound == text(try decoded(shiftJISBytes)).utf8.count)
  }

  @Test("Text that is mostly UTF-8 stays UTF-8, with one U+FFFD for each broken part and one diagnostic for each run")
  func mostlyUTF8() throws {
    let file = Array("壊れた".utf8) + [0xE3, 0x81] + Array("記事と".utf8) + [0xFF, 0xFE, 0xC0] + Array("本文である。".utf8)
    let source = try decoded(file)
    #expect(source.encoding == "UTF-8")
    #expect(text(source) == "壊れた\u{FFFD}記事と\u{FFFD}\u{FFFD}\u{FFFD}本文である。")
    #expect(findings(source) == ["source.invalid-bytes \u{FFFD}", "source.invalid-bytes \u{FFFD}\u{FFFD}\u{FFFD}"])
  }

  @Test(
    "Broken sequences are replaced as Swift's own decoder does",
    arguments: [
      "f0808080", "f0908f", "e0a0", "eda080", "f4908080", "c080", "41e28241", "f1f2f3", "e38182e381", "c2", "80bf",
      "f8",
    ])
  func maximalParts(_ hexadecimal: String) throws {
    let file = Array("日本語の長い本文がここにあります。".utf8) + bytes(hexadecimal)
    #expect(text(try decoded(file, as: .utf8)) == String(decoding: file, as: UTF8.self))
  }

  @Test("English with one stray byte is UTF-8, not Japanese")
  func strayByte() throws {
    let source = try decoded(Array("He said ".utf8) + [0x93] + Array("Hello caf".utf8) + [0xE9] + Array("s\n".utf8))
    #expect(source.encoding == "UTF-8")
    #expect(text(source) == "He said \u{FFFD}Hello caf\u{FFFD}s\n")
  }

  @Test("NUL becomes U+FFFD and is told")
  func null() throws {
    let source = try decoded(Array("記事\0\0本文\0".utf8))
    #expect(text(source) == "記事\u{FFFD}\u{FFFD}本文\u{FFFD}")
    #expect(findings(source) == ["source.null-character \u{FFFD}\u{FFFD}", "source.null-character \u{FFFD}"])
    #expect(source.encoding == "UTF-8")
  }

  @Test("After a hundred runs only their number is told")
  func manyRuns() throws {
    let file: [UInt8] = (0..<150).flatMap { _ -> [UInt8] in Array("日本語の文章".utf8) + [0xFF] }
    let source = try decoded(file)
    #expect(source.diagnostics.count == 101)
    #expect(source.diagnostics.last?.range == nil)
    #expect(source.diagnostics.last?.message.contains("50か所") == true)
  }

  @Test("A file above the limit is refused with both sizes")
  func tooLarge() throws {
    let decoder = SourceDecoder(options: .init(byteLimit: 10))
    #expect(throws: SourceError.tooLarge(found: 11, limit: 10)) {
      try decoder.decode([UInt8](repeating: 0x41, count: 11))
    }
    #expect(try decoder.decode([UInt8](repeating: 0x41, count: 10)).bytes.count == 10)
    #expect(SourceDecoder.Options().byteLimit == 67_108_864)
  }

  @Test("A demanded encoding is used against all evidence")
  func demanded() throws {
    #expect(text(try decoded(bytes("b1b2b3"), as: .shiftJIS)) == "ｱｲｳ")
    #expect(text(try decoded(Array("A\0".utf8), as: .utf16LittleEndian)) == "A")
    #expect(text(try decoded([0xFE, 0xFF, 0x30, 0x42], as: .utf16LittleEndian)) == "あ")
    #expect(text(try decoded(Array("\u{FEFF}あ".utf8), as: .utf8)) == "あ")
  }

  @Test(
    "Encodings are known by the names people use",
    arguments: [
      ("sjis", SourceEncoding.shiftJIS), ("CP932", .shiftJIS), ("Windows-31J", .shiftJIS), ("euc_jp", .eucJP),
      ("UTF-8", .utf8), ("utf-16be", .utf16BigEndian), ("iso-2022-jp", .iso2022JP),
    ])
  func names(_ name: String, _ encoding: SourceEncoding) {
    #expect(SourceEncoding(named: name) == encoding)
    #expect(SourceEncoding(named: encoding.name) == encoding)
    #expect(SourceEncoding(named: "latin-9") == nil)
  }

  @Test("A string of a program becomes a source as its file would")
  func strings() throws {
    let source = DecodedSource("\u{FEFF}記事\0")
    #expect(text(source) == "記事\u{FFFD}")
    #expect(findings(source) == ["source.null-character \u{FFFD}"])
  }
}

@Suite("Source decoder on random bytes")
struct SourceDecoderRandomTests {
  @Test("Whatever the bytes, the text is valid, without NUL, and every diagnostic stands on U+FFFD")
  func anyBytes() throws {
    var random = SeededGenerator(seed: 2)
    for round in 0..<4000 {
      let file = randomFile(round, &random)
      for encoding in [nil, SourceEncoding.allCases.randomElement(using: &random)] {
        let source = try decoded(file, as: encoding)
        #expect(String(validating: source.bytes, as: UTF8.self) != nil)
        #expect(!source.bytes.contains(0))
        var last = -1
        for range in source.diagnostics.compactMap(\.range) {
          #expect(range.lowerBound > last)
          #expect(Set(source.bytes.span.string(range.offsets).unicodeScalars) == ["\u{FFFD}"])
          last = range.upperBound - 1
        }
      }
    }
  }

  @Test("Broken UTF-8 is repaired as Swift's own decoder repairs it")
  func repair() throws {
    var random = SeededGenerator(seed: 3)
    for round in 0..<4000 {
      let file = randomFile(round, &random).map { $0 == 0 ? 0x41 : $0 }
      guard !file.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
      let source = try decoded(file, as: .utf8)
      #expect(source.bytes == Array(String(decoding: file, as: UTF8.self).utf8))
      #expect(source.diagnostics.isEmpty == (source.bytes == file))
    }
  }

  private func randomFile(_ round: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0xE3, 0x81, 0x82], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0], [0xE0, 0x80], [0x1B, 0x24, 0x42], [0x0A],
      [0x82, 0xA0],
      [0xA4, 0xA2], [0x00], [0xC3, 0xA9], Array("plain text".utf8), [0xFF, 0xFE], [0xE3, 0x81], [0xF4, 0x8F],
    ]
    return (0..<Int.random(in: 0...40, using: &random)).flatMap { _ -> [UInt8] in
      round.isMultiple(of: 3)
        ? [UInt8.random(in: .min ... .max, using: &random)] : pieces.randomElement(using: &random) ?? []
    }
  }
}
