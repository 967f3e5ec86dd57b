/// What a character counts as, in the statistics and as a feature.
///
/// The blocks follow Unicode's `Scripts.txt`; the prolonged sound mark and the iteration marks count with the script
/// they are written in.
public enum Script: UInt8, Sendable, CaseIterable {
  /// Kanji, with 々, 〆 and 〇.
  case han
  /// Hiragana.
  case hiragana
  /// Katakana, half-width ones and ー included.
  case katakana
  /// Latin letters, full-width ones and letters with marks included.
  case latin
  /// Decimal digits, full-width ones included.
  case digit
  /// White space and line ends.
  case space
  /// Everything else: punctuation, symbols, emoji, other scripts.
  case other

  /// The script of a scalar.
  @inlinable
  public init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: self = .space
    case 0x00...0x7F: self = .other
    case 0x3041...0x3096, 0x309D...0x309F: self = .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = .latin
    default: self = .other
    }
  }

  /// Whether Japanese is written in it without spaces: kanji, hiragana or katakana.
  @inlinable public var isJapanese: Bool { rawValue <= Script.katakana.rawValue }
}
