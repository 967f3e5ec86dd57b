/// Colours and weights on a terminal (ECMA-48, "Select Graphic Rendition").
package enum TextStyle: String, Sendable {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  case magenta = "35"
  case cyan = "36"
}

/// Whether styles are written.
package enum StyleUse: Sendable {
  /// Only text.
  case plain
  /// With escape sequences.
  case styled

  /// `text` in `style`, where styles are written.
  package func apply(_ style: TextStyle, _ text: String) -> String {
    self == .styled ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
