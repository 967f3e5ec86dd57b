import Foundation

/// What SARIF's schema (sarif-schema-2.1.0.json) demands of the properties that kiji writes.
enum SARIFCheck {
  /// The properties that the schema knows, and those it requires, for each kind of object. All are closed:
  /// `additionalProperties` is false.
  private static let kinds: [String: (known: [String: String], required: [String])] = [
    "log": (["$schema": "uri", "version": "2.1.0", "runs": "[run", "properties": "any"], ["version", "runs"]),
    "run": (
      ["tool": "tool", "results": "[result", "columnKind": "columnKind", "artifacts": "any", "properties": "any"],
      ["tool"]
    ),
    "tool": (["driver": "component"], ["driver"]),
    "component": (["name": "string", "version": "string", "informationUri": "uri", "rules": "[rule"], ["name"]),
    "rule": (["id": "string", "shortDescription": "message", "helpUri": "uri"], ["id"]),
    "result": (
      ["ruleId": "string", "ruleIndex": "index", "level": "level", "message": "message", "locations": "[location"],
      ["message"]
    ),
    "message": (["text": "string", "id": "string"], ["text"]),
    "location": (["physicalLocation": "place"], []),
    "place": (["artifactLocation": "artifact", "region": "region"], ["artifactLocation"]),
    "artifact": (["uri": "uri"], []),
    "region": (
      ["startLine": "positive", "startColumn": "positive", "endLine": "positive", "endColumn": "positive"], []
    ),
  ]

  /// The problems of a log, each with its path.
  static func problems(of log: [String: Any]) -> [String] {
    var problems: [String] = []
    check(log, "log", "$", &problems)
    for run in log["runs"] as? [[String: Any]] ?? [] {
      let rules = ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]] ?? []
      let names = rules.compactMap { $0["id"] as? String }
      if Set(names).count != names.count { problems.append("rules are not unique") }
      for result in run["results"] as? [[String: Any]] ?? [] {
        guard let index = result["ruleIndex"] as? Int else { continue }
        if !names.indices.contains(index) || names[index] != result["ruleId"] as? String {
          problems.append("ruleIndex \(index)")
        }
      }
    }
    return problems
  }

  private static func check(_ value: Any, _ kind: String, _ path: String, _ problems: inout [String]) {
    if kind.hasPrefix("[") {
      guard let elements = value as? [Any] else { return problems.append("\(path) is no array") }
      for (index, element) in elements.enumerated() {
        check(element, String(kind.dropFirst()), "\(path)[\(index)]", &problems)
      }
      return
    }
    if let kind = kinds[kind] {
      guard let object = value as? [String: Any] else { return problems.append("\(path) is no object") }
      for name in kind.required where object[name] == nil { problems.append("\(path).\(name) is missing") }
      for (name, element) in object {
        guard let known = kind.known[name] else {
          problems.append("\(path).\(name) is not known")
          continue
        }
        check(element, known, "\(path).\(name)", &problems)
      }
      return
    }
    let isRight =
      switch kind {
      case "string": value is String
      case "uri":
        (value as? String).map { URL(string: $0) != nil && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } } ?? false
      case "2.1.0": value as? String == "2.1.0"
      case "level": ["none", "note", "warning", "error"].contains(value as? String)
      case "columnKind": ["utf16CodeUnits", "unicodeCodePoints"].contains(value as? String)
      case "positive": (value as? Int).map { $0 >= 1 } ?? false
      case "index": (value as? Int).map { $0 >= -1 } ?? false
      default: true
      }
    if !isRight { problems.append("\(path) is no \(kind)") }
  }
}
