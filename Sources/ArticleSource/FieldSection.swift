internal import TextCore

/// A field of the top level as its lines tell, with the text it takes.
struct FieldSection {
  let name: String
  /// From the name to the end of the value, blank lines and comments after it left out.
  let range: Range<Int>
  /// The value as it is written.
  let value: Range<Int>

  /// Cuts a block at its fields; what stands before the first is left out.
  /// - Complexity: O(*n*).
  static func sections(of content: Range<Int>, _ kind: FrontMatter.Kind, in text: Span<UInt8>) -> [FieldSection] {
    var sections: [FieldSection] = []
    var open: (name: Range<Int>, start: Int, end: Int)?
    func close() {
      guard let open else { return }
      sections.append(FieldSection(name: open.name, open.start..<open.end, kind, in: text))
    }
    var quotes: UInt8?
    var lines = LineWalk(content)
    while let line = lines.next(in: text) {
      let isInText = quotes != nil
      if kind == .toml { toggleMultilineText(&quotes, line, in: text) }
      switch isInText ? .continuation : FieldLine(line, of: kind, in: text) {
      case .field(let name):
        close()
        open = (name, line.start, line.trimmedEnd(in: text))
      case .continuation, .other: open?.end = line.trimmedEnd(in: text)
      case .blank, .comment: continue
      }
    }
    close()
    return sections
  }

  private init(name: Range<Int>, _ range: Range<Int>, _ kind: FrontMatter.Kind, in text: Span<UInt8>) {
    self.name = text.string(name)
    self.range = range
    let sign = kind == .toml ? UInt8(ascii: "=") : UInt8(ascii: ":")
    var start = name.upperBound
    while start < range.upperBound, text[start] != sign { start += 1 }
    start = min(start + 1, range.upperBound)
    while start < range.upperBound, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    value = start..<range.upperBound
  }

  /// The value as text for a reader, where no parser takes it: on one line, without the quotes around it.
  func plainValue(in text: Span<UInt8>) -> FrontMatterNode {
    let lines = text.string(value).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
    var plain = lines.joined(separator: " ")[...]
    if let quote = plain.first, quote == "\"" || quote == "'" || quote == "[" && !plain.contains("]") {
      plain.removeFirst()
      if plain.last == quote { plain.removeLast() }
    }
    return .text(String(plain))
  }

  /// Follows TOML's `"""` and `'''`, inside which lines are text.
  private static func toggleMultilineText(_ quotes: inout UInt8?, _ line: LineWalk.Line, in text: Span<UInt8>) {
    var offset = line.start
    while offset + 2 < line.end {
      let byte = text[offset]
      let isMark = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      guard isMark, text[offset + 1] == byte, text[offset + 2] == byte, quotes == nil || quotes == byte else {
        offset += 1
        continue
      }
      quotes = quotes == nil ? byte : nil
      offset += 3
    }
  }
}
