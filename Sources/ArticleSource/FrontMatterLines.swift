/// Walks the lines of a part of a text; lines end with LF, CR LF or a CR alone.
struct LineWalk {
  /// A line without its line end.
  struct Line {
    let start: Int
    let end: Int

    /// The end without trailing spaces and tabs.
    func trimmedEnd(in text: Span<UInt8>) -> Int {
      var end = end
      while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
      return end
    }
  }

  private let end: Int
  /// Where the next line starts.
  private(set) var nextStart: Int

  /// Starts at the beginning of `range`.
  init(_ range: Range<Int>) { (nextStart, end) = (range.lowerBound, range.upperBound) }

  /// The next line; `nil` at the end.
  mutating func next(in text: Span<UInt8>) -> Line? {
    guard nextStart < end else { return nil }
    let start = nextStart
    var offset = start
    while offset < end, text[offset] != 0x0A, text[offset] != 0x0D { offset += 1 }
    nextStart = offset
    if offset < end {
      nextStart += text[offset] == 0x0D && offset + 1 < end && text[offset + 1] == 0x0A ? 2 : 1
    }
    return Line(start: start, end: offset)
  }
}

/// What a line of a block looks like, seen alone.
///
/// Parsers decide what a block says; this tells blocks from thematic breaks, finds places, and saves what it can of a
/// broken block.
enum FieldLine: Equatable {
  case blank
  case comment
  /// A field of the top level, or a TOML table, with the bytes of its name. Of a dotted name it is the first part.
  case field(name: Range<Int>)
  /// Something that may belong to the field above.
  case continuation
  case other

  /// No name is longer; sentences with a colon are.
  private static let longestName = 100

  init(_ line: LineWalk.Line, of kind: FrontMatter.Kind, in text: Span<UInt8>) {
    let end = line.trimmedEnd(in: text)
    guard line.start < end else {
      self = .blank
      return
    }
    switch (text[line.start], kind) {
    case (UInt8(ascii: "#"), _): self = .comment
    case (0x20, _), (0x09, _): self = .continuation
    case (UInt8(ascii: "["), .toml):
      var start = line.start + 1
      while start < end, text[start] == UInt8(ascii: "[") || text[start] == 0x20 { start += 1 }
      self = Self.name(at: start, end, .toml, in: text).map { .field(name: $0.name) } ?? .other
    case (UInt8(ascii: "["), _), (UInt8(ascii: "]"), _), (UInt8(ascii: "{"), _), (UInt8(ascii: "}"), _):
      self = .continuation
    case (UInt8(ascii: "-"), .yaml) where line.start + 1 == end || text[line.start + 1] == 0x20: self = .continuation
    default: self = Self.field(line.start, end, kind, in: text) ?? .other
    }
  }

  /// Whether an indented line begins a block: with a field, or with the brace of a YAML mapping.
  static func startsIndented(_ line: LineWalk.Line, of kind: FrontMatter.Kind, in text: Span<UInt8>) -> Bool {
    var start = line.start
    while start < line.end, text[start] == 0x20 { start += 1 }
    if kind == .yaml, start < line.end, text[start] == UInt8(ascii: "{") { return true }
    return field(start, line.trimmedEnd(in: text), kind, in: text) != nil
  }

  private static func field(_ start: Int, _ end: Int, _ kind: FrontMatter.Kind, in text: Span<UInt8>) -> FieldLine? {
    guard let (name, after) = name(at: start, end, kind, in: text) else { return nil }
    guard kind == .toml else { return .field(name: name) }
    for offset in after..<end where text[offset] == UInt8(ascii: "=") { return .field(name: name) }
    return nil
  }

  /// The name at `start`, without quotes, and the offset where a value or sign follows.
  private static func name(
    at start: Int, _ end: Int, _ kind: FrontMatter.Kind, in text: Span<UInt8>
  ) -> (name: Range<Int>, after: Int)? {
    guard start < end else { return nil }
    let limit = min(end, start + longestName)
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var offset = start + 1
      while offset < limit, text[offset] != quote { offset += 1 }
      var after = offset + 1
      while after < end, text[after] == 0x20 { after += 1 }
      guard offset < limit, kind == .toml || endsYAMLName(after, end, in: text) else { return nil }
      return (start + 1..<offset, after)
    }
    var offset = start
    if kind == .toml {
      while offset < limit, isBare(text[offset]) { offset += 1 }
      return offset > start ? (start..<offset, offset) : nil
    }
    while offset < limit, !endsYAMLName(offset, end, in: text) {
      // A full stop (。) means prose, a full-width colon (：) a slip of the author that YAML does not take either.
      if text[offset] == 0xE3, offset + 2 < end, text[offset + 1] == 0x80, text[offset + 2] == 0x82 { return nil }
      offset += 1
    }
    guard offset > start, offset < limit else { return nil }
    let after = offset + 1
    while offset > start, text[offset - 1] == 0x20 { offset -= 1 }
    return (start..<offset, after)
  }

  /// Whether a colon that ends a YAML name stands at `offset`: white space or the end of the line follows.
  private static func endsYAMLName(_ offset: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
    guard offset < end, text[offset] == UInt8(ascii: ":") else { return false }
    return offset + 1 == end || text[offset + 1] == 0x20 || text[offset + 1] == 0x09
  }

  /// Whether the name of a field is a plain word, such as programs write.
  static func isPlainWord(_ name: Range<Int>, in text: Span<UInt8>) -> Bool {
    for offset in name where !isBare(text[offset]) { return false }
    return true
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
