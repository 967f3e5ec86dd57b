internal import Foundation

/// What the spellings of one loan word have in common.
///
/// The rules are those that style guides name: the prolonged sound mark at the end (JIS Z 8301 and the government's
/// notice of 1991, 外来語の表記), ヴ or バ行, ウィ or ウイ, エイ or エー, イア or イヤ, middle dots, half width.
package enum KatakanaKey {
  /// Letters that a word has at least in front of a mark at its end that may be left out.
  private static let shortestWord = 3
  /// Letters but for marks that a word has at least where marks inside may be left out: short words differ by them.
  private static let longWord = 5

  /// Pairs of words that the rules would take for one.
  private static let different: Set<String> = ["ドラマ", "ドラマー", "マイナ", "マイナー", "キャラ", "キャラー", "メイン", "メーン"]

  /// The key of a word.
  package static func of(_ word: String) -> String {
    let full = word.precomposedStringWithCompatibilityMapping
    if different.contains(full) { return full }
    var letters = Array(full.unicodeScalars.filter { $0.value != 0x30FB && $0.value != 0xFF65 })
    letters = folded(letters)
    let withoutMarks = letters.filter { $0.value != 0x30FC }
    if withoutMarks.count >= longWord { return text(withoutMarks) }
    if letters.last?.value == 0x30FC, letters.count > shortestWord { letters.removeLast() }
    return text(letters)
  }

  private static func text(_ letters: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return String(text)
  }

  private static func folded(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var place = 0
    while place < letters.count {
      let letter = letters[place]
      let next = place + 1 < letters.count ? letters[place + 1] : " "
      switch letter {
      case "ヴ":
        if let row = bRow[next] {
          result.append(row)
          place += 1
        } else {
          result.append(next == "ュ" ? "ビ" : "ブ")
        }
      case "ィ" where result.last == "ウ": result.append("イ")
      case "ェ" where result.last == "ウ" || result.last == "イ": result.append("エ")
      case "ォ" where result.last == "ウ": result.append("オ")
      case "ヤ" where result.last.map { iRow.contains($0) } ?? false: result.append("ア")
      case "イ" where result.last.map { eRow.contains($0) } ?? false: result.append("ー")
      default: result.append(letter)
      }
      place += 1
    }
    return result
  }

  private static let bRow: [Unicode.Scalar: Unicode.Scalar] = ["ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ"]
  private static let iRow = Set("イキシチニヒミリギジヂビピィ".unicodeScalars)
  private static let eRow = Set("エケセテネヘメレゲゼデベペェ".unicodeScalars)
}

/// What the spellings of one word in Latin letters have in common.
package enum LatinKey {
  /// The key of a word: small letters of half width, without dots and hyphens.
  package static func of(_ word: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in word.precomposedStringWithCompatibilityMapping.unicodeScalars where scalar != "." && scalar != "-" {
      key.append((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    }
    return String(key)
  }
}
