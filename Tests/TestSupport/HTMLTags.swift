/// The tags of a page, read strictly: what is not as `HTMLWriter` writes it is a fault.
public struct HTMLTags {
  /// What is not as it must be.
  public struct Fault: Error, CustomStringConvertible {
    /// What it is, and where.
    public let description: String
  }

  /// A tag that opens an element.
  public struct Tag {
    /// The name of the element.
    public let name: String
    /// Its attributes with their values, character references as they stand.
    public let attributes: [(name: String, value: String)]
  }

  /// The tags that open elements, in order.
  public private(set) var tags: [Tag] = []
  /// The texts between tags, with character references as they stand.
  public private(set) var texts: [String] = []

  private static let void: Set<String> = ["meta", "link", "input"]

  /// Reads a page or a part of one.
  public init(_ bytes: [UInt8]) throws {
    let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var open: [String] = []
    var place = 0
    var words = ""
    while place < text.count {
      guard text[place] == "<" else {
        if text[place] == ">" { throw Fault(description: "a bare > in \(words.suffix(40))") }
        words.unicodeScalars.append(text[place])
        place += 1
        continue
      }
      if !words.isEmpty { texts.append(words) }
      words = ""
      guard let end = text[place...].firstIndex(of: ">") else { throw Fault(description: "a tag without end") }
      let inside = String(String.UnicodeScalarView(text[(place + 1)..<end]))
      place = end + 1
      if inside == "!DOCTYPE html" { continue }
      if inside.hasPrefix("/") {
        guard open.popLast() == String(inside.dropFirst()) else {
          throw Fault(description: "</\(inside)> closes nothing")
        }
        continue
      }
      let tag = try Self.tag(inside)
      tags.append(tag)
      if !Self.void.contains(tag.name) { open.append(tag.name) }
    }
    guard open.isEmpty else { throw Fault(description: "left open: \(open)") }
  }

  private static func tag(_ inside: String) throws -> Tag {
    var rest = Substring(inside)
    let name = rest.prefix { $0 != " " }
    rest = rest.dropFirst(name.count)
    var attributes: [(name: String, value: String)] = []
    while !rest.isEmpty {
      guard rest.removeFirst() == " " else { throw Fault(description: "no space in <\(inside)>") }
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else {
        attributes.append((String(key), ""))
        continue
      }
      rest = rest.dropFirst()
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        throw Fault(description: "no quotes in <\(inside)>")
      }
      attributes.append((String(key), String(rest[rest.index(after: rest.startIndex)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return Tag(name: String(name), attributes: attributes)
  }
}
