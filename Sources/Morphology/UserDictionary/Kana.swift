/// Readings in kana.
enum Kana {
  /// How far katakana lies behind hiragana in Unicode.
  private static let distance: UInt32 = 0x60

  /// A reading in katakana; `nil` where it holds anything but kana, ー, ・ and spaces. Spaces are left out.
  static func katakana(_ reading: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in reading.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000: continue
      case 0x3041...0x3096: result.append(Unicode.Scalar(scalar.value + distance) ?? scalar)
      case 0x30A1...0x30FC: result.append(scalar)
      default: return nil
      }
    }
    return result.isEmpty ? nil : String(result)
  }

  /// A reading in hiragana, as JUMAN writes it; what is no katakana stays.
  static func hiragana(_ reading: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in reading.unicodeScalars {
      let isKatakana = (0x30A1...0x30F6).contains(scalar.value)
      result.append(isKatakana ? Unicode.Scalar(scalar.value - distance) ?? scalar : scalar)
    }
    return String(result)
  }
}
