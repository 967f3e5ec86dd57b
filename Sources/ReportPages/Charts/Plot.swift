/// The place of a picture between its margins, with its axes.
package struct Plot {
  let canvas: ChartFigure.Canvas
  let left, right, top, bottom: Double
  /// The least and the greatest value of the upright axis.
  package let low, high: Double
  package let ticks: [Double]

  /// A plot for values from `low` to `high`, both widened to round numbers.
  /// - Parameter leastStep: 1 for what is counted, since there is nothing between 1 and 2.
  package init(
    _ canvas: ChartFigure.Canvas, low: Double, high: Double, left: Double = 44, right: Double = 12, top: Double = 14,
    bottom: Double = 40, leastStep: Double = 0
  ) {
    let step = max(Self.step(max(high - low, 1e-9), canvas.height > 240 ? 5 : 4), leastStep)
    let first = (low / step).rounded(.down) * step
    let count = max(1, Int(((high - first) / step - 1e-9).rounded(.up)))
    ticks = (0...count).map { first + Double($0) * step }
    (self.low, self.high) = (first, first + Double(count) * step)
    self.canvas = canvas
    (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
  }

  /// The width between the margins.
  var width: Double { canvas.width - left - right }
  /// The height between the margins.
  var height: Double { canvas.height - top - bottom }

  /// Where a value stands.
  func y(_ value: Double) -> Double { top + height * (1 - (value - low) / (high - low)) }

  /// The middle of one of `count` places side by side.
  func x(_ place: Int, of count: Int) -> Double { left + width * (Double(place) + 0.5) / Double(max(count, 1)) }

  /// A step of 1, 2 or 5 times a power of ten that makes about `wanted` steps.
  private static func step(_ range: Double, _ wanted: Int) -> Double {
    let raw = range / Double(wanted)
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    while power > raw { power /= 10 }
    let share = raw / power
    return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power
  }

  /// Draws the lines of the upright axis with their values.
  func drawScale(_ html: inout HTMLWriter, _ text: (Double) -> String) {
    for tick in ticks {
      html.line(abs(tick) < 1e-9 && low < 0 ? "zero" : "grid", left, y(tick), canvas.width - right, y(tick))
      html.label("tick end", left - 8, y(tick) + 4, text(tick))
    }
  }

  /// The width that the name of a period takes, with a gap.
  private static let periodRoom = 28.0

  /// Draws the names of periods below.
  func drawPeriods(_ html: inout HTMLWriter, _ axis: PeriodAxis) {
    let count = axis.starts.count
    // A name stands below every period where there is room, else below some.
    let room = width / Double(max(count, 1))
    let every = max(1, Int((Self.periodRoom / room).rounded(.up)))
    var last = -every
    for place in 0..<count {
      let label = axis.label(place)
      let isNear =
        place - last < every || (1..<every).contains { place + $0 < count && axis.label(place + $0).year != nil }
      if label.year != nil || place % every == 0 && !isNear {
        html.label("tick mid", x(place, of: count), canvas.height - bottom + 18, label.text)
        last = place
      }
      if let year = label.year {
        html.label("tick mid year", x(place, of: count), canvas.height - bottom + 34, year)
      }
    }
  }
}

/// Moves labels apart that stand one above the other.
package enum LabelSpacing {
  /// Places at least `gap` apart, near those wanted and between `low` and `high` where there is room; in the same order.
  package static func spread(_ wanted: [Double], gap: Double, low: Double, high: Double) -> [Double] {
    let order = wanted.indices.sorted { wanted[$0] != wanted[$1] ? wanted[$0] < wanted[$1] : $0 < $1 }
    var places = order.map { min(max(wanted[$0], low), high) }
    for index in places.indices.dropFirst() { places[index] = max(places[index], places[index - 1] + gap) }
    if let last = places.last, last > high {
      places[places.count - 1] = high
      for index in places.indices.dropLast().reversed() { places[index] = min(places[index], places[index + 1] - gap) }
    }
    var result = wanted
    for (index, original) in order.enumerated() { result[original] = places[index] }
    return result
  }
}
