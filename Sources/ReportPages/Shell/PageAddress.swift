internal import ArchiveAnalysis

/// A page of the report.
package enum PageTarget: Hashable, Sendable {
  case overview
  case articles
  case tags
  case entities
  /// An article, by its path in the index.
  case article(String)
  /// A tag, a category, an entity or a term, by its name.
  case topic(TopicKind, String)
  /// A month, `2025-11`.
  case month(String)
  /// A page of `kiji serve`, by the address that it has there, such as `search` or `compose`.
  case own(String)
}

/// What a page can be about besides articles.
package enum TopicKind: String, CaseIterable, Hashable, Sendable {
  case tag, category, entity, term

  /// The folder of their pages.
  var folder: String {
    switch self {
    case .tag: "tags"
    case .category: "categories"
    case .entity: "entities"
    case .term: "terms"
    }
  }
}

/// The address of a page or of a file beside the pages, as a link on another page has it.
///
/// Addresses have ASCII letters, digits, `-`, `.` and `/` only; names of the archive stand in them as a hash.
package struct PageAddress: Hashable, Sendable {
  /// The address, relative to the page that links to it.
  let text: String

  /// The address of a target from the root of the report, `tags/openai-0f3a….html`.
  package static func path(of target: PageTarget) -> String {
    switch target {
    case .overview: "index.html"
    case .articles: "articles/index.html"
    case .tags: "tags/index.html"
    case .entities: "entities/index.html"
    case .article(let path): "articles/\(slug(of: path, showing: stem(of: path))).html"
    case .topic(let kind, let name): "\(kind.folder)/\(slug(of: name, showing: name)).html"
    case .month(let month): "months/\(slug(month)).html"
    case .own(let address): String(address.unicodeScalars.filter(isPlain).map(Character.init))
    }
  }

  /// What stands for a name in an address: the ASCII letters and digits of what is shown of it, and a hash of all of it.
  package static func slug(of name: String, showing shown: String) -> String {
    var letters = slug(shown)
    if letters.count > longest { letters = String(letters.prefix(longest)) }
    var hash = String(Shingles.hash(of: name) >> 16, radix: 16)
    hash = String(repeating: "0", count: 12 - hash.count) + hash
    return letters.isEmpty ? hash : letters + "-" + hash
  }

  /// ASCII letters in lower case and digits; runs of everything else become one hyphen.
  private static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug.append(Character(Unicode.Scalar(UInt8(scalar.value) + 32)))
      default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
    }
    return slug.last == "-" ? String(slug.dropLast()) : slug
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "/": true
    default: false
    }
  }

  /// The letters of a name that an address shows.
  private static let longest = 40

  /// The name of a file without its folder and its ending.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
