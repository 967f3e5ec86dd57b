/// What the rewrites ask of characters beside spaces and tildes.
enum JapaneseCharacter {
  /// Whether a space beside `scalar` is dropped: kana, kanji, Japanese punctuation, half- and full-width forms.
  ///
  /// neologdn's blocks, and the ideographs outside the first plane and block.
  static func dropsSpaces(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether `scalar` is a kana, a mark on one or `ー`, after which a tilde draws out the vowel.
  static func isKana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF: true
    default: false
    }
  }

  /// The kana that `kana` and the combining mark U+3099 or U+309A make, by Unicode's canonical compositions.
  static func voiced(_ kana: UInt32, by mark: UInt32) -> UInt32? {
    let isHandakuten = mark == 0x309A
    switch kana {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B, 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB:  // は…ほ, ハ…ホ
      return kana + (isHandakuten ? 2 : 1)
    case 0x304B...0x3062 where kana % 2 == 1, 0x30AB...0x30C2 where kana % 2 == 1,  // か…ち, カ…チ
      0x3064, 0x3066, 0x3068, 0x30C4, 0x30C6, 0x30C8, 0x309D, 0x30FD:  // つてと, ツテト, ゝ, ヽ
      return isHandakuten ? nil : kana + 1
    case 0x3046: return isHandakuten ? nil : 0x3094  // う
    case 0x30A6: return isHandakuten ? nil : 0x30F4  // ウ
    case 0x30EF...0x30F2: return isHandakuten ? nil : kana + 8  // ワ…ヲ
    default: return nil
    }
  }

  /// The character that NFKC spreads into a space and the combining `mark`.
  static func spacing(_ mark: UInt32) -> UInt32? {
    switch mark {
    case 0x3099: 0x309B
    case 0x309A: 0x309C
    case 0x0301: 0x00B4
    case 0x0303: 0x02DC
    case 0x0304: 0x00AF
    case 0x0305: 0x203E
    case 0x0306: 0x02D8
    case 0x0307: 0x02D9
    case 0x0308: 0x00A8
    case 0x030A: 0x02DA
    case 0x030B: 0x02DD
    case 0x0327: 0x00B8
    case 0x0328: 0x02DB
    case 0x0333: 0x2017
    default: nil
    }
  }
}
