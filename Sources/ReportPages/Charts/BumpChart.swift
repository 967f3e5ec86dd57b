/// The ranks of names from period to period.
struct BumpChart {
  struct Row {
    let name: String
    /// The rank in each period, from 1; `nil` where it is not among the first.
    let ranks: [Int?]
    /// The colour; `nil` for grey.
    let series: Int?
  }

  let axis: PeriodAxis
  let rows: [Row]
  let depth: Int

  func draw(_ html: inout HTMLWriter, _ canvas: ChartFigure.Canvas) {
    let count = axis.starts.count
    let widest = min(11, rows.map { TextWidth.of($0.name) }.max() ?? 0)
    let size = canvas.isNarrow ? 11.0 : 13.0
    let right = 22 + widest * size
    let plot = Plot(canvas, low: 0, high: 1, left: 30, right: right, top: 16)
    func y(_ rank: Int) -> Double { plot.top + plot.height * (Double(rank) - 0.5) / Double(depth) }
    for rank in 1...max(depth, 1) { html.label("tick end", plot.left - 8, y(rank) + 4, String(rank)) }
    plot.drawPeriods(&html, axis)
    // Coloured lines lie above grey ones.
    for row in rows.filter({ $0.series == nil }) + rows.filter({ $0.series != nil }) {
      let kind = row.series.map { "s\($0)" } ?? "grey"
      let points = row.ranks.enumerated().map { place, rank in
        rank.map { (x: plot.x(place, of: count), y: y($0)) }
      }
      html.polyline("bump \(kind)", points)
      for (place, point) in points.enumerated() {
        guard let point, let rank = row.ranks[place] else { continue }
        html.element("g") { html in
          html.element("title", text: "\(row.name) \(axis.name(place)): \(rank)")
          if let series = row.series {
            html.marker(series, x: point.x, y: point.y, radius: canvas.isNarrow ? 3 : 4.5)
          } else {
            html.shape(
              "circle", .class("dot grey"), HTMLAttribute("cx", at: point.x), HTMLAttribute("cy", at: point.y),
              HTMLAttribute("r", at: canvas.isNarrow ? 2 : 3))
          }
        }
      }
    }
    for row in rows { writeName(of: row, plot, &html, y: y) }
  }

  /// Writes the name of a row behind its end; before the last period only of coloured ones, and where nothing stands.
  private func writeName(of row: Row, _ plot: Plot, _ html: inout HTMLWriter, y: (Int) -> Double) {
    let count = axis.starts.count
    guard let place = row.ranks.lastIndex(where: { $0 != nil }), let rank = row.ranks[place] else { return }
    let isEnd = place == count - 1
    guard isEnd || (row.series != nil && !plot.canvas.isNarrow) else { return }
    let name = TextWidth.clip(row.name, to: 11)
    let start = plot.x(place, of: count) + 12
    if !isEnd {
      let end = start + TextWidth.of(name) * 13
      let covered = (place + 1..<count).filter { plot.x($0, of: count) < end + 8 }
      guard covered.last.map({ $0 < count - 1 }) ?? true,
        !rows.contains(where: { other in covered.contains { other.ranks[$0] == rank } })
      else { return }
    }
    html.label(
      row.series == nil ? "name grey" : isEnd ? "name" : "name halo", start, y(rank) + 4.5, name)
  }
}
