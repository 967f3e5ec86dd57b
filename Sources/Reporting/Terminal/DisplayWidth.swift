import TextCore

/// How many columns of a terminal a text takes.
///
/// Follows Unicode Standard Annex #11 (East Asian Width): wide and full-width characters take two columns, marks and
/// joiners none. Ambiguous ones count as two where Japanese terminals draw them so only in Japanese locales; here they
/// count as one, except for those that Japanese prose is full of.
package enum DisplayWidth {
  /// The columns of `text`.
  package static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// `text` cut to at most `columns`, with … where something was cut off.
  package static func clip(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var width = 0
    var clipped = ""
    for character in text {
      let next = Self.width(of: character)
      guard width + next <= columns - 1 else { break }
      clipped.append(character)
      width += next
    }
    return clipped + "…"
  }

  /// `text` with spaces behind it up to `columns`.
  package static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// `text` broken into lines of at most `columns`; no line begins with a character that must not stand there.
  package static func wrap(_ text: String, to columns: Int) -> [String] {
    let forbidden = Set("、。，．」』）)】〉》！？!?ー…・ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
    var lines: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let next = Self.width(of: character)
      if width + next > columns, !forbidden.contains(character), !line.isEmpty {
        lines.append(line)
        line = ""
        width = 0
      }
      line.append(character)
      width += next
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first?.value else { return 0 }
    if character.unicodeScalars.count > 1, character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch scalar {
    case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x300...0x36F, 0xFE00...0xFE0F,
      0xFEFF, 0xAD:
      return 0
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23F3, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    case 0x2014, 0x2026, 0x25A0...0x25FF, 0x2605...0x2606, 0x203B, 0x2460...0x24FF, 0x3000: return 2
    default: return 1
    }
  }
}
