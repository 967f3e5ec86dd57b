internal import Annotation
internal import Foundation

/// A network of names.
struct NetworkChart {
  let network: NameNetwork
  /// What a type is called.
  let typeName: (EntityType) -> String

  func draw(_ html: inout HTMLWriter, _ canvas: ChartFigure.Canvas) {
    let network = canvas.isNarrow ? network.limited(to: Self.narrowNodes) : network
    let size = canvas.isNarrow ? 11.0 : 13.0
    let most = Double(network.nodes.map(\.articles).max() ?? 1)
    let radii = network.nodes.map { 3.5 + (canvas.isNarrow ? 9 : 14) * (Double($0.articles) / most).squareRoot() }
    let names = network.nodes.map { TextWidth.clip($0.name, to: 12) }
    let boxes = network.nodes.indices.map { node in
      ForceLayout.Box(
        width: max(radii[node] * 2, TextWidth.of(names[node]) * size) + 6, height: radii[node] * 2 + size + 8)
    }
    let strongest = network.edges.map(\.logLikelihood).max() ?? 1
    let layout = ForceLayout(
      boxes: boxes,
      edges: network.edges.map { ($0.first, $0.second, 0.35 + 0.65 * ($0.logLikelihood / strongest).squareRoot()) },
      width: canvas.width, height: canvas.height)
    // The name stands below the node: the node is the upper part of its box.
    func y(_ node: Int) -> Double { layout.points[node].y - (size + 2) / 2 }
    for edge in network.edges.reversed() {
      let width = 0.8 + 4.2 * (edge.logLikelihood / strongest).squareRoot()
      let (first, second) = (layout.points[edge.first], layout.points[edge.second])
      html.element(
        "line", .class("edge"), HTMLAttribute("x1", at: first.x), HTMLAttribute("y1", at: y(edge.first)),
        HTMLAttribute("x2", at: second.x), HTMLAttribute("y2", at: y(edge.second)),
        HTMLAttribute("stroke-width", at: width)
      ) {
        $0.element(
          "title", text: "\(network.nodes[edge.first].name) – \(network.nodes[edge.second].name): \(edge.count)")
      }
    }
    for (node, own) in network.nodes.enumerated() {
      html.element("g") { html in
        html.element("title", text: "\(own.name)（\(typeName(own.type))）: \(own.articles)")
        html.marker(Self.series(own.type), x: layout.points[node].x, y: y(node), radius: radii[node])
      }
    }
    for (node, name) in names.enumerated() {
      html.label(
        "name mid halo", layout.points[node].x, y(node) + radii[node] + size, name)
    }
  }

  /// Nodes of the picture for narrow windows.
  static let narrowNodes = 26

  /// The colour and sign of a type.
  static func series(_ type: EntityType) -> Int {
    switch type {
    case .organization: 0
    case .product: 1
    case .person: 2
    case .location: 3
    case .facility: 4
    default: 5
    }
  }
}
