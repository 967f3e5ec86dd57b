internal import CICUCharset

/// Finds the encoding of a file by its bytes alone, the same answer for the same bytes.
enum EncodingDetection {
  /// The encoding of a file without byte order mark.
  ///
  /// Whatever is valid UTF-8 is UTF-8, unless it is seven-bit text with the escape sequences of ISO-2022-JP. Text
  /// that is UTF-8 for the most part stays UTF-8. Else the three are weighed by how Japanese they read; ICU's detector
  /// decides where Shift_JIS and EUC-JP are even.
  /// - Complexity: O(*n*).
  static func encoding(of bytes: UnsafeBufferPointer<UInt8>, survey: UTF8Validity.Survey) -> SourceEncoding {
    if survey.firstProblem == bytes.count {
      return survey.isASCII && hasJapaneseEscape(bytes) ? .iso2022JP : .utf8
    }
    if let order = utf16Order(bytes) { return order }
    if isMostlyUTF8(bytes, from: survey.firstProblem) { return .utf8 }
    let utf8 = JapaneseEvidence.utf8(bytes).score
    let shiftJIS = JapaneseEvidence.shiftJIS(bytes)
    let eucJP = JapaneseEvidence.eucJP(bytes)
    switch (shiftJIS.isConvincing && shiftJIS.score > utf8, eucJP.isConvincing && eucJP.score > utf8) {
    case (false, false): return .utf8
    case (true, false): return .shiftJIS
    case (false, true): return .eucJP
    case (true, true):
      if shiftJIS.score != eucJP.score { return shiftJIS.score > eucJP.score ? .shiftJIS : .eucJP }
      let confidence = kiji_charset_confidence(bytes.baseAddress, bytes.count)
      return confidence.eucJP > confidence.shiftJIS ? .eucJP : .shiftJIS
    }
  }

  /// Whether an escape sequence calls a Japanese character set: `ESC $ @`, `ESC $ B`, `ESC $ (` or `ESC ( I`.
  private static func hasJapaneseEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    for offset in 0..<bytes.count - 2 where bytes[offset] == 0x1B {
      switch (bytes[offset + 1], bytes[offset + 2]) {
      case (0x24, 0x40), (0x24, 0x42), (0x24, 0x28), (0x28, 0x49): return true
      default: continue
      }
    }
    return false
  }

  /// Whether four times as many bytes are part of three- and four-byte sequences as are part of none.
  ///
  /// Shorter sequences do not count: EUC-JP is full of them by accident.
  private static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var well = 0
    var broken = 0
    var offset = 0
    while offset < bytes.count {
      let step = UTF8Validity.step(bytes, at: offset)
      if !step.isWellFormed { broken += step.length } else if step.length > 2 { well += step.length }
      offset += step.length
    }
    return well > 0 && well >= broken * 4
  }

  /// The byte order, where the bytes read as UTF-16 of Japanese or English text; `nil` where they do not.
  ///
  /// The high bytes tell: they are those of ASCII (0), kana (0x30), kanji and punctuation, and little else. The text
  /// must show a line end or another ASCII character, which has a NUL in the same place, or be full of kana.
  private static func utf16Order(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceEncoding? {
    let surveyed = min(bytes.count, 64 * 1024) & ~1
    guard bytes.count.isMultiple(of: 2), surveyed >= 4 else { return nil }
    let units = surveyed / 2
    func plausible(high: Int) -> (count: Int, isTelling: Bool) {
      var (count, zeros, kana) = (0, 0, 0)
      for offset in stride(from: high, to: surveyed, by: 2) {
        switch bytes[offset] {
        case 0: (count, zeros) = (count + 1, zeros + 1)
        case 0x30: (count, kana) = (count + 1, kana + 1)
        case 0x20...0x27, 0x31...0x33, 0x4E...0x9F, 0xD8...0xDF, 0xFF: count += 1
        default: continue
        }
      }
      return (count, zeros > 0 || kana * 4 >= units)
    }
    let (little, big) = (plausible(high: 1), plausible(high: 0))
    let likelier = little.count > big.count ? little : big
    guard little.count != big.count, likelier.isTelling, likelier.count * 20 >= units * 19 else { return nil }
    return little.count > big.count ? .utf16LittleEndian : .utf16BigEndian
  }
}
