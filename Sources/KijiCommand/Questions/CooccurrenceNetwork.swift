import ArchiveAnalysis
import Reporting

/// A network of what stands together, to print.
struct CooccurrenceNetwork {
  let names: [String]
  let counter: Cooccurrence
  let edges: [Cooccurrence.Edge]
  let unit: String

  /// The edges.
  var table: AnswerTable {
    var table = AnswerTable(
      schema: "kiji.cooccurrence/1", rowsKey: "edges",
      columns: [
        .init("source", "語"), .init("target", "一緒に現れる語"), .init("count", "回数"),
        .init("sourceCount", nil), .init("targetCount", nil), .init("logLikelihood", "対数尤度比"),
        .init("npmi", "NPMI"),
      ], nothing: "一緒に現れるものはありません。--min-count を小さくしてお試しください。")
    table.facts = [
      .init("unit", .text(unit)), .init("units", .integer(counter.units)),
      .init(
        "nodes",
        .list(nodes.map { .object([.init("name", .text(names[$0])), .init("count", .integer(counter.counts[$0]))]) })),
    ]
    table.rows = edges.map { edge in
      [
        .text(names[edge.first]), .text(names[edge.second]), .integer(edge.count),
        .integer(counter.counts[edge.first]), .integer(counter.counts[edge.second]), .score(edge.logLikelihood),
        .score(edge.information),
      ]
    }
    return table
  }

  /// The nodes that have an edge, ascending.
  private var nodes: [Int] { Set(edges.flatMap { [$0.first, $0.second] }).sorted() }

  /// The network as GraphML (Brandes et al., "GraphML Progress Report", 2001; http://graphml.graphdrawing.org).
  var graphML: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
      "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>",
      "  <key id=\"count\" for=\"all\" attr.name=\"count\" attr.type=\"int\"/>",
      "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>",
      "  <key id=\"npmi\" for=\"edge\" attr.name=\"npmi\" attr.type=\"double\"/>",
      "  <graph id=\"cooccurrence\" edgedefault=\"undirected\">",
    ]
    for node in nodes {
      lines.append(
        "    <node id=\"n\(node)\"><data key=\"label\">\(Self.escaped(names[node]))</data>"
          + "<data key=\"count\">\(counter.counts[node])</data></node>")
    }
    for edge in edges {
      lines.append(
        "    <edge source=\"n\(edge.first)\" target=\"n\(edge.second)\"><data key=\"count\">\(edge.count)</data>"
          + "<data key=\"weight\">\(AnswerValue.score(edge.logLikelihood).text)</data>"
          + "<data key=\"npmi\">\(AnswerValue.score(edge.information).text)</data></edge>")
    }
    return (lines + ["  </graph>", "</graphml>"]).joined(separator: "\n") + "\n"
  }

  /// `text` as XML's character data; characters that XML 1.0 forbids become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\t", "\n", "\r": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
