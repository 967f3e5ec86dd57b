/// A picture with its title, what it shows in words, and the table behind it.
package struct ChartFigure {
  /// The part of the addresses of the figure's elements; unique on a page.
  let id: String
  let title: String
  /// What can be seen, for those who cannot.
  let description: String
  /// How to read it, below the title; `nil` where the title says all.
  var note: String?
  /// What the colours stand for.
  var legend: [LegendEntry] = []
  var table: DataTable?
  /// The level of the title.
  var level: HeadingLevel = .three

  /// The level of a title on a page.
  enum HeadingLevel { case two, three }

  struct LegendEntry {
    let label: String
    /// The number of the series, which sets colour and sign.
    let series: Int
    /// Whether it is shown where labels stand in the picture itself.
    var isOnlyNarrow = false
  }

  /// A size that a picture is drawn in.
  package struct Canvas: Sendable {
    let width, height: Double
    let isNarrow: Bool

    /// A size.
    package init(width: Double, height: Double, isNarrow: Bool) {
      (self.width, self.height, self.isNarrow) = (width, height, isNarrow)
    }
  }

  /// Writes the figure, drawn twice: for wide and for narrow windows.
  func write(
    to html: inout HTMLWriter, context: PageContext, wide: (Double, Double), narrow: (Double, Double)?,
    draw: (inout HTMLWriter, Canvas) -> Void
  ) {
    html.element("figure", .class("chart"), .id(id)) { html in
      html.element("figcaption") { html in
        switch level {
        case .two: html.element("h2", text: title)
        case .three: html.element("h3", text: title)
        }
        if let note { html.element("p", .class("note"), text: note) }
      }
      let kinds = narrow == nil ? "plot" : "plot wide"
      write(to: &html, Canvas(width: wide.0, height: wide.1, isNarrow: false), kinds, "w", draw)
      if let narrow {
        write(to: &html, Canvas(width: narrow.0, height: narrow.1, isNarrow: true), "plot narrow", "n", draw)
      }
      writeLegend(to: &html)
      table?.writeDetails(to: &html, context: context, caption: title)
    }
    html.newline()
  }

  private func write(
    to html: inout HTMLWriter, _ canvas: Canvas, _ kinds: String, _ suffix: String,
    _ draw: (inout HTMLWriter, Canvas) -> Void
  ) {
    let box = "0 0 \(FigureText.coordinate(canvas.width)) \(FigureText.coordinate(canvas.height))"
    html.element(
      "svg", .class(kinds), HTMLAttribute("viewBox", box), HTMLAttribute("role", "img"),
      HTMLAttribute("aria-labelledby", "\(id)-t\(suffix) \(id)-d\(suffix)")
    ) { html in
      html.element("title", .id("\(id)-t\(suffix)"), text: title)
      html.element("desc", .id("\(id)-d\(suffix)"), text: description)
      draw(&html, canvas)
    }
  }

  private func writeLegend(to html: inout HTMLWriter) {
    guard !legend.isEmpty else { return }
    let isOnlyNarrow = legend.allSatisfy(\.isOnlyNarrow)
    html.element("ul", .class(isOnlyNarrow ? "legend narrow" : "legend")) { html in
      for entry in legend {
        html.element("li") { html in
          html.element(
            "svg", .class("key"), HTMLAttribute("viewBox", "0 0 14 14"), HTMLAttribute("aria-hidden", "true")
          ) { $0.marker(entry.series, x: 7, y: 7, radius: 4.5) }
          html.element("bdi", text: entry.label)
        }
      }
    }
  }
}

/// A table: what stands behind a chart.
struct DataTable {
  /// A cell of a table.
  enum Cell {
    case text(String)
    case number(String)
    /// A link to a page.
    case link(PageTarget, String)
  }

  let columns: [String]
  let rows: [[Cell]]

  /// Writes the table, folded.
  func writeDetails(to html: inout HTMLWriter, context: PageContext, caption: String) {
    html.element("details", .class("data")) { html in
      html.element("summary", text: context.text(.showTable))
      html.element(
        "div", .class("scroll"), HTMLAttribute("tabindex", "0"), HTMLAttribute("role", "region"), .label(caption)
      ) { write(to: &$0, caption: caption) }
    }
  }

  /// Writes the table.
  func write(to html: inout HTMLWriter, caption: String, layout: PageLayout? = nil) {
    html.element("table") { html in
      html.element("caption", .class("hidden"), text: caption)
      html.element("thead") { html in
        html.element("tr") { html in
          for (place, column) in columns.enumerated() {
            let isNumber = rows.allSatisfy { if case .number = $0[place] { true } else { false } } && !rows.isEmpty
            html.element("th", HTMLAttribute("scope", "col"), .class(isNumber ? "n" : "t"), text: column)
          }
        }
      }
      html.element("tbody") { html in
        for row in rows {
          html.element("tr") { html in
            for cell in row { write(cell, to: &html, layout) }
          }
        }
      }
    }
  }

  private func write(_ cell: Cell, to html: inout HTMLWriter, _ layout: PageLayout?) {
    switch cell {
    case .text(let text): html.element("td") { $0.element("bdi", text: text) }
    case .number(let text): html.element("td", .class("n"), text: text)
    case .link(let target, let text):
      html.element("td") { html in
        if let layout { layout.link(to: target, text, in: &html) } else { html.element("bdi", text: text) }
      }
    }
  }
}

extension HTMLWriter {
  /// The signs of series: colours alone do not tell them apart for everyone.
  mutating func marker(_ series: Int, x: Double, y: Double, radius: Double) {
    let kind = HTMLAttribute.class("mark s\(series)")
    func path(_ points: [(Double, Double)]) -> String {
      points.enumerated().map { place, point in
        (place == 0 ? "M" : "L") + FigureText.coordinate(x + point.0 * radius) + " "
          + FigureText.coordinate(y + point.1 * radius)
      }.joined() + "Z"
    }
    switch series % 6 {
    case 1:
      shape(
        "rect", kind, HTMLAttribute("x", at: x - radius * 0.85), HTMLAttribute("y", at: y - radius * 0.85),
        HTMLAttribute("width", at: radius * 1.7), HTMLAttribute("height", at: radius * 1.7))
    case 2: shape("path", kind, HTMLAttribute("d", path([(0, -1.15), (1.1, 0.85), (-1.1, 0.85)])))
    case 3: shape("path", kind, HTMLAttribute("d", path([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])))
    case 4: shape("path", kind, HTMLAttribute("d", path([(0, 1.15), (1.1, -0.85), (-1.1, -0.85)])))
    case 5:
      shape(
        "path", kind,
        HTMLAttribute(
          "d",
          path([
            (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2),
            (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
          ])))
    default:
      shape("circle", kind, HTMLAttribute("cx", at: x), HTMLAttribute("cy", at: y), HTMLAttribute("r", at: radius))
    }
  }

  /// A straight line.
  mutating func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    shape(
      "line", .class(kind), HTMLAttribute("x1", at: x1), HTMLAttribute("y1", at: y1), HTMLAttribute("x2", at: x2),
      HTMLAttribute("y2", at: y2))
  }

  /// A text in a picture.
  mutating func label(_ kind: String, _ x: Double, _ y: Double, _ text: String) {
    element("text", .class(kind), HTMLAttribute("x", at: x), HTMLAttribute("y", at: y), text: text)
  }

  /// A line through points; a gap where a point is missing.
  mutating func polyline(_ kind: String, _ points: [(x: Double, y: Double)?]) {
    var path = ""
    var isOpen = false
    for point in points {
      guard let point else {
        isOpen = false
        continue
      }
      path += (isOpen ? "L" : "M") + FigureText.coordinate(point.x) + " " + FigureText.coordinate(point.y)
      isOpen = true
    }
    if !path.isEmpty { shape("path", .class(kind), HTMLAttribute("d", path)) }
  }

  /// A rectangle with a text that shows when it is pointed at.
  mutating func bar(
    _ kind: String, x: Double, y: Double, width: Double, height: Double, title: String
  ) {
    element(
      "rect", .class(kind), HTMLAttribute("x", at: x), HTMLAttribute("y", at: y),
      HTMLAttribute("width", at: max(width, 0)), HTMLAttribute("height", at: max(height, 0))
    ) { $0.element("title", text: title) }
  }
}
