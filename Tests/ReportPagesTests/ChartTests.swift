import ReportPages
import TestSupport
import Testing

@Suite("Charts")
struct ChartTests {
  @Test("The same network is always laid out alike, on the canvas, and no name covers another", arguments: 1..<12)
  func layout(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = seed * 4
    let boxes = (0..<count).map { _ in
      ForceLayout.Box(width: Double.random(in: 20...110, using: &generator), height: 30)
    }
    let edges = (0..<count * 2).compactMap { _ -> (first: Int, second: Int, strength: Double)? in
      let (first, second) = (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      return first == second ? nil : (first, second, 0.5)
    }
    let layout = ForceLayout(boxes: boxes, edges: edges, width: 1000, height: 680)
    #expect(layout.points == ForceLayout(boxes: boxes, edges: edges, width: 1000, height: 680).points)
    for (point, box) in zip(layout.points, boxes) {
      #expect(point.x >= box.width / 2 - 0.01 && point.x <= 1000 - box.width / 2 + 0.01)
      #expect(point.y >= box.height / 2 - 0.01 && point.y <= 680 - box.height / 2 + 0.01)
    }
    for first in boxes.indices {
      for second in boxes.indices.dropFirst(first + 1) {
        let (left, right) = (layout.points[first], layout.points[second])
        let isApart =
          abs(left.x - right.x) >= (boxes[first].width + boxes[second].width) / 2 - 1
          || abs(left.y - right.y) >= (boxes[first].height + boxes[second].height) / 2 - 1
        #expect(isApart)
      }
    }
  }

  @Test("Two nodes that are joined stand nearer than two that are not")
  func attraction() {
    let boxes = [ForceLayout.Box](repeating: .init(width: 10, height: 10), count: 4)
    let points = ForceLayout(boxes: boxes, edges: [(0, 1, 1), (2, 3, 1)], width: 400, height: 400).points
    func distance(_ first: Int, _ second: Int) -> Double {
      let (x, y) = (points[first].x - points[second].x, points[first].y - points[second].y)
      return (x * x + y * y).squareRoot()
    }
    #expect(distance(0, 1) < distance(0, 2) && distance(2, 3) < distance(1, 3))
  }

  @Test("Labels keep their distance and their order")
  func spacing() {
    #expect(LabelSpacing.spread([10, 11, 50], gap: 15, low: 0, high: 100) == [10, 25, 50])
    #expect(LabelSpacing.spread([98, 99, 97], gap: 10, low: 0, high: 100) == [90, 100, 80])
    #expect(LabelSpacing.spread([], gap: 10, low: 0, high: 100).isEmpty)
  }

  @Test("What is counted has whole numbers on its axis, whatever its size")
  func ticks() {
    let canvas = ChartFigure.Canvas(width: 400, height: 200, isNarrow: false)
    #expect(Plot(canvas, low: 0, high: 1, leastStep: 1).ticks == [0, 1])
    #expect(Plot(canvas, low: 0, high: 76, leastStep: 1).ticks == [0, 20, 40, 60, 80])
    #expect(Plot(canvas, low: 0, high: 0.38).ticks.count == 5)
    #expect(Plot(canvas, low: -0.2, high: 0.31).low <= -0.2)
  }

  @Test("Numbers are written as people read them")
  func numbers() {
    #expect(FigureText.integer(7_139_739) == "7,139,739")
    #expect(FigureText.integer(-1200) == "−1,200")
    #expect(FigureText.decimal(0.999, 2) == "1.00")
    #expect(FigureText.decimal(-0.001, 2) == "0.00")
    #expect(FigureText.percent(0.053) == "5.3%" && FigureText.percent(0.53) == "53%")
    #expect(FigureText.score(0.256) == "+0.26" && FigureText.score(-0.1) == "−0.10" && FigureText.score(0) == "0.00")
    #expect(FigureText.coordinate(12.04) == "12" && FigureText.coordinate(-0.26) == "-0.3")
    #expect(FigureText.coordinate(.nan) == "0")
  }

  @Test("An axis has every period between the first and the last, longer ones for longer archives")
  func axis() {
    let months = PeriodAxis(first: "2025-11-02", last: "2026-02-01")
    #expect(months.starts.indices.map(months.name) == ["2025-11", "2025-12", "2026-01", "2026-02"])
    #expect(
      months.place(of: "2026-01-31") == 2 && months.place(of: "2026-03-01") == nil && months.place(of: nil) == nil)
    let years = PeriodAxis(first: "2009-05-05", last: "2026-02-01")
    #expect(years.length == .year && years.name(0) == "2009" && years.starts.count == 18)
    #expect(PeriodAxis(first: "2019-05-05", last: "2024-02-01").length == .quarter)
    #expect(
      PeriodAxis(first: nil, last: nil).starts.isEmpty && PeriodAxis(first: "x", last: "2025-13-01").starts.isEmpty)
  }

  @Test("A histogram counts every value once")
  func histogram() {
    let histogram = Histogram([1, 4, 5, 9, 12, 300], width: 5, bins: 4)
    #expect(histogram.counts == [2, 2, 1, 1] && histogram.bounds == [0, 5, 10, 15, 20] && histogram.median == 5)
    #expect(Histogram([], width: 5, bins: 4).counts == [0])
  }
}
