/// What keeps hostile YAML from costing more than its size, checked on the bytes before the parser sees them.
enum YAMLLimits {
  /// The deepest nesting of brackets or list marks; columns are counted as one level each.
  private static let deepest = 256
  /// How many bytes a block may stand for once every alias is written out.
  private static let expandedByteLimit = 50_000_000.0

  /// Why the block at `content` is refused; `nil` where it is not.
  ///
  /// The parser recurses with the nesting, and compares the keys of mappings with all that aliases stand for.
  /// - Complexity: O(*n*).
  static func fault(of content: Range<Int>, in text: Span<UInt8>) -> FrontMatterFault? {
    var depth = 0
    var (anchors, aliases) = (0, 0)
    var (indent, isIndent) = (0, true)
    for offset in content {
      switch text[offset] {
      // The last bytes of U+0085, U+2028 and U+2029 are among them: libyaml takes these for line ends.
      case 0x0A, 0x0D, 0x85, 0xA8, 0xA9: (indent, isIndent) = (0, true)
      case 0x20, 0x09: indent += 1
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): indent += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        isIndent = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "&"): anchors += canStartNode(offset, content, in: text) ? 1 : 0
      case UInt8(ascii: "*"): aliases += canStartNode(offset, content, in: text) ? 1 : 0
      default: isIndent = false
      }
      if isIndent ? indent > deepest : depth > deepest {
        return FrontMatterFault(problem: "入れ子が深すぎます", offset: offset)
      }
    }
    guard expansion(anchors: anchors, aliases: aliases) * Double(content.count) <= expandedByteLimit else {
      return FrontMatterFault(problem: "エイリアス（*）が多すぎます", offset: content.lowerBound)
    }
    return nil
  }

  /// The most copies that the aliases can make of anything.
  ///
  /// Anchors nest in their order, and one that is used *k* times multiplies what it holds by at most *k* + 1. The
  /// product is largest where the aliases are shared out evenly.
  private static func expansion(anchors: Int, aliases: Int) -> Double {
    guard anchors > 0, aliases > 0 else { return 1 }
    var copies = 1.0
    let factor = Double(aliases) / Double(anchors) + 1
    for _ in 0..<anchors where copies <= expandedByteLimit { copies *= factor }
    return copies
  }

  /// Whether an anchor or alias may start at `offset`; where it does not surely not, as in `R&D`.
  private static func canStartNode(_ offset: Int, _ content: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard offset > content.lowerBound else { return true }
    switch text[offset - 1] {
    case 0x09, 0x0A, 0x0D, 0x20, 0x80...: break
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"): break
    default: return false
    }
    guard offset + 1 < content.upperBound else { return false }
    return text[offset + 1] > 0x20
  }
}
