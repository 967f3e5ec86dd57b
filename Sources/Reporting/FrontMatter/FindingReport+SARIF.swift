internal import ArticleAnalysis
internal import TextCore

extension FindingReport {
  /// A log by SARIF 2.1.0, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
  package var sarif: [UInt8] {
    let codes = Array(Set(entries.map(\.finding.code.name))).sorted()
    let order = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var output = JSONOutput(.indented)
    output.beginObject()
    output.key("$schema")
    output.string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    output.key("version")
    output.string("2.1.0")
    output.key("runs")
    output.beginArray()
    output.beginObject()
    output.key("tool")
    output.beginObject()
    output.key("driver")
    output.beginObject()
    output.key("name")
    output.string("kiji")
    output.key("version")
    output.string(version)
    output.key("rules")
    output.array(codes) { output, code in
      output.beginObject()
      output.key("id")
      output.string(code)
      output.endObject()
    }
    output.endObject()
    output.endObject()
    output.key("columnKind")
    output.string("unicodeCodePoints")
    output.key("results")
    output.array(entries) { Self.write($1, order[$1.finding.code.name] ?? 0, to: &$0) }
    output.endObject()
    output.endArray()
    output.endObject()
    return output.bytes + [0x0A]
  }

  private static func write(_ entry: Entry, _ rule: Int, to output: inout JSONOutput) {
    let finding = entry.finding
    output.beginObject()
    output.key("ruleId")
    output.string(finding.code.name)
    output.key("ruleIndex")
    output.integer(rule)
    // SARIF's levels have the names of our severities.
    output.key("level")
    output.string(finding.severity.rawValue)
    output.key("message")
    output.beginObject()
    output.key("text")
    output.string(finding.message)
    output.endObject()
    output.key("locations")
    output.beginArray()
    output.beginObject()
    output.key("physicalLocation")
    output.beginObject()
    output.key("artifactLocation")
    output.beginObject()
    output.key("uri")
    output.string(uri(entry.path))
    output.endObject()
    output.key("region")
    output.beginObject()
    output.key("startLine")
    output.integer(finding.position.line)
    output.key("startColumn")
    output.integer(finding.position.column)
    output.endObject()
    output.endObject()
    output.endObject()
    output.endArray()
    output.endObject()
  }

  /// A path as a URI reference (RFC 3986): relative, or of the scheme `file` where the path is absolute.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return (path.hasPrefix("/") ? "file://" : "") + String(decoding: bytes, as: UTF8.self)
  }
}
