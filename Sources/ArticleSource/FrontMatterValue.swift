/// A value of a front matter field that kiji has no type for.
public indirect enum FrontMatterValue: Hashable, Sendable {
  /// No value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A finite number.
  case double(Double)
  /// Text, and everything that is nothing else.
  case string(String)
  /// A date that the format itself marks as one.
  case date(ArticleDate)
  /// Values in the order of the file.
  case list([FrontMatterValue])
  /// Named values, in the order of the file as far as the format's parser keeps it.
  case map([FrontMatterField])
}

/// A named value.
public struct FrontMatterField: Hashable, Sendable {
  /// The name as it is written.
  public let name: String
  /// The value.
  public let value: FrontMatterValue

  /// Creates a field.
  public init(_ name: String, _ value: FrontMatterValue) {
    self.name = name
    self.value = value
  }
}

/// A value together with its author's spelling, so that `title: 2024` is a title and `tags: [3.10]` keeps its zero.
///
/// Readers build no value deeper than `FrontMatterNode.deepest`, so that walking one may recurse.
indirect enum FrontMatterNode {
  case scalar(FrontMatterValue, spelling: String)
  case list([FrontMatterNode])
  case map([(name: String, node: FrontMatterNode)])

  /// The deepest nesting that is read; more is taken for an attack.
  static let deepest = 64

  static func text(_ text: String) -> FrontMatterNode { .scalar(.string(text), spelling: text) }

  /// The value without spelling.
  var value: FrontMatterValue {
    switch self {
    case .scalar(let value, _): value
    case .list(let nodes): .list(nodes.map(\.value))
    case .map(let entries): .map(entries.map { FrontMatterField($0.name, $0.node.value) })
    }
  }

  /// The text of a scalar that is not null; `nil` for everything else.
  var spelling: String? {
    guard case .scalar(let value, let spelling) = self, value != .null else { return nil }
    return spelling
  }

  /// The value called `name`, of a map.
  subscript(name: String) -> FrontMatterNode? {
    guard case .map(let entries) = self else { return nil }
    return entries.last { $0.name == name }?.node
  }
}

/// A field of the block's top level with its place.
struct FrontMatterEntry {
  let name: String
  let node: FrontMatterNode
  /// From the name to the end of the value, as offsets in the file.
  let place: Range<Int>
}
