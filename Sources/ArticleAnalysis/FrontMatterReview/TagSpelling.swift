internal import TextCore

/// Spellings of one word.
package enum TagSpelling {
  /// What spellings of one word have in common: width, letter case, spaces and signs do not matter, nor a ー at the end
  /// of a katakana word, nor ヴ or small vowels.
  package static func key(_ tag: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in tag.lowercased().unicodeScalars {
      var scalar = scalar
      if 0xFF01...0xFF5E ~= scalar.value { scalar = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
      // A sign at the end tells C from C++ and C#.
      if scalar == "+" || scalar == "#" { scalars.append(scalar) }
      let script = Script(scalar.value)
      guard script != .space, script != .other else {
        dropLongMark(&scalars)
        continue
      }
      if script != .katakana { dropLongMark(&scalars) }
      scalars.append(scalar)
    }
    dropLongMark(&scalars)
    var text = String(String.UnicodeScalarView(scalars)).lowercased()
    for (old, new) in [
      ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"), ("ヂ", "ジ"), ("ヅ", "ズ"), ("ウィ", "ウイ"),
      ("ウェ", "ウエ"), ("ウォ", "ウオ"),
    ] {
      text = text.replacing(old, with: new)
    }
    return text
  }

  /// Takes a ー off the end, where a word of three letters or more is left.
  private static func dropLongMark(_ scalars: inout [Unicode.Scalar]) {
    if scalars.last == "ー", scalars.count > 3 { scalars.removeLast() }
  }

  /// Whether two keys that differ by one letter look like one word.
  ///
  /// Digits tell versions apart, kanji are words of their own, and so are most Latin words that a text holds: react and
  /// preact. A plural is the same word, and so are インターフェース and インタフェース.
  /// - Parameter isWord: Whether a text holds the less usual one.
  package static func isSlip(_ left: String, _ right: String, isWord: Bool) -> Bool {
    func of(_ script: Script, _ text: String) -> [UInt32] {
      text.unicodeScalars.map(\.value).filter { Script($0) == script }
    }
    guard left != right, of(.digit, left) == of(.digit, right), of(.han, left) == of(.han, right) else { return false }
    if left + "s" == right || right + "s" == left { return true }
    let isKatakana = of(.latin, left) == of(.latin, right)
    let isLong = left.replacing("ー", with: "") == right.replacing("ー", with: "")
    return !isWord || isKatakana && isLong
  }
}
