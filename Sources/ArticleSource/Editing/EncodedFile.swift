internal import CICUCharset
internal import TextCore

/// A file with the text that its bytes stand for, to change a part of it in its own encoding.
struct EncodedFile {
  let bytes: [UInt8]
  let source: DecodedSource

  private var encoding: SourceEncoding {
    SourceEncoding.allCases.first { $0.name == source.encoding } ?? .utf8
  }

  /// The length of the byte order mark.
  private var markLength: Int {
    ByteOrderMark.all.first { $0.encoding == encoding && bytes.starts(with: $0.bytes) }?.bytes.count ?? 0
  }

  /// The bytes of the file with `edit` made.
  /// - Parameter end: The end of the front matter in the text: up to there the file must be without fault.
  /// - Throws: `FrontMatterEditError` where a character has no bytes in the encoding, or the place is not certain.
  func applying(_ edit: TextEdit, before end: Int) throws(FrontMatterEditError) -> [UInt8] {
    let isDamaged = source.diagnostics.contains { $0.range.map { $0.lowerBound < end } ?? false }
    guard !isDamaged else { throw .undecodable }
    guard let start = offset(of: edit.range.lowerBound), let stop = offset(of: edit.range.upperBound) else {
      throw .undecodable
    }
    return Array(bytes[..<start]) + (try encoded(edit.replacement)) + Array(bytes[stop...])
  }

  /// The offset in the file of the character at `place` in the text; `nil` where it is not certain.
  private func offset(of place: Int) -> Int? {
    switch encoding {
    case .utf8:
      let offset = place + markLength
      return offset <= bytes.count ? offset : nil
    case .utf16LittleEndian, .utf16BigEndian:
      var units = 0
      for byte in source.bytes[..<place] where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
      let offset = units * 2 + markLength
      return offset <= bytes.count ? offset : nil
    case .shiftJIS, .eucJP, .iso2022JP:
      return walkedOffset(of: source.bytes[..<place].count { $0 & 0xC0 != 0x80 })
    }
  }

  /// Walks over `count` characters of an encoding whose characters have one to three bytes; each is one scalar.
  private func walkedOffset(of count: Int) -> Int? {
    var offset = 0
    var isWide = false
    for _ in 0..<count {
      if encoding == .iso2022JP { offset = skippingEscapes(from: offset, &isWide) }
      guard offset < bytes.count else { return nil }
      let lead = bytes[offset]
      switch encoding {
      case .shiftJIS: offset += 0x81...0x9F ~= lead || 0xE0...0xFC ~= lead ? 2 : 1
      case .eucJP: offset += lead == 0x8F ? 3 : lead == 0x8E || lead >= 0xA1 ? 2 : 1
      default: offset += isWide ? 2 : 1
      }
    }
    if encoding == .iso2022JP {
      offset = skippingEscapes(from: offset, &isWide)
      // In the middle of wide characters nothing can be put in without touching the escapes around it.
      guard !isWide else { return nil }
    }
    return offset <= bytes.count ? offset : nil
  }

  /// Skips the escape sequences of ISO-2022-JP (RFC 1468) at `offset`.
  private func skippingEscapes(from start: Int, _ isWide: inout Bool) -> Int {
    var offset = start
    while offset + 2 < bytes.count, bytes[offset] == 0x1B {
      isWide = bytes[offset + 1] == UInt8(ascii: "$")
      offset += bytes[offset + 1] == UInt8(ascii: "$") && bytes[offset + 2] == UInt8(ascii: "(") ? 4 : 3
    }
    return min(offset, bytes.count)
  }

  /// UTF-8 in the encoding of the file.
  private func encoded(_ text: [UInt8]) throws(FrontMatterEditError) -> [UInt8] {
    switch encoding {
    case .utf8: return text
    case .utf16LittleEndian, .utf16BigEndian:
      return String(decoding: text, as: UTF8.self).utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return encoding == .utf16BigEndian ? [high, low] : [low, high]
      }
    case .shiftJIS, .eucJP, .iso2022JP:
      guard let converter = encoding.converterName else { return text }
      if let bytes = Self.converted(text, to: converter) { return bytes }
      let missing = String(decoding: text, as: UTF8.self).first {
        Self.converted(Array(String($0).utf8), to: converter) == nil
      }
      throw .cannotEncode(character: missing.map { String($0) } ?? "", encoding: encoding.name)
    }
  }

  private static func converted(_ text: [UInt8], to converter: String) -> [UInt8]? {
    let capacity = text.count * 4 + 64
    var isConverted = true
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      let written = kiji_charset_from_utf8(converter, text, text.count, output.baseAddress, capacity)
      isConverted = written >= 0
      count = max(0, Int(written))
    }
    return isConverted ? bytes : nil
  }
}
