internal import Annotation

/// Tells what an article has in common with others.
package struct SharedNames: Sendable {
  /// What two articles have in common.
  package struct Shared: Sendable {
    package var tags: [String] = []
    package var entities: [String] = []
    package var terms: [String] = []

    /// The names on one line: tags with #, then entities and terms.
    package var text: String { names.joined(separator: "、") }

    /// The names: tags with #, then entities and terms.
    package var names: [String] { tags.map { "#" + $0 } + entities + terms }
  }

  private let spellings: [UInt32: String]
  private let entities: [UInt32: String]
  private let tags: [UInt32: String]

  /// The most names of each kind.
  private static let limit = 4

  /// Begins with the names of the article itself, whose spelling is shown.
  package init(_ names: ArticleNames) {
    func keyed(_ names: [String]) -> [UInt32: String] {
      Dictionary(names.map { (TermKey($0).value, $0) }, uniquingKeysWith: { first, _ in first })
    }
    spellings = keyed(names.terms + names.entities + names.tags)
    entities = keyed(names.entities)
    tags = keyed(names.tags)
  }

  /// What it shares with another.
  /// - Parameter keys: The keys in common, the weightiest first.
  package func shared(_ keys: [UInt32], with other: ArticleNames) -> Shared {
    var shared = Shared()
    shared.tags = other.tags.compactMap { tags[TermKey($0).value] }
    let entityKeys = Set(other.entities.map { TermKey($0).value })
    let own = keys.compactMap { key in spellings[key].map { (key, $0) } }
    shared.entities = own.filter { entityKeys.contains($0.0) && entities[$0.0] != nil }.map(\.1)
    let terms = own.filter { !(entityKeys.contains($0.0) && entities[$0.0] != nil) }.map(\.1)
    // A part says nothing where the whole is named. To look for one word in all others is dear: no more than are shown.
    let whole = shared.entities + terms
    for term in terms
    where shared.terms.count < Self.limit && !whole.contains(where: { $0 != term && $0.contains(term) }) {
      shared.terms.append(term)
    }
    shared.tags = Array(shared.tags.prefix(Self.limit))
    shared.entities = Array(shared.entities.prefix(Self.limit))
    return shared
  }
}
