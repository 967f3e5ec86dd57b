package import ReportPages

/// What a client would rather have: languages and types, with their weights (RFC 9110, 12.5).
package struct Preferences {
  private let ranges: [(name: String, weight: Double)]

  /// The most parts that are looked at.
  private static let limit = 32

  /// Reads `ja, en;q=0.8`; `nil` has no wishes.
  package init(_ field: String?) {
    ranges = (field ?? "").split(separator: ",").prefix(Self.limit).map { part in
      let parts = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      return (parts.first ?? "", min(max(weight, 0), 1))
    }
  }

  /// The language of pages that suits best; Japanese, which the articles are in, where nothing is said.
  package var language: PageLanguage {
    func weight(_ language: PageLanguage) -> Double {
      let own = ranges.filter { $0.name == language.rawValue || $0.name.hasPrefix(language.rawValue + "-") }
      return own.map(\.weight).max() ?? ranges.first { $0.name == "*" }?.weight ?? 0
    }
    return weight(.english) > weight(.japanese) ? .english : .japanese
  }

  /// Whether a type, such as `application/json`, can be sent: the narrowest range that names it counts.
  package func accepts(_ mediaType: String) -> Bool {
    let family = mediaType.prefix { $0 != "/" } + "/*"
    guard !ranges.isEmpty else { return true }
    let range =
      ranges.first { $0.name == mediaType } ?? ranges.first { $0.name == family } ?? ranges.first { $0.name == "*/*" }
    return (range?.weight ?? 0) > 0
  }
}
