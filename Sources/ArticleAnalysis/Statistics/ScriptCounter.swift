import TextCore

/// Counts the characters of a text by script.
package enum ScriptCounter {
  /// Counts `text`, UTF-8.
  /// - Complexity: O(*n*) in bytes.
  package static func count(_ text: Span<UInt8>) -> ScriptCounts {
    text.withUnsafeBufferPointer { bytes in
      var counts = ScriptCounts()
      var isInWord = false
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
          let isLetter = lead | 0x20 >= 0x61 && lead | 0x20 <= 0x7A
          let isDigit = lead >= 0x30 && lead <= 0x39
          if isLetter {
            counts.latin += 1
          } else if isDigit {
            counts.digits += 1
          } else if lead > 0x20 {
            counts.other += 1
          }
          // An apostrophe, a dot or a hyphen inside a word does not end it.
          let goesOn = isLetter || isDigit || isInWord && (lead == 0x27 || lead == 0x2E || lead == 0x2D || lead == 0x5F)
          if goesOn && !isInWord { counts.latinWords += 1 }
          isInWord = goesOn
          index += 1
        } else if lead == 0xE3, index + 2 < bytes.count,
          bytes[index + 1] == 0x81 && bytes[index + 2] > 0x80 || bytes[index + 1] == 0x82 && bytes[index + 2] < 0x97
        {
          counts.hiragana += 1  // U+3041 to U+3096
          isInWord = false
          index += 3
        } else if lead == 0xE3, index + 2 < bytes.count,
          bytes[index + 1] == 0x82 && bytes[index + 2] > 0xA0 || bytes[index + 1] == 0x83 && bytes[index + 2] < 0xBB
        {
          counts.katakana += 1  // U+30A1 to U+30FA
          isInWord = false
          index += 3
        } else if lead >= 0xE5 && lead <= 0xE8 {
          counts.han += 1  // U+5000 to U+8FFF
          isInWord = false
          index += 3
        } else {
          let (scalar, length) = UTF8Scan.scalar(at: index, in: text)
          let script = Script(scalar)
          add(script, &counts)
          if script == .latin && !isInWord { counts.latinWords += 1 }
          isInWord = script == .latin
          index += length
        }
      }
      return counts
    }
  }

  @inline(__always)
  private static func add(_ script: Script, _ counts: inout ScriptCounts) {
    switch script {
    case .han: counts.han += 1
    case .hiragana: counts.hiragana += 1
    case .katakana: counts.katakana += 1
    case .latin: counts.latin += 1
    case .digit: counts.digits += 1
    case .other: counts.other += 1
    case .space: break
    }
  }
}
