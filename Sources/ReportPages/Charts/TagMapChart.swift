internal import ArchiveAnalysis
internal import Foundation

/// Tags by how common they are and how much they tell of the articles that have them.
struct TagMapChart {
  let tags: [TagWeight]
  /// Words on the axes.
  let common, telling: String

  /// The colour and sign of a tag.
  static func series(_ pasted: TagFindings.Pasted.Kind?) -> Int {
    switch pasted {
    case nil: 0
    case .mentioned: 1
    case .uninformative: 3
    }
  }

  private struct Box {
    let x, y, width, height: Double
    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }

  func draw(_ html: inout HTMLWriter, _ canvas: ChartFigure.Canvas) {
    let plot = Plot(
      canvas, low: min(0, tags.map(\.difference).min() ?? 0), high: max(0.3, tags.map(\.difference).max() ?? 0),
      left: 46, right: 20, top: 34, bottom: 56)
    plot.drawScale(&html) { FigureText.decimal($0 * 100, 0) }
    // The square root gives rare tags, which are many, room.
    let widest = (tags.map(\.share).max() ?? 1).squareRoot()
    func x(_ share: Double) -> Double { plot.left + 10 + (plot.width - 20) * share.squareRoot() / widest }
    for share in [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1] where share.squareRoot() <= widest {
      html.label("tick mid", x(share), canvas.height - plot.bottom + 26, FigureText.decimal(share * 100, 0) + "%")
    }
    html.label("axis end", canvas.width - plot.right, canvas.height - 8, common)
    html.label("axis", 4, 12, telling)
    var taken: [Box] = []
    let size = canvas.isNarrow ? 10.5 : 12.5
    for tag in tags {
      let (px, py) = (x(tag.share), plot.y(tag.difference))
      taken.append(Box(x: px - 4, y: py - 4, width: 8, height: 8))
    }
    for tag in tags {
      let (px, py) = (x(tag.share), plot.y(tag.difference))
      html.element("g") { html in
        html.element(
          "title",
          text: "\(tag.tag): \(FigureText.percent(tag.share)), \(FigureText.decimal(tag.difference * 100, 0))")
        html.marker(Self.series(tag.pasted), x: px, y: py, radius: tag.pasted == nil ? 3.8 : 5)
      }
      let name = TextWidth.clip(tag.tag, to: 9)
      let width = TextWidth.of(name) * size
      let places = [
        (px + 7, py + 4, "tag"), (px - 7 - width, py + 4, "tag"), (px - width / 2, py - 7, "tag"),
        (px - width / 2, py + 15, "tag"),
      ]
      for (left, base, kind) in places {
        let box = Box(x: left, y: base - size * 0.85, width: width, height: size)
        guard left > plot.left, left + width < canvas.width - 2, base < canvas.height - plot.bottom + 14,
          !taken.contains(where: { $0.overlaps(box) })
        else { continue }
        html.label(tag.pasted == .uninformative ? "tag warn" : kind, left, base, name)
        taken.append(box)
        break
      }
    }
  }
}
