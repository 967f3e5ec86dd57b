internal import TextCore

/// What a reader of one language makes of a block.
struct FrontMatterReading {
  /// The fields of the top level in the order of the file.
  var entries: [FrontMatterEntry] = []
  /// Why the block could not be read as a whole; `entries` hold what could.
  var fault: FrontMatterFault?

  /// How many fields of a broken block are given to a parser; it is set up anew for each.
  private static let mostReadings = 1000

  /// Reads the fields one by one, after the block as a whole has failed by `fault`.
  ///
  /// One slip, such as a colon in an unquoted title, costs no other field, and not even the title: a value that
  /// cannot be read stays as the text that is written.
  static func salvaged(
    _ content: Range<Int>, _ kind: FrontMatter.Kind, in text: Span<UInt8>, after fault: FrontMatterFault,
    reading: (FieldSection) -> FrontMatterNode?
  ) -> FrontMatterReading {
    let sections = FieldSection.sections(of: content, kind, in: text)
    // Of a name that is written twice the last value counts, so the others need no reading.
    var last: [String: Int] = [:]
    for (index, section) in sections.enumerated() { last[section.name] = index }
    let counting = sections.indices.filter { last[sections[$0].name] == $0 }.map { sections[$0] }
    let entries = counting.enumerated().map { index, section in
      let node = index < mostReadings ? reading(section) : nil
      return FrontMatterEntry(
        name: section.name, node: node ?? section.plainValue(in: text), place: section.range)
    }
    return FrontMatterReading(entries: entries, fault: fault)
  }
}

/// Why a block could not be read.
struct FrontMatterFault: Error {
  /// How bad it is.
  enum Kind {
    /// The block is not in its language.
    case syntax
    /// The block is larger than is read.
    case size
    /// A name is written twice with different values, which blog engines take, but hardly anyone means.
    case duplicate
  }

  var kind = Kind.syntax
  /// What is wrong, in Japanese, without full stop.
  let problem: String
  /// Where, as an offset in the file.
  let offset: Int
}

/// Places of a block by line and column, counted from 1 in scalars, as parsers tell them.
///
/// Places that ascend cost one walk of the block together.
struct LineColumnCursor {
  /// What ends a line.
  enum LineEnds {
    /// LF alone, as toml++ counts.
    case lineFeed
    /// LF, CR, CR LF, and U+0085, U+2028 and U+2029, as libyaml counts.
    case yaml
  }

  private let content: Range<Int>
  private let lineEnds: LineEnds
  private var offset: Int
  private var line = 1
  private var column = 1

  /// Starts at the beginning of `content`.
  init(_ content: Range<Int>, _ lineEnds: LineEnds) {
    self.content = content
    self.lineEnds = lineEnds
    offset = content.lowerBound
  }

  /// The offset in the file of a line and column; the nearest in the block where there is no such place.
  mutating func offset(line wantedLine: Int, column wantedColumn: Int, in text: Span<UInt8>) -> Int {
    if (wantedLine, wantedColumn) < (line, column) { (offset, line, column) = (content.lowerBound, 1, 1) }
    while offset < content.upperBound, (line, column) < (wantedLine, wantedColumn) {
      let end = lineEnd(in: text)
      if end > 0 {
        if line == wantedLine { break }
        (line, column) = (line + 1, 1)
        offset += end
      } else {
        offset += UTF8Scan.length(ofLead: text[offset])
        column += 1
      }
    }
    return min(offset, content.upperBound)
  }

  /// The length of the line end at the cursor; 0 where there is none.
  private func lineEnd(in text: Span<UInt8>) -> Int {
    func byte(_ distance: Int) -> UInt8 { offset + distance < content.upperBound ? text[offset + distance] : 0 }
    switch text[offset] {
    case 0x0A: return 1
    case 0x0D where lineEnds == .yaml: return byte(1) == 0x0A ? 2 : 1
    case 0xC2 where lineEnds == .yaml && byte(1) == 0x85: return 2
    case 0xE2 where lineEnds == .yaml && byte(1) == 0x80 && byte(2) & 0xFE == 0xA8: return 3
    default: return 0
    }
  }
}
