/// The tag of an MDX component: `<Card title="…" on={() => …}>`, `</Card>`.
struct MarkdownComponent {
  enum Outcome {
    /// A tag that ends before a place.
    case ends(Int)
    /// A text that is no tag.
    case isNone
    /// A tag that is not closed up to a place.
    case isOpen(Int)
  }

  /// The most bytes of a tag.
  private static let longest = 4_000

  private let source: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private var place: Int
  /// What stands at the place that was given, a `<`.
  private(set) var outcome = Outcome.isNone

  init(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    self.source = source
    limit = min(end, start + Self.longest)
    place = start + 1
    if place < limit && source[place] == 0x2F { place += 1 }
    while place < limit, source[place].isASCIIAlphanumeric || source[place] == 0x2E || source[place] == 0x5F {
      place += 1
    }
    outcome = rest()
  }

  /// Reads the attributes and the end of the tag.
  private mutating func rest() -> Outcome {
    while place < limit {
      switch source[place] {
      case 0x3E: return .ends(place + 1)
      case 0x0A where place + 1 < limit && source[place + 1] == 0x0A: return .isNone
      case 0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3D: place += 1
      case 0x22, 0x27: skipQuote(source[place])
      case 0x7B: skipBraces()
      case let byte where byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E:
        place += 1
      default: return .isNone
      }
    }
    return .isOpen(limit)
  }

  private mutating func skipQuote(_ quote: UInt8) {
    place += 1
    while place < limit && source[place] != quote { place += 1 }
    place = min(place + 1, limit)
  }

  private mutating func skipBraces() {
    var depth = 0
    while place < limit {
      switch source[place] {
      case 0x7B: depth += 1
      case 0x7D: depth -= 1
      case 0x22, 0x27, 0x60:
        skipQuote(source[place])
        continue
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }
}
