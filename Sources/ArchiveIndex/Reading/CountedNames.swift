internal import Annotation
internal import Foundation

/// Reads the objects of counts that `PreparedArticle` packs: `{"投資":3,…}`.
enum CountedNames {
  /// The names and counts of a flat object, in their order; empty for anything else.
  static func read(_ json: UnsafeRawBufferPointer) -> [(name: String, count: Int)] {
    var scan = Scan(json)
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
    var scan = Scan(json)
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
    var scan = Scan(json)
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

  /// A place in JSON without white space.
  private struct Scan {
    private let json: UnsafeRawBufferPointer
    private var place = 0

    init(_ json: UnsafeRawBufferPointer) { self.json = json }

    mutating func take(_ byte: UInt8) -> Bool {
      guard place < json.count, json[place] == byte else { return false }
      place += 1
      return true
    }

    mutating func integer() -> Int {
      var value = 0
      while place < json.count, json[place] >= 0x30, json[place] <= 0x39, value < 1 << 50 {
        value = value * 10 + Int(json[place] - 0x30)
        place += 1
      }
      return value
    }

    mutating func string() -> String? {
      guard take(UInt8(ascii: "\"")) else { return nil }
      let start = place
      var isEscaped = false
      while place < json.count, json[place] != UInt8(ascii: "\"") {
        if json[place] == UInt8(ascii: "\\") {
          isEscaped = true
          place += 1
        }
        place += 1
      }
      guard place < json.count else { return nil }
      let bytes = UnsafeRawBufferPointer(rebasing: json[start..<place])
      place += 1
      guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
      let quoted = Array("[\"".utf8) + Array(bytes) + Array("\"]".utf8)
      return (try? JSONDecoder().decode([String].self, from: Data(quoted)))?.first
    }
  }
}
