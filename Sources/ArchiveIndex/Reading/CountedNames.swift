internal import Annotation

/// Reads the objects of counts that `PreparedArticle` packs: `{"投資":3,…}`.
enum CountedNames {
  /// The names and counts of a flat object, in their order; empty for anything else.
  static func read(_ json: UnsafeRawBufferPointer) -> [(name: String, count: Int)] {
    var scan = JSONScan(json)
    var counts: [(name: String, count: Int)] = []
    guard scan.take(UInt8(ascii: "{")) else { return [] }
    while let name = scan.string(), scan.take(UInt8(ascii: ":")) {
      counts.append((name, scan.integer()))
      guard scan.take(UInt8(ascii: ",")) else { break }
    }
    return counts
  }

  /// The terms of an object of such objects, one for each kind.
  static func readTerms(_ json: UnsafeRawBufferPointer) -> [CountedTerm] {
    var scan = JSONScan(json)
    var terms: [CountedTerm] = []
    guard scan.take(UInt8(ascii: "{")) else { return [] }
    while let name = scan.string(), scan.take(UInt8(ascii: ":")), scan.take(UInt8(ascii: "{")) {
      let kind = Term.Kind(rawValue: name) ?? .noun
      while let term = scan.string(), scan.take(UInt8(ascii: ":")) {
        terms.append(CountedTerm(term: term, kind: kind, count: scan.integer()))
        guard scan.take(UInt8(ascii: ",")) else { break }
      }
      guard scan.take(UInt8(ascii: "}")), scan.take(UInt8(ascii: ",")) else { break }
    }
    return terms
  }

  /// The terms of a list of `[term, kind, count, score]` with their scores in ten-thousandths.
  static func readWeights(_ json: UnsafeRawBufferPointer) -> [(term: String, score: Int)] {
    var scan = JSONScan(json)
    var weights: [(term: String, score: Int)] = []
    guard scan.take(UInt8(ascii: "[")) else { return [] }
    while scan.take(UInt8(ascii: "[")), let term = scan.string(), scan.take(UInt8(ascii: ",")), scan.string() != nil {
      guard scan.take(UInt8(ascii: ",")) else { break }
      _ = scan.integer()
      guard scan.take(UInt8(ascii: ",")) else { break }
      // Four decimals always.
      let whole = scan.integer()
      guard scan.take(UInt8(ascii: ".")) else { break }
      weights.append((term, whole * 10_000 + scan.integer()))
      guard scan.take(UInt8(ascii: "]")), scan.take(UInt8(ascii: ",")) else { break }
    }
    return weights
  }
}
