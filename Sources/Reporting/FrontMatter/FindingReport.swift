package import ArticleAnalysis
internal import ArticleSource
internal import TextCore

/// Findings with the file that they are of, as programs and people read them.
package struct FindingReport: Sendable {
  /// A finding and its file.
  package struct Entry: Sendable {
    let path: String
    let finding: FrontMatterFinding

    /// Joins a finding to its file.
    package init(path: String, finding: FrontMatterFinding) { (self.path, self.finding) = (path, finding) }
  }

  /// The findings, in the order in which they are to be told.
  let entries: [Entry]
  /// The files that were looked at, in order.
  let paths: [String]
  /// The version of kiji.
  let version: String

  /// Creates a report.
  package init(_ entries: [Entry], paths: [String], version: String) {
    (self.entries, self.paths, self.version) = (entries, paths, version)
  }

  /// A line for each finding: `PATH:LINE:COLUMN: warning: MESSAGE [code]`.
  package var text: String {
    entries.reduce(into: "") { text, entry in
      let (path, finding) = (entry.path, entry.finding)
      text +=
        "\(path):\(finding.position.line):\(finding.position.column): \(finding.severity.rawValue): \(finding.message) [\(finding.code.name)]\n"
    }
  }

  /// Workflow commands that GitHub shows at the lines of a pull request.
  package var github: String {
    entries.reduce(into: "") { text, entry in
      let finding = entry.finding
      let command = finding.severity == .note ? "notice" : finding.severity.rawValue
      text +=
        "::\(command) file=\(Self.property(entry.path)),line=\(finding.position.line),col=\(finding.position.column),"
        + "title=\(Self.property(finding.code.name))::\(Self.data(finding.message))\n"
    }
  }

  /// How GitHub's workflow commands write a message.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// One JSON object, `kiji.front-matter/1`.
  package var json: [UInt8] {
    var output = JSONOutput(.indented)
    output.beginObject()
    output.key("schema")
    output.string("kiji.front-matter/1")
    output.key("files")
    output.integer(paths.count)
    output.key("findings")
    output.array(entries) { output, entry in
      output.beginObject()
      output.key("path")
      output.string(entry.path)
      output.key("line")
      output.integer(entry.finding.position.line)
      output.key("column")
      output.integer(entry.finding.position.column)
      output.key("code")
      output.string(entry.finding.code.name)
      output.key("severity")
      output.string(entry.finding.severity.rawValue)
      output.key("message")
      output.string(entry.finding.message)
      output.key("field")
      output.string(orNull: entry.finding.field?.rawValue)
      output.endObject()
    }
    output.endObject()
    return output.bytes + [0x0A]
  }

  /// JUnit's XML: a suite for each file, a failed case for each finding, a passed one for a file without any.
  package var junit: String {
    let grouped = Dictionary(grouping: entries, by: \.path)
    let cases = entries.count + paths.count { grouped[$0] == nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"kiji front-matter\" tests=\"\(cases)\" failures=\"\(entries.count)\" errors=\"0\">\n"
    for path in paths {
      let own = grouped[path] ?? []
      let name = Self.xml(path)
      text += "  <testsuite name=\"\(name)\" tests=\"\(max(own.count, 1))\" failures=\"\(own.count)\" errors=\"0\">\n"
      if own.isEmpty { text += "    <testcase name=\"front-matter\" classname=\"\(name)\" file=\"\(name)\"/>\n" }
      for entry in own {
        let finding = entry.finding
        let place = "\(finding.position.line):\(finding.position.column)"
        text +=
          "    <testcase name=\"\(finding.code.name) \(place)\" classname=\"\(name)\" file=\"\(name)\" line=\"\(finding.position.line)\">\n"
          + "      <failure type=\"\(finding.code.name)\" message=\"\(Self.xml(finding.message))\">\(Self.xml("\(path):\(place)"))</failure>\n"
          + "    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  /// Text inside XML; characters that XML 1.0 does not have become U+FFFD.
  private static func xml(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n", "\r": output += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || 0xFFFE...0xFFFF ~= scalar.value: output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
