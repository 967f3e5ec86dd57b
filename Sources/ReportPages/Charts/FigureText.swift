/// Numbers as people read them; the same in both languages.
package enum FigureText {
  /// A whole number with a comma between thousands.
  package static func integer(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = number < 0 ? "−" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number with so many decimals, rounded to nearest.
  package static func decimal(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let all = Int((min(max(abs(number), 0), 1e12) * Double(scale)).rounded())
    let fraction = String(all % scale)
    let sign = number < 0 && all > 0 ? "−" : ""
    guard decimals > 0 else { return sign + integer(all) }
    return sign + integer(all / scale) + "." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
  }

  /// A share as a percentage, without false precision: one decimal below ten percent.
  package static func percent(_ share: Double) -> String {
    let percent = share * 100
    return (percent > 0 && percent < 9.95 ? decimal(percent, 1) : decimal(percent, 0)) + "%"
  }

  /// A score of -1 to 1 with its sign.
  package static func score(_ score: Double) -> String {
    let text = decimal(score, 2)
    return score >= 0.005 ? "+" + text : text
  }

  /// A coordinate of SVG: one decimal, none where it is whole.
  package static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

extension HTMLAttribute {
  /// An attribute of SVG with a coordinate or a length.
  init(_ name: StaticString, at value: Double) { self.init(name, FigureText.coordinate(value)) }
}

/// How wide a text stands, in units of its font size: 1 for full width, about half for Latin letters.
enum TextWidth {
  static func of(_ text: String) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: continue
      case 0x20, 0x69, 0x6A, 0x6C, 0x2E, 0x2C, 0x3A, 0x27: width += 0.32
      case 0x41...0x5A: width += 0.67
      case 0x21..<0x7F: width += 0.57
      case 0x7F..<0x1100, 0xFF61...0xFFDC: width += 0.6
      default: width += 1
      }
    }
    return width
  }

  /// `text`, cut with … where it is wider.
  static func clip(_ text: String, to width: Double) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var sum = 1.0
    for character in text {
      sum += of(String(character))
      guard sum <= width else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
