/// A small course in a line of text or a table: a bar for each month, those of bursts in colour.
enum Sparkline {
  static func write(
    to html: inout HTMLWriter, _ values: [Int], bursts: [ClosedRange<Int>], title: String, width: Double = 160
  ) {
    let height = 26.0
    let most = Double(max(values.max() ?? 1, 1))
    let room = width / Double(max(values.count, 1))
    html.element(
      "svg", .class("spark"), HTMLAttribute("viewBox", "0 0 \(FigureText.coordinate(width)) 28"),
      HTMLAttribute("role", "img"), .label(title)
    ) { html in
      html.line("base", 0, height + 0.5, width, height + 0.5)
      for (place, value) in values.enumerated() where value > 0 {
        let isBurst = bursts.contains { $0.contains(place) }
        let size = max(1.5, Double(value) / most * (height - 2))
        html.shape(
          "rect", .class(isBurst ? "burst" : "calm"), HTMLAttribute("x", at: room * Double(place) + room * 0.1),
          HTMLAttribute("y", at: height - size), HTMLAttribute("width", at: max(room * 0.8, 0.6)),
          HTMLAttribute("height", at: size))
      }
    }
  }
}

/// A bar in a line of a list, as long as its share of the whole width.
enum ShareBar {
  static func write(to html: inout HTMLWriter, share: Double, kind: String = "s0") {
    html.element(
      "svg", .class("share"), HTMLAttribute("viewBox", "0 0 100 8"), HTMLAttribute("preserveAspectRatio", "none"),
      HTMLAttribute("aria-hidden", "true")
    ) { html in
      html.shape(
        "rect", .class("track"), HTMLAttribute("x", "0"), HTMLAttribute("y", "0"), HTMLAttribute("width", "100"),
        HTMLAttribute("height", "8"))
      html.shape(
        "rect", .class("bar \(kind)"), HTMLAttribute("x", "0"), HTMLAttribute("y", "0"),
        HTMLAttribute("width", at: min(max(share, 0), 1) * 100), HTMLAttribute("height", "8"))
    }
  }

  /// Shares of a whole side by side.
  static func write(to html: inout HTMLWriter, parts: [(share: Double, kind: String)], label: String) {
    html.element(
      "svg", .class("share whole"), HTMLAttribute("viewBox", "0 0 100 8"),
      HTMLAttribute("preserveAspectRatio", "none"), HTMLAttribute("role", "img"), .label(label)
    ) { html in
      var sum = 0.0
      for part in parts where part.share > 0 {
        html.shape(
          "rect", .class("bar \(part.kind)"), HTMLAttribute("x", at: sum * 100), HTMLAttribute("y", "0"),
          HTMLAttribute("width", at: part.share * 100), HTMLAttribute("height", "8"))
        sum += part.share
      }
    }
  }
}
