/// Lines over periods, each with its name at its end.
struct LineChart {
  struct Series {
    let name: String
    let values: [Double?]
  }

  let axis: PeriodAxis
  let series: [Series]
  /// The least and the greatest value that must be seen.
  let range: ClosedRange<Double>
  /// A value on the axis.
  let tick: (Double) -> String

  func draw(_ html: inout HTMLWriter, _ canvas: ChartFigure.Canvas) {
    let values = series.flatMap { $0.values.compactMap { $0 } }
    let widest = series.map { TextWidth.of($0.name) }.max() ?? 0
    let right = canvas.isNarrow || series.count < 2 ? 14 : min(190, 26 + widest * 13)
    let plot = Plot(
      canvas, low: min(range.lowerBound, values.min() ?? 0), high: max(range.upperBound, values.max() ?? 0),
      right: right)
    plot.drawScale(&html, tick)
    plot.drawPeriods(&html, axis)
    let count = axis.starts.count
    for (number, own) in series.enumerated() {
      let points = own.values.enumerated().map { place, value in
        value.map { (x: plot.x(place, of: count), y: plot.y($0)) }
      }
      html.polyline("line s\(number)", points)
      for (place, point) in points.enumerated() {
        guard let point, count <= 40 else { continue }
        html.element("g") { html in
          html.element("title", text: "\(own.name) \(axis.name(place)): \(own.values[place].map(tick) ?? "")")
          html.marker(number, x: point.x, y: point.y, radius: canvas.isNarrow ? 2.6 : 3.4)
        }
      }
    }
    guard !canvas.isNarrow, series.count > 1 else { return }
    let ends = series.map { own in own.values.last { $0 != nil }.flatMap { $0 }.map { plot.y($0) } ?? plot.y(plot.low) }
    let places = LabelSpacing.spread(ends, gap: 19, low: plot.top + 4, high: plot.top + plot.height)
    let edge = plot.x(count - 1, of: count)
    for (number, own) in series.enumerated() {
      html.polyline("leader", [(edge + 5, ends[number]), (canvas.width - right + 10, places[number])])
      html.marker(number, x: canvas.width - right + 16, y: places[number], radius: 3.6)
      html.label("name", canvas.width - right + 25, places[number] + 4.5, TextWidth.clip(own.name, to: 12))
    }
  }
}
