/// How well bytes read as Japanese in one of the two 8-bit encodings.
///
/// Bytes of EUC-JP are half-width katakana and rare kanji in Shift_JIS, and half-width katakana are kanji in EUC-JP,
/// so valid sequences alone do not tell. Japanese text is for the largest part kana, so kana weigh most, then
/// punctuation and the kanji of JIS level 1. A kanji that stands alone between ASCII does not count: a stray byte of another
/// encoding swallows a letter and looks like one.
struct JapaneseEvidence {
  /// Characters that are no ASCII.
  private(set) var characters = 0
  /// Bytes that are part of no character.
  private(set) var broken = 0
  /// What speaks for the encoding, less what speaks against it.
  private(set) var score = 0
  /// What the first character of a run is worth once a second one follows; `nil` outside runs.
  private var pending: Int?

  /// What a byte that is no character takes away: two kana.
  private static let brokenPenalty = 8

  /// Whether the bytes may be text in this encoding: at most one broken byte in ten characters.
  var isConvincing: Bool { score > 0 && broken * 10 <= characters }

  private mutating func add(_ weight: Weight) {
    characters += 1
    let countsAlone = weight == .kana || weight == .punctuation
    if let pending {
      score += pending + weight.rawValue
      self.pending = 0
    } else if countsAlone {
      score += weight.rawValue
      pending = 0
    } else {
      pending = weight.rawValue
    }
  }

  private mutating func addBroken() {
    broken += 1
    score -= Self.brokenPenalty
    pending = nil
  }

  /// The share that a character of a kind adds to the score.
  private enum Weight: Int {
    case kana = 4
    case punctuation = 3
    case common = 2
    case rare = 1
    case neutral = 0
    case privateUse = -2
  }

  /// The evidence for UTF-8 with broken bytes.
  ///
  /// Each weight counts twice, because three bytes of UTF-8 Japanese pass for one and a half characters of Shift_JIS.
  static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> JapaneseEvidence {
    var evidence = JapaneseEvidence()
    var offset = 0
    while offset < bytes.count {
      let step = UTF8Validity.step(bytes, at: offset)
      if !step.isWellFormed {
        evidence.addBroken()
      } else if step.length == 1 {
        evidence.pending = nil
      } else {
        let weight = step.length == 3 ? weight(utf8: bytes[offset], bytes[offset + 1]) : .neutral
        evidence.add(weight)
        evidence.add(weight)
      }
      offset += step.length
    }
    return evidence
  }

  private static func weight(utf8 lead: UInt8, _ second: UInt8) -> Weight {
    switch (lead, second) {
    case (0xE3, 0x81...0x83): .kana
    case (0xE3, 0x80), (0xEF, 0xBC...0xBD): .punctuation
    case (0xE4...0xE9, _): .common
    default: .neutral
    }
  }

  /// The evidence for Shift_JIS with the extensions of code page 932.
  static func shiftJIS(_ bytes: UnsafeBufferPointer<UInt8>) -> JapaneseEvidence {
    var evidence = JapaneseEvidence()
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      offset += 1
      switch lead {
      case 0x00...0x7F: evidence.pending = nil
      case 0xA1...0xDF: evidence.add(.rare)
      case 0x81...0x9F, 0xE0...0xFC:
        guard offset < bytes.count else { break }
        let trail = bytes[offset]
        guard 0x40...0xFC ~= trail, trail != 0x7F else {
          evidence.addBroken()
          continue
        }
        offset += 1
        evidence.add(weight(shiftJIS: lead, trail))
      default: evidence.addBroken()
      }
    }
    return evidence
  }

  private static func weight(shiftJIS lead: UInt8, _ trail: UInt8) -> Weight {
    switch lead {
    case 0x81: .punctuation
    case 0x82: trail >= 0x9F ? .kana : .common
    case 0x83: trail <= 0x96 ? .kana : .neutral
    case 0x88...0x97: .common
    case 0x87, 0x98...0x9F, 0xE0...0xEA: .rare
    case 0xF0...0xF9: .privateUse
    default: .neutral
    }
  }

  /// The evidence for EUC-JP.
  static func eucJP(_ bytes: UnsafeBufferPointer<UInt8>) -> JapaneseEvidence {
    var evidence = JapaneseEvidence()
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      offset += 1
      switch lead {
      case 0x00...0x7F: evidence.pending = nil
      case 0x8E, 0x8F, 0xA1...0xFE:
        let length = lead == 0x8F ? 2 : 1
        guard offset + length <= bytes.count else {
          offset = bytes.count
          break
        }
        guard bytes[offset] >= 0xA1, bytes[offset] != 0xFF, bytes[offset + length - 1] >= 0xA1 else {
          evidence.addBroken()
          continue
        }
        evidence.add(weight(eucJP: lead, bytes[offset]))
        offset += length
      default: evidence.addBroken()
      }
    }
    return evidence
  }

  private static func weight(eucJP lead: UInt8, _ trail: UInt8) -> Weight {
    switch lead {
    case 0xA1: .punctuation
    case 0xA3: .common
    case 0xA4, 0xA5: trail <= 0xF6 ? .kana : .neutral
    case 0xB0...0xCF: .common
    case 0x8E, 0xAD, 0xD0...0xF4: .rare
    case 0x8F, 0xA2, 0xA6...0xA8: .neutral
    default: .privateUse
    }
  }
}
