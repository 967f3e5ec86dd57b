/// Places for the nodes of a network: those that belong together stand together.
///
/// Forces as of Fruchterman and Reingold, "Graph Drawing by Force-Directed Placement", 1991: nodes push each other away
/// as *k*²/*d*, edges pull as *d*²/*k*, and the step that a node may take cools down. Nodes begin on a spiral in their
/// order. Only the four operations and the square root are used, which IEEE 754 defines to the last bit, so every
/// machine draws the same picture.
package struct ForceLayout {
  /// A place on the canvas.
  package struct Point: Equatable, Sendable {
    package fileprivate(set) var x, y: Double
  }

  /// The room that a node takes, about its place.
  package struct Box: Sendable {
    package let width, height: Double

    /// A box of a size.
    package init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
  }

  /// The places of the nodes.
  package private(set) var points: [Point]

  /// Steps until the layout is cold.
  private static let steps = 420
  /// Steps in which boxes that overlap are moved apart.
  private static let separationSteps = 260
  /// Cosine and sine of the golden angle (137.5°), by which one node of the spiral stands behind the other.
  private static let turn = (cosine: -0.7373688780783197, sine: 0.6754902942615238)

  /// Lays out nodes on a canvas.
  /// - Parameters:
  ///   - boxes: The room that each node takes with its name.
  ///   - edges: The ends of each edge, and how strongly it pulls, above 0.
  package init(boxes: [Box], edges: [(first: Int, second: Int, strength: Double)], width: Double, height: Double) {
    points = []
    guard !boxes.isEmpty else { return }
    let count = Double(boxes.count)
    var (cosine, sine) = (1.0, 0.0)
    for node in boxes.indices {
      let radius = ((Double(node) + 0.5) / count).squareRoot() * 0.46
      points.append(Point(x: width * (0.5 + radius * cosine), y: height * (0.5 + radius * sine)))
      (cosine, sine) = (
        cosine * Self.turn.cosine - sine * Self.turn.sine, cosine * Self.turn.sine + sine * Self.turn.cosine
      )
    }
    let ideal = 0.62 * (width * height / count).squareRoot()
    for step in 0..<Self.steps {
      let heat = width * 0.09 * (1 - Double(step) / Double(Self.steps))
      move(edges, ideal: ideal, heat: heat, width: width, height: height)
      keep(boxes, width, height)
    }
    for _ in 0..<Self.separationSteps where separate(boxes) { keep(boxes, width, height) }
  }

  private mutating func move(
    _ edges: [(first: Int, second: Int, strength: Double)], ideal: Double, heat: Double, width: Double, height: Double
  ) {
    var forces = [Point](repeating: Point(x: 0, y: 0), count: points.count)
    for first in points.indices {
      for second in points.indices.dropFirst(first + 1) {
        let (x, y) = (points[first].x - points[second].x, points[first].y - points[second].y)
        let square = max(x * x + y * y, 0.01)
        let push = ideal * ideal / square
        forces[first].x += x * push
        forces[first].y += y * push
        forces[second].x -= x * push
        forces[second].y -= y * push
      }
      // A weak pull to the middle keeps parts without a connection on the page.
      forces[first].x += (width / 2 - points[first].x) * 0.35
      forces[first].y += (height / 2 - points[first].y) * 0.6
    }
    for edge in edges {
      let (x, y) = (points[edge.first].x - points[edge.second].x, points[edge.first].y - points[edge.second].y)
      let pull = (x * x + y * y).squareRoot() / ideal * edge.strength
      forces[edge.first].x -= x * pull
      forces[edge.first].y -= y * pull
      forces[edge.second].x += x * pull
      forces[edge.second].y += y * pull
    }
    for node in points.indices {
      let length = (forces[node].x * forces[node].x + forces[node].y * forces[node].y).squareRoot()
      guard length > 0 else { continue }
      let step = min(length, heat) / length
      points[node].x += forces[node].x * step
      points[node].y += forces[node].y * step
    }
  }

  /// Keeps nodes with their names on the canvas.
  private mutating func keep(_ boxes: [Box], _ width: Double, _ height: Double) {
    for node in points.indices {
      let (x, y) = (boxes[node].width / 2, boxes[node].height / 2)
      points[node].x = min(max(points[node].x, x), max(width - x, x))
      points[node].y = min(max(points[node].y, y), max(height - y, y))
    }
  }

  /// Moves nodes apart whose boxes overlap, along the way that is shorter; returns whether there was one.
  private mutating func separate(_ boxes: [Box]) -> Bool {
    var isMoved = false
    for first in points.indices {
      for second in points.indices.dropFirst(first + 1) {
        let (x, y) = (points[second].x - points[first].x, points[second].y - points[first].y)
        let overlapX = (boxes[first].width + boxes[second].width) / 2 - abs(x)
        let overlapY = (boxes[first].height + boxes[second].height) / 2 - abs(y)
        guard overlapX > 0.05, overlapY > 0.05 else { continue }
        isMoved = true
        if overlapX < overlapY {
          let step = overlapX / 2 * (x < 0 ? -1 : 1)
          points[first].x -= step
          points[second].x += step
        } else {
          let step = overlapY / 2 * (y < 0 ? -1 : 1)
          points[first].y -= step
          points[second].y += step
        }
      }
    }
    return isMoved
  }
}
