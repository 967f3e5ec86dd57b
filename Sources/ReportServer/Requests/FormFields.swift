import ReportPages

/// The fields of a query or a form: `q=AI&limit=20`.
package struct FormFields: Equatable, Sendable {
  private var values: [String: String] = [:]

  /// The most fields that are read.
  private static let limit = 32

  /// Reads fields; a name must not stand twice.
  package init(_ text: Substring) throws(Problem) {
    let parts = text.split(separator: "&")
    guard parts.count <= Self.limit else { throw .badRequest }
    for part in parts {
      let end = part.firstIndex(of: "=") ?? part.endIndex
      let value = end == part.endIndex ? part[end...] : part[part.index(after: end)...]
      guard let name = PercentText.decoded(part[..<end], plusIsSpace: true),
        let text = PercentText.decoded(value, plusIsSpace: true)
      else { throw .badRequest }
      guard values.updateValue(text, forKey: name) == nil else { throw .parameter(name, .twice) }
    }
  }

  /// The text of a field; `nil` where it is not there.
  package func text(_ name: String) -> String? { values[name] }

  /// The text of a field that must be there.
  /// - Parameter limit: The most Unicode scalars.
  package func needed(_ name: String, limit: Int) throws(Problem) -> String {
    guard let text = values[name], !text.isEmpty else { throw .parameter(name, .missing) }
    guard text.unicodeScalars.count <= limit else { throw .parameter(name, .tooLong) }
    return text
  }

  /// A whole number.
  package func integer(_ name: String, in range: ClosedRange<Int>, or usual: Int) throws(Problem) -> Int {
    guard let text = values[name] else { return usual }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) else {
      throw .parameter(
        name,
        Phrase(
          "\(range.lowerBound)から\(range.upperBound)までの整数を指定してください。",
          "Give a whole number from \(range.lowerBound) to \(range.upperBound)."))
    }
    return number
  }
}
