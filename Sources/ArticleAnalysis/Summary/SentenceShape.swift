import TextCore

/// What the bytes of a sentence show at a glance.
enum SentenceShape {
  /// Where a definition has its とは at the latest, in bytes: the term stands before it.
  private static let definitionReach = 90

  /// Whether the sentence says what something is: 〜とは, but not とはいえ, とは限らない, とは思わない.
  static func isDefinition(_ text: Span<UInt8>) -> Bool {
    let end = min(text.count, definitionReach)
    guard end > 9 else { return false }
    // と is E3 81 A8, は is E3 81 AF.
    for place in 3..<end - 5
    where text[place] == 0xE3 && text[place + 1] == 0x81 && text[place + 2] == 0xA8 && text[place + 3] == 0xE3
      && text[place + 4] == 0x81 && text[place + 5] == 0xAF
    {
      guard place + 6 < text.count else { return false }
      switch UTF8Scan.scalar(at: place + 6, in: text).value {
      case 0x3044, 0x8A00, 0x9650, 0x601D, 0x9055, 0x5225, 0x304B, 0x7570: continue  // い言限思違別か異
      default: return true
      }
    }
    return false
  }

  /// Whether その or このよう stands at `place`, which often points at something in the same sentence.
  static func isBoundInside(_ text: Span<UInt8>, at place: Int) -> Bool {
    [that, thisWay].contains { PhraseGroups.matches($0.span, 0, $0.count, text, place) }
  }

  private static let that = Array("その".utf8)
  private static let thisWay = Array("このよう".utf8)

  /// Whether it has letters of another script than Japanese only: no kana and no kanji.
  static func isForeign(_ text: Span<UInt8>) -> Bool {
    for place in 0..<text.count where text[place] >= 0xE3 && text[place] <= 0xE9 {
      // 、 and 。 and brackets are E3 80 80 to E3 80 BF.
      if text[place] != 0xE3 || place + 1 < text.count && text[place + 1] != 0x80 { return false }
    }
    return true
  }

  /// Whether it has a figure with a unit right behind it: 120億円, 12%.
  static func hasFigure(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place + 1 < text.count {
      if text[place] >= 0x30, text[place] <= 0x39, text[place + 1] == 0x25 || text[place + 1] >= 0xE4 { return true }
      place += 1
    }
    return false
  }
}
