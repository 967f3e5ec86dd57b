/// Columns over periods or ranges; several values of a place stand one on the other.
struct ColumnChart {
  /// The values of each place, from below.
  let columns: [[Double]]
  /// The numbers of the series, which set the colours.
  let series: [Int]
  /// The name of a value, for whoever points at it.
  let title: (_ place: Int, _ part: Int) -> String
  let tick: (Double) -> String
  /// What stands below.
  let below: Below
  /// The greatest value of shares; `nil` where the columns are counts.
  var high: Double?

  enum Below {
    case periods(PeriodAxis)
    /// The bounds of ranges, one more than columns, and a value to mark.
    case bounds([String], mark: (place: Double, text: String)?)
  }

  func draw(_ html: inout HTMLWriter, _ canvas: ChartFigure.Canvas) {
    let sums = columns.map { $0.reduce(0, +) }
    let plot = Plot(
      canvas, low: 0, high: high ?? max(sums.max() ?? 1, 1), top: 20, leastStep: high == nil ? 1 : 0)
    plot.drawScale(&html, tick)
    let room = plot.width / Double(max(columns.count, 1))
    let isHistogram = if case .bounds = below { true } else { false }
    let width = isHistogram ? max(room - 1.5, 1) : min(room * 0.68, 64)
    for (place, column) in columns.enumerated() {
      var sum = 0.0
      for (part, value) in column.enumerated() where value > 0 {
        let (bottom, top) = (plot.y(sum), plot.y(sum + value))
        sum += value
        html.bar(
          "bar s\(series[part])", x: plot.x(place, of: columns.count) - width / 2, y: top, width: width,
          height: bottom - top, title: title(place, part))
      }
    }
    switch below {
    case .periods(let axis): plot.drawPeriods(&html, axis)
    case .bounds(let bounds, let mark):
      let every = max(1, Int((30 * Double(bounds.count) / plot.width).rounded(.up)))
      for (place, bound) in bounds.enumerated() where place % every == 0 {
        html.label("tick mid", plot.left + room * Double(place), canvas.height - plot.bottom + 18, bound)
      }
      if let mark {
        let x = plot.left + room * min(max(mark.place, 0), Double(columns.count))
        html.line("median", x, plot.top - 4, x, plot.top + plot.height)
        let isRight = x > canvas.width * 0.6
        html.label(isRight ? "note end" : "note", isRight ? x - 6 : x + 6, plot.top + 2, mark.text)
      }
    }
  }
}
